// What runs inside an execution environment, before and around the handler. Plain JavaScript, so
// that a worker thread needs no loader. It reads `workerData` once, says `ready` or `failed`, and
// then answers one invocation after another.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

const EXTENSIONS = ['', '.js', '.mjs', '.cjs'];

/** The invocation under way, if any: what logs and crashes are counted to. */
let current;

class Failure extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

const log = (text) => parentPort.postMessage({ kind: 'log', text });

/** A line as Lambda's Node runtime writes it. */
function logLine(level, ...parts) {
  const id = current?.requestId ?? 'undefined';
  log(`${new Date().toISOString()}\t${id}\t${level}\t${format(...parts)}\n`);
}

function installLogs() {
  const levels = { log: 'INFO', info: 'INFO', debug: 'DEBUG', warn: 'WARN', error: 'ERROR' };
  for (const [method, level] of Object.entries(levels))
    console[method] = (...parts) => logLine(level, ...parts);
  console.trace = (...parts) => logLine('TRACE', ...parts);
  const write = (chunk, encoding, done) => {
    log(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
}

/** An error as Lambda's Node runtime puts it into the payload. */
function describe(error) {
  if (error instanceof Error || (typeof error === 'object' && error?.stack)) {
    const trace = String(error.stack).split('\n');
    return { errorType: error.name, errorMessage: error.message, trace };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

async function loadHandler({ folder, handler }) {
  const dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
  if (dot <= 0) throw new Failure('Runtime.MalformedHandlerName', 'Bad handler');
  const path = handler.slice(0, dot);
  const file = EXTENSIONS.slice(1)
    .map((extension) => join(folder, path + extension))
    .find(existsSync);
  if (!file) {
    throw new Failure('Runtime.ImportModuleError', `Error: Cannot find module '${path}'`);
  }
  const found = await import(pathToFileURL(file).href).catch(rename);
  const names = handler.slice(dot + 1).split('.');
  const pick = (from) => names.reduce((object, name) => object?.[name], from);
  // CommonJS arrives as `default`; its names are not always found by static analysis.
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
  const { name, version, memoryMb } = workerData;
  return {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: version,
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadlineMs - Date.now())),
  };
}

/** Runs the handler in any of its styles: returned value, promise, or callback. */
function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(event, context, callback);
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    // A handler that takes no callback, or has returned something, has nothing more to say.
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

/** Milliseconds of work and of waiting since the mark, on the real clock. */
function spent(mark) {
  const { active, idle } = performance.eventLoopUtilization(mark);
  return { active, idle };
}

async function answer(handler, invocation) {
  current = { ...invocation, mark: performance.eventLoopUtilization() };
  const { mark } = current;
  try {
    const result = await run(handler, JSON.parse(invocation.event), contextOf(invocation));
    parentPort.postMessage({ kind: 'done', payload: encode(result), spent: spent(mark) });
  } catch (error) {
    const told = describe(error);
    logLine('ERROR', 'Invoke Error', JSON.stringify(told));
    parentPort.postMessage({ kind: 'failed', error: told, spent: spent(mark) });
  }
  current = undefined;
}

/** What nobody caught ends the environment, as it ends the runtime on AWS. */
function crash(error) {
  const mark = current?.mark ?? start;
  parentPort.postMessage({ kind: 'crashed', error: describe(error), spent: spent(mark) });
  process.exit(129);
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', (reason) => {
  const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  crash(Object.assign(new Failure('Runtime.UnhandledPromiseRejection', text), { reason }));
});

// Work and waiting are only told apart once the event loop turns.
await new Promise((resolve) => setImmediate(resolve));
const start = performance.eventLoopUtilization();
if (workerData.clock) await import(workerData.clock);
delete process.env.CANARY_CLOCK;
installLogs();
try {
  const handler = await loadHandler(workerData);
  parentPort.on('message', (invocation) => void answer(handler, invocation));
  parentPort.postMessage({ kind: 'ready', spent: spent(start) });
} catch (error) {
  crash(error);
}
