// The DevTools protocol over a pipe: messages are JSON, each ended by a zero byte.

import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Throws the error that the browser returns, or one if it does not answer. */
export type Send = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

export interface DevTools {
  readonly send: Send;
  /** Resolves with the next event of this name. */
  once(method: string): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const ANSWER_MS = 60_000;

/** @param child its descriptors 3 and 4 are the pipe, to the browser and from it */
export function connect(child: ChildProcess): DevTools {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Message) => void>();
  const awaited = new Map<string, () => void>();
  const receive = (message: Message) => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method !== undefined) awaited.get(message.method)?.();
  };
  let cleanup = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (cleanup + text).split('\0');
    cleanup = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part) as Message);
  });
  input.on('error', () => undefined); // the browser has ended; the time limit reports it
  let last = 0;
  return {
    send: <T>(method: string, params: object, sessionId?: string) => {
      const id = ++last;
      return within<T>(method, (resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      });
    },
    once: (method) => within(method, (resolve) => awaited.set(method, () => resolve())),
  };
}

/** The promise, rejected if it is not settled within a minute. */
function within<T>(
  what: string,
  begin: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: no answer`)), ANSWER_MS);
    const settled = <V>(then: (value: V) => void) => {
      return (value: V) => {
        clearTimeout(timer);
        then(value);
      };
    };
    begin(settled(resolve), settled(reject));
  });
}
