// Runs inside an execution environment, and calls the handler. Plain JavaScript, so that the process needs
// no loader. It reports `ready` or `crashed`, and then answers one invocation after another.

import { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import timers from 'node:timers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as awslambda from './awslambda.mjs';
import { createRuntimeLog } from './runtime-log.mjs';

/** The name in Lambda's Node runtime. */
globalThis.awslambda = awslambda;

const EXTENSIONS = ['.js', '.mjs', '.cjs'];

/** Real milliseconds: the earliest enforcement of a limit, and the interval between checks of it. */
const MIN_LIMIT_MS = 500;
const RECHECK_MS = 50;

/** The function of this environment; hidden from the handler. */
const about = JSON.parse(process.argv.pop());

// Taken before the clock is patched: Node 20 builds all its other clocks on process.hrtime.
const realNanoseconds = process.hrtime.bigint;
const realTimeout = setTimeout;

/** The current invocation, if any, to which logs and crashes belong. */
let current;

class Failure extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

const send = process.send.bind(process);

const runtimeLog = createRuntimeLog({
  ...about.logging,
  folder: about.folder,
  now: () => Date.now(),
  requestId: () => current?.requestId,
  emit: (message) => send({ kind: 'log', message }),
});

function installLogs() {
  Object.assign(console, runtimeLog.methods);
  const write = (chunk, encoding, done) => {
    runtimeLog.print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
}

/** An error in the payload format of Lambda's Node runtime. */
function describe(error) {
  if (error instanceof Error || (typeof error === 'object' && error?.stack)) {
    const trace = runtimeLog.asOnAws(String(error.stack)).split('\n');
    return { errorType: error.name, errorMessage: error.message, trace };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

async function loadHandler({ folder, handler }) {
  const dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
  if (dot <= 0) throw new Failure('Runtime.MalformedHandlerName', 'Bad handler');
  const path = handler.slice(0, dot);
  const file = EXTENSIONS.map((extension) => join(folder, path + extension)).find(existsSync);
  if (!file) {
    throw new Failure('Runtime.ImportModuleError', `Error: Cannot find module '${path}'`);
  }
  const found = await import(pathToFileURL(file).href).catch(rename);
  const names = handler.slice(dot + 1).split('.');
  const pick = (from) => names.reduce((object, name) => object?.[name], from);
  // CommonJS is imported as `default`; static analysis does not always find its names.
  const chosen = pick(found) ?? pick(found.default);
  if (chosen === undefined) {
    throw new Failure('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  if (typeof chosen !== 'function') {
    throw new Failure('Runtime.HandlerNotFound', `${handler} is not a function`);
  }
  return chosen;
}

function rename(error) {
  if (error instanceof SyntaxError) {
    throw new Failure('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`);
  }
  if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
    throw new Failure('Runtime.ImportModuleError', `Error: ${error.message}`);
  }
  throw error;
}

function contextOf({ requestId, deadlineMs, arn, clientContext }) {
  const { name, version, memoryMb, logPlace } = about;
  return {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: version,
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: logPlace.group,
    logStreamName: logPlace.stream,
    clientContext,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadlineMs - Date.now())),
  };
}

/** Runs the handler, which may return a value, a promise, or use a callback. */
function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(event, context, callback);
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    // A handler without a callback parameter, or with a return value, is finished.
    else if (handler.length < 3 || returned !== undefined) resolve(returned);
  });
}

function encode(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch (error) {
    throw new Failure(
      'Runtime.MarshalError',
      `Unable to stringify response body: ${error.message}`,
    );
  }
}

/** Simulated milliseconds that the handler has waited for timers, on a scaled clock. */
let waited = 0;

/**
 * A scaled clock would turn every short stall of this machine into a long wait. Therefore the requested
 * waiting times are counted, not the measured ones; all other time counts as real time.
 */
