// The values of Terraform's expressions, as far as its files tell them. Resources stay references.

import type { Body, Expression, Step } from '../hcl/hcl-model.ts';
import { referenceTo } from './callee.ts';
import { unknownBecause } from './template-scope.ts';

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'reference'; readonly path: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** What names mean: those of the module, and those of a resource with `for_each` or of a `for`. */
export interface Names {
  readonly locals: ReadonlyMap<string, Expression>;
  readonly variables: ReadonlyMap<string, Expression | undefined>;
  /** What the calling module passes. */
  readonly passed: ReadonlyMap<string, Value>;
  /** Of a module that is called; `undefined`: its files are not read. */
  readonly output: (module: string, name: string) => Value | undefined;
  /** Before every address of this module: `module.shop.`. */
  readonly prefix: string;
  /** The keys of resources with `for_each`. */
  readonly keys: (address: string) => readonly string[] | undefined;
  readonly bound: ReadonlyMap<string, Value>;
  /** Locals and variables that are being evaluated. */
  readonly open: ReadonlySet<string>;
}

export function evaluate(expression: Expression, names: Names): Value {
  switch (expression.kind) {
    case 'text':
      return expression;
    case 'template':
      return {
        kind: 'text',
        text: expression.parts.map((part) => asText(evaluate(part, names))).join(''),
      };
    case 'traversal':
      return evaluateTraversal(expression.root, expression.steps, names);
    case 'part':
      return stepInto(evaluate(expression.of, names), expression.steps, names);
    case 'list':
      return { kind: 'list', items: expression.items.map((item) => evaluate(item, names)) };
    case 'map': {
      const entries = expression.entries.map(
        ({ key, value }) => [asText(evaluate(key, names)), evaluate(value, names)] as const,
      );
      return { kind: 'map', entries: new Map(entries) };
    }
    case 'call':
      return evaluateCall(expression.name, expression.args, names);
    case 'for':
      return evaluateFor(expression, names);
    case 'conditional':
      return unknown('it depends on a condition');
    case 'operation':
      return unknown(`${expression.what} is not computed`);
  }
}

function unknown(why: string): Value {
  return { kind: 'unknown', why };
}

export function asText(value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'reference') return referenceTo(value.path);
  return value.kind === 'unknown' ? unknownBecause(value.why) : '';
}

/** Functions whose result is their argument, or has the same elements. */
const TRANSPARENT = ['toset', 'tolist', 'tomap', 'tostring', 'nonsensitive', 'sensitive', 'one'];

function evaluateCall(name: string, args: readonly Expression[], names: Names): Value {
  const [first] = args;
  if (first && TRANSPARENT.includes(name)) return evaluate(first, names);
  if (name === 'keys' && first) return keysOf(evaluate(first, names), names);
  // Of several alternatives, the first that is known.
  if (name === 'try' || name === 'coalesce') {
    const all = args.map((arg) => evaluate(arg, names));
    return all.find(({ kind }) => kind !== 'unknown') ?? unknown(`${name}() is not computed`);
  }
  return unknown(`${name}() is not computed`);
}

function keysOf(value: Value, names: Names): Value {
  const entries = entriesOf(value, names);
  if (!entries) return unknown('the keys are not known');
  return { kind: 'list', items: entries.map(([text]) => ({ kind: 'text', text })) };
}

/** The elements of a collection by their keys; `undefined`: they are not known. */
export function entriesOf(
  value: Value,
  names: Names,
): readonly (readonly [string, Value])[] | undefined {
  if (value.kind === 'map') return [...value.entries];
  if (value.kind === 'list') {
    // A set's elements are their own keys.
    return value.items.map((item) => [asText(item), item] as const);
  }
  if (value.kind !== 'reference') return undefined;
  const keys = names.keys(value.path);
  return keys?.map((key) => [key, { kind: 'reference', path: `${value.path}["${key}"]` }] as const);
}

