// Whole rollouts against a stage in memory: decided by the product, performed in the order in which
// the product writes, with runs that die between any two writes.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command, decide, type Situation } from '../../src/rollout/decide.ts';
import type { Phase } from '../../src/rollout/phase.ts';
import type { Plan } from '../../src/rollout/plan.ts';
import type { Remembered } from '../../src/rollout/record.ts';
import type { PromoteChoice } from '../../src/rollout/release.ts';
import { type StageState, standingOf } from '../../src/rollout/standing.ts';
import type { Verdict } from '../../src/rollout/verdict.ts';
import {
  closePatch,
  openPatch,
  type PatchOperation,
  promotePatch,
  restorePatch,
  weightPatch,
} from '../../src/targets/stage/patches.ts';
import { stageOf } from '../../src/targets/stage/stage-record.ts';
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

const NEW_CANARY = { weight: 0, overrides: {}, useStageCache: false };

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

interface World {
  stage: StageState;
  /** `undefined`: forgotten. */
  memory: Remembered | undefined;
  now: number;
}

/** One write. Only one of them may be the last that a dying run makes. */
type Write = (world: World) => void;

/** What the product writes for a command, in its order. */
function writesOf(command: Command, { stage, memory, now }: World): readonly Write[] {
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
interface Event {
  readonly verdict: Verdict;
  readonly cancelled: boolean;
  readonly frozen: boolean;
  /** Seconds since the look before. */
  readonly elapsed: number;
  /** The run dies after so many of the command's writes. */
  readonly diesAfter: number | undefined;
}

interface Taken {
  readonly command: Command;
  readonly situation: Situation;
  readonly stage: StageState;
}

const CALM: Event = {
  verdict: 'healthy',
  cancelled: false,
  frozen: false,
  elapsed: 60,
  diesAfter: undefined,
};
const ENDS = ['roll-back', 'finish', 'leave'];

function situationOf(
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
    onInconclusive,
    now,
    takenOverAt: 0,
    closes: stageOf(memory.record).promote.close,
    cancelled: event.cancelled,
  };
}

/** Runs to an end: the events first, then calm looks. */
function rollOut(
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

const newWorld = (plan: Plan, promote: PromoteChoice): World => ({
  stage: STAGE,
  memory: makeRemembered({ record: makeRecord({ plan, target: { ...STAGE_RECORD, promote } }) }),
  now: STARTED_AT,
});

const plan: fc.Arbitrary<Plan> = fc.record({
  steps: fc
    .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 5 })
    .map((weights) => weights.sort((a, b) => a - b))
    .chain((weights) =>
      fc.tuple(
        ...weights.map((w) =>
          fc.record({
            weight: fc.constant(w / 100),
            holdSeconds: fc.integer({ min: 1, max: 900 }),
          }),
        ),
      ),
    ),
  advance: fc.oneof(
    fc.constant({ kind: 'time' as const, maxSeconds: undefined }),
    fc.constant({ kind: 'evidence' as const, minSeconds: 60, maxSeconds: 600 }),
  ),
  bakeSeconds: fc.integer({ min: 0, max: 600 }),
});

const promoteChoice: fc.Arbitrary<PromoteChoice> = fc
  .record({ deployment: fc.boolean(), variables: fc.boolean(), close: fc.boolean() })
  .filter(({ deployment, variables }) => deployment || variables);

const eventsOf = (parts: Partial<Record<keyof Event, fc.Arbitrary<unknown>>>) =>
  fc.array(
    fc.record({
      verdict: fc.constant('healthy'),
      cancelled: fc.constant(false),
      frozen: fc.constant(false),
      elapsed: fc.integer({ min: 0, max: 400 }),
      diesAfter: fc.constant(undefined),
      ...parts,
    }) as fc.Arbitrary<Event>,
    { maxLength: 30 },
  );

const rarely = (value: unknown, other: unknown) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(value) },
    { weight: 12, arbitrary: fc.constant(other) },
  );

const anyEvents = eventsOf({
  verdict: fc.oneof(
    { weight: 1, arbitrary: fc.constant('failing') },
    { weight: 4, arbitrary: fc.constant('inconclusive') },
    { weight: 10, arbitrary: fc.constant('healthy') },
  ),
  cancelled: rarely(true, false),
  frozen: rarely(true, false),
  diesAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 }),
});
const dyingEvents = eventsOf({
  diesAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 3 }),
});
const policy = fc.constantFrom<Situation['onInconclusive'][]>('hold', 'promote', 'rollback');

const PROMOTED: StageState = {
  deploymentId: 'new222',
  variables: { ...STAGE.variables, version: '8' },
  canary: undefined,
};

/** Where all traffic that is promoted ends, for each of the console's choices. */
function promotedStage({ deployment, variables, close }: PromoteChoice): StageState {
  const canary = {
    deploymentId: 'new222',
    weight: 0,
    overrides: { version: '8' },
    useStageCache: false,
  };
  return {
    deploymentId: deployment ? PROMOTED.deploymentId : STAGE.deploymentId,
    variables: variables ? PROMOTED.variables : STAGE.variables,
    canary: close ? undefined : canary,
  };
}

