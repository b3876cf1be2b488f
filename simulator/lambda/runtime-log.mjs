// How Lambda's Node runtime writes what a handler logs and throws, in the formats Text and JSON (aws/
// aws-lambda-nodejs-runtime-interface-client, src/LogPatch.js and src/Errors.js). Plain JavaScript, so that an
// execution environment needs no loader.

import { format } from 'node:util';

/** Where a function's code is on AWS. */
const TASK_ROOT = '/var/task';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

const METHODS = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
};

/** Not by `instanceof`: code with its own global scope has another `Error`. */
const isError = (value) =>
  typeof value === 'object' &&
  value !== null &&
  typeof value.stack === 'string' &&
  typeof value.message === 'string';

const typeOf = (error) => error.name || error.constructor?.name || 'Error';

export function createRuntimeLog({ logFormat, level, folder, now, requestId, emit }) {
  const isJson = logFormat === 'JSON';
  const least = isJson ? LEVELS.indexOf(level ?? 'INFO') : 0;
  const asOnAws = (text) =>
    text.replaceAll(`file://${folder}`, `file://${TASK_ROOT}`).replaceAll(folder, TASK_ROOT);
  const stackOf = (error) => asOnAws(error.stack).split('\n');

  const replacer = (_, value) =>
    isError(value)
      ? {
          errorType: typeOf(value),
          errorMessage: value.message,
          stackTrace: stackOf(value),
          ...value,
        }
      : value;

  const jsonLine = (name, parts) => {
    const line = { timestamp: new Date(now()).toISOString(), level: name, requestId: requestId() };
    if (parts.length === 1) {
      try {
        return JSON.stringify({ ...line, message: parts[0] }, replacer);
      } catch {
        return JSON.stringify({ ...line, message: format(parts[0]) });
      }
    }
    const error = parts.find(isError);
    const described = error && {
      errorType: typeOf(error),
      errorMessage: error.message,
      stackTrace: stackOf(error),
    };
    return JSON.stringify({ ...line, message: format(...parts), ...described });
  };

  const textLine = (name, parts) =>
    [new Date(now()).toISOString(), requestId() ?? 'undefined', name, format(...parts)].join('\t');

  const write = (name, parts) => {
    if (LEVELS.indexOf(name) < least) return;
    emit(asOnAws(isJson ? jsonLine(name, parts) : textLine(name, parts)));
  };

  const thrown = (error) =>
    isError(error)
      ? { errorType: typeOf(error), errorMessage: error.message, ...error, stack: stackOf(error) }
      : { errorType: typeof error, errorMessage: String(error), stack: [] };

  return {
    /** `log`, `info` and so on, for a console. */
    methods: Object.fromEntries(
      Object.entries(METHODS).map(([method, name]) => [method, (...parts) => write(name, parts)]),
    ),
    /** What the handler prints to a stream: each line is one event, in either format. */
    print: (text) => {
      for (const line of text.split('\n')) if (line !== '') emit(asOnAws(line));
    },
    /** An error that ended an invocation or the runtime; `what` is for example `Invoke Error`. */
    failure: (what, error) => {
      if (isJson) write('ERROR', [isError(error) ? error : thrown(error)]);
      else write('ERROR', [what, `\t${JSON.stringify(thrown(error))}`]);
    },
    asOnAws,
  };
}
