// The canary of a REST API's stage. What stands is read before each write, and what was written is
// read back: API Gateway has no lock on a stage, and accepts some requests without doing them.

import type { Clients } from '../../aws/clients.ts';
import { bindDeployments } from '../../aws/deployments.ts';
import { RolloutError } from '../../aws/errors.ts';
import { bindFunctions } from '../../aws/functions.ts';
import { bindRestApi, type RestApi } from '../../aws/rest-api.ts';
import type { FunctionInput, StageInputs } from '../../inputs/inputs.ts';
import type { Findings } from '../../preflight/findings.ts';
import { mendCommands } from '../../rollout/mend.ts';
import { formatWeight } from '../../rollout/plan.ts';
import {
  lastWordTag,
  type Memory,
  ownerTag,
  PAUSED,
  pauseTag,
  phaseTags,
  type Remembered,
  readMemory,
  tagKeysToForget,
} from '../../rollout/record.ts';
import { type StageState, type Standing, standingOf } from '../../rollout/standing.ts';
import type { Target } from '../target.ts';
import { setDrafts } from './drafts.ts';
import { inspectFunctions } from './inspect-functions.ts';
import { inspectPermissions } from './inspect-permissions.ts';
import { inspectStage, strayCanary } from './inspect-stage.ts';
import { closePatch, openPatch, promotePatch, restorePatch, weightPatch } from './patches.ts';
import { createStageGauge } from './stage-gauge.ts';
import { openStage } from './stage-opening.ts';
import { stageOf } from './stage-record.ts';
import { sweepStage } from './stage-sweep.ts';
import { findStageWayBack } from './stage-way-back.ts';

/** Everything that the calls of a stage are made with. */
export interface StageConnection {
  readonly clients: Clients;
  readonly inputs: StageInputs;
  /** The functions to release. */
  readonly released: readonly FunctionInput[];
}

export function connectStage({ clients, inputs, released }: StageConnection): Target {
  const { restApiId, stageName } = inputs;
  const api = bindRestApi(clients.apiGateway, clients.place, restApiId, stageName);
  const bound = { api, functions: bindFunctions(clients.lambda, clients.place), inputs };
  const { region } = clients.place;
  let apiName = '';
  let deploymentId = '';
  const readApiName = async () => {
    apiName ||= await api.readName();
    return apiName;
  };
  const canaryDimension = inputs.canaryDimension.replaceAll('{stage}', stageName);
  const gauge = createStageGauge(clients.cloudWatch, { stageName, canaryDimension, readApiName });
  return {
    words: `the stage "${stageName}" of REST API ${restApiId}`,
    gauge,
    observe: async (signal) => {
      const { state, tags } = await api.readStage(signal);
      const memory = readMemory(tags);
      return { memory, standing: standingIn(memory, state) };
    },
    inspect: async (findings) => {
      const stage = await inspectStage(api, inputs, findings);
      const facts = await inspectFunctions(bound, released, stage, findings);
      if (!stage) return undefined;
      ({ apiName } = stage);
      deploymentId = stage.reading.state.deploymentId;
      await inspectPermissions(clients, inputs, released, facts, findings);
      checkSomething(inputs, released, findings);
      return openStage(bound, stage, facts);
    },
    own: (id) => api.tag(ownerTag(id)),
    remember: (rollout, phase) => api.tag(phaseTags(rollout, phase)),
    shift: (rollout, weight) => shift(api, rollout, weight),
    promote: (rollout) => promote(api, rollout),
    rollBack: (rollout, standing, signal) => rollBack(api, rollout, standing, signal),
    settle: async () => undefined,
    pause: (pause) => (pause ? api.tag(pauseTag(pause)) : api.untag([PAUSED])),
    forget: async (last, signal) => {
      const { tags } = await api.readStage(signal);
      if (last) await api.tag(lastWordTag(last), signal);
      await api.untag(tagKeysToForget(tags, last), signal);
    },
    readStray: async () => strayCanary(stageName, await api.readStage()),
    findWayBack: (to) =>
      findStageWayBack(
        bound,
        bindDeployments(clients.apiGateway, clients.place, restApiId),
        released,
        to,
      ),
    sweep: (order) => sweepStage(clients, bound, order),
    lookCommands: () => [
      `aws apigateway get-stage --region ${region} --rest-api-id ${restApiId} --stage-name ${stageName}`,
    ],
    mendCommands: (record) => mendCommands({ restApiId, stageName, region }, stageOf(record)),
    describe: (moment) => ({
      kind: 'stage',
      region,
      restApiId,
      stageName,
      apiName,
      canaryDimension,
      ...deploymentsOf(deploymentId, moment),
    }),
  };
}

function checkSomething(
  inputs: StageInputs,
  released: readonly FunctionInput[],
  findings: Findings,
): void {
  const overrides = Object.keys(inputs.overrides).length;
  if (released.length === 0 && inputs.definition === 'deployed' && overrides === 0) {
    findings.problems.push(
      'there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them',
    );
  }
}

