// A stage in memory, and rollouts that are decided by the product and performed in the order in
// which the product writes, with runs that die between any two writes.

import type { Verdict } from '../../src/analysis/evidence.ts';
import type { StageState } from '../../src/aws/rest-api-model.ts';
import type { Command } from '../../src/rollout/command.ts';
import { decide, type Situation } from '../../src/rollout/decide.ts';
import type { HookStanding } from '../../src/rollout/hook-point.ts';
import type { Phase } from '../../src/rollout/phase.ts';
import type { Plan } from '../../src/rollout/plan.ts';
import type { Remembered } from '../../src/rollout/record.ts';
import type { PromoteChoice } from '../../src/rollout/release.ts';
import {
  closePatch,
  openPatch,
  type PatchOperation,
  promotePatch,
  restorePatch,
  weightPatch,
} from '../../src/targets/stage/patches.ts';
import { stageOf } from '../../src/targets/stage/stage-record.ts';
import { standingOf } from '../../src/targets/stage/stage-state.ts';
import { makeRecord, makeRemembered, STAGE, STAGE_RECORD, STARTED_AT } from './rollout-fixture.ts';

/** UpdateStage, as far as the patches of a rollout use it. */
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
  /** `undefined`: forgotten. */
  memory: Remembered | undefined;
  now: number;
}

/** One write. Only one of them may be the last that a dying run makes. */
type Write = (world: World) => void;

/** What the product writes for a command, in its order. */
export function writesOf(command: Command, { stage, memory, now }: World): readonly Write[] {
  if (!memory) throw new Error('nothing is remembered');
  const record = stageOf(memory.record);
  const patch =
    (operations: () => readonly PatchOperation[]): Write =>
    (world) => {
      world.stage = patched(world.stage, operations());
    };
  const remember =
    (phase: Phase): Write =>
    (world) => {
      const shifts = phase.kind === 'step' ? [...memory.shifts, now] : memory.shifts;
      world.memory = { ...memory, phase, shifts };
    };
  const forget: Write = (world) => {
    world.memory = undefined;
  };
  const open = (weight: number) => patch(() => openPatch(record, 'new222', weight));
  const close = patch(closePatch);
  const standing = standingOf(stage, memory);
  switch (command.kind) {
    case 'shift': {
      const weight = patch(() => weightPatch(command.weight));
      const shift = standing.kind === 'stable' ? open(command.weight) : weight;
      return [remember({ kind: 'step', index: command.step, since: now }), shift];
    }
    case 'promote':
      return [
        ...(memory.phase.kind === 'baking' ? [] : [remember({ kind: 'baking', since: now })]),
        ...(standing.kind === 'stable' ? [open(0)] : []),
        ...(standing.kind === 'promoted' ? [] : [patch(() => promotePatch(record))]),
        ...(record.promote.close ? [close] : []),
      ];
    case 'roll-back':
    case 'abandon':
      return [
        close,
        ...(standing.kind === 'promoted' ? [patch(() => restorePatch(record))] : []),
        forget,
      ];
    case 'finish':
      return [forget];
    default:
      return [];
  }
}

/** What happens at one look. */
export interface Event {
  readonly verdict: Verdict;
  readonly cancelled: boolean;
  readonly frozen: boolean;
  readonly hook: HookStanding;
  /** Seconds since the look before. */
  readonly elapsed: number;
  /** The run dies after so many of the command's writes. */
  readonly diesAfter: number | undefined;
}

export interface Taken {
  readonly command: Command;
  readonly situation: Situation;
  readonly stage: StageState;
}

export const CALM: Event = {
  verdict: 'healthy',
  cancelled: false,
  frozen: false,
  hook: 'clear',
  elapsed: 60,
  diesAfter: undefined,
};
const ENDS = ['roll-back', 'abandon', 'finish', 'leave'];

export function situationOf(
  world: World,
  event: Event,
  onInconclusive: Situation['onInconclusive'],
): Situation {
  const { memory, stage, now } = world;
  if (!memory) throw new Error('nothing is remembered');
  return {
    plan: memory.record.plan,
    phase: memory.phase,
    standing: standingOf(stage, memory),
    verdict: event.verdict,
    because: 'because',
    frozen: event.frozen ? 'both sides fail' : undefined,
    readUntil: Number.POSITIVE_INFINITY,
    closingSeconds: 120,
    endsBy: Number.POSITIVE_INFINITY,
    hook: event.hook,
    onInconclusive,
    onCancel: 'rollback',
    now,
    takenOverAt: 0,
    closes: stageOf(memory.record).promote.close,
    reached: false,
    cancelled: event.cancelled,
    reach: { kind: 'to-the-end' },
  };
}

/** Runs to an end: the events first, then calm looks. */
export function rollOut(
  world: World,
  events: readonly Event[],
  policy: Situation['onInconclusive'],
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
    if (!world.memory || (ENDS.includes(command.kind) && !died)) return taken;
  }
  throw new Error('it never ended');
}

export const newWorld = (plan: Plan, promote: PromoteChoice): World => ({
  stage: STAGE,
  memory: makeRemembered({ record: makeRecord({ plan, target: { ...STAGE_RECORD, promote } }) }),
  now: STARTED_AT,
});
