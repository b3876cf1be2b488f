// `[ip, user, ..., status = 5*, bytes > 1000]`: conditions on the fields of a line whose fields have spaces between
// them. The text in square brackets or in quotation marks is one field.

import {
  type ComparisonRules,
  type Condition,
  readComparison,
  readCondition,
} from './condition.ts';
import { invalidPattern } from './invalid.ts';
import { Reader, type Token, tokensOf } from './tokens.ts';

interface Field {
  readonly kind: 'field' | 'ellipsis';
  readonly condition: Condition<string>;
}

/** A field is text, so that its number is the only way to compare it as one. */
const RULES: ComparisonRules = { readsNumbersInTexts: true };

export function compileDelimited(pattern: string): (message: string) => boolean {
  if (!pattern.endsWith(']')) throw invalidPattern();
  const fields = split(tokensOf(pattern.slice(1, -1))).map(fieldOf);
  const gap = fields.findIndex(({ kind }) => kind === 'ellipsis');
  if (fields.filter(({ kind }) => kind === 'ellipsis').length > 1) throw invalidPattern();
  const head = gap === -1 ? fields : fields.slice(0, gap);
  const tail = gap === -1 ? [] : fields.slice(gap + 1);
  const named = head.length + tail.length;
  return (message) => {
    const values = fieldsIn(message);
    if (gap === -1 ? values.length !== named : values.length < named) return false;
    const last = values.slice(values.length - tail.length);
    return matchEach(head, values) && matchEach(tail, last);
  };
}

const matchEach = (fields: readonly Field[], values: readonly string[]) =>
  fields.every(({ condition }, i) => condition(values[i] ?? ''));

/** The tokens between commas. */
function split(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const fields: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sign' && token.sign === ',') fields.push([]);
    else fields.at(-1)?.push(token);
  }
  return fields;
}

function fieldOf(tokens: readonly Token[]): Field {
  const any: Condition<string> = () => true;
  const [first, ...others] = tokens;
  const isEllipsis = first?.kind === 'word' && /^(\.\.\.|…)$/.test(first.text);
  if (isEllipsis && others.length === 0) return { kind: 'ellipsis', condition: any };
  if (!first) return { kind: 'field', condition: any };
  if (first.kind === 'word' && others.length === 0) {
    requireName(first.text);
    return { kind: 'field', condition: any };
  }
  const reader = new Reader(tokens);
  const condition = readCondition<string>(reader, (inner) => {
    requireName(inner.word());
    return readComparison(inner, RULES);
  });
  if (!reader.isAtEnd) throw invalidPattern();
  return { kind: 'field', condition };
}

function requireName(name: string): void {
  if (!/^\w[\w-]*$/.test(name)) throw invalidPattern();
}

const fieldsIn = (message: string): readonly string[] =>
  [...message.matchAll(/\[([^\]]*)\]|"([^"]*)"|(\S+)/g)].map(
    ([, bracketed, quoted, plain]) => bracketed ?? quoted ?? plain ?? '',
  );
