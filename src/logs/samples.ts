// The lines that show why a function failed, for `log-samples: true`: the message and the newest frames of what a
// runtime reported, masked. Nothing else of a log is shown: what a function writes itself may have whole requests in it.

import { parseJson } from '../base/foreign-text.ts';
import { readErrorRecord } from './error-record.ts';
import { scrub } from './scrub.ts';

const MOST_LINES = 3;

/** Empty if the event is not the record of a failure. */
export function samplesIn(message: string): readonly string[] {
  if (!readErrorRecord(message)) return [];
  const object = objectIn(message);
  const [title, ...frames] = object ? partsOf(object) : partsIn(message);
  return [withoutContent(title ?? ''), ...frames]
    .slice(0, MOST_LINES)
    .map(scrub)
    .filter((line) => line !== '');
}

/** A message may end with a document, such as the body of a request or of a response. */
function withoutContent(title: string): string {
  return title.slice(0, MOST_READ).replace(/(?:[{[]\s{0,9}["{[\\]|<[a-z!?/]).*$/is, '…');
}

const MOST_READ = 2_000;

type Fields = Readonly<Record<string, unknown>>;

/** The object that a record is, or that it ends with. */
function objectIn(message: string): Fields | undefined {
  const start = message.indexOf('{');
  const found = start < 0 ? undefined : fieldsOf(parseJson(message.slice(start)));
  if (!found) return undefined;
  return [found.reason, found.message, found]
    .map(fieldsOf)
    .find((one) => typeof one?.errorType === 'string');
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

const LINE_BREAK = /\r\n|\r|\n/;
const FRAME = /^\s*(?:at |File "|from |\/)/;

/** Errors of Node.js have all their members in the record, of which some are requests. */
function partsOf({ errorType, errorMessage, stack, stackTrace, trace }: Fields): string[] {
  const [text = ''] = typeof errorMessage === 'string' ? errorMessage.split(LINE_BREAK, 1) : [];
  const frames = [stack ?? stackTrace ?? trace ?? []].flat();
  const lines = frames.flatMap((frame) =>
    typeof frame === 'string' ? frame.split(LINE_BREAK) : [],
  );
  return [`${errorType}: ${text}`, ...framesIn(lines)];
}

/** Without the time, the ID of the request and the level, which come first. */
function partsIn(message: string): string[] {
  const lines = message.split(LINE_BREAK);
  const [head = ''] = lines;
  const title = head.replace(/^\[ERROR\] |^[\dTZ:.-]{20,30}\t[\w-]{1,64}\t\w{1,12}\t/, '');
  return [title, ...framesIn(lines.slice(1))];
}

/** The newest first, as all but Python write them. */
function framesIn(lines: readonly string[]): string[] {
  const frames = lines.filter((line) => FRAME.test(line));
  return frames.some((line) => /^\s*File "/.test(line)) ? frames.reverse() : frames;
}
