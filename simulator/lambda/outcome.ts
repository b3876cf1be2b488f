// The result of an invocation as Lambda reports it, in the payload and in the log.

import type { Place } from '../world.ts';
import type { Ending, ErrorBody } from './environment.ts';
import type { LogMessage } from './log-stream.ts';
import type { Release } from './model.ts';
import {
  type Ended,
  endLines,
  initEndLines,
  initLines,
  type Logging,
  startLines,
} from './platform-log.ts';
import { runtimeArn } from './view.ts';

/** AWS shows the last 4 KB of a log. */
const LOG_TAIL_BYTES = 4096;

export interface Task {
  readonly functionName: string;
  readonly version: string;
  readonly release: Release;
  /** The ARN of the invocation, with its qualifier. */
  readonly arn: string;
  /** JSON. */
  readonly event: string;
  readonly clientContext?: unknown;
  /** Whether it has provisioned concurrency, and thus no added cold start. */
  readonly isProvisioned: boolean;
}

export interface Outcome {
  readonly requestId: string;
  readonly payload: string;
  readonly isError: boolean;
  /** The lines of the handler, and those of Lambda after them. */
  readonly log: readonly LogMessage[];
  readonly logTail: string;
  /** The handler's duration in simulated milliseconds. */
  readonly durationMs: number;
  /** Simulated milliseconds of the cold start; 0 when warm. */
  readonly initMs: number;
}

export interface Finished {
  readonly requestId: string;
  readonly task: Task;
  readonly ending: Ending;
  /** The lines of its start. */
  readonly started: readonly LogMessage[];
  /** What the handler logged. */
  readonly said: readonly LogMessage[];
  readonly initMs: number;
  /** Simulated milliseconds since the epoch. */
  readonly endedAt: number;
}

export function startLog(
  { version, release }: Task,
  requestId: string,
  at: number,
): readonly LogMessage[] {
  return startLines(loggingOf(release), at, { requestId, version });
}

export function outcomeOf(finished: Finished): Outcome {
  const { requestId, task, ending, started, said, initMs, endedAt } = finished;
  const { version, release } = task;
  const memoryMb = release.configuration.MemorySize;
  const ended = endedAs(requestId, ending);
  const invoked = { requestId, version, memoryMb, initMs };
  const log = [...said, ...endLines(loggingOf(release), endedAt, invoked, ended)];
  const text = [...started, ...log].map(({ message }) => `${message}\n`).join('');
  return {
    requestId,
    payload: ending.kind === 'done' ? ending.payload : JSON.stringify(ended.error),
    isError: ending.kind !== 'done',
    log,
    logTail: Buffer.from(text).subarray(-LOG_TAIL_BYTES).toString(),
    durationMs: ending.ms,
    initMs,
  };
}

const STATUS = {
  ready: 'success',
  done: 'success',
  failed: 'failure',
  crashed: 'error',
  exited: 'error',
  'timed-out': 'timeout',
} as const;

function endedAs(requestId: string, ending: Ending): Ended {
  return {
    status: STATUS[ending.kind],
    error: errorOf(requestId, ending),
    exit: exitOf(ending),
    ms: ending.ms,
  };
}

/** The runtime ends itself after an error that nothing caught (aws/aws-lambda-nodejs-runtime-interface-client). */
function exitOf(ending: Ending): string | undefined {
  if (ending.kind === 'exited') return ending.reason;
  if (ending.kind !== 'crashed') return undefined;
  const isRejection = ending.error.errorType === 'Runtime.UnhandledPromiseRejection';
  return `Runtime exited with error: exit status ${isRejection ? 128 : 129}`;
}

function errorOf(requestId: string, ending: Ending): ErrorBody | undefined {
  switch (ending.kind) {
    case 'done':
    case 'ready':
      return undefined;
    case 'failed':
    case 'crashed':
      return ending.error;
    case 'exited':
      return {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${requestId} Error: ${ending.reason}`,
      };
    case 'timed-out':
      return {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds(ending)}`,
      };
  }
}

const seconds = ({ ms }: { readonly ms: number }) => `${(ms / 1000).toFixed(2)} seconds`;

/** The lines of a start. */
export function initLog(
  place: Place,
  { functionName, version, release }: Task,
  about: {
    readonly at: number;
    readonly now: number;
    readonly ready: Ending;
    readonly said: readonly LogMessage[];
  },
): readonly LogMessage[] {
  const { Runtime } = release.configuration;
  const logging = loggingOf(release);
  const runtime = Runtime.replace(/^nodejs(\d+)\.x$/, 'nodejs:$1.v1');
  const init = { functionName, version, runtime, runtimeArn: runtimeArn(place, Runtime) };
  return [
    ...initLines(logging, about.at, init),
    ...about.said,
    ...initEndLines(logging, about.now, endedAs('', about.ready)),
  ];
}

function loggingOf({ configuration: { LoggingConfig } }: Release): Logging {
  const { LogFormat, SystemLogLevel } = LoggingConfig;
  return {
    format: LogFormat === 'JSON' ? 'JSON' : 'Text',
    systemLevel: SystemLogLevel === 'DEBUG' || SystemLogLevel === 'WARN' ? SystemLogLevel : 'INFO',
  };
}
