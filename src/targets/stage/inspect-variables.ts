// Preflight of the stage variables that the canary changes: what else depends on them, and whether API Gateway may
// invoke everything that they lead to.

import { accountOf } from '../../aws/arns.ts';
import { nameOf } from '../../aws/definition-calls.ts';
import { whyNotReady } from '../../aws/readiness.ts';
import { known } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { isDenied } from '../lambda/invoke-policy.ts';
import { notePolicyAccess } from '../lambda/read-policies.ts';
import { changedCalls, unclearCalls } from './call-notes.ts';
import { idleOverrides, overridesInWords, readersInWords, strayDependents } from './dependents.ts';
import type { FunctionFacts } from './inspect-functions.ts';
import type { StageFacts } from './inspect-stage.ts';
import { parseLambdaUri } from './integration.ts';
import { type MovedCall, movedCalls } from './moved-calls.ts';
import { releasedDefinition, withResponses } from './released-definition.ts';
import type { StageBound } from './stage-context.ts';
import {
  describeRefusals,
  findRefusals,
  type InvokedVersion,
  qualifierInWords,
  sourceArns,
} from './stage-prepare.ts';

/** What the canary will call in addition to the released functions, and the stage does not call now. */
export interface MovedFacts extends InvokedVersion {
  /** Of the function. */
  readonly arn: string;
  /** Whether API Gateway already has the permission. */
  readonly mayCall: boolean;
}

export async function inspectVariables(
  bound: StageBound,
  { draft, served, reading }: StageFacts,
  released: readonly FunctionInput[],
  facts: readonly FunctionFacts[],
  findings: Problems,
): Promise<readonly MovedFacts[]> {
  const { overrides, definition } = bound.inputs;
  const { variables } = reading.state;
  const wirings = facts.map(({ wiring }) => wiring);
  const held = wirings.flatMap((wiring) => (wiring.kind === 'variable' ? [wiring.variable] : []));
  const names = [...new Set([...held, ...Object.keys(overrides)])];
  const asked = releasedDefinition(bound.inputs, { draft, served });
  // A variable that the stage has needs no other reader.
  const [when, unsure] =
    definition === 'draft'
      ? (['always', names] as const)
      : (['if needed', names.filter((name) => !Object.hasOwn(variables, name))] as const);
  const read = await withResponses(bound.api, asked, unsure, when, findings.notes);
  const calls = read.integrations;
  const moves = { served: served?.integrations ?? calls, released: calls, variables, overrides };
  const functions = released.map(({ name }) => name);
  const moved = movedCalls(moves, functions);
  findings.problems.push(
    ...otherFunctions(facts, variables),
    ...strayDependents(wirings, { integrations: calls }, variables).map(
      (words) => `functions: ${words}`,
    ),
    ...contradictions(facts, overrides),
    ...idleOverrides(overrides, read, variables, definition === 'deployed' ? draft : undefined),
    ...moved.problems,
  );
  findings.notes.push(
    ...unclearCalls(moves),
    ...changedCalls(moves, functions),
    ...overridesInWords(overrides, calls, variables),
    ...readersInWords(names, read.readers),
  );
  const [first] = facts;
  const account = first && accountOf(first.arn);
  const called: MovedFacts[] = [];
  for (const call of moved.calls) {
    const fact = await inspectCall(bound, call, account, findings);
    if (fact) called.push(fact);
  }
  return called;
}

/** Calls of another function with the same name as a released one. */
function otherFunctions(
  facts: readonly FunctionFacts[],
  variables: Readonly<Record<string, string>>,
): readonly string[] {
  return facts.flatMap(({ input: { name }, arn, wiring: { integrations } }) =>
    integrations.flatMap((integration) => {
      const uri = parseLambdaUri(integration.uri, variables);
      const elsewhere = uri && whereElse(uri, placeIn(arn));
      if (elsewhere === undefined) return [];
      return [
        `functions: ${nameOf(integration)} calls a "${name}" ${elsewhere}, but the job uses ${arn}; expected a function of the job's own account and region`,
      ];
    }),
  );
}

/** Overrides of a variable that a release sets to another value, or to one that is not known yet. */
function contradictions(
  facts: readonly FunctionFacts[],
  overrides: Readonly<Record<string, string>>,
): readonly string[] {
  return facts.flatMap(({ input: { name, version }, wiring }) => {
    if (wiring.kind !== 'variable' || !Object.hasOwn(overrides, wiring.variable)) return [];
    if (version !== undefined && overrides[wiring.variable] === wiring.prefix + version) return [];
    return [
      `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; omit it`,
    ];
  });
}

/** What only the draft leads to may be inaccessible to this job; what the inputs name may not. */
async function inspectCall(
  { api, functions, inputs }: StageBound,
  call: MovedCall,
  account: string | undefined,
  findings: Problems,
): Promise<MovedFacts | undefined> {
  const { functionName, qualifier, integrations, by } = call;
  const route = integrations[0] ? nameOf(integrations[0]) : '';
  const will = `${by}: ${route} will call ${qualifierInWords(functionName, qualifier)}`;
  const unseen = (why: string) => {
    const list = by === 'definition' ? findings.notes : findings.problems;
    list.push(`${will}, ${why}`);
    return undefined;
  };
  const place = account === undefined ? undefined : { account, region: api.place.region };
  const elsewhere = whereElse(call, place ?? { region: api.place.region });
  if (elsewhere !== undefined) return unseen(`which is ${elsewhere}; ${OUT_OF_SIGHT}`);
  try {
    const which = qualifier === '$LATEST' ? undefined : qualifier;
    const reading = await functions.read(functionName, which);
    if (!reading) {
      const what = `which does not exist in ${api.place.region}; expected an existing version or alias`;
      if (call.account !== undefined && account === undefined) return unseen(what);
      findings.problems.push(`${will}, ${what}`);
      return undefined;
    }
    const other = whereElse(call, placeIn(reading.arn));
    if (other !== undefined) return unseen(`which is ${other}; ${OUT_OF_SIGHT}`);
    const why = whyNotReady(reading);
    if (why !== undefined) findings.problems.push(`${will}, which ${why}`);
    const arn = reading.arn.split(':').slice(0, 7).join(':');
    const invoked = {
      functionName,
      version: qualifier,
      sourceArns: sourceArns(api, arn, integrations),
    };
    const refused = await findRefusals(functions, api, invoked);
    if (refused.some(isDenied) || (refused.length > 0 && inputs.invokePermission === 'check')) {
      const missing = describeRefusals(api.place, invoked, refused);
      findings.problems.push(`invoke-permission: ${missing}`);
    }
    await notePolicyAccess(functions, arn, findings);
    return { ...invoked, arn, mayCall: refused.length === 0 };
  } catch (error) {
    return unseen(
      `and the action could not check whether that is possible: ${known(error).message}`,
    );
  }
}

const OUT_OF_SIGHT = 'the job can check only its own account and region';

interface FunctionPlace {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

function placeIn(arn: string): FunctionPlace {
  return { account: accountOf(arn), region: arn.split(':')[3] };
}

/** The location of the function in the URI, if it is another one. */
function whereElse(meant: FunctionPlace, there: FunctionPlace): string | undefined {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  if (differ(meant.account, there.account)) return `in account ${meant.account}`;
  return differ(meant.region, there.region) ? `in ${meant.region}` : undefined;
}
