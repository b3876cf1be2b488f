// A stage after a clean preflight: what the canary will be, and how it is made.

import { RolloutError } from '../../aws/errors.ts';
import { canaryChange } from '../../rollout/canary-change.ts';
import type { StageRecord } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { compareRoutes, describeRouteDifference } from '../../rollout/routes.ts';
import { variableOf } from '../../rollout/standing.ts';
import type { Opening } from '../target.ts';
import type { FunctionFacts } from './inspect-functions.ts';
import type { StageFacts } from './inspect-stage.ts';
import { ensureInvokable, prepareCanary } from './prepare.ts';
import type { StageBound } from './stage-bound.ts';

export function openStage(
  bound: StageBound,
  stage: StageFacts,
  facts: readonly FunctionFacts[],
): Opening {
  return {
    functions: facts.map(({ input, wiring }) => ({
      name: input.name,
      from: wiring.from,
      version: input.version,
    })),
    longestAnswerSeconds: stage.draft.longestAnswerSeconds,
    whyUnchanged: (changes) => whyUnchanged(bound, stage, changes),
    record: (changes) => stageRecord(bound, stage, facts, changes),
    prepare: async (record, { say }) => {
      await checkInvokable(bound, facts, record.functions, say);
      const rollout = await prepareCanary(bound.api, record, bound.inputs);
      say(
        `The canary will serve deployment ${rollout.canaryDeploymentId}; nobody is served it yet.`,
      );
      return rollout;
    },
  };
}

async function whyUnchanged(
  { api, inputs }: StageBound,
  { reading: { state }, draft }: StageFacts,
  changes: readonly FunctionChange[],
): Promise<string | undefined> {
  const overridesStand = Object.entries(inputs.overrides).every(
    ([name, value]) => state.variables[name] === value,
  );
  if (changes.some((change) => change.from !== change.to) || !overridesStand) return undefined;
  if (inputs.definition === 'draft') {
    // Without functions the draft itself is the release, and only AWS knows what changed in it.
    if (changes.length === 0) return undefined;
    const stable = await api.readRoutes(state.deploymentId);
    if (describeRouteDifference(compareRoutes(stable, draft.routes))) return undefined;
  }
  return changes.length > 0
    ? 'code and configuration are those of the version that the stage serves'
    : 'the stage has these variables already';
}

async function checkInvokable(
  { functions, api, inputs }: StageBound,
  facts: readonly FunctionFacts[],
  changes: readonly FunctionChange[],
  say: (line: string) => void,
): Promise<void> {
  const problems: string[] = [];
  for (const { input, sourceArns } of facts) {
    const change = changes.find((c) => c.name === input.name);
    if (!change || change.from === change.to) continue;
    const invoked = { functionName: change.name, version: change.to, sourceArns };
    const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
    if (missing !== undefined) problems.push(missing);
    else say(`${change.name}: API Gateway may invoke version ${change.to}`);
  }
  if (problems.length > 0) throw new RolloutError(problems.join('\n'));
}

function stageRecord(
  { inputs }: StageBound,
  { reading: { state } }: StageFacts,
  facts: readonly FunctionFacts[],
  changes: readonly FunctionChange[],
): StageRecord {
  const wirings = facts.map((fact) => fact.wiring);
  const change = canaryChange(wirings, changes, inputs.overrides);
  if ('problems' in change) throw new RolloutError(change.problems.join('\n'));
  const names = Object.keys(change.overrides);
  return {
    kind: 'stage',
    deploymentId: state.deploymentId,
    variables: Object.fromEntries(names.map((name) => [name, variableOf(state.variables, name)])),
    overrides: change.overrides,
    useStageCache: inputs.useStageCache,
    drafts: change.drafts,
    promote: inputs.promote,
  };
}
