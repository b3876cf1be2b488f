// Lambda's own lines, in the text and in the JSON format (Lambda developer guide, "Lambda Telemetry API Event schema
// reference" and "Configuring JSON and plain text log formats"). A line of the function itself is no evidence: an error
// that was handled and logged is not a failed invocation.

import { parseJson } from '../base/foreign-text.ts';
import { type ErrorRecord, isErrorType, readErrorRecord } from './error-record.ts';

export type FailureKind =
  /** The code threw, or returned, an error. */
  | 'error'
  | 'timeout'
  | 'out-of-memory'
  /** The process of the runtime ended. */
  | 'exit'
  /** The code could not be loaded. */
  | 'init'
  | 'response-too-large';

/** What one line says. */
export type LambdaFact =
  | { readonly kind: 'started'; readonly requestId: string; readonly version: string }
  | {
      readonly kind: 'ended';
      readonly requestId: string;
      readonly durationMs?: number;
      /** `unstated`: in the text format, a report without a status, after a success or an error of the code. */
      readonly result: 'ok' | 'unstated' | 'unknown' | Failed;
    }
  | { readonly kind: 'failed'; readonly requestId: string; readonly failure: Failed }
  | ({ readonly kind: 'error' } & ErrorRecord)
  /** Lambda has dropped lines, so counts are incomplete. */
  | { readonly kind: 'dropped' };

export interface Failed {
  readonly how: FailureKind;
  readonly errorType?: string;
}

/** `undefined`: any other line. */
export function readLambdaLine(message: string): LambdaFact | undefined {
  if (message.startsWith('{')) return readPlatform(message) ?? asError(message);
  return readText(message) ?? asError(message);
}

function asError(message: string): LambdaFact | undefined {
  const record = readErrorRecord(message);
  return record && { kind: 'error', ...record };
}

const START = /^START RequestId: ([0-9a-f-]{36}) Version: (\$LATEST|\d{1,10})(?:\s|$)/;
const REPORT = /^REPORT RequestId: ([0-9a-f-]{36})\s{1,3}Duration: (\d{1,9}(?:\.\d{1,6})?) ms/;
const CRASH = /^(?:[\dTZ:.-]{20,30} )?(?:RequestId: )?([0-9a-f]{8}-[0-9a-f-]{27}) (?:Error: )?/;

function readText(message: string): LambdaFact | undefined {
  const [, started, version] = START.exec(message) ?? [];
  if (started !== undefined && version !== undefined) {
    return { kind: 'started', requestId: started, version };
  }
  const [report, ended, duration] = REPORT.exec(message) ?? [];
  if (report !== undefined && ended !== undefined) {
    const durationMs = Number(duration);
    return { kind: 'ended', requestId: ended, durationMs, result: resultIn(message) ?? 'unstated' };
  }
  return readCrash(message);
}

/** `…\tStatus: error\tError Type: Runtime.OutOfMemory`; a report of a success has no status. */
function resultIn(message: string): Failed | undefined {
  const [, status] = /\tStatus: (\w{1,20})(?=\s|$)/.exec(message) ?? [];
  const [, type] = /\tError Type: (\S{1,120})(?=\s|$)/.exec(message) ?? [];
  return status === undefined || status === 'success' ? undefined : failedAs(status, type);
}

/** `RequestId: … Error: Runtime exited with error: signal: killed\nRuntime.ExitError` */
function readCrash(message: string): LambdaFact | undefined {
  const [head, requestId] = CRASH.exec(message) ?? [];
  if (head === undefined || requestId === undefined) return undefined;
  const rest = message.slice(head.length, head.length + 300);
  const failure = crashIn(rest);
  return failure && { kind: 'failed', requestId, failure };
}

function crashIn(text: string): Failed | undefined {
  if (/^Task timed out after \d/.test(text)) return { how: 'timeout' };
  if (/^Runtime exited .*signal: killed/.test(text)) return { how: 'out-of-memory' };
  if (/^Runtime exited /.test(text)) return { how: 'exit', errorType: 'Runtime.ExitError' };
  if (/\bRuntime\.InvalidEntrypoint\b/.test(text)) {
    return { how: 'init', errorType: 'Runtime.InvalidEntrypoint' };
  }
  return undefined;
}

function failedAs(status: unknown, type: unknown): Failed {
  const how = kindOf(status, typeof type === 'string' ? type : '');
  return { how, ...(isErrorType(type) && { errorType: type }) };
}

function kindOf(status: unknown, type: string): FailureKind {
  if (status === 'timeout' || type === 'Sandbox.Timedout') return 'timeout';
  if (type === 'Runtime.OutOfMemory') return 'out-of-memory';
  if (type === 'Runtime.ExitError') return 'exit';
  if (type === 'Function.ResponseSizeTooLarge') return 'response-too-large';
  return isInit(type) ? 'init' : 'error';
}

/** Ruby names the phase; the others have types of their own. */
function isInit(type: string): boolean {
  return (
    type.startsWith('Init<') ||
    /^Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|InvalidEntrypoint|InvalidWorkingDir)$/.test(
      type,
    )
  );
}

interface PlatformLine {
  readonly type?: unknown;
  readonly record?: {
    readonly requestId?: unknown;
    readonly version?: unknown;
    readonly status?: unknown;
    readonly errorType?: unknown;
    readonly metrics?: { readonly durationMs?: unknown };
  };
}

function readPlatform(message: string): LambdaFact | undefined {
  if (!message.includes('"platform.')) return undefined;
  const { type, record } = (parseJson(message) ?? {}) as PlatformLine;
  if (type === 'platform.logsDropped') return { kind: 'dropped' };
  const { requestId, version, status, errorType } = record ?? {};
  if (typeof requestId !== 'string') return undefined;
  if (type === 'platform.start') {
    return { kind: 'started', requestId, version: String(version ?? '') };
  }
  if (type !== 'platform.report' && type !== 'platform.runtimeDone') return undefined;
  const duration = record?.metrics?.durationMs;
  return {
    kind: 'ended',
    requestId,
    ...(typeof duration === 'number' && { durationMs: duration }),
    result: resultOf(status, errorType),
  };
}

function resultOf(status: unknown, errorType: unknown): 'ok' | 'unknown' | Failed {
  if (status === 'success') return 'ok';
  return typeof status === 'string' ? failedAs(status, errorType) : 'unknown';
}
