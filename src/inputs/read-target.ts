// Which kind of target the inputs name: a REST API's stage, or aliases of functions.

import type { TargetInputs } from './inputs.ts';
import { type InputName, membersOf, STAGE_ONLY, type Values } from './schema.ts';
import type { FunctionInput } from './values.ts';

/**
 * @param textOf what was given for an input, empty when nothing was
 * @returns `undefined` when there are problems
 */
export function readTarget(
  values: Partial<Values>,
  functions: readonly FunctionInput[],
  textOf: (name: InputName) => string,
  problems: string[],
): TargetInputs | undefined {
  const before = problems.length;
  const aliased = textOf('alias') !== '' || functions.some((f) => f.alias !== undefined);
  if (aliased) checkAlias(functions, textOf, problems);
  else checkStage(textOf, problems);
  if (problems.length > before) return undefined;
  return aliased
    ? { kind: 'alias', ...membersOf('alias', values as Values) }
    : stageInputs(values as Values);
}

/** The function's own alias, or that of all. */
export function withAlias(input: FunctionInput, { alias }: Partial<Values>): FunctionInput {
  return { ...input, alias: input.alias ?? alias };
}

function checkStage(textOf: (name: InputName) => string, problems: string[]): void {
  const fromFile = textOf('template') !== '' || textOf('appspec') !== '';
  // A file that named no functions has its own problems, which are said.
  if (
    fromFile &&
    ['rest-api-id', 'stage-name', 'functions'].every((n) => textOf(n as InputName) === '')
  )
    return;
  for (const name of ['rest-api-id', 'stage-name'] as const) {
    if (textOf(name) !== '') continue;
    problems.push(
      `${name}: it is missing or empty; expected rest-api-id and stage-name for the canary of a stage, or functions and alias`,
    );
  }
}

function checkAlias(
  functions: readonly FunctionInput[],
  textOf: (name: InputName) => string,
  problems: string[],
): void {
  const meaningless = STAGE_ONLY.filter((name) => textOf(name) !== '');
  if (meaningless.length > 0) {
    problems.push(
      `alias: ${meaningless.join(', ')} ${meaningless.length === 1 ? 'is' : 'are'} for the canary of a stage; expected either a stage or an alias`,
    );
  }
  if (textOf('functions') === '') {
    problems.push('functions: it is empty; expected the functions whose alias is to be moved');
  }
  const bare = functions.filter((f) => f.alias === undefined);
  if (bare.length > 0 && textOf('alias') === '') {
    problems.push(
      `alias: ${bare.map((f) => `"${f.name}"`).join(', ')} has none, while others have; expected alias, or ${bare[0]?.name}:ALIAS`,
    );
  }
}

function stageInputs(values: Values): TargetInputs {
  return { kind: 'stage', ...membersOf('stage', values), shadowStage: shadowOf(values) };
}

/** `true` stands for a name that follows the stage's. */
function shadowOf(values: Values): string | undefined {
  const { 'shadow-stage': shadow, 'stage-name': stageName } = values;
  return shadow === true ? `${stageName}-canary-shadow` : shadow || undefined;
}
