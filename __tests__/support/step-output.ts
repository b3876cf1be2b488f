// The output of a running step: kept whole, handed on line by line, and waited for.

import { EventEmitter, once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { Outlet } from './step-process.ts';

export interface StepOutput {
  /** Standard output and error, in the order in which they came. */
  log(): string;
  /** Resolves when the output so far fits; rejects when `end` comes first. */
  sees(pattern: RegExp, end: Promise<unknown>): Promise<void>;
}

export function collectOutput(
  { stdout, stderr }: { readonly stdout: Outlet; readonly stderr: Outlet },
  onLine: (line: string) => void = () => {},
): StepOutput {
  const grown = new EventEmitter();
  let log = '';
  for (const stream of [stdout, stderr]) {
    const lines = splitLines(onLine);
    const decoder = new StringDecoder();
    stream.on('data', (chunk: Buffer) => {
      const text = decoder.write(chunk);
      log += text;
      lines.push(text);
      grown.emit('text');
    });
    stream.once('end', lines.end);
  }
  return {
    log: () => log,
    sees: async (pattern, end) => {
      const ended = end.then(() => 'ended' as const);
      while (!pattern.test(log)) {
        const next = await Promise.race([once(grown, 'text'), ended]);
        if (next === 'ended' && !pattern.test(log)) {
          throw new Error(`the step ended without ${pattern}:\n${log}`);
        }
      }
    },
  };
}

function splitLines(onLine: (line: string) => void) {
  let rest = '';
  return {
    push: (text: string) => {
      const lines = `${rest}${text}`.split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    },
    end: () => {
      if (rest !== '') onLine(rest);
    },
  };
}