function countWaits() {
  const until = (ms) => waited + (Number(ms) || 0);
  const arrive = (due) => {
    waited = Math.max(waited, due);
  };
  const later = timers.setTimeout;
  const counted = (callback, ms, ...args) => {
    const due = until(ms);
    const fire = (...given) => {
      arrive(due);
      callback(...given);
    };
    return later(fire, ms, ...args);
  };
  const laterPromise = timers.promises.setTimeout;
  timers.promises.setTimeout = async (ms, ...rest) => {
    const due = until(ms);
    const value = await laterPromise(ms, ...rest);
    arrive(due);
    return value;
  };
  Object.defineProperty(counted, promisify.custom, { value: timers.promises.setTimeout });
  timers.setTimeout = counted;
  globalThis.setTimeout = counted;
  syncBuiltinESMExports();
}

/** The time of work: real, where one real millisecond is many simulated ones. */
const workMs = about.takesTurns ? () => Date.now() : () => Number(realNanoseconds()) / 1e6;

const takeMark = () => ({
  at: workMs(),
  idle: performance.nodeTiming.idleTime,
  waited,
});

/** Simulated milliseconds since the mark. */
function elapsed(mark) {
  const now = takeMark();
  return now.at - mark.at + (now.waited - mark.waited) * (1 - 1 / about.rate);
}

/** Ends an invocation that only waits, once its time limit has passed on the clock. */
function watch(invocation) {
  if (about.takesTurns) {
    send({ kind: 'timed-out', ms: invocation.limitMs });
    return;
  }
  const { at, idle } = takeMark();
  const { mark, limitMs } = invocation;
  const real = at - mark.at;
  const waiting = (idle - mark.idle) * about.rate;
  if (real >= MIN_LIMIT_MS && real + waiting >= limitMs) send({ kind: 'timed-out', ms: limitMs });
  else invocation.timer = realTimeout(watch, RECHECK_MS, invocation);
}

async function answer(handler, invocation) {
  current = { ...invocation, mark: takeMark() };
  const { mark } = current;
  const firstCheck = Math.max(invocation.limitMs / about.rate, MIN_LIMIT_MS);
  current.timer = about.takesTurns
    ? setTimeout(watch, invocation.limitMs, current)
    : realTimeout(watch, firstCheck, current);
  try {
    const event = JSON.parse(invocation.event);
    const streamed = awslambda.streamed(handler);
    const payload = streamed
      ? await streamed(event, contextOf(invocation))
      : encode(await run(handler, event, contextOf(invocation)));
    const ms = elapsed(mark);
    send({ kind: ms < invocation.limitMs ? 'done' : 'timed-out', payload, ms });
  } catch (error) {
    runtimeLog.failure('Invoke Error', error);
    send({ kind: 'failed', error: describe(error), ms: elapsed(mark) });
  }
  clearTimeout(current.timer);
  current = undefined;
}

/** An uncaught error ends the environment, as it ends the runtime on AWS. */
function crash(error, what = 'Uncaught Exception') {
  runtimeLog.failure(what, error);
  const mark = current?.mark ?? start;
  const last = { kind: 'crashed', error: describe(error), ms: elapsed(mark) };
  send(last, () => process.exit(129));
}

process.on('uncaughtException', (error) => crash(error));
process.on('unhandledRejection', (reason) => {
  const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  const failure = new Failure('Runtime.UnhandledPromiseRejection', text);
  crash(Object.assign(failure, { reason }), 'Unhandled Promise Rejection');
});

if (about.takesTurns) await import(about.clock);
const start = takeMark();
if (about.clock && !about.takesTurns) {
  await import(about.clock);
  countWaits();
}
delete process.env.CANARY_CLOCK;
installLogs();
try {
  const handler = await loadHandler(about);
  process.on('message', (invocation) => void answer(handler, invocation));
  send({ kind: 'ready', ms: elapsed(start) });
} catch (error) {
  crash(error);
}
