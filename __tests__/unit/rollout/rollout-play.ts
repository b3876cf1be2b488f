// A simulated stage, and rollouts that `decide` decides and that are applied in the order of the real writes,
// with runs that die between any two writes.

import type { Verdict } from '../../../src/analysis/evidence.ts';
import type { StageState } from '../../../src/aws/rest-api-model.ts';
import { bakeStepSince } from '../../../src/rollout/bake.ts';
import { decide } from '../../../src/rollout/decide.ts';
import type { Decision } from '../../../src/rollout/decision.ts';
import type { HookState } from '../../../src/rollout/hook-point.ts';
import type { Phase } from '../../../src/rollout/phase.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import type { DecisionInput, Policies } from '../../../src/rollout/situation.ts';
import {
  closePatch,
  openPatch,
  type PatchOperation,
  promotePatch,
  restorePatch,
  weightPatch,
} from '../../../src/targets/stage/patches.ts';
import type { PromoteChoice } from '../../../src/targets/stage/stage-record.ts';
import { stageOf } from '../../../src/targets/stage/stage-record.ts';
import { trafficStateOf } from '../../../src/targets/stage/stage-state.ts';
import { makeRecord, makeRemembered, STAGE, STAGE_RECORD, STARTED_AT } from './rollout-fixture.ts';

/** UpdateStage, as far as a rollout uses it. */
function patched(stage: StageState, operations: readonly PatchOperation[]): StageState {
  return operations.reduce(applied, stage);
}

function applied(stage: StageState, { op, path, value = '' }: PatchOperation): StageState {
  const [, root = '', member = '', key = ''] = path.split('/');
  const canary = stage.canary ?? { ...NEW_CANARY, deploymentId: stage.deploymentId };
  if (op === 'copy') {
    if (!stage.canary) throw new Error('Promotion not available. Canary does not exist.');
    return root === 'deploymentId'
      ? { ...stage, deploymentId: stage.canary.deploymentId }
      : { ...stage, variables: { ...stage.variables, ...stage.canary.overrides } };
  }
  if (root === 'deploymentId') return { ...stage, deploymentId: value };
  if (root === 'variables') {
    const { [member]: _, ...others } = stage.variables;
    return { ...stage, variables: op === 'remove' ? others : { ...others, [member]: value } };
  }
  if (op === 'remove') return { ...stage, canary: undefined };
  return { ...stage, canary: { ...canary, ...canaryMember(member, key, value, canary.overrides) } };
}

export const NEW_CANARY = { weight: 0, overrides: {}, useStageCache: false };

function canaryMember(
  member: string,
  key: string,
  value: string,
  overrides: Readonly<Record<string, string>>,
) {
  if (member === 'deploymentId') return { deploymentId: value };
  if (member === 'percentTraffic') return { weight: Number(value) };
  if (member === 'useStageCache') return { useStageCache: value === 'true' };
  return { overrides: { ...overrides, [key]: value } };
}

export interface World {
  stage: StageState;
  /** `undefined` if cleared. */
  stored: StoredRollout | undefined;
  now: number;
}

/** One write. A run can die after any of them. */
type Write = (world: World) => void;

