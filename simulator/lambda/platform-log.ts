// The lines of Lambda itself around those of the handler, in the formats Text and JSON.

import type { ErrorBody } from './environment.ts';
import type { LogMessage } from './log-stream.ts';

export interface Logging {
  readonly format: 'Text' | 'JSON';
  /** Of Lambda's own lines in the format JSON. */
  readonly systemLevel: 'DEBUG' | 'INFO' | 'WARN';
}

/** How an invocation, or an initialization, ended. */
export interface Ended {
  readonly status: 'success' | 'failure' | 'error' | 'timeout';
  readonly error: ErrorBody | undefined;
  /** Why the process ended, if it did by itself. */
  readonly exit: string | undefined;
  readonly ms: number;
}

export interface Invoked {
  readonly requestId: string;
  readonly version: string;
  readonly memoryMb: number;
  /** Simulated milliseconds; 0 when warm. */
  readonly initMs: number;
}

export interface Initialized {
  readonly functionName: string;
  readonly version: string;
  readonly runtime: string;
  readonly runtimeArn: string;
}

/** The events with their levels: AWS's "System log level event mapping", which hides the successful ones at WARN. */
const LEVELS = ['DEBUG', 'INFO', 'WARN'] as const;
type Level = (typeof LEVELS)[number];

interface Event {
  readonly level: Level;
  readonly type: string;
  readonly record: object;
}

const inJson = (at: number, { systemLevel }: Logging, events: readonly Event[]): LogMessage[] =>
  events
    .filter(({ level }) => LEVELS.indexOf(level) >= LEVELS.indexOf(systemLevel))
    .map(({ type, record }) => ({
      at,
      message: JSON.stringify({ time: new Date(at).toISOString(), type, record }),
    }));

const inText = (at: number, messages: readonly string[]): LogMessage[] =>
  messages.map((message) => ({ at, message }));

/** Before the handler's module is loaded. */
export function initLines(logging: Logging, at: number, init: Initialized): LogMessage[] {
  const { functionName, version, runtime, runtimeArn } = init;
  if (logging.format === 'Text') {
    const line = `INIT_START Runtime Version: ${runtime}\tRuntime Version ARN: ${runtimeArn}`;
    return inText(at, [line]);
  }
  const record = {
    ...{ initializationType: 'on-demand', phase: 'init' },
    ...{ runtimeVersion: runtime, runtimeVersionArn: runtimeArn },
    ...{ functionName, functionVersion: version },
  };
  return inJson(at, logging, [{ level: 'INFO', type: 'platform.initStart', record }]);
}

/** After the module could not be loaded; a success has no line of its own in Text. */
export function initEndLines(logging: Logging, at: number, ended: Ended): LogMessage[] {
  const { status, error, ms } = ended;
  const isGood = status === 'success';
  if (logging.format === 'Text') {
    const errorType = error ? `\tError Type: ${error.errorType}` : '';
    const line = `INIT_REPORT Init Duration: ${ms.toFixed(2)} ms\tPhase: init\tStatus: ${status}${errorType}`;
    return isGood ? [] : inText(at, [line]);
  }
  const level = isGood ? 'DEBUG' : 'WARN';
  const common = { initializationType: 'on-demand', phase: 'init', status, ...typeIn(error) };
  return inJson(at, logging, [
    { level, type: 'platform.initRuntimeDone', record: common },
    { level, type: 'platform.initReport', record: { ...common, metrics: { durationMs: ms } } },
  ]);
}

export function startLines(
  logging: Logging,
  at: number,
  { requestId, version }: Pick<Invoked, 'requestId' | 'version'>,
): LogMessage[] {
  if (logging.format === 'Text') {
    return inText(at, [`START RequestId: ${requestId} Version: ${version}`]);
  }
  const record = { requestId, version };
  return inJson(at, logging, [{ level: 'INFO', type: 'platform.start', record }]);
}

export function endLines(
  logging: Logging,
  at: number,
  invoked: Invoked,
  ended: Ended,
): LogMessage[] {
  return logging.format === 'Text'
    ? inText(at, endText(at, invoked, ended))
    : inJson(at, logging, endEvents(invoked, ended));
}

function endText(at: number, invoked: Invoked, ended: Ended): readonly string[] {
  const { requestId, memoryMb, initMs } = invoked;
  const { status, error, exit, ms } = ended;
  const report = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${ms.toFixed(2)} ms`,
    `Billed Duration: ${billed(invoked, ended)} ms`,
    `Memory Size: ${memoryMb} MB`,
    `Max Memory Used: ${memoryUsed(invoked)} MB`,
    ...(initMs > 0 ? [`Init Duration: ${initMs.toFixed(2)} ms`] : []),
    // A handler's own error is none of the platform (recorded in localstack's tests).
    ...(status === 'timeout' ? ['Status: timeout'] : []),
    ...(status === 'error' ? ['Status: error', `Error Type: ${error?.errorType}`] : []),
  ];
  const late = `${new Date(at).toISOString()} ${requestId} Task timed out after ${(ms / 1000).toFixed(2)} seconds\n\n`;
  return [
    ...(status === 'timeout' ? [late] : []),
    `END RequestId: ${requestId}`,
    `${report.join('\t')}\t`,
    ...(exit === undefined ? [] : [`RequestId: ${requestId} Error: ${exit}\nRuntime.ExitError`]),
  ];
}

/** Lambda guide, "Telemetry API event schema reference". */
function endEvents(invoked: Invoked, ended: Ended): readonly Event[] {
  const { requestId, memoryMb, initMs } = invoked;
  const { status, error, ms } = ended;
  const isGood = status === 'success';
  const common = { requestId, status, ...typeIn(error) };
  const metrics = {
    durationMs: rounded(ms),
    billedDurationMs: billed(invoked, ended),
    memorySizeMB: memoryMb,
    maxMemoryUsedMB: memoryUsed(invoked),
    ...(initMs > 0 && { initDurationMs: rounded(initMs) }),
  };
  return [
    {
      level: isGood ? 'DEBUG' : 'WARN',
      type: 'platform.runtimeDone',
      record: { ...common, metrics: { durationMs: rounded(ms) } },
    },
    {
      level: isGood ? 'INFO' : 'WARN',
      type: 'platform.report',
      record: { ...common, metrics },
    },
  ];
}

const typeIn = (error: ErrorBody | undefined) => (error ? { errorType: error.errorType } : {});
const rounded = (ms: number) => Math.round(ms * 1000) / 1000;
const billed = ({ initMs }: Invoked, { ms }: Ended) => Math.ceil(ms + initMs);

/** It is not measured here. */
const memoryUsed = ({ memoryMb }: Invoked) => Math.min(memoryMb, 85);
