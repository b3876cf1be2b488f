// Compares what a record of a stage claims with the inputs of this run.

import type { RolloutRecord } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { quoted, unnamedFunctions } from '../claim.ts';
import { endsIn, parseLambdaUri, withQualifier } from './integration.ts';
import { type DraftChange, type StageRecord, stageOf } from './stage-record.ts';
import { variableOf } from './stage-state.ts';

export interface RequestedStage {
  readonly functions: readonly string[];
  /** Stage variables in the input stage-variable-overrides. */
  readonly variables: readonly string[];
  /** Whether the input api-definition is set. */
  readonly imports?: boolean;
}

/** What the record would change that the inputs do not name, as part of a sentence; `undefined`: nothing. */
export function beyondStage(record: RolloutRecord, asked: RequestedStage): string | undefined {
  const unnamed = unnamedFunctions(record, asked.functions, (name) => name);
  if (unnamed !== undefined) return unnamed;
  const target = stageOf(record);
  if (target.imported && !asked.imports) {
    return "it has replaced the API's draft as well, which this run does not name; expected api-definition";
  }
  const unnamedVariables = Object.keys(target.overrides).filter(
    (name) => !asked.variables.includes(name) && !isVersionOf(target, name, record.functions),
  );
  return unnamedVariables.length === 0
    ? undefined
    : `it sets the stage variable ${quoted(unnamedVariables)} as well, which this run does not name; expected it in stage-variable-overrides`;
}

/**
 * Whether a variable changes only from one version of a released function to the other. The text before the version
 * may be the function, or the end of its name: `7`, `orders:7`, `arn:…:orders:7`.
 */
export function isVersionOf(
  { variables, overrides }: StageRecord,
  variable: string,
  functions: readonly FunctionChange[],
): boolean {
  const [before, after] = [variableOf(variables, variable), variableOf(overrides, variable)];
  return functions.some(({ name, from, to }) => {
    if (after === null || !after.endsWith(to)) return false;
    const prefix = after.slice(0, -to.length);
    const called = prefix.slice(0, -1).replace(/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/, '');
    const fits = prefix === '' || (prefix.endsWith(':') && called !== '' && name.endsWith(called));
    return fits && before === prefix + from;
  });
}

/**
 * The function whose version an integration is rewritten to; `undefined`: the rewrite is not one that a release
 * makes. The draft may have named another version than the one that serves.
 *
 * @param variables of the stage as it was before
 */
export function rewrittenFor(
  { from, to }: DraftChange,
  functions: readonly FunctionChange[],
  variables: Readonly<Record<string, string>>,
): FunctionChange | undefined {
  const before = parseLambdaUri(from, variables);
  return functions.find(
    (change) =>
      before?.functionName === change.name &&
      before.qualifier !== undefined &&
      /^\d+$/.test(before.qualifier) &&
      endsIn(from, before.qualifier) &&
      withQualifier(from, change.to) === to,
  );
}
