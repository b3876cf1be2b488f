// An execution environment without its own process: a version's code is compiled into this process. It is
// for many short-lived simulators with trusted handlers: nothing isolates a handler from the simulator, so
// one that hangs, uses all memory or exits also stops the simulator. The code must be one CommonJS file, and sees
// this process's variables.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as awslambda from './awslambda.mjs';
import type {
  Environment,
  EnvironmentSpec,
  ErrorBody,
  Invocation,
  OpenEnvironment,
} from './environment.ts';
import type { LogMessage } from './log-stream.ts';
import { createRuntimeLog } from './runtime-log.mjs';

type Handler = (event: unknown, context: unknown) => unknown;

export const openInnerEnvironment: OpenEnvironment = (clock, spec) => {
  const { rate } = clock.settings;
  let handler: Handler | undefined;
  let waited = 0;
  let log: LogMessage[] = [];
  let requestId: string | undefined;
  const runtimeLog = createRuntimeLog({
    ...spec.logging,
    folder: spec.folder,
    now: clock.now,
    requestId: () => requestId,
    emit: (message) => void log.push({ at: clock.now(), message }),
  });
  /** The waiting times that the handler requests are counted, not those that a busy machine needed. */
  const wait = (callback: () => void, ms = 0) =>
    void clock.sleep(ms).then(() => {
      waited += ms;
      callback();
    });
  const timed = async <T extends object>(work: () => Promise<T>) => {
    const elapsed = clock.startStopwatch();
    waited = 0;
    const ended = await work();
    return { ...ended, ms: elapsed() + waited * (1 - 1 / rate) };
  };
  const environment: Environment = {
    spec,
    start: () =>
      timed(async () => {
        try {
          handler = load(spec, wait, { ...console, ...runtimeLog.methods });
          return { kind: 'ready' } as const;
        } catch (error) {
          runtimeLog.failure('Uncaught Exception', error);
          return { kind: 'crashed', error: describe(error) } as const;
        }
      }),
    invoke: (invocation) =>
      timed(async () => {
        requestId = invocation.requestId;
        try {
          const event: unknown = JSON.parse(invocation.event);
          const context = contextOf(spec, invocation);
          const streamed = handler && awslambda.streamed(handler);
          const payload = streamed
            ? await streamed(event, context)
            : JSON.stringify((await handler?.(event, context)) ?? null);
          return { kind: 'done', payload } as const;
        } catch (error) {
          runtimeLog.failure('Invoke Error', error);
          return { kind: 'failed', error: describe(error) } as const;
        }
      }),
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    isAlive: () => handler !== undefined,
    close() {
      handler = undefined;
    },
  };
  return environment;
};

/** Compiled separately for each environment, and not cached. */
function load({ folder, handler }: EnvironmentSpec, wait: unknown, log: unknown): Handler {
  const dot = handler.lastIndexOf('.');
  const filename = join(folder, `${handler.slice(0, dot)}.js`);
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const parameters = ['module', 'exports', 'setTimeout', 'awslambda', 'console'];
  const run = compileFunction(readFileSync(filename, 'utf8'), parameters, { filename });
  run(module, module.exports, wait, awslambda, log);
  const found = module.exports[handler.slice(dot + 1)];
  if (typeof found !== 'function') throw new Error(`${handler} is not a function`);
  return found as Handler;
}

function contextOf({ name, version }: EnvironmentSpec, { requestId, arn }: Invocation) {
  return {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: version,
    invokedFunctionArn: arn,
  };
}

/** Not by `instanceof`: tests with their own global scope have a second `Error` class. */
function describe(thrown: unknown): ErrorBody {
  const { name, message } = (thrown ?? {}) as Partial<Error>;
  if (typeof message !== 'string')
    return { errorType: typeof thrown, errorMessage: String(thrown) };
  return { errorType: name ?? 'Error', errorMessage: message };
}
