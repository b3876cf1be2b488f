// The log of the command line: plain lines, in which no CI finds a command, and without secrets.

import type { Log } from '../base/log.ts';
import { withoutSecrets } from '../base/without-secrets.ts';

export interface MaskedLog extends Log {
  /** Hides a text in everything that is written from now on. */
  mask(secret: string): void;
  /** The text as it may be written to a file, too. */
  masked(text: string): string;
  /** Writes a text of several lines as it is, such as a table. */
  text(lines: string): void;
}

/** Where the lines go. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** Shorter texts would be hidden in half of the log. */
const SHORTEST = 4;

export function createPlainLog({ out, err }: Streams): MaskedLog {
  const secrets = new Set<string>();
  const masked = (text: string) => (secrets.size === 0 ? text : withoutSecrets(text, [...secrets]));
  const line = (write: (text: string) => void, text: string) =>
    write(`${harmless(masked(text))}\n`);
  const several = (word: string, write: (text: string) => void) => (text: string) => {
    const [first = '', ...rest] = text.split(/\r?\n/);
    line(write, `${word}${first}`);
    for (const each of rest) line(write, `  ${each}`);
  };
  return {
    mask: (secret) => {
      // A secret of several lines is written line by line.
      for (const part of secret.split(/\r?\n/)) {
        if (part.trim().length >= SHORTEST) secrets.add(part.trim());
      }
    },
    masked,
    text: (lines) => {
      for (const each of lines.replace(/\n$/, '').split('\n')) line(out, each);
    },
    group: (title) => line(out, `== ${title}`),
    endGroup: () => undefined,
    line: (text) => line(out, oneLineOf(text)),
    notice: several('', out),
    warning: several('warning: ', out),
    error: several('error: ', err),
  };
}

function oneLineOf(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

/**
 * External text must not become a command of the CI that reads the log: `::name::` at the start of a line and `##[name]`
 * (GitHub), `##vso[name]` (Azure Pipelines), `##teamcity[name]` anywhere, and the escape sequences of a terminal, with
 * which GitLab's log also folds sections.
 */
export function harmless(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u0080-\u009F]/g, '')
      .replace(/##(?=\w*\[)/g, '##\u200B')
      .replace(/^([\s\u0085]*):(?=:)/, '$1:\u200B')
  );
}