/** The writes for a decision, in the order of the action. */
export function writesOf(command: Decision, { stage, stored, now }: World): readonly Write[] {
  if (!stored) throw new Error('nothing is remembered');
  const record = stageOf(stored.record);
  const patch =
    (operations: () => readonly PatchOperation[]): Write =>
    (world) => {
      world.stage = patched(world.stage, operations());
    };
  const savePhase =
    (phase: Phase): Write =>
    (world) => {
      const stepStartTimes =
        phase.kind === 'step' ? [...stored.stepStartTimes, now] : stored.stepStartTimes;
      world.stored = { ...stored, phase, stepStartTimes };
    };
  const clearState: Write = (world) => {
    world.stored = undefined;
  };
  const open = (weight: number) => patch(() => openPatch(record, 'new222', weight));
  const close = patch(closePatch);
  const trafficState = trafficStateOf(stage, stored);
  switch (command.kind) {
    case 'shift': {
      const weight = patch(() => weightPatch(command.weight));
      const shift = trafficState.kind === 'stable' ? open(command.weight) : weight;
      return [savePhase({ kind: 'step', index: command.step, since: now }), shift];
    }
    case 'promote':
      return [
        ...(stored.phase.kind === 'baking' ? [] : [savePhase({ kind: 'baking', since: now })]),
        ...(trafficState.kind === 'stable' ? [open(0)] : []),
        ...(trafficState.kind === 'promoted' ? [] : [patch(() => promotePatch(record))]),
        ...(record.promote.close ? [close] : []),
      ];
    case 'roll-back':
    case 'abandon':
      return [
        close,
        ...(trafficState.kind === 'promoted' ? [patch(() => restorePatch(record))] : []),
        clearState,
      ];
    case 'finish':
      return [clearState];
    default:
      return [];
  }
}

/** What happens at one check. */
export interface Event {
  readonly verdict: Verdict;
  readonly cancelled: boolean;
  readonly incident: boolean;
  readonly hook: HookState;
  /** Seconds since the previous check. */
  readonly elapsed: number;
  /** The run dies after this many writes of the decision. */
  readonly diesAfter: number | undefined;
}

export interface Taken {
  readonly command: Decision;
  readonly situation: DecisionInput;
  readonly stage: StageState;
}

const BOTH_BAD = { canaryRate: 0.06, stableRate: 0.06, rateBefore: 0.004 };

export const CALM: Event = {
  verdict: 'healthy',
  cancelled: false,
  incident: false,
  hook: 'clear',
  elapsed: 60,
  diesAfter: undefined,
};
const ENDS = ['roll-back', 'abandon', 'finish', 'leave'];

export function situationOf(
  world: World,
  event: Event,
  onInconclusive: Policies['onInconclusive'],
): DecisionInput {
  const { stored, stage, now } = world;
  if (!stored) throw new Error('nothing is remembered');
  return {
    plan: stored.record.plan,
    phase: stored.phase,
    trafficState: trafficStateOf(stage, stored),
    verdict: event.verdict,
    evidence: [],
    trouble: undefined,
    incident: event.incident ? BOTH_BAD : undefined,
    readUntil: Number.POSITIVE_INFINITY,
    closingSeconds: 120,
    endsBy: Number.POSITIVE_INFINITY,
    bakeStepSince: bakeStepSince(stored),
    hook: event.hook,
    policies: { onInconclusive, onCancel: 'rollback' },
    now,
    gates: [],
    lastsUntil: Number.POSITIVE_INFINITY,
    takenOverAt: 0,
    closes: stageOf(stored.record).promote.close,
    reached: false,
    cancelled: event.cancelled,
    scope: { kind: 'to-the-end' },
  };
}

/** Runs to an end: first the events, then checks without events. */
export function rollOut(
  world: World,
  events: readonly Event[],
  policy: Policies['onInconclusive'],
): Taken[] {
  const taken: Taken[] = [];
  for (let look = 0; look < 5_000; look++) {
    const event = events[look] ?? CALM;
    world.now += event.elapsed;
    const situation = situationOf(world, event, policy);
    const command = decide(situation);
    taken.push({ command, situation, stage: world.stage });
    const writes = writesOf(command, world);
    for (const write of writes.slice(0, event.diesAfter ?? writes.length)) write(world);
    const died = event.diesAfter !== undefined && event.diesAfter < writes.length;
    if (!world.stored || (ENDS.includes(command.kind) && !died)) return taken;
  }
  throw new Error('it never ended');
}

export const newWorld = (plan: Plan, promote: PromoteChoice): World => ({
  stage: STAGE,
  stored: makeRemembered({ record: makeRecord({ plan, target: { ...STAGE_RECORD, promote } }) }),
  now: STARTED_AT,
});
