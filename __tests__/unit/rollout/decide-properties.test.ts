// Properties of complete rollouts with arbitrary events.

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StageState } from '../../../src/aws/rest-api-model.ts';
import { decide } from '../../../src/rollout/decide.ts';
import type { Decision } from '../../../src/rollout/decision.ts';
import { chooseHoldBack, withBake } from '../../../src/rollout/hold-back.ts';
import { isBake, type Plan } from '../../../src/rollout/plan.ts';
import type { DecisionInput, InconclusivePolicy } from '../../../src/rollout/situation.ts';
import type { PromoteChoice } from '../../../src/targets/stage/stage-record.ts';
import { STAGE } from './rollout-fixture.ts';
import {
  CALM,
  type Event,
  NEW_CANARY,
  newWorld,
  rollOut,
  situationOf,
  type World,
  writesOf,
} from './rollout-play.ts';

const planWithoutBake = fc.record({
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

/** Half of them with a hold-back, where the steps can carry it. */
const plan: fc.Arbitrary<Plan> = fc
  .tuple(planWithoutBake, fc.boolean())
  .map(([{ steps, bakeSeconds, advance }, wanted]) => {
    const holdBack = chooseHoldBack({
      asked: wanted ? 5 : 0,
      ...{ steps, bakeSeconds, preview: false, compared: true },
      ...{ traffic: undefined, falseRollbackRates: { errors: 0.01, guardrail: 0.001 } },
    });
    return { advance, ...withBake(steps, bakeSeconds, holdBack) };
  });

const promoteChoice: fc.Arbitrary<PromoteChoice> = fc
  .record({ deployment: fc.boolean(), variables: fc.boolean(), close: fc.boolean() })
  .filter(({ deployment, variables }) => deployment || variables);

const eventsOf = (parts: Partial<Record<keyof Event, fc.Arbitrary<unknown>>>) =>
  fc.array(
    fc.record({
      verdict: fc.constant('healthy'),
      cancelled: fc.constant(false),
      incident: fc.constant(false),
      hook: fc.constant('clear'),
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
  incident: rarely(true, false),
  hook: fc.oneof(
    { weight: 1, arbitrary: fc.constant('failed') },
    { weight: 6, arbitrary: fc.constant('due') },
    { weight: 10, arbitrary: fc.constant('clear') },
  ),
  diesAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 }),
});
const dyingEvents = eventsOf({
  diesAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 3 }),
});
const policy = fc.constantFrom<InconclusivePolicy[]>('hold', 'promote', 'rollback');

const PROMOTED: StageState = {
  deploymentId: 'new222',
  variables: { ...STAGE.variables, version: '8' },
  canary: undefined,
};

/** The stage after a promotion, for each of the console's options. */
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

/**
 * All traffic is promoted. A run that dies during a rollback may have closed a canary that should stay at 0%.
 */
function isPromoted(stage: StageState, promote: PromoteChoice): boolean {
  const whole = promotedStage(promote);
  return isDeepStrictEqual(stage, { ...whole, canary: stage.canary && whole.canary });
}

/** Held with a split that the stored state explains, or baking with all traffic promoted. */
function heldWell({ stored, stage }: World, promote: PromoteChoice): boolean {
  if (stored?.phase.kind === 'step') return true;
  return stored?.phase.kind === 'baking' && isPromoted(stage, promote);
}

/** Whether it is a new change, not one that has already begun. */
function goesFurther(command: Decision, { phase, trafficState }: DecisionInput): boolean {
  if (command.kind === 'shift') return phase.kind !== 'step' || command.step > phase.index;
  if (command.kind === 'promote')
    return phase.kind !== 'baking' && trafficState.kind !== 'promoted';
  return command.kind === 'finish' && command.ending.kind === 'promoted';
}