function evaluateFor(
  { names: own, of, key, value, isFiltered }: Extract<Expression, { kind: 'for' }>,
  names: Names,
): Value {
  const entries = entriesOf(evaluate(of, names), names);
  if (!entries) return unknown('what "for" goes through is not known');
  if (isFiltered) return unknown('a condition of "for" is not computed');
  const [keyName, valueName] = own.length > 1 ? own : [undefined, own[0]];
  const made = entries.map(([entryKey, entry]) => {
    const bound = new Map(names.bound);
    if (keyName !== undefined) bound.set(keyName, { kind: 'text', text: entryKey });
    if (valueName !== undefined) bound.set(valueName, entry);
    const inner = { ...names, bound };
    return [key ? asText(evaluate(key, inner)) : '', evaluate(value, inner)] as const;
  });
  return key
    ? { kind: 'map', entries: new Map(made) }
    : { kind: 'list', items: made.map(([, item]) => item) };
}

function evaluateTraversal(root: string, steps: readonly Step[], names: Names): Value {
  const bound = names.bound.get(root);
  if (bound) return stepInto(bound, steps, names);
  const [first, ...rest] = steps;
  const name = first?.kind === 'name' ? first.name : '';
  if (root === 'local') return named(`local.${name}`, names.locals.get(name), rest, names);
  if (root === 'var' && names.passed.has(name)) {
    return stepInto(names.passed.get(name) ?? unknown(`var.${name} is not known`), rest, names);
  }
  if (root === 'var') return named(`var.${name}`, names.variables.get(name), rest, names);
  if (root === 'each' || root === 'count' || root === 'self') {
    return unknown(`${root}.${name} is not known`);
  }
  const output = root === 'module' ? outputOf(steps, names) : undefined;
  if (output) return output;
  return stepInto({ kind: 'reference', path: names.prefix + root }, steps, names);
}

/** `module.shop.function_arn`, if the module's files are read. */
function outputOf(steps: readonly Step[], names: Names): Value | undefined {
  // A module with `count` or `for_each` has an index after its name.
  const [first, ...others] = steps;
  const [second, ...rest] = others[0]?.kind === 'index' ? others.slice(1) : others;
  if (first?.kind !== 'name' || second?.kind !== 'name') return undefined;
  const value = names.output(first.name, second.name);
  return value && stepInto(value, rest, names);
}

function named(
  label: string,
  expression: Expression | undefined,
  steps: readonly Step[],
  names: Names,
): Value {
  if (!expression) return unknown(`${label} has no value in these files`);
  if (names.open.has(label)) return unknown(`${label} depends on itself`);
  const inner = { ...names, bound: new Map(), open: new Set([...names.open, label]) };
  return stepInto(evaluate(expression, inner), steps, names);
}

function stepInto(value: Value, steps: readonly Step[], names: Names): Value {
  let at = value;
  for (const step of steps) at = oneStep(at, step, names);
  return at;
}

function oneStep(value: Value, step: Step, names: Names): Value {
  if (value.kind === 'unknown') return value;
  if (step.kind === 'splat') return value;
  const key = step.kind === 'name' ? step.name : asText(evaluate(step.index, names));
  if (value.kind === 'map') return value.entries.get(key) ?? unknown(`there is no "${key}"`);
  if (value.kind === 'list') return value.items[Number(key)] ?? unknown(`there is no [${key}]`);
  if (value.kind === 'text') return unknown(`"${value.text}" has no "${key}"`);
  const isNumber = /^\d+$/.test(key);
  const index = isNumber ? `[${key}]` : `["${key}"]`;
  return { kind: 'reference', path: value.path + (step.kind === 'name' ? `.${key}` : index) };
}

/** The names that the files of one module give. */
export function namesIn(
  bodies: readonly Body[],
): Pick<Names, 'locals' | 'variables' | 'bound' | 'open'> {
  const blocks = bodies.flatMap((body) => body.blocks);
  const locals = blocks
    .filter(({ type }) => type === 'locals')
    .flatMap(({ body }) => [...body.attributes].map(([name, { value }]) => [name, value] as const));
  const variables = blocks
    .filter(({ type }) => type === 'variable')
    .map(({ labels, body }) => [labels[0] ?? '', body.attributes.get('default')?.value] as const);
  return {
    ...{ locals: new Map(locals), variables: new Map(variables) },
    ...{ bound: new Map(), open: new Set() },
  };
}
