// Preflight of the stage variables that the canary moves: what hangs on them besides the release, and
// whether API Gateway may call whatever they lead to.

import { accountOf } from '../../aws/arns.ts';
import { RolloutError } from '../../aws/errors.ts';
import { attempt, type Findings } from '../../preflight/findings.ts';
import {
  idleOverrides,
  overridesInWords,
  readersInWords,
  strayDependents,
} from '../../rollout/dependents.ts';
import { type LambdaUri, nameOf, parseLambdaUri } from '../../rollout/integration.ts';
import { type MovedCall, movedCalls } from '../../rollout/moved-calls.ts';
import { whyNotReady } from '../../rollout/readiness.ts';
import type { FunctionFacts } from './inspect-functions.ts';
import type { StageFacts } from './inspect-stage.ts';
import { ensureInvokable, type InvokedVersion, qualifierInWords, sourceArns } from './prepare.ts';
import type { StageBound } from './stage-bound.ts';

/** What the overrides make the canary call, besides the released functions. */
export interface MovedFacts extends InvokedVersion {
  /** Of the function. */
  readonly arn: string;
}

export async function inspectVariables(
  bound: StageBound,
  { draft, reading }: StageFacts,
  facts: readonly FunctionFacts[],
  findings: Findings,
): Promise<readonly MovedFacts[]> {
  const { overrides } = bound.inputs;
  const { variables } = reading.state;
  const wirings = facts.map(({ wiring }) => wiring);
  const stray = strayDependents(wirings, draft, variables).map((words) => `functions: ${words}`);
  const moved = movedCalls(draft.integrations, wirings, variables, overrides);
  findings.problems.push(
    ...strangers(facts, variables),
    ...stray,
    ...contradictions(facts, overrides),
    ...idleOverrides(overrides, draft, variables),
    ...moved.problems,
  );
  const held = wirings.flatMap((wiring) => (wiring.kind === 'variable' ? [wiring.variable] : []));
  const names = [...new Set([...held, ...Object.keys(overrides)])];
  findings.notes.push(
    ...overridesInWords(overrides, draft.integrations, variables),
    ...readersInWords(names, draft.readers),
  );
  const called: MovedFacts[] = [];
  for (const call of moved.calls) {
    const fact = await inspectCall(bound, call, findings);
    if (fact) called.push(fact);
  }
  return called;
}

/** Calls of a function that has the name of a released one, and is another. */
function strangers(
  facts: readonly FunctionFacts[],
  variables: Readonly<Record<string, string>>,
): readonly string[] {
  return facts.flatMap(({ input: { name }, arn, wiring: { integrations } }) =>
    integrations.flatMap((integration) => {
      const uri = parseLambdaUri(integration.uri, variables);
      const elsewhere = uri && whereElse(uri, arn);
      if (elsewhere === undefined) return [];
      return [
        `functions: ${nameOf(integration)} calls a "${name}" ${elsewhere}, and the job works with ${arn}; expected a function of the job's own account and region`,
      ];
    }),
  );
}

/** Overrides of a variable that a release sets to another value, or to one that nobody knows yet. */
function contradictions(
  facts: readonly FunctionFacts[],
  overrides: Readonly<Record<string, string>>,
): readonly string[] {
  return facts.flatMap(({ input: { name, version }, wiring }) => {
    if (wiring.kind !== 'variable' || !Object.hasOwn(overrides, wiring.variable)) return [];
    if (version !== undefined && overrides[wiring.variable] === wiring.prefix + version) return [];
    return [
      `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; leave it out`,
    ];
  });
}

async function inspectCall(
  { api, functions, inputs }: StageBound,
  call: MovedCall,
  findings: Findings,
): Promise<MovedFacts | undefined> {
  const { functionName, qualifier, integrations } = call;
  const route = integrations[0] ? nameOf(integrations[0]) : '';
  const callee = qualifierInWords(functionName, qualifier);
  const problem = (what: string) => {
    findings.problems.push(`stage-variable-overrides: ${route} would call ${callee}, ${what}`);
    return undefined;
  };
  const reading = await attempt(findings, async () => {
    const which = qualifier === '$LATEST' ? undefined : qualifier;
    const found = await functions.read(functionName, which);
    if (found) return found;
    throw new RolloutError(
      `stage-variable-overrides: ${route} would call ${callee}, and there is none in ${api.place.region}; expected a version or an alias that exists`,
    );
  });
  if (!reading) return undefined;
  const elsewhere = whereElse(call, reading.arn);
  if (elsewhere !== undefined) {
    return problem(`which is ${elsewhere}; the job can look only at its own account and region`);
  }
  const why = whyNotReady(reading);
  if (why !== undefined) return problem(`which ${why}`);
  const arn = reading.arn.split(':').slice(0, 7).join(':');
  const sources = sourceArns(api, arn, integrations);
  const fact = { functionName, version: qualifier, sourceArns: sources, arn };
  if (inputs.invokePermission === 'check') {
    const missing = await attempt(findings, () => ensureInvokable(functions, api, fact, 'check'));
    if (missing) findings.problems.push(`invoke-permission: ${missing}`);
  }
  return fact;
}

/** Where the function is that the URI means, if not where the one of its name was read. */
function whereElse(
  { account, region }: Pick<LambdaUri, 'account' | 'region'>,
  arn: string,
): string | undefined {
  const other = account !== undefined && account !== accountOf(arn);
  if (other) return `in account ${account}`;
  return region !== undefined && region !== arn.split(':')[3] ? `in ${region}` : undefined;
}
