// Stage variables in an integration's URI are filled in for each request, so that a canary can
// reach another version by an override alone.

import type { TextMap } from '../api-gateway/model.ts';

/** A variable that the side lacks leaves nothing in its place. */
export const fillStageVariables = (uri: string, variables: TextMap): string =>
  uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => variables[name] ?? '');

const LAMBDA_URI =
  /^arn:[\w-]+:apigateway:[\w-]*:lambda:path\/(2015-03-31|2021-11-15)\/functions\/(.+)\/(invocations|response-streaming-invocations)$/;

/** Each operation of Lambda belongs to one version of its API. */
const OPERATIONS: TextMap = {
  '2015-03-31': 'invocations',
  '2021-11-15': 'response-streaming-invocations',
};

/** A function as an integration names it. */
export interface LambdaTarget {
  /** The function's ARN (or name) with its qualifier. */
  readonly functionRef: string;
  /** Whether it is called by InvokeWithResponseStream. */
  readonly streams: boolean;
}

/** `undefined` for any URI but that of a Lambda function. */
export function lambdaTarget(uri: string): LambdaTarget | undefined {
  const [, date = '', functionRef, operation] = LAMBDA_URI.exec(uri) ?? [];
  if (functionRef === undefined || OPERATIONS[date] !== operation) return undefined;
  return { functionRef, streams: date === '2021-11-15' };
}
