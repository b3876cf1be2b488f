// A rollout that waits at a gate, in the loop of the product: it is still judged, and goes on by itself.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Gate } from '../../../src/rollout/gate.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import { type Account, newAccount, passing, run } from './pieces-play.ts';

const START = 1_796_630_400;
const PLAN: Plan = {
  steps: [
    { weight: 5, holdSeconds: 300 },
    { weight: 50, holdSeconds: 300 },
  ],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 60,
};
const CLOSED_FROM = START + 200;
const OPENS = START + 7200;
const WINDOW: Gate = { kind: 'window', hours: 'Mon 08:00-10:00 UTC', zone: 'UTC', opensAt: OPENS };

beforeEach(() => {
  jest.useFakeTimers({ now: START * 1000 });
});
afterEach(() => {
  jest.useRealTimers();
});

const weights = ({ changes }: Account) => changes.map(({ weight }) => weight);

function closing(): { account: Account; reads: number[] } {
  const account = newAccount(PLAN, START);
  const reads: number[] = [];
  account.gatesAt = (at) => {
    reads.push(at - START);
    return at >= CLOSED_FROM && at < OPENS ? [WINDOW] : [];
  };
  return { account, reads };
}

describe('a rollout at a gate', () => {
  it('goes on when it opens', async () => {
    const { account } = closing();
    const ended = await passing(run(account, { kind: 'to-the-end' }, 'a'));
    expect(ended).toMatchObject({ ending: { kind: 'promoted' } });
    expect(weights(account)).toEqual([5, 50, 100]);
    const [, second] = account.changes;
    expect(second?.at).toBeGreaterThanOrEqual(OPENS);
    expect(second?.at).toBeLessThan(OPENS + 20);
  });

  it('asks only when it would go further, and while it waits', async () => {
    const { account, reads } = closing();
    await passing(run(account, { kind: 'to-the-end' }, 'a'));
    expect(reads[0]).toBeLessThan(5);
    expect(reads.filter((at) => at > 20 && at < 299)).toEqual([]);
  });

  it('is rolled back when the new version gets worse meanwhile', async () => {
    const { account } = closing();
    account.verdictAt = (at) => (at > START + 1000 ? 'failing' : 'healthy');
    const ended = await passing(run(account, { kind: 'to-the-end' }, 'a'));
    expect(ended).toMatchObject({ ending: { kind: 'rolled-back', cause: { kind: 'alarm' } } });
    expect(weights(account)).toEqual([5, 0]);
    expect(account.changes.at(-1)?.at).toBeLessThan(START + 1030);
  });

  it('is held by a run of one check', async () => {
    const { account } = closing();
    await passing(run(account, { kind: 'hold', cause: { kind: 'started' }, until: 0 }, 'a'));
    jest.setSystemTime((START + 400) * 1000);
    const ended = await passing(run(account, { kind: 'one-check' }, 'b'));
    expect(ended).toMatchObject({ ending: { kind: 'held', cause: WINDOW } });
    expect(weights(account)).toEqual([5]);
  });
});
