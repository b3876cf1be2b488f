// `ERROR "Task timed out" -Health`: every term must be in the log event, and no term after a minus sign. Of terms
// after question marks, one is enough.

import { invalidPattern, invalidTerm } from './invalid.ts';
import { compileRegex } from './regex.ts';
import { unescaped } from './tokens.ts';

const TERM = /\s*(?<mark>[?-]?)\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<word>[^\s"]+))/y;

interface Terms {
  readonly required: readonly string[];
  readonly excluded: readonly string[];
  readonly optional: readonly string[];
}

export function compileTerms(pattern: string): (message: string) => boolean {
  const [, regex] = /^%(.*)%$/s.exec(pattern) ?? [];
  if (regex !== undefined) {
    const compiled = compileRegex(regex);
    return (message) => compiled.test(message);
  }
  const { required, excluded, optional } = readTerms(pattern);
  // Beside other terms, those after question marks are ignored (user guide, "Match terms").
  const isChoice = optional.length > 0 && required.length === 0 && excluded.length === 0;
  return (message) =>
    required.every((term) => message.includes(term)) &&
    !excluded.some((term) => message.includes(term)) &&
    (!isChoice || optional.some((term) => message.includes(term)));
}

function readTerms(pattern: string): Terms {
  const terms: Record<'required' | 'excluded' | 'optional', string[]> = {
    required: [],
    excluded: [],
    optional: [],
  };
  TERM.lastIndex = 0;
  while (TERM.lastIndex < pattern.length) {
    const groups = TERM.exec(pattern)?.groups;
    if (!groups) throw invalidPattern();
    const { mark, quoted, word = '' } = groups;
    // Anything but letters, digits and underscores needs quotation marks (user guide).
    if (quoted === undefined && !/^\w+$/.test(word)) throw invalidTerm(word);
    const kind = mark === '-' ? 'excluded' : mark === '?' ? 'optional' : 'required';
    terms[kind].push(quoted === undefined ? word : unescaped(quoted));
  }
  return terms;
}
