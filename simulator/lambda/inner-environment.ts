// An execution environment without a process of its own: a version's code, compiled into this one.
// For a great many short-lived worlds whose handlers one has written oneself: there is nothing between a
// handler and the simulator, so one that hangs, eats memory or exits takes the simulator with it. It is
// one file of CommonJS, sees this process's variables, and logs where the simulator does.

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

type Handler = (event: unknown, context: unknown) => unknown;

export const openInnerEnvironment: OpenEnvironment = (clock, spec) => {
  const { rate } = clock.settings;
  let handler: Handler | undefined;
  let waited = 0;
  /** What the handler asks to wait for is counted, not what a busy machine made of it. */
  const wait = (callback: () => void, ms = 0) =>
    setTimeout(() => {
      waited += ms;
      callback();
    }, ms / rate).unref();
  const timed = async <T extends object>(work: () => Promise<T>) => {
    const began = performance.now();
    waited = 0;
    const ended = await work();
    return { ...ended, ms: performance.now() - began + waited * (1 - 1 / rate) };
  };
  const environment: Environment = {
    start: () =>
      timed(async () => {
        try {
          handler = load(spec, wait);
          return { kind: 'ready' } as const;
        } catch (error) {
          return { kind: 'crashed', error: describe(error) } as const;
        }
      }),
    invoke: (invocation) =>
      timed(async () => {
        try {
          const event: unknown = JSON.parse(invocation.event);
          const context = contextOf(spec, invocation);
          const streamed = handler && awslambda.streamed(handler);
          const payload = streamed
            ? await streamed(event, context)
            : JSON.stringify((await handler?.(event, context)) ?? null);
          return { kind: 'done', payload } as const;
        } catch (error) {
          return { kind: 'failed', error: describe(error) } as const;
        }
      }),
    takeLog: () => '',
    isAlive: () => handler !== undefined,
    close() {
      handler = undefined;
    },
  };
  return environment;
};

/** Compiled anew for each environment, and kept by nothing else. */
function load({ folder, handler }: EnvironmentSpec, wait: unknown): Handler {
  const dot = handler.lastIndexOf('.');
  const filename = join(folder, `${handler.slice(0, dot)}.js`);
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const parameters = ['module', 'exports', 'setTimeout', 'awslambda'];
  const run = compileFunction(readFileSync(filename, 'utf8'), parameters, { filename });
  run(module, module.exports, wait, awslambda);
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

/** Not by `instanceof`: where tests have a global scope of their own, there are two kinds of `Error`. */
function describe(thrown: unknown): ErrorBody {
  const { name, message } = (thrown ?? {}) as Partial<Error>;
  if (typeof message !== 'string')
    return { errorType: typeof thrown, errorMessage: String(thrown) };
  return { errorType: name ?? 'Error', errorMessage: message };
}
