// When an input has an effect. One that nothing uses is a mistake of whoever set it: it is refused, and not
// dropped without a word. The tables are total, so that no input can be declared without an answer.

import type { Declaration } from './declaration.ts';

/** @template V the parsed values of the inputs that a condition reads */
export type Effect<V = Readonly<Record<string, unknown>>> = 'always' | 'by command' | Need<V>;

/** What else must be set. */
export interface Need<V> {
  /** Invalid values are missing, and reported elsewhere: without them, the need counts as met. */
  isMet(values: Partial<V>): boolean;
  /** Completes "it has no effect …": `without alarms`. */
  readonly otherwise: string;
  /** Completes "expected …": `alarms`. */
  readonly expected: string;
}

/** The effects of these inputs, by name. */
export type Effects<Name extends string = string, V = Readonly<Record<string, unknown>>> = Readonly<
  Record<Name, Effect<V>>
>;

const BEGINNING: readonly unknown[] = ['rollout', 'start', 'plan'];

/** No other command is stopped by an input without effect: a rollback does not wait for tidy inputs. */
export function beginsRelease({ command }: Readonly<Record<string, unknown>>): boolean {
  return BEGINNING.includes(command);
}

export interface IdleInput {
  readonly name: string;
  /** A sentence without its end. */
  readonly words: string;
}

/**
 * Inputs that nothing uses, although they are set to another value than their default.
 *
 * @param isGiven whether the text of an input is not empty
 */
export function idleInputs(
  effects: Effects,
  declared: Readonly<Record<string, Declaration>>,
  values: Readonly<Record<string, unknown>>,
  isGiven: (name: string) => boolean,
): readonly IdleInput[] {
  if (!beginsRelease(values)) return [];
  return Object.entries(effects).flatMap(([name, effect]) => {
    if (typeof effect === 'string' || effect.isMet(values)) return [];
    const value = values[name];
    if (!isGiven(name) || value === undefined || isDefault(declared[name], value)) return [];
    const words = `${name}: it has no effect ${effect.otherwise}; expected ${effect.expected}, or no ${name}`;
    return [{ name, words }];
  });
}

function isDefault(declaration: Declaration | undefined, value: unknown): boolean {
  const parsed = declaration?.type.parse(declaration.default, '');
  return parsed?.ok === true && JSON.stringify(parsed.value) === JSON.stringify(value);
}
