// What parameter mappings may say. API Gateway refuses the others when a method or an integration is written; the texts
// are those of its BadRequest errors. (Developer guide, "Request and response data mapping reference".)

import { badRequest } from './errors.ts';
import type { Integration, Method } from './model.ts';

const PLACES = '(path|querystring|multivaluequerystring|header|multivalueheader)';
const METHOD_PARAMETER = new RegExp(`^method\\.request\\.${PLACES}\\.\\S+$`);
const INTEGRATION_PARAMETER = new RegExp(`^integration\\.request\\.${PLACES}\\.\\S+$`);
const OTHER_SOURCE = /^('[^']*'|stageVariables\.\S+|context\.\S+|method\.request\.body(\..+)?)$/;

const invalid = (what: string) =>
  badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression ${what}]`,
  );

/** Throws BadRequest if a parameter of the method is not one of a request. */
export function checkMethodParameters({ requestParameters = {} }: Method): void {
  for (const key of Object.keys(requestParameters)) {
    if (!METHOD_PARAMETER.test(key)) throw invalid(`parameter specified: ${key}`);
  }
}

/** Throws BadRequest if a mapping has another target or source, or a source that the method does not declare. */
export function checkMappings(integration: Integration, method: Method): void {
  for (const [target, source] of Object.entries(integration.requestParameters ?? {})) {
    if (!INTEGRATION_PARAMETER.test(target)) throw invalid(`parameter specified: ${target}`);
    if (OTHER_SOURCE.test(source)) continue;
    if (!METHOD_PARAMETER.test(source)) throw invalid(`specified: ${source}`);
    if (method.requestParameters?.[source] === undefined) {
      throw invalid(`parameter specified: ${source}`);
    }
  }
}
