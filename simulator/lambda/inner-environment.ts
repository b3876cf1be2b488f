// An execution environment without a process of its own: a version's code, compiled into this one.
// For thousands of short-lived worlds whose handlers one has written oneself. It has no limits: a
// handler that hangs, eats memory or exits does so to the whole simulator; and it sees this process's
// variables and clock. One file of CommonJS only.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Environment, EnvironmentSpec, ErrorBody, Invocation } from './environment.ts';

type Handler = (event: unknown, context: unknown) => unknown;

export function openInnerEnvironment(_clock: unknown, spec: EnvironmentSpec): Environment {
  let handler: Handler | undefined;
  return {
    async start() {
      const began = performance.now();
      try {
        handler = load(spec);
        return { kind: 'ready', ms: performance.now() - began };
      } catch (error) {
        return { kind: 'crashed', ms: performance.now() - began, error: describe(error) };
      }
    },
    async invoke(invocation) {
      const began = performance.now();
      try {
        const result = await handler?.(JSON.parse(invocation.event), contextOf(spec, invocation));
        const payload = JSON.stringify(result ?? null);
        return { kind: 'done', ms: performance.now() - began, payload };
      } catch (error) {
        return { kind: 'failed', ms: performance.now() - began, error: describe(error) };
      }
    },
    takeLog: () => '',
    isAlive: () => handler !== undefined,
    close() {
      handler = undefined;
    },
  };
}

/** Compiled anew each time, as each environment has variables of its own; nothing keeps it. */
function load({ folder, handler }: EnvironmentSpec): Handler {
  const dot = handler.lastIndexOf('.');
  const file = join(folder, `${handler.slice(0, dot)}.js`);
  const module: { exports: Record<string, unknown> } = { exports: {} };
  compileFunction(readFileSync(file, 'utf8'), ['module', 'exports'], { filename: file })(
    module,
    module.exports,
  );
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

function describe(error: unknown): ErrorBody {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message };
}
