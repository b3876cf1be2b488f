// Stage variables in an integration's URI are replaced for each request, so that an override is enough for a
// canary to call another version.

import type { TextMap } from '../api-gateway/model.ts';

/** A variable that the side does not have is replaced by an empty string. */
export const fillStageVariables = (uri: string, variables: TextMap): string =>
  uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => variables[name] ?? '');

const LAMBDA_URI =
  /^arn:[\w-]+:apigateway:[\w-]*:lambda:path\/(2015-03-31|2021-11-15)\/functions\/(.+)\/(invocations|response-streaming-invocations)$/;

/** Each Lambda operation belongs to one API version. */
const OPERATIONS: TextMap = {
  '2015-03-31': 'invocations',
  '2021-11-15': 'response-streaming-invocations',
};

/** The function of an integration. */
export interface LambdaTarget {
  /** The function's ARN (or name) with its qualifier. */
  readonly functionRef: string;
  /** Whether it is called with InvokeWithResponseStream. */
  readonly streams: boolean;
}

/** `undefined` if the URI is not that of a Lambda function. */
export function lambdaTarget(uri: string): LambdaTarget | undefined {
  const [, date = '', functionRef, operation] = LAMBDA_URI.exec(uri) ?? [];
  if (functionRef === undefined || OPERATIONS[date] !== operation) return undefined;
  return { functionRef, streams: date === '2021-11-15' };
}
