// The way back while a change is still under way, played against a target of a few lines.

import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import type { RollbackServices, Snapshot } from '../../../src/controller/context.ts';
import { rollBack } from '../../../src/controller/rollback.ts';
import { failing } from '../../../src/rollout/cause.ts';
import { formatRolloutId } from '../../../src/rollout/release.ts';
import type { TargetState } from '../../../src/targets/target.ts';
import { makeRecord, makeRemembered } from '../rollout/rollout-fixture.ts';

const MOMENT: Snapshot = { rollout: makeRemembered(), trafficState: { kind: 'split', weight: 5 } };

const FIRED = failing([
  {
    source: { kind: 'alarm', name: 'a' },
    verdict: 'failing',
    detail: { kind: 'alarm-fired', reason: '12 > 5' },
  },
]);

function cancelledCraft(observe: () => Promise<TargetState>) {
  const calls: string[] = [];
  const noted = async (call: string) => void calls.push(call);
  const nothing = () => undefined;
  const unused = async (): Promise<never> => {
    throw new Error('not called in a rollback');
  };
  const loop: RollbackServices = {
    target: {
      words: 'the stage "prod"',
      rollback: {
        observe,
        restore: () => noted('roll back'),
        completePromotion: unused,
        cleanUp: () => noted('settle'),
        clearState: () => noted('forget'),
        readTraffic: async () => {
          throw new KnownError('the token has expired');
        },
      },
      repairCommands: () => ['aws lambda update-alias'],
    },
    recorder: { endStep: () => undefined, note: () => undefined },
    host: {
      log: {
        group: nothing,
        endGroup: nothing,
        line: nothing,
        notice: nothing,
        warning: nothing,
        error: nothing,
      },
      cancelled: AbortSignal.abort(),
      keepCause: nothing,
    },
    rollbackDeadline: new AbortController().signal,
    context: {
      id: MOMENT.rollout.record.id,
      inputs: { onInconclusive: 'hold', onCancel: 'rollback', command: 'rollout' },
      source: { runUrl: 'https://github.com/octo-org/orders/actions/runs/1' },
      giveUpAt: Number.POSITIVE_INFINITY,
    },
  };
  return { loop, calls };
}

describe('A way back while a shift is under way', () => {
  it('goes back once more where the shift came after it', async () => {
    const shown: TargetState = {
      stored: { kind: 'rollout', storedRollout: MOMENT.rollout },
      trafficState: { kind: 'split', weight: 5 },
    };
    const { loop, calls } = cancelledCraft(async () => shown);
    const ended = await rollBack(loop, MOMENT, { kind: 'cancelled' }, Promise.resolve());
    expect(calls).toEqual(['roll back', 'roll back', 'settle', 'forget']);
    expect(ended).toMatchObject({ ending: { kind: 'rolled-back' }, cleanup: 'clean' });
  });

  it('does not say that it is done where the shift came and nothing can be read', async () => {
    const { loop, calls } = cancelledCraft(async () => {
      throw new KnownError('the token has expired');
    });
    const ended = await rollBack(loop, MOMENT, { kind: 'cancelled' }, Promise.resolve());
    expect(calls).toEqual(['roll back']);
    expect(ended).toMatchObject({
      ending: { kind: 'stuck' },
      presumed: true,
      cleanup: 'cleanup-pending',
    });
    expect(ended.ending).toMatchObject({ failure: expect.stringContaining('token has expired') });
  });
});

describe('A rollback that does not work at first', () => {
  /** Fails once, and finds this at the next look. */
  async function foundThen(found: TargetState | Error) {
    const { loop, calls } = cancelledCraft(async () => {
      if (found instanceof Error) throw found;
      return found;
    });
    let tries = 0;
    const rollback = {
      ...loop.target.rollback,
      look: async () => MOMENT.trafficState,
      restore: async () => {
        tries += 1;
        if (tries === 1) throw new KnownError('503');
      },
    };
    const target = { ...loop.target, rollback };
    const causes: unknown[] = [];
    const host = {
      ...loop.host,
      cancelled: new AbortController().signal,
      keepCause: (cause: unknown) => void causes.push(cause),
    };
    const ended = await rollBack({ ...loop, target, host }, MOMENT, FIRED);
    return { ended, tries, calls, causes };
  }

  it('is tried again, and says what it was begun for', async () => {
    for (const found of [
      new KnownError('503'),
      {
        stored: { kind: 'rollout', storedRollout: MOMENT.rollout },
        trafficState: MOMENT.trafficState,
      },
    ] as const) {
      const { ended, tries, causes } = await foundThen(found);
      expect(tries).toBe(2);
      expect(ended.ending).toEqual({ kind: 'rolled-back', cause: FIRED });
      const of = formatRolloutId(MOMENT.rollout.record.id);
      expect(causes).toEqual([{ cause: FIRED, of }]);
    }
  }, 20_000);

  it('stops if another run owns it by then, or no run does', async () => {
    const id = { ...MOMENT.rollout.record.id, runId: '7000000009' };
    const storedRollout = makeRemembered({ record: makeRecord({ id }) });
    const before = MOMENT.rollout.record.id;
    for (const [stored, cause] of [
      [
        { kind: 'rollout', storedRollout },
        { kind: 'taken-over', owner: { kind: 'run', id, before } },
      ],
      [{ kind: 'none', last: undefined }, { kind: 'state-lost' }],
    ] as const) {
      const { ended, tries, calls } = await foundThen({
        stored,
        trafficState: MOMENT.trafficState,
      });
      expect([tries, calls]).toEqual([1, []]);
      const stopped = { at: 'midway', rollingBack: FIRED };
      expect(ended.ending).toEqual({ kind: 'failed', cause, stopped });
      expect(ended.theirs).toBe(stored.kind === 'rollout');
    }
  }, 20_000);

  it('stops if someone else changed it to a state that this run does not own', async () => {
    const trafficState = { kind: 'external', what: 'the stage serves deployment x' } as const;
    const stored = { kind: 'rollout', storedRollout: MOMENT.rollout } as const;
    const { ended, tries } = await foundThen({ stored, trafficState });
    expect(tries).toBe(1);
    expect(ended).toMatchObject({ ending: { kind: 'stuck' }, snapshot: { trafficState } });
  }, 20_000);
});
