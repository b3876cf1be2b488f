// The INPUT_* variables as GitHub sets them, and those among them that no input of this action is.

import { firstOf } from '../base/listed.ts';
import { didYouMean } from '../base/suggest.ts';
import { type InputSchema, schemaOf } from './schema.ts';
import type { TargetInputKind } from './target-inputs.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** The variable names of the runner: upper case, spaces as underscores, hyphens unchanged. */
export function inputText(env: Env, name: string): string {
  return (env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '').trim();
}

/** Inputs that this action does not have. A known name may have been meant. */
function unknownInputs(env: Env, { inputs }: InputSchema) {
  const known = Object.keys(inputs);
  return Object.keys(env)
    .filter((key) => key.startsWith('INPUT_'))
    .map((key) => key.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !known.includes(name))
    .map((name) => ({ name: name.slice(0, 60), meant: didYouMean(name, known) }));
}

/** act also passes the inputs of an outer composite action, which may have similar names. */
function mayBeOfOthers(env: Env, meant: string): boolean {
  return meant === '' || env.ACT === 'true';
}

export function misspelledInputs(env: Env, schema: InputSchema): string[] {
  return unknownInputs(env, schema)
    .filter(({ meant }) => !mayBeOfOthers(env, meant))
    .map(({ name, meant }) => `${name}: this action has no such input.${meant}`);
}

/** Unknown inputs that are probably not meant for this action: a warning for each. */
export function strayInputs(env: Env, kinds: readonly TargetInputKind[]): readonly string[] {
  const stray = unknownInputs(env, schemaOf(kinds)).filter(({ meant }) =>
    mayBeOfOthers(env, meant),
  );
  return firstOf(
    stray.map(
      ({ name, meant }) => `${name}: this action has no such input, so it is ignored.${meant}`,
    ),
  );
}

/** What GitHub makes of a list or an object whose expression is the whole value. */
export function convertedInputs(env: Env, { inputs }: InputSchema): string[] {
  return Object.keys(inputs)
    .filter((name) => ['Array', 'Object'].includes(inputText(env, name)))
    .map(
      (name) =>
        `${name}: "${inputText(env, name)}" is what GitHub makes of a value of fromJSON; expected a text, such as \${{ join(fromJSON(…), ',') }}`,
    );
}
