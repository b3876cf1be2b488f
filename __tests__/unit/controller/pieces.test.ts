// A release longer than any job: thirty hours, driven by a schedule that fires now and then.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { NO_COMMENTS } from '../../../src/comments/listener.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import { STARTED_AT } from '../rollout/rollout-fixture.ts';
import { type Account, newAccount, passing, run } from './pieces-play.ts';

const HOUR = 3600;
const QUARTER = 900;

/** Thirty hours to the end of the bake. */
const PLAN: Plan = {
  steps: [
    { weight: 1, holdSeconds: 5 * HOUR },
    { weight: 5, holdSeconds: 5 * HOUR },
    { weight: 25, holdSeconds: 10 * HOUR },
    { weight: 50, holdSeconds: 8 * HOUR },
  ],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 2 * HOUR,
};
const ONE_LOOK = { kind: 'one-check' } as const;

beforeEach(() => {
  jest.useFakeTimers({ now: STARTED_AT * 1000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** The hour of each change, and its weight. */
const hours = ({ changes }: Account) =>
  changes.map(({ at, weight }) => [Math.round((60 * (at - STARTED_AT)) / HOUR) / 60, weight]);

async function inOneRun(prepare: (account: Account) => void = () => undefined) {
  jest.setSystemTime(STARTED_AT * 1000);
  const account = newAccount(PLAN, STARTED_AT);
  prepare(account);
  const ended = await passing(run(account, { kind: 'to-the-end' }, '1'));
  return { account, ended };
}

/** @param gaps seconds between one run of the schedule and the next; the last one repeats */
async function inPieces(
  gaps: readonly number[],
  prepare: (account: Account) => void = () => undefined,
) {
  jest.setSystemTime(STARTED_AT * 1000);
  const account = newAccount(PLAN, STARTED_AT);
  prepare(account);
  const hold = { kind: 'hold', cause: { kind: 'started' }, until: 0 } as const;
  await run(account, hold, 'start');
  let runs = 1;
  for (; account.stored && runs < 2000; runs++) {
    jest.setSystemTime(Date.now() + (gaps[runs - 1] ?? gaps.at(-1) ?? QUARTER) * 1000);
    await run(account, ONE_LOOK, `advance-${runs}`);
  }
  return { account, runs };
}

describe('A rollout of thirty hours', () => {
  it('goes as the same plan in one run, minute for minute, over more than a hundred runs', async () => {
    const whole = await inOneRun();
    expect(whole.ended?.ending.kind).toBe('promoted');
    expect(hours(whole.account)).toEqual([
      [0, 1],
      [5, 5],
      [10, 25],
      [20, 50],
      [28, 100],
    ]);
    const pieces = await inPieces([QUARTER]);
    expect(pieces.runs).toBeGreaterThan(100);
    expect(hours(pieces.account)).toEqual(hours(whole.account));
    expect(pieces.account).toMatchObject({
      stored: undefined,
      trafficState: whole.account.trafficState,
      last: { ended: 'promoted', at: STARTED_AT + 30 * HOUR },
    });
  });

  it('that gets worse is rolled back at the next check', async () => {
    const worse = STARTED_AT + 13 * HOUR + 100;
    const fail = (account: Account) => {
      account.verdictAt = (at) => (at >= worse ? 'failing' : 'healthy');
    };
    const whole = await inOneRun(fail);
    const { account } = await inPieces([QUARTER], fail);
    expect(account.trafficState).toEqual(whole.account.trafficState);
    expect(account.last?.ended).toBe('rolled-back');
    const back = account.changes.at(-1);
    expect(back?.weight).toBe(0);
    expect((back?.at ?? 0) - worse).toBeLessThanOrEqual(QUARTER);
  });

  it('keeps its order, and is never ahead of its plan, however late, often or seldom a schedule fires', async () => {
    const plan = (await inOneRun()).account.changes;
    const gap = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 * HOUR }));
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { minLength: 1, maxLength: 60 }), async (gaps) => {
        const { account } = await inPieces([...gaps, QUARTER]);
        expect(account.changes.map(({ weight }) => weight)).toEqual([1, 5, 25, 50, 100]);
        account.changes.forEach(({ at }, i) => {
          expect(at).toBeGreaterThanOrEqual(plan[i]?.at ?? 0);
        });
        expect(account.last?.ended).toBe('promoted');
      }),
      { numRuns: 25 },
    );
  });

  it('is moved once by two runs at the same time, and the first one stops', async () => {
    const account = newAccount(PLAN, STARTED_AT);
    await run(account, { kind: 'hold', cause: { kind: 'started' }, until: 0 }, 'start');
    jest.setSystemTime((STARTED_AT + 5 * HOUR) * 1000);
    const [first, second] = await Promise.all([
      run(account, ONE_LOOK, 'first'),
      run(account, ONE_LOOK, 'second'),
    ]);
    expect(first?.ending).toMatchObject({
      kind: 'held',
      cause: { kind: 'taken-over', owner: { kind: 'run', id: { runId: 'second' } } },
    });
    expect(second?.ending.kind).toBe('held');
    expect(account.changes.map(({ weight }) => weight)).toEqual([1, 5]);
  });

  it('that is paused stays, and goes back when it is worse', async () => {
    const by = { repository: 'octo-org/orders', runId: '9', attempt: '1' };
    const paused = (account: Account, from: number) => {
      if (!account.stored) throw new Error('nothing is remembered');
      account.stored = { ...account.stored, paused: { since: from, by } };
    };
    const account = newAccount(PLAN, STARTED_AT);
    await run(account, { kind: 'hold', cause: { kind: 'started' }, until: 0 }, 'start');
    paused(account, STARTED_AT);
    for (const hour of [1, 6, 11, 24]) {
      jest.setSystemTime((STARTED_AT + hour * HOUR) * 1000);
      const ended = await run(account, ONE_LOOK, `at-${hour}`);
      expect(ended?.ending).toMatchObject({
        kind: 'held',
        cause: { kind: 'paused', by },
      });
    }
    expect(account.changes.map(({ weight }) => weight)).toEqual([1]);
    account.verdictAt = () => 'failing';
    expect((await run(account, ONE_LOOK, 'last'))?.ending.kind).toBe('rolled-back');
  });

  it('is rolled back by a comment just before its end, and answers later ones', async () => {
    const account = newAccount({ ...PLAN, steps: [], bakeSeconds: 0 }, STARTED_AT);
    const heardOut: (string | undefined)[] = [];
    let rollback: string | undefined;
    account.comments = {
      ...NO_COMMENTS,
      flush: async (_, ended) => {
        heardOut.push(ended);
        rollback = 'mona';
      },
      requests: () => ({ promote: undefined, rollback, hold: undefined }),
    };
    const ended = await passing(run(account, { kind: 'to-the-end' }, '1'));
    const cause = { kind: 'requested', by: 'mona', through: 'comment' };
    expect(ended?.ending).toEqual({ kind: 'rolled-back', cause });
    expect(account.changes.map(({ weight }) => weight)).toEqual([100, 0]);
    expect(heardOut).toEqual([undefined, 'rolled-back']);
  });

  it('does not wait long if the comments are not answered', async () => {
    const account = newAccount({ ...PLAN, steps: [], bakeSeconds: 0 }, STARTED_AT);
    account.comments = { ...NO_COMMENTS, flush: () => new Promise(() => undefined) };
    const ended = await passing(run(account, { kind: 'to-the-end' }, '1'));
    expect(ended?.ending.kind).toBe('promoted');
  });
});
