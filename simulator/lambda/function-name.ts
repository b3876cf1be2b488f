// How the API refers to a function: by name, partial or full ARN, each with or without qualifier.

import { AwsError } from '../service.ts';
import type { Place } from '../world.ts';
import { invalidParameter, notFound, validation } from './errors.ts';

const PATTERN =
  /^(?:arn:(aws[a-zA-Z-]*):lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)(?::(\$LATEST|[a-zA-Z0-9-_$]+))?$/;

/** The model's own pattern, as it appears in AWS's messages. */
const MODEL_PATTERN =
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?';

const QUALIFIER = /^[a-zA-Z0-9-_$]+$/;

export interface FunctionName {
  readonly name: string;
  /** Version number, alias name or `$LATEST`; `undefined` if the request has none. */
  readonly qualifier: string | undefined;
}

/** The unqualified ARN of a function in this account and region. */
export function functionArn({ partition, region, account }: Place, name: string): string {
  return `arn:${partition}:lambda:${region}:${account}:function:${name}`;
}

export const qualified = (arn: string, qualifier: string | undefined) =>
  qualifier === undefined ? arn : `${arn}:${qualifier}`;

/**
 * Reads a function reference and the explicit `Qualifier` parameter.
 * @throws AwsError if it is malformed, contradicts the qualifier, or is in another account or region.
 */
export function parseFunctionName(place: Place, text: string, explicit?: string): FunctionName {
  const match = PATTERN.exec(text);
  if (!match) {
    throw validation(
      text,
      'functionName',
      `Member must satisfy regular expression pattern: ${MODEL_PATTERN}`,
    );
  }
  if (explicit !== undefined && !QUALIFIER.test(explicit)) {
    throw validation(
      explicit,
      'qualifier',
      'Member must satisfy regular expression pattern: \\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+',
    );
  }
  const [, partition, region, account, name = '', derived] = match;
  requireHere(place, text, { partition, region, account });
  if (derived !== undefined && explicit !== undefined && derived !== explicit) {
    throw invalidParameter(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  }
  return { name, qualifier: explicit ?? derived };
}

function requireHere(
  place: Place,
  text: string,
  named: { [part in keyof Place]: string | undefined },
): void {
  if (named.region !== undefined && named.region !== place.region) {
    throw notFound(
      `Functions from '${named.region}' are not reachable in this region ('${place.region}')`,
    );
  }
  const foreign =
    (named.account !== undefined && named.account !== place.account) ||
    (named.partition !== undefined && named.partition !== place.partition);
  if (foreign) {
    throw new AwsError(
      'AccessDeniedException',
      403,
      `User is not authorized to access the function: ${text}`,
    );
  }
}
