// What is remembered is a claim: whoever may write tags may write a record. It is compared with what this
// run was asked to release, for no more than that is ever touched (decision 17).

import type { RolloutRecord, StageRecord } from '../rollout/record.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { endsIn, parseLambdaUri, withQualifier } from './stage/integration.ts';
import { variableOf } from './stage/stage-state.ts';

/** What this run was asked to release. */
export interface AskedFor {
  readonly kind: RolloutRecord['target']['kind'];
  /** The alias of each function, by its name; `undefined` on a stage. */
  readonly functions: Readonly<Record<string, string | undefined>>;
  /** Stage variables that the input stage-variable-overrides names. */
  readonly variables: readonly string[];
}

/** What the record would have touched that was not asked for, for a sentence; `undefined`: nothing. */
export function beyondAsked(record: RolloutRecord, asked: AskedFor): string | undefined {
  const { functions, target } = record;
  const others = functions.filter(({ name }) => !Object.hasOwn(asked.functions, name));
  if (others.length > 0) {
    const label = ({ name }: FunctionChange) =>
      target.kind === 'alias' ? `${name}:${target.aliases[name]}` : name;
    return `it releases ${listed(others.map(({ name }) => name))} as well, which this run does not name; expected functions: ${functions.map(label).join(', ')}`;
  }
  if (target.kind === 'alias') {
    const moved = functions.find(({ name }) => target.aliases[name] !== asked.functions[name]);
    return moved && otherAlias(moved.name, target.aliases[moved.name], asked);
  }
  const strange = Object.keys(target.overrides).filter(
    (name) => !asked.variables.includes(name) && !isVersionOf(target, name, functions),
  );
  return strange.length === 0
    ? undefined
    : `it sets the stage variable ${listed(strange)} as well, which this run does not name; expected it in stage-variable-overrides`;
}

function otherAlias(name: string, theirs: string | undefined, { functions }: AskedFor): string {
  return `it moves the alias ${name}:${theirs}, and this run names ${name}:${functions[name]}; expected functions: ${name}:${theirs}`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/**
 * Whether a variable goes from one version of a released function to the other, and nothing else. Before
 * the version it may hold the function, or the end of its name: `7`, `orders:7`, `arn:…:orders:7`.
 */
function isVersionOf(
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
 * The function whose version an integration is rewritten to; `undefined`: it is rewritten in another way
 * than a release does. The draft may have named another version than the one that is served.
 *
 * @param variables of the stage as it was before
 */
export function rewrittenFor(
  { from, to }: StageRecord['drafts'][number],
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
