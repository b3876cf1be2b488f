// Stage variables in an integration's URI are filled in for each request, so that a canary can
// reach another version by an override alone.

import type { TextMap } from '../api-gateway/model.ts';

/** A variable that the side lacks leaves nothing in its place. */
export const fillStageVariables = (uri: string, variables: TextMap): string =>
  uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => variables[name] ?? '');

const LAMBDA_URI =
  /^arn:[\w-]+:apigateway:[\w-]*:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;

/** The function's ARN (or name) with its qualifier; `undefined` for any other URI. */
export const functionOf = (uri: string): string | undefined => LAMBDA_URI.exec(uri)?.[1];
