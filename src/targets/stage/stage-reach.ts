// How the versions of a stage's rollout are reached alone: through stages that serve nothing else, and as functions.

import type { Place } from '../../aws/arns.ts';
import { stageUrl } from '../../aws/gateway-arns.ts';
import type { Addresses, Reach } from '../../checks/reach.ts';
import type { Phase } from '../../rollout/phase.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { reachedFunctions } from '../lambda/version-reach.ts';
import type { StageBound } from './stage-context.ts';
import { type StageRecord, stableShadowOf, stageOf } from './stage-record.ts';
import { shadowUrl } from './stage-way-in.ts';

/** A stage that was just added to a usage plan refuses its keys for longer than it is unknown itself. */
const PLAN_SECONDS = 90;

export async function reachOfStage(
  { functions, inputs }: Pick<StageBound<'normal'>, 'functions' | 'inputs'>,
  place: Place,
  { record, phase }: StoredRollout,
): Promise<Reach> {
  const { restApiId, smokeNeeds } = inputs;
  const { address = '' } = smokeNeeds ?? {};
  // A base path mapping without a stage is followed by its name (API Gateway API reference, CreateBasePathMapping).
  const atDefault = (stage: string) => stageUrl(place, restApiId, stage);
  const addressOf = address === '' ? atDefault : (stage: string) => `${address}/${stage}`;
  const stage = stageOf(record);
  return {
    ...(stage.usagePlan && { freshSeconds: PLAN_SECONDS }),
    addresses: stage.lent
      ? lentAddresses(phase, stage, atDefault(inputs.stageName), shadowUrl(place, inputs, stage))
      : addressesOf(stage, phase, inputs.stageName, addressOf),
    functions: await reachedFunctions(functions, place, record.functions),
    // API Gateway makes the events.
    formatOf: async () => ({ format: 'rest' }),
  };
}

/** The address of the suite is that of the user's own stage. */
function lentAddresses(
  phase: Phase,
  { shadowStays }: StageRecord,
  released: string,
  lent: string | undefined,
): Addresses {
  if (phase.kind === 'baking') return { canary: released, stable: undefined };
  const isThere = phase.kind === 'preparing' || shadowStays;
  return { canary: isThere ? lent : undefined, stable: undefined };
}

/** After the promotion, the stage itself serves the new version alone. */
function addressesOf(
  { shadow, shadowStays, stableShadow }: StageRecord,
  phase: Phase,
  stageName: string,
  addressOf: (stage: string) => string,
): Addresses {
  if (phase.kind === 'baking') return { canary: addressOf(stageName), stable: undefined };
  const isThere = shadow !== undefined && (phase.kind === 'preparing' || shadowStays);
  if (!isThere) return { canary: undefined, stable: undefined };
  return {
    canary: addressOf(shadow),
    stable: stableShadow ? addressOf(stableShadowOf(shadow)) : undefined,
  };
}
