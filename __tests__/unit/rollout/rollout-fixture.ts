// The rollout that the tests of the pure folders use: `orders` from 7 to 8 with a stage variable, in two
// steps.

import type { StageState } from '../../../src/aws/rest-api-model.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import type { RolloutRecord, StoredRollout } from '../../../src/rollout/record.ts';
import type { StageRecord } from '../../../src/targets/stage/stage-record.ts';

export const STARTED_AT = 1_764_000_000;

export const PLAN: Plan = {
  steps: [
    { weight: 5, holdSeconds: 300 },
    { weight: 50, holdSeconds: 600 },
  ],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 300,
};

export const STAGE_RECORD: StageRecord = {
  kind: 'stage',
  deploymentId: 'old111',
  variables: { version: '7' },
  overrides: { version: '8' },
  useStageCache: false,
  drafts: [],
  promote: { deployment: true, variables: true, close: true },
};

export function makeRecord(parts: Partial<RolloutRecord> = {}): RolloutRecord {
  return {
    id: { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' },
    startedAt: STARTED_AT,
    plan: PLAN,
    longestAnswerSeconds: 29,
    functions: [{ name: 'orders', from: '7', to: '8' }],
    target: STAGE_RECORD,
    ...parts,
  };
}

export function makeRemembered(parts: Partial<StoredRollout> = {}): StoredRollout {
  return {
    record: makeRecord(),
    phase: { kind: 'preparing' },
    stepStartTimes: [],
    canaryDeploymentId: 'new222',
    ...parts,
  };
}

/** The stage before the rollout. */
export const STAGE: StageState = {
  deploymentId: 'old111',
  variables: { version: '7', colour: 'blue' },
  canary: undefined,
};

/** The stage with the rollout's own canary. */
export function splitStage(weight: number): StageState {
  const canary = {
    deploymentId: 'new222',
    weight,
    overrides: { version: '8' },
    useStageCache: false,
  };
  return { ...STAGE, canary };
}
