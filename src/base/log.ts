// The log of a run.

import { KnownError } from './errors.ts';
import { wrapped } from './wrapped.ts';

export interface Log {
  /** Begins a collapsible group and ends the previous one. */
  group(title: string): void;
  endGroup(): void;
  line(text: string): void;
  /** Annotations, shown on the page of the run. */
  notice(text: string): void;
  warning(text: string): void;
  error(text: string): void;
}

/** Writes a sentence, on as many lines as it takes. */
export function sayWrapped(log: Pick<Log, 'line'>, text: string): void {
  for (const line of wrapped(text)) log.line(line);
}

/** Logs the stack trace of a bug, to be reported; the message of a known error is enough. */
export function logBug(log: Pick<Log, 'group' | 'endGroup' | 'line'>, error: unknown): void {
  if (error instanceof KnownError) return;
  log.group('Internal error: stack trace');
  const stack = error instanceof Error ? error.stack : undefined;
  for (const line of (stack ?? String(error)).split('\n')) log.line(line);
  log.endGroup();
}
