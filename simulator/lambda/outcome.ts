// The result of an invocation as Lambda reports it, in the payload and in the log.

import type { Place } from '../world.ts';
import type { Ending, ErrorBody } from './environment.ts';
import type { LogMessage } from './log-stream.ts';
import type { Release } from './model.ts';
import {
  type Ended,
  endLines,
  type Invoked,
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
  /** Lambda's own lines and those of the handler. */
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
  /** What the handler logged. */
  readonly said: readonly LogMessage[];
  readonly initMs: number;
  /** Simulated milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export function outcomeOf({ requestId, task, ending, said, initMs, ...times }: Finished): Outcome {
  const { version, release } = task;
  const logging = loggingOf(release);
  const memoryMb = release.configuration.MemorySize;
  const invoked: Invoked = { requestId, version, memoryMb, initMs };
  const ended = endedAs(requestId, ending);
  const log = [
    ...startLines(logging, times.startedAt, invoked),
    ...said,
    ...endLines(logging, times.endedAt, invoked, ended),
  ];
  const text = log.map(({ message }) => `${message}\n`).join('');
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
  const exits = { exited: 'reason' in ending ? ending.reason : undefined, crashed: CRASH_EXIT };
  return {
    status: STATUS[ending.kind],
    error: errorOf(requestId, ending),
    exit: ending.kind === 'exited' || ending.kind === 'crashed' ? exits[ending.kind] : undefined,
    ms: ending.ms,
  };
}

/** The runtime ends itself after an error that nothing caught. */
const CRASH_EXIT = 'Runtime exited with error: exit status 129';

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
