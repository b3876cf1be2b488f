// Where the lines of an execution environment go: one stream for its whole life, with the date of its start.

import { createHash } from 'node:crypto';
import type { Configuration } from './model.ts';

/** When it happened, in simulated milliseconds since the epoch. */
export interface LogMessage {
  readonly at: number;
  readonly message: string;
}

export interface LogPlace {
  readonly group: string;
  readonly stream: string;
}

/**
 * Lambda guide, "Configuring CloudWatch log groups": in a group of its own choice, which functions can share, the name
 * of the stream has that of the function as well.
 * @param requestId of the invocation that started the environment
 */
export function logPlace(
  { LoggingConfig }: Configuration,
  about: {
    readonly functionName: string;
    readonly version: string;
    readonly requestId: string;
    readonly at: number;
  },
): LogPlace {
  const { functionName, version, requestId, at } = about;
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');
  const id = createHash('md5').update(requestId).digest('hex');
  const own = `/aws/lambda/${functionName}`;
  const group = LoggingConfig.LogGroup ?? own;
  const name = group === own ? `[${version}]${id}` : `${functionName}[${version}][${id}]`;
  return { group, stream: `${day}/${name}` };
}
