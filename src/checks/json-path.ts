// A small part of JSONPath (RFC 9535): the root, members, elements of a list, and where it is allowed, all of them. It is
// implemented exactly, and everything else is refused: a path that is understood in another way than it was meant tests
// nothing.

import { parseJson } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';

export type PathStep =
  | { readonly kind: 'member'; readonly name: string }
  /** Negative: from the end. */
  | { readonly kind: 'element'; readonly index: number }
  /** All members or elements. */
  | { readonly kind: 'all' };

export interface JsonPath {
  readonly text: string;
  readonly steps: readonly PathStep[];
}

/** `one`: it leads to one place. `several`: `[*]` and `.*` are allowed, and elements are counted from the start. */
export type PathKind = 'one' | 'several';

export const PATH_FORMS = "$, .name, ['any name'], [0] and [-1]";

const LONGEST = 512;

/** RFC 9535, "member-name-shorthand". */
const NAME = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*/;
const INDEX = /^\[\s*(0|-?[1-9]\d{0,8})\s*\]/;
const QUOTED = /^\[\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\]/s;
const ALL = /^(?:\.\*|\[\s*\*\s*\])/;

/** @returns the path, or what is wrong with it */
export function parseJsonPath(text: string, kind: PathKind = 'one'): JsonPath | string {
  const expected = kind === 'one' ? PATH_FORMS : `${PATH_FORMS.replace(' and [-1]', '')} and [*]`;
  const wrong = (why: string) => `${quote(text)} ${why}; expected a path of ${expected}`;
  if (text.length > LONGEST) return wrong(`is longer than ${LONGEST} characters`);
  if (!text.startsWith('$')) return wrong('does not begin with $');
  const steps: PathStep[] = [];
  let rest = text.slice(1);
  while (rest !== '') {
    const found = nextStep(rest);
    if (typeof found === 'string') return wrong(found);
    const problem = refused(found.step, kind);
    if (problem !== undefined) return wrong(problem);
    steps.push(found.step);
    rest = rest.slice(found.length);
  }
  return { text, steps };
}

function refused(step: PathStep, kind: PathKind): string | undefined {
  if (kind === 'one') return step.kind === 'all' ? 'leads to several values' : undefined;
  return step.kind === 'element' && step.index < 0 ? 'counts from the end' : undefined;
}

interface Found {
  readonly step: PathStep;
  readonly length: number;
}

function nextStep(rest: string): Found | string {
  const [all] = ALL.exec(rest) ?? [];
  if (all !== undefined) return { step: { kind: 'all' }, length: all.length };
  const [element, index] = INDEX.exec(rest) ?? [];
  if (element !== undefined) {
    return { step: { kind: 'element', index: Number(index) }, length: element.length };
  }
  const [bracket, quoted = ''] = QUOTED.exec(rest) ?? [];
  if (bracket !== undefined) {
    const name = unquoted(quoted);
    return name === undefined
      ? `has the name ${quoted}, which is not understood`
      : { step: { kind: 'member', name }, length: bracket.length };
  }
  if (rest.startsWith('..')) return 'searches at any depth (..)';
  const [name] = rest.startsWith('.') ? (NAME.exec(rest.slice(1)) ?? []) : [];
  if (name !== undefined) return { step: { kind: 'member', name }, length: name.length + 1 };
  if (/^\[\s*\?/.test(rest)) return 'has a filter ([?…])';
  if (/^\[[^\]]*[:,]/.test(rest)) return 'has a slice or a list of selectors';
  return `is not understood from ${quote(rest)} on`;
}

/** A name in quotes; between single ones, `\'` stands for one. */
function unquoted(text: string): string | undefined {
  const inner = text.slice(1, -1);
  const json = text.startsWith('"')
    ? text
    : `"${inner.replace(/\\'|"|\\./gs, (part) => (part === "\\'" ? "'" : part === '"' ? '\\"' : part))}"`;
  const name = parseJson(json);
  return typeof name === 'string' ? name : undefined;
}

/** What a path leads to; `undefined`: nothing. JSON has no `undefined` itself. */
export function valueAt({ steps }: JsonPath, json: unknown): unknown {
  return steps.reduce(within, json);
}

function within(value: unknown, step: PathStep): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (step.kind === 'element') {
    return Array.isArray(value) ? value.at(step.index) : undefined;
  }
  if (step.kind === 'all' || Array.isArray(value) || !Object.hasOwn(value, step.name)) {
    return undefined;
  }
  return (value as Readonly<Record<string, unknown>>)[step.name];
}

/** Where a value is: names and indexes from the root on. */
export type Location = readonly (string | number)[];

/** Whether a path leads to this place, or to something around it. */
export function covers({ steps }: JsonPath, location: Location): boolean {
  return (
    steps.length <= location.length &&
    steps.every((step, i) => {
      if (step.kind === 'all') return true;
      return (step.kind === 'member' ? step.name : step.index) === location[i];
    })
  );
}

/** `$.items[0]['a b']`. */
export function formatLocation(location: Location): string {
  const parts = location.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    return NAME.exec(part)?.[0] === part ? `.${part}` : `['${part.replace(/[\\']/g, '\\$&')}']`;
  });
  return `$${parts.join('')}`;
}
