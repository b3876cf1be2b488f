// The way back while a change is still under way, played against a target of a few lines.

import { describe, expect, it } from '@jest/globals';
import type { Craft, Moment } from '../../src/controller/context.ts';
import { rollBack } from '../../src/controller/rollback.ts';
import { formatRolloutId } from '../../src/rollout/release.ts';
import type { Observed } from '../../src/targets/target.ts';
import { makeRecord, makeRemembered } from './rollout-fixture.ts';

const MOMENT: Moment = { rollout: makeRemembered(), standing: { kind: 'split', weight: 5 } };

function cancelledCraft(observe: () => Promise<Observed>) {
  const calls: string[] = [];
  const noted = async (call: string) => void calls.push(call);
  const craft = {
    target: {
      observe,
      rollBack: () => noted('roll back'),
      settle: () => noted('settle'),
      forget: () => noted('forget'),
      look: async () => {
        throw new Error('the token has expired');
      },
      mendCommands: () => ['aws lambda update-alias'],
    },
    journal: { endStep: () => undefined, note: () => undefined },
    log: { group: () => undefined, line: () => undefined, warning: () => undefined },
    cancelled: AbortSignal.abort(),
    wayBack: new AbortController().signal,
    signedBy: undefined,
    id: MOMENT.rollout.record.id,
    giveUpAt: Number.POSITIVE_INFINITY,
    linkTo: formatRolloutId,
    rollsBack: () => undefined,
  };
  return { craft: craft as unknown as Craft, calls };
}

describe('A way back while a shift is under way', () => {
  it('goes back once more where the shift came after it', async () => {
    const shown: Observed = {
      memory: { kind: 'rollout', remembered: MOMENT.rollout },
      standing: { kind: 'split', weight: 5 },
    };
    const { craft, calls } = cancelledCraft(async () => shown);
    const ended = await rollBack(craft, MOMENT, 'cancelled', Promise.resolve());
    expect(calls).toEqual(['roll back', 'roll back', 'settle', 'forget']);
    expect(ended).toMatchObject({ ending: { kind: 'rolled-back' }, rest: 'settled' });
  });

  it('does not say that it is done where the shift came and nothing can be read', async () => {
    const { craft, calls } = cancelledCraft(async () => {
      throw new Error('the token has expired');
    });
    const ended = await rollBack(craft, MOMENT, 'cancelled', Promise.resolve());
    expect(calls).toEqual(['roll back']);
    expect(ended).toMatchObject({ ending: { kind: 'stuck' }, presumed: true, rest: 'unsettled' });
    expect(ended.ending).toMatchObject({ reason: expect.stringContaining('token has expired') });
  });
});

describe('A rollback that does not work at first', () => {
  /** Fails once, and finds this at the next look. */
  async function foundThen(found: Observed | Error) {
    const { craft, calls } = cancelledCraft(async () => {
      if (found instanceof Error) throw found;
      return found;
    });
    let tries = 0;
    const target = {
      ...craft.target,
      look: async () => MOMENT.standing,
      rollBack: async () => {
        tries += 1;
        if (tries === 1) throw new Error('503');
      },
    };
    const causes: unknown[] = [];
    const rollsBack = (cause: unknown) => void causes.push(cause);
    const ended = await rollBack(
      { ...craft, target, rollsBack, cancelled: new AbortController().signal },
      MOMENT,
      'alarm a: in ALARM',
    );
    return { ended, tries, calls, causes };
  }

  it('is tried again, and says what it was begun for', async () => {
    for (const found of [
      new Error('503'),
      { memory: { kind: 'rollout', remembered: MOMENT.rollout }, standing: MOMENT.standing },
    ] as const) {
      const { ended, tries, causes } = await foundThen(found);
      expect(tries).toBe(2);
      expect(ended.ending).toEqual({ kind: 'rolled-back', reason: 'alarm a: in ALARM' });
      const of = formatRolloutId(MOMENT.rollout.record.id);
      expect(causes).toEqual([{ reason: 'alarm a: in ALARM', of }]);
    }
  }, 20_000);

  it("stops where it is another run's by then, or nobody's", async () => {
    const id = { ...MOMENT.rollout.record.id, runId: '7000000009' };
    const remembered = makeRemembered({ record: makeRecord({ id }) });
    for (const [memory, says] of [
      [{ kind: 'rollout', remembered }, /another run has taken over: .*7000000009/],
      [{ kind: 'none', last: undefined }, /the tags that remember it are gone/],
    ] as const) {
      const { ended, tries, calls } = await foundThen({ memory, standing: MOMENT.standing });
      expect([tries, calls]).toEqual([1, []]);
      expect(ended.ending).toMatchObject({ kind: 'failed', reason: expect.stringMatching(says) });
      expect(ended.theirs).toBe(memory.kind === 'rollout');
    }
  }, 20_000);

  it('ends where somebody else has made something of it that is not ours', async () => {
    const standing = { kind: 'foreign', what: 'the stage serves deployment x' } as const;
    const memory = { kind: 'rollout', remembered: MOMENT.rollout } as const;
    const { ended, tries } = await foundThen({ memory, standing });
    expect(tries).toBe(1);
    expect(ended).toMatchObject({ ending: { kind: 'stuck' }, moment: { standing } });
  }, 20_000);
});
