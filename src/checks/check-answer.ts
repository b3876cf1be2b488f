// What a check received: the response to a request, or the result of a function.

import { parseJson } from '../base/foreign-text.ts';

export interface Answer {
  /** `undefined`: the result of a function that was invoked with an event of the user's. */
  readonly status: number | undefined;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: AnswerBody;
  /** From the request to the end of the response. */
  readonly milliseconds: number;
}

export type AnswerBody =
  | { readonly kind: 'text'; readonly text: string }
  /** Why it cannot be tested; completes "the body …". */
  | { readonly kind: 'unread'; readonly why: string };

/** Bytes of a body, decompressed, that are read. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export const TOO_LARGE: AnswerBody = {
  kind: 'unread',
  why: 'has more than 1 MiB, which is the most that is read',
};

/** The JSON of a body, or why there is none; completes "the body …". */
export function jsonIn(body: AnswerBody): { readonly json: unknown } | { readonly why: string } {
  if (body.kind === 'unread') return body;
  if (body.text.trim() === '') return { why: 'is empty' };
  const json = parseJson(body.text);
  return json === undefined ? { why: `is not JSON (${sizeText(body.text)})` } : { json };
}

export function sizeText(text: string): string {
  const bytes = Buffer.byteLength(text);
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}