function deploymentsOf(
  before: string,
  moment: { readonly rollout: Remembered; readonly standing: Standing } | undefined,
) {
  if (!moment) {
    return { deploymentBefore: before, deploymentAfter: before, canaryDeployment: '' };
  }
  const { rollout, standing } = moment;
  const stage = stageOf(rollout.record);
  const canaryDeployment = rollout.canaryDeploymentId ?? '';
  const moved = standing.kind === 'promoted' && stage.promote.deployment;
  return {
    deploymentBefore: stage.deploymentId,
    deploymentAfter: moved ? canaryDeployment : stage.deploymentId,
    canaryDeployment,
  };
}

function standingIn(memory: Memory, state: StageState): Standing | undefined {
  return memory.kind === 'rollout' ? standingOf(state, memory.remembered) : undefined;
}

async function shift(api: RestApi, rollout: Remembered, weight: number): Promise<void> {
  const stage = stageOf(rollout.record);
  const standing = await ourStanding(api, rollout);
  if (standing.kind === 'promoted') {
    throw new RolloutError('the canary was promoted already, so there is nothing left to shift');
  }
  if (standing.kind === 'stable' && standing.open) await close(api);
  const patch =
    standing.kind === 'stable'
      ? openPatch(stage, madeDeployment(rollout), weight)
      : weightPatch(weight);
  const { state } = await api.patchStage(`shifting ${formatWeight(weight)} to the canary`, patch);
  const after = standingOf(state, rollout);
  if (after.kind === 'stable' && after.open) {
    throw new RolloutError(
      'somebody removed the canary at this very moment, and AWS made an empty one of the change',
    );
  }
  if (after.kind !== 'split' || Math.abs(after.weight - weight) > 0.005) {
    throw notAsWritten(`a canary of ours at ${formatWeight(weight)}`, after, state);
  }
}

async function promote(api: RestApi, rollout: Remembered): Promise<void> {
  const stage = stageOf(rollout.record);
  let standing: Standing = await ourStanding(api, rollout);
  if (standing.kind === 'stable') {
    await shift(api, rollout, 0);
    standing = { kind: 'split', weight: 0 };
  }
  if (standing.kind === 'split') {
    const { state } = await api.patchStage('promoting the canary', promotePatch(stage));
    standing = standingOf(state, rollout);
    if (standing.kind !== 'promoted') {
      throw notAsWritten('the promoted deployment and variables', standing, state);
    }
  }
  if (standing.kind === 'promoted' && standing.open && stage.promote.close) await close(api);
  if (stage.promote.deployment) await setDrafts(api, stage.drafts, 'to');
}

async function rollBack(
  api: RestApi,
  rollout: Remembered,
  standing: Standing,
  signal: AbortSignal | undefined,
): Promise<void> {
  const stage = stageOf(rollout.record);
  const open = standing.kind === 'split' || ('open' in standing && standing.open);
  if (open) await close(api, signal);
  if (standing.kind === 'promoted') {
    // Only after the canary is gone: whether AWS moves the base under one is not documented.
    await api.patchStage('putting the deployment before back', restorePatch(stage), signal);
  }
  const { state } = await api.readStage(signal);
  const after = standingOf(state, rollout);
  if (after.kind !== 'stable' || after.open)
    throw notAsWritten('the stage as it was before', after, state);
  await setDrafts(api, stage.drafts, 'from', signal);
}

/** Removes the canary. Whether AWS calls removing an absent one an error is not documented. */
async function close(api: RestApi, signal?: AbortSignal): Promise<void> {
  try {
    const { state } = await api.patchStage('closing the canary', closePatch(), signal);
    if (!state.canary) return;
  } catch (error) {
    const { state } = await api.readStage(signal);
    if (state.canary) throw error;
    return;
  }
  const { state } = await api.readStage(signal);
  if (state.canary) throw new RolloutError('the canary was to be closed, and AWS still shows it');
}

async function ourStanding(
  api: RestApi,
  rollout: Remembered,
): Promise<Exclude<Standing, { kind: 'foreign' }>> {
  const { state } = await api.readStage();
  const standing = standingOf(state, rollout);
  if (standing.kind === 'foreign') {
    throw new RolloutError(`stopped without touching it: ${standing.what}`);
  }
  return standing;
}

function madeDeployment(rollout: Remembered): string {
  if (rollout.canaryDeploymentId !== undefined) return rollout.canaryDeploymentId;
  throw new RolloutError(
    'the canary has no deployment yet: the rollout was cut off while preparing',
  );
}

function notAsWritten(expected: string, after: Standing, state: StageState): RolloutError {
  const found = after.kind === 'foreign' ? after.what : JSON.stringify(after);
  return new RolloutError(
    `AWS accepted the change, but does not show it: expected ${expected}, found ${found} (stage: ${JSON.stringify(state)})`,
  );
}
