// From a clean preflight to a canary that is ready to take traffic: publish, compare, remember,
// deploy. Nothing here is seen by a user of the API.

import { RolloutError } from './aws/errors.ts';
import type { Functions } from './aws/functions.ts';
import type { RestApi } from './aws/rest-api.ts';
import type { Log } from './github/log.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { FunctionFacts } from './preflight/functions.ts';
import type { StageFacts } from './preflight/stage.ts';
import { canaryChange } from './rollout/canary-change.ts';
import type { Plan } from './rollout/plan.ts';
import type { Remembered, RolloutRecord, StageRecord } from './rollout/record.ts';
import type { FunctionChange, RolloutId } from './rollout/release.ts';
import { compareRoutes, describeRouteDifference } from './rollout/routes.ts';
import { variableOf } from './rollout/standing.ts';
import { ensureInvokable, prepareCanary } from './targets/stage/prepare.ts';

export interface Beginning {
  readonly api: RestApi;
  readonly functions: Functions;
  readonly log: Log;
  readonly inputs: Inputs;
  readonly stage: StageFacts;
  readonly facts: readonly FunctionFacts[];
  readonly plan: Plan;
  readonly id: RolloutId;
  /** Goes with a published version: repository and commit. */
  readonly description: string;
  /** Before the alarms were looked at; seconds since the epoch. */
  readonly startedAt: number;
}

export type Begun =
  | { readonly kind: 'ready'; readonly rollout: Remembered }
  | {
      readonly kind: 'unchanged';
      readonly changes: readonly FunctionChange[];
      readonly why: string;
    };

/** Publishes the versions that are released. Publishing what is published already changes nothing. */
export async function publish(beginning: Beginning): Promise<readonly FunctionChange[]> {
  const { functions, facts, log, description } = beginning;
  const changes: FunctionChange[] = [];
  for (const { input, wiring } of facts) {
    const to = input.version ?? (await functions.publish(input.name, description));
    changes.push({ name: input.name, from: wiring.from, to });
    log.line(
      to === wiring.from
        ? `${input.name}: version ${to} is what the stage serves already`
        : `${input.name}: version ${wiring.from} → ${to}${input.version === undefined ? ', published' : ''}`,
    );
  }
  return changes;
}

/** Says why there is nothing to release; `undefined` when there is something. */
export async function whyUnchanged(
  { api, inputs, stage }: Beginning,
  changes: readonly FunctionChange[],
): Promise<string | undefined> {
  const { state } = stage.reading;
  const overridesStand = Object.entries(inputs.overrides).every(
    ([name, value]) => state.variables[name] === value,
  );
  if (changes.some((change) => change.from !== change.to) || !overridesStand) return undefined;
  if (inputs.definition === 'draft') {
    // Without functions the draft itself is the release, and only AWS knows what changed in it.
    if (changes.length === 0) return undefined;
    const stable = await api.readRoutes(state.deploymentId);
    if (describeRouteDifference(compareRoutes(stable, stage.draft.routes))) return undefined;
  }
  return changes.length > 0
    ? 'code and configuration are those of the version that the stage serves'
    : 'the stage has these variables already';
}

/** Makes the canary's deployment and remembers the rollout, or finds that nothing changed. */
export async function begin(beginning: Beginning): Promise<Begun> {
  const { api, inputs, log } = beginning;
  log.group('Publish');
  const changes = await publish(beginning);
  const why = await whyUnchanged(beginning, changes);
  if (why !== undefined) return { kind: 'unchanged', changes, why };
  await checkInvokable(beginning, changes);
  log.group('Deploy to the canary');
  const record = makeRecord(beginning, changes);
  const rollout = await prepareCanary(api, record, inputs);
  log.line(
    `The canary will serve deployment ${rollout.canaryDeploymentId}; nobody is served it yet.`,
  );
  return { kind: 'ready', rollout };
}

async function checkInvokable(
  { functions, api, inputs, facts, log }: Beginning,
  changes: readonly FunctionChange[],
): Promise<void> {
  const problems: string[] = [];
  for (const { input, sourceArns } of facts) {
    const change = changes.find((c) => c.name === input.name);
    if (!change || change.from === change.to) continue;
    const invoked = { functionName: change.name, version: change.to, sourceArns };
    const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
    if (missing !== undefined) problems.push(missing);
    else log.line(`${change.name}: API Gateway may invoke version ${change.to}`);
  }
  if (problems.length > 0) throw new RolloutError(problems.join('\n'));
}

function makeRecord(beginning: Beginning, changes: readonly FunctionChange[]): RolloutRecord {
  const { facts, id, startedAt } = beginning;
  return {
    id,
    startedAt: Math.floor(startedAt),
    plan: beginning.plan,
    longestAnswerSeconds: beginning.stage.draft.longestAnswerSeconds,
    functions: changes,
    stage: stageRecord(beginning, facts, changes),
  };
}

function stageRecord(
  { inputs, stage }: Beginning,
  facts: readonly FunctionFacts[],
  changes: readonly FunctionChange[],
): StageRecord {
  const { state } = stage.reading;
  const wirings = facts.map((fact) => fact.wiring);
  const change = canaryChange(wirings, changes, inputs.overrides);
  if ('problems' in change) throw new RolloutError(change.problems.join('\n'));
  const names = Object.keys(change.overrides);
  return {
    deploymentId: state.deploymentId,
    variables: Object.fromEntries(names.map((name) => [name, variableOf(state.variables, name)])),
    overrides: change.overrides,
    useStageCache: inputs.useStageCache,
    drafts: change.drafts,
    promote: inputs.promote,
  };
}