describe('a rollout', () => {
  it('ends, and leaves all traffic on one side, or a split that it can explain', () => {
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        policy,
        anyEvents,
        (given, promote, onInconclusive, events) => {
          const world = newWorld(given, promote);
          const last = rollOut(world, events, onInconclusive).at(-1)!.command;
          if (last.kind === 'roll-back')
            expect(world).toMatchObject({ stage: STAGE, memory: undefined });
          else if (last.kind === 'finish' && last.ending.kind === 'promoted') {
            // A run that dies on the way back may have closed a canary that was to stay at 0 %.
            const canary = world.stage.canary && promotedStage(promote).canary;
            const stage = { ...promotedStage(promote), canary };
            expect(world).toEqual({ stage, memory: undefined, now: world.now });
            expect(promote.close && canary).toBeFalsy();
          } else if (last.kind === 'finish') {
            expect(world).toMatchObject({
              stage: { ...STAGE, canary: undefined },
              memory: undefined,
            });
          } else {
            expect(last).toMatchObject({ kind: 'leave', ending: { kind: 'held' } });
            expect(world.memory?.phase.kind).toBe('step');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never shifts or promotes when it fails, is cancelled or is frozen at the end of a step', () => {
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        policy,
        anyEvents,
        (given, promote, onInconclusive, events) => {
          for (const { command, situation } of rollOut(
            newWorld(given, promote),
            events,
            onInconclusive,
          )) {
            const bad = situation.verdict === 'failing' || situation.cancelled;
            if (bad) expect(command.kind).toBe('roll-back');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never lowers the weight but by rolling back', () => {
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        policy,
        anyEvents,
        (given, promote, onInconclusive, events) => {
          const taken = rollOut(newWorld(given, promote), events, onInconclusive);
          for (const { command, stage } of taken) {
            if (command.kind === 'shift')
              expect(command.weight).toBeGreaterThan(stage.canary?.weight ?? 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is promoted only after every step was held for its time', () => {
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        policy,
        anyEvents,
        (given, promote, onInconclusive, events) => {
          const taken = rollOut(newWorld(given, promote), events, onInconclusive);
          const first = taken.findIndex(({ command }) => command.kind === 'promote');
          if (first < 0) return;
          const shifts = taken.slice(0, first).filter(({ command }) => command.kind === 'shift');
          const steps = shifts.map(({ command }) => (command.kind === 'shift' ? command.step : -1));
          expect([...new Set(steps)]).toEqual(given.steps.map((_, i) => i));
          const { now } = taken[first]!.situation;
          for (const [index, step] of given.steps.entries()) {
            const begun = shifts[steps.lastIndexOf(index)]!.situation.now;
            const ended = shifts[steps.indexOf(index + 1)]?.situation.now ?? now;
            const least =
              given.advance.kind === 'time' ? step.holdSeconds : given.advance.minSeconds;
            expect(ended - begun).toBeGreaterThanOrEqual(least);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('ends as if nothing had happened when runs die and others take over', () => {
    fc.assert(
      fc.property(plan, promoteChoice, dyingEvents, (given, promote, events) => {
        const world = newWorld(given, promote);
        const taken = rollOut(world, events, 'hold');
        expect(world.memory).toBeUndefined();
        const last = taken.at(-1)!.command;
        if (last.kind === 'finish' && last.ending.kind === 'failed') {
          // Died after it remembered its first change and before it made it: nobody can tell that
          // from a change that someone took back, and all traffic is on the stable version.
          expect(last.ending.reason).toMatch(
            /canary of step 1 is not there|the version before is served/,
          );
          expect(world.stage).toEqual(STAGE);
        } else expect(world.stage).toEqual(promotedStage(promote));
      }),
      { numRuns: 400 },
    );
  });

  it('writes nothing once someone else has moved the stage', () => {
    const foreign: readonly ((stage: StageState) => StageState)[] = [
      (stage) => ({ ...stage, deploymentId: 'alien9' }),
      (stage) => ({ ...stage, canary: { ...NEW_CANARY, deploymentId: 'alien9' } }),
      (stage) => ({
        ...stage,
        canary: { ...NEW_CANARY, deploymentId: 'new222', overrides: { version: '99' } },
      }),
    ];
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        fc.nat(20),
        fc.constantFrom(...foreign),
        fc.boolean(),
        (given, promote, looks, move, cancelled) => {
          const world = newWorld(given, promote);
          for (let look = 0; look < looks && world.memory; look++) {
            world.now += CALM.elapsed;
            const command = decide(situationOf(world, CALM, 'hold'));
            for (const write of writesOf(command, world)) write(world);
          }
          fc.pre(world.memory !== undefined);
          world.stage = move(world.stage);
          const command = decide(situationOf(world, { ...CALM, cancelled }, 'hold'));
          expect(command).toMatchObject({ kind: 'leave', ending: { kind: 'failed' } });
        },
      ),
      { numRuns: 300 },
    );
  });
});
