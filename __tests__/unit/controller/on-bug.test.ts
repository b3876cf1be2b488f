// A bug in this action is nobody's answer: before the promotion the traffic is rolled back, after it the
// traffic is left alone.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LoopContext, LoopResult, Snapshot } from '../../../src/controller/context.ts';
import { runLoop } from '../../../src/controller/loop.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import type { Target } from '../../../src/targets/target.ts';
import { PLAN } from '../rollout/rollout-fixture.ts';
import { type Account, loopOf, newAccount, passing, targetOf } from './pieces-play.ts';

const BEGUN = 1_764_000_000;
const STEP = { kind: 'step', index: 0, since: BEGUN } as const;
const BAKING = { kind: 'baking', since: BEGUN } as const;
const SPLIT: TrafficState = { kind: 'split', weight: 5 };
const PROMOTED: TrafficState = { kind: 'promoted', open: false };

const bug = (): never => {
  throw new TypeError('x is not a function');
};

const INTERNAL = { kind: 'internal-error', message: 'x is not a function' };

interface Played {
  readonly ended: LoopResult;
  readonly account: Account;
  readonly lines: readonly string[];
}

/** A rollout that is found so, with a bug put into the parts of its loop. */
async function play(
  phase: StoredRollout['phase'],
  trafficState: TrafficState,
  withBug: (loop: LoopContext) => Partial<LoopContext>,
): Promise<Played> {
  const account = newAccount(PLAN, BEGUN);
  if (!account.stored) throw new Error('a new account has a rollout');
  account.stored = { ...account.stored, phase, stepStartTimes: [BEGUN] };
  account.trafficState = trafficState;
  const rollout = account.stored;
  const first: Snapshot = { rollout, trafficState };
  const loop = loopOf(account, targetOf(account), { kind: 'to-the-end' }, rollout.record.id);
  const lines: string[] = [];
  const log = { ...loop.host.log, line: (text: string) => void lines.push(text) };
  const ended = await passing(
    runLoop({ ...loop, host: { ...loop.host, log }, ...withBug(loop) }, first),
  );
  return { ended, account, lines };
}

const changed = (target: Target, parts: Partial<Target>): Partial<LoopContext> => ({
  target: { ...target, ...parts },
});

const inRollback = (target: Target, parts: Partial<Target['rollback']>): Partial<LoopContext> =>
  changed(target, { rollback: { ...target.rollback, ...parts } });

describe('A bug in this action', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: BEGUN * 1000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const inJudge = ({ monitor }: Pick<LoopContext, 'monitor'>) => ({
    monitor: { ...monitor, check: async () => bug() },
  });
  const CASES: readonly [
    string,
    StoredRollout['phase'],
    TrafficState,
    (loop: LoopContext) => Partial<LoopContext>,
  ][] = [
    ['in the judge', STEP, SPLIT, inJudge],
    [
      'in the judge, once the canary is prepared',
      { kind: 'preparing' },
      { kind: 'stable' },
      inJudge,
    ],
    ['in reading', STEP, SPLIT, ({ target }) => changed(target, { observe: async () => bug() })],
    [
      'in a change',
      { kind: 'preparing' },
      { kind: 'stable' },
      ({ target }) => changed(target, { shift: async () => bug() }),
    ],
    [
      'in a promotion',
      { ...STEP, since: BEGUN - 1e6 },
      SPLIT,
      ({ target }) => changed(target, { promote: async () => bug() }),
    ],
  ];

  it.each(CASES)('%s is rolled back before the promotion', async (_, phase, traffic, withBug) => {
    const { ended, account, lines } = await play(phase, traffic, withBug);
    expect(ended.ending).toEqual({ kind: 'rolled-back', cause: INTERNAL });
    expect(ended).toMatchObject({
      snapshot: { trafficState: { kind: 'stable' } },
      cleanup: 'clean',
    });
    expect(account.trafficState).toEqual({ kind: 'stable' });
    expect(lines.filter((line) => line.startsWith('TypeError: x is not a function'))).toHaveLength(
      1,
    );
    expect(lines.some((line) => /^\s+at .*on-bug\.test\.ts/.test(line))).toBe(true);
  });

  it.each([
    ['the judge', inJudge],
    [
      'what is left to do at the end',
      ({ target }: LoopContext) => inRollback(target, { completePromotion: async () => bug() }),
    ],
  ])('in %s leaves the traffic alone after the promotion, and fails', async (_, withBug) => {
    const { ended, account } = await play(BAKING, PROMOTED, withBug);
    expect(ended.ending).toMatchObject({ kind: 'failed', cause: INTERNAL });
    expect(ended).toMatchObject({ snapshot: { trafficState: PROMOTED }, cleanup: 'clean' });
    expect(account.changes).toEqual([]);
    expect(account.trafficState).toEqual(PROMOTED);
  });

  it('in the rollback as well is not retried: the manual commands are shown', async () => {
    let tries = 0;
    const { ended } = await play(STEP, SPLIT, ({ target, monitor }) => ({
      ...inJudge({ monitor }),
      ...inRollback(target, {
        restore: async () => {
          tries += 1;
          bug();
        },
      }),
    }));
    expect(tries).toBe(1);
    expect(ended).toMatchObject({
      ending: { kind: 'stuck', cause: INTERNAL, failure: 'internal error: x is not a function' },
      snapshot: { trafficState: SPLIT },
      cleanup: 'cleanup-pending',
    });
  });

  it('in clearing up is not a rollback that failed', async () => {
    const { ended } = await play(STEP, SPLIT, ({ target, monitor }) => ({
      ...inJudge({ monitor }),
      ...inRollback(target, { cleanUp: async () => bug() }),
    }));
    expect(ended).toMatchObject({
      ending: { kind: 'rolled-back', cause: INTERNAL },
      snapshot: { trafficState: { kind: 'stable' } },
      cleanup: 'cleanup-pending',
    });
  });
});
