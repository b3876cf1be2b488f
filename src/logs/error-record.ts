// The records that runtimes write when a function fails: its type and its place in the code, never its message. The
// forms are those of AWS's runtime clients, which are public:
// - Node.js: aws/aws-lambda-nodejs-runtime-interface-client, src/Errors.js and src/LogPatch.js
// - Python: aws/aws-lambda-python-runtime-interface-client, awslambdaric/bootstrap.py (log_error)
// - Java: aws/aws-lambda-java-libs, UserFault.reportableError
// - .NET: aws/aws-lambda-dotnet#1016 and DefaultLogMessageFormatter.cs
// - Ruby: aws/aws-lambda-ruby-runtime-interface-client, lambda_logger.rb and lambda_errors.rb
// - Go: aws/aws-lambda-go, lambda/invoke_loop.go (reportFailure) and messages.go

import { parseJson } from '../base/foreign-text.ts';
import { type Frame, locationIn } from './stack-location.ts';

export interface ErrorRecord {
  /** `undefined`: the runtime does not write it. */
  readonly requestId?: string;
  readonly errorType?: string;
  /** The newest frame in the user's code: `checkout.mjs:41`. */
  readonly location?: string;
  /**
   * Whether only a failed invocation writes it. .NET's record, and that of each runtime in the JSON format, look like
   * an error that the function handled and logged.
   */
  readonly isFailure: boolean;
}

/** `undefined`: the event is not such a record. */
export function readErrorRecord(message: string): ErrorRecord | undefined {
  if (message.startsWith('{')) return readObject(message);
  if (message.startsWith('[ERROR] ')) return readPython(message);
  return readNode(message) ?? readDotnet(message) ?? readGo(message) ?? readJava(message);
}

const NODE =
  /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\tERROR\t(?:Invoke Error|Uncaught Exception|Unhandled Promise Rejection) \t(?=\{)/;

/** A rejected promise is reported with what it was rejected with. */
function readNode(message: string): ErrorRecord | undefined {
  const [head, id] = NODE.exec(message) ?? [];
  if (head === undefined || id === undefined) return undefined;
  const error = objectOf(parseJson(message.slice(head.length)));
  const reason = objectOf(error?.reason);
  const cause = typeof reason?.errorType === 'string' ? reason : error;
  return { ...idOf(id), ...detailOf(cause), isFailure: true };
}

/** The type, the message, and a line for each frame, the newest last. */
function readPython(message: string): ErrorRecord | undefined {
  const lines = message.split(LINE_BREAK);
  const start = lines.indexOf('Traceback (most recent call last):');
  if (start < 1) return undefined;
  const [, type] = /^\[ERROR\] ([\w.]{1,120})(?::|$)/.exec(lines[0] ?? '') ?? [];
  return {
    ...typeOf(type),
    ...placeIn(lines.slice(start + 1).reverse()),
    isFailure: true,
  };
}

const LINE_BREAK = /\r\n|\r|\n/;

const DOTNET = /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\t(?:fail|crit)\t([\w.+`]{1,120}): /;

function readDotnet(message: string): ErrorRecord | undefined {
  const [, id, type] = DOTNET.exec(message) ?? [];
  if (id === undefined) return undefined;
  const frames = message.split(LINE_BREAK).slice(1);
  return { ...idOf(id), ...typeOf(type), ...placeIn(frames), isFailure: false };
}

/** Go's logger writes the date in front, unless it was told not to. */
const GO = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?=\{"errorMessage":)/;

function readGo(message: string): ErrorRecord | undefined {
  const [head] = GO.exec(message) ?? [];
  return head === undefined ? undefined : readObject(message.slice(head.length));
}

/** How many lines of a message are searched for the trace that follows it. */
const MOST_LINES = 50;

/** `message: com.example.SomeException`, and then its trace, which begins with the same name. */
function readJava(message: string): ErrorRecord | undefined {
  const lines = message.split(LINE_BREAK, MOST_LINES * 5);
  for (const [i, line] of lines.slice(0, MOST_LINES).entries()) {
    const [, type] = /: ([a-z][\w$]{0,60}(?:\.[\w$]{1,60}){1,12})$/.exec(line.slice(-400)) ?? [];
    const next = lines[i + 1] ?? '';
    if (type !== undefined && (next === type || next.startsWith(`${type}:`))) {
      return { ...typeOf(type), ...placeIn(lines.slice(i + 2)), isFailure: true };
    }
  }
  return undefined;
}

const ERROR_LEVELS: readonly unknown[] = ['ERROR', 'FATAL', 'CRITICAL', 'Error', 'Critical'];

/**
 * The JSON format of any runtime; and the plain object that the runtimes of Go and Ruby write in the text format, which
 * has nothing but type, message and trace.
 */
function readObject(message: string): ErrorRecord | undefined {
  const object = objectOf(parseJson(message));
  if (!object) return undefined;
  const keys = Object.keys(object).filter((key) => key !== 'stackTrace');
  if (keys.sort().join() === 'errorMessage,errorType') {
    return { ...detailOf(object), isFailure: true };
  }
  if (!ERROR_LEVELS.includes(object.level ?? object.log_level)) return undefined;
  const error = typeof object.errorType === 'string' ? object : objectOf(object.message);
  const id = object.requestId ?? object.AWSRequestId;
  if (typeof error?.errorType === 'string') {
    return { ...idOf(id), ...detailOf(error), isFailure: false };
  }
  const java = typeof object.message === 'string' ? readJava(object.message) : undefined;
  return java && { ...java, ...idOf(id), isFailure: false };
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function detailOf(error: Fields | undefined): Pick<ErrorRecord, 'errorType' | 'location'> {
  const stack = error?.stack ?? error?.stackTrace ?? error?.trace;
  return { ...typeOf(error?.errorType), ...placeIn(framesOf(stack)) };
}

/** The newest frame first. Python has the newest one last. */
function framesOf(stack: unknown): readonly Frame[] {
  const list = Array.isArray(stack) ? stack : typeof stack === 'string' ? [stack] : [];
  const frames = list.flatMap((one: unknown): readonly Frame[] => {
    if (typeof one === 'string') return one.split(LINE_BREAK);
    const { path, line } = objectOf(one) ?? {};
    return typeof path === 'string' && typeof line === 'number' ? [{ path, line }] : [];
  });
  const isPython = frames.some((one) => typeof one === 'string' && /^\s*File "/.test(one));
  return isPython ? frames.reverse() : frames;
}

function placeIn(frames: readonly Frame[]): Pick<ErrorRecord, 'location'> {
  const location = locationIn(frames);
  return location === undefined ? {} : { location };
}

/** A type is shown in reports, so it must look like one. */
function typeOf(type: unknown): Pick<ErrorRecord, 'errorType'> {
  return isErrorType(type) ? { errorType: type } : {};
}

export function isErrorType(type: unknown): type is string {
  return typeof type === 'string' && /^[\w.$:<>`+-]{1,120}$/.test(type);
}

function idOf(id: unknown): Pick<ErrorRecord, 'requestId'> {
  return typeof id === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? { requestId: id } : {};
}