describe('a rollout', () => {
  it('ends with all traffic on one side, or with a split that it can explain', () => {
    fc.assert(
      fc.property(
        plan,
        promoteChoice,
        policy,
        anyEvents,
        (given, promote, onInconclusive, events) => {
          const world = newWorld(given, promote);
          const last = rollOut(world, events, onInconclusive).at(-1)!.command;
          if (last.kind === 'roll-back' || last.kind === 'abandon')
            expect(world).toMatchObject({ stage: STAGE, stored: undefined });
          else if (last.kind === 'finish' && last.ending.kind === 'promoted') {
            expect(world.stored).toBeUndefined();
            expect(isPromoted(world.stage, promote)).toBe(true);
          } else if (last.kind === 'finish') {
            expect(world).toMatchObject({
              stage: { ...STAGE, canary: undefined },
              stored: undefined,
            });
          } else {
            expect(last).toMatchObject({ kind: 'leave', ending: { kind: 'held' } });
            expect(heldWell(world, promote)).toBe(true);
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
            const { verdict, cancelled, hook, phase, trafficState } = situation;
            const unseen = phase.kind === 'preparing' && trafficState.kind === 'stable';
            if (!cancelled && hook === 'failed' && unseen) expect(command.kind).toBe('abandon');
            else if (verdict === 'failing' || cancelled || hook === 'failed') {
              expect(command.kind).toBe('roll-back');
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('goes no further while a hook is due, and runs none during a rollback', () => {
    fc.assert(
      fc.property(plan, promoteChoice, policy, anyEvents, (given, promote, policy, events) => {
        const taken = rollOut(newWorld(given, promote), events, policy);
        for (const { situation } of taken.filter(({ command }) => command.kind === 'hook')) {
          expect(situation).toMatchObject({ hook: 'due', cancelled: false });
          expect(situation.verdict).not.toBe('failing');
        }
        for (const { command, situation } of taken.filter(({ situation: s }) => s.hook === 'due')) {
          expect(goesFurther(command, situation)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never lowers the weight except by rolling back', () => {
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
          const stepStartTimes = taken
            .slice(0, first)
            .filter(({ command }) => command.kind === 'shift');
          const steps = stepStartTimes.map(({ command }) =>
            command.kind === 'shift' ? command.step : -1,
          );
          expect([...new Set(steps)]).toEqual(given.steps.map((_, i) => i));
          const { now } = taken[first]!.situation;
          for (const [index, step] of given.steps.entries()) {
            const begun = stepStartTimes[steps.lastIndexOf(index)]!.situation.now;
            const ended = stepStartTimes[steps.indexOf(index + 1)]?.situation.now ?? now;
            const ownTime = given.advance.kind === 'time' || isBake(given, index);
            const least = ownTime ? step.holdSeconds : given.advance.minSeconds;
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
        expect(world.stored).toBeUndefined();
        const last = taken.at(-1)!.command;
        if (last.kind === 'finish' && last.ending.kind === 'failed') {
          // Died after storing its first change and before making it. This cannot be distinguished
          // from a change that was reverted outside, and all traffic is on the stable version.
          expect(last.ending.cause).toMatchObject({
            kind: 'external-change',
            change: { kind: expect.stringMatching(/^(canary-closed|promotion-undone)$/) },
          });
          expect(world.stage).toEqual(STAGE);
        } else expect(world.stage).toEqual(promotedStage(promote));
      }),
      { numRuns: 400 },
    );
  });

  it('writes nothing after the stage was changed outside the rollout', () => {
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
          for (let look = 0; look < looks && world.stored; look++) {
            world.now += CALM.elapsed;
            const command = decide(situationOf(world, CALM, 'hold'));
            for (const write of writesOf(command, world)) write(world);
          }
          fc.pre(world.stored !== undefined);
          world.stage = move(world.stage);
          const command = decide(situationOf(world, { ...CALM, cancelled }, 'hold'));
          // The state of a rollout that never shifted is cleared; any other state is kept.
          expect(command.kind).toBe(world.stored?.phase.kind === 'preparing' ? 'finish' : 'leave');
        },
      ),
      { numRuns: 300 },
    );
  });
});
