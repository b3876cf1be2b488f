// What every kind of target keeps to, whatever it splits: it changes nothing by looking, reads back
// what it wrote, leaves alone what is not its own, and goes back by its first call.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Json } from '../../simulator/front/merge-patch.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { StoredRollout } from '../../src/rollout/record.ts';
import type { Target } from '../../src/targets/target.ts';
import { writesIn } from './rollout.ts';

/** A target in an account in which nothing has happened yet. */
export interface ContractScene {
  readonly target: Target;
  readonly simulator: Pick<Simulator, 'faults' | 'calls'>;
  /** The one operation that moves traffic: `UpdateStage`. */
  readonly moves: string;
  /** A merge patch that makes that operation's answer show another weight. */
  readonly lie: Json;
  /** How the commands that mend it by hand begin. */
  readonly repairs: RegExp;
  /** A rollout that is prepared, and remembered in AWS. */
  prepare(): Promise<StoredRollout>;
  /** All that a rollout may touch, without what AWS stamps on every change. */
  trafficState(): Promise<unknown>;
  /** The tags that are there, whoever wrote them. */
  tags(): Promise<unknown>;
  /** Changes what stands so that it is the rollout's no more. */
  meddle(rollout: StoredRollout): Promise<void>;
  close(): Promise<void>;
}

/** Call it within a `describe`. */
export function holdsContract(open: () => Promise<ContractScene>): void {
  describe('keeps the contract of a target:', () => {
    let scene: ContractScene;
    let target: Target;
    beforeEach(async () => {
      scene = await open();
      ({ target } = scene);
    });
    afterEach(() => scene.close());

    const since = (mark: number): readonly CallRecord[] => scene.simulator.calls.list().slice(mark);
    const mark = () => scene.simulator.calls.list().length;

    const observed = async () => {
      const { stored, trafficState } = await target.observe();
      if (stored.kind !== 'rollout' || !trafficState) throw new Error('nothing is remembered');
      return { ...stored.storedRollout, trafficState };
    };

    looks();
    moves();
    goesBack();

    function looks() {
      it('nothing is remembered where nothing was begun, and looking writes nothing', async () => {
        const from = mark();
        expect(await target.observe()).toEqual({
          stored: { kind: 'none' },
          trafficState: undefined,
        });
        expect(writesIn(since(from))).toEqual([]);
      });

      it('what was remembered is read as it was written, and whose it is can change', async () => {
        const rollout = await scene.prepare();
        expect(await observed()).toEqual({ ...rollout, trafficState: { kind: 'stable' } });
        const at = rollout.record.startedAt + 60;
        await target.savePhase(rollout, { kind: 'step', index: 0, since: at });
        const id = { repository: 'octo-org/orders', runId: '8', attempt: '2' };
        await target.claim(id);
        expect(await observed()).toEqual({
          ...rollout,
          record: { ...rollout.record, id },
          phase: { kind: 'step', index: 0, since: at },
          stepStartTimes: [at],
          trafficState: { kind: 'stable' },
        });
      });

      it('the memory can be wiped without a trace, and without touching the traffic', async () => {
        const before = await scene.tags();
        const rollout = await scene.prepare();
        await target.shift(rollout, 25);
        const trafficState = await scene.trafficState();
        await target.rollback.clearState();
        expect(await scene.tags()).toEqual(before);
        expect(await scene.trafficState()).toEqual(trafficState);
        expect((await target.observe()).stored).toEqual({ kind: 'none' });
        await target.rollback.clearState();
        expect(await scene.tags()).toEqual(before);
      });

      it('a pause is remembered until it is lifted, and twice is once', async () => {
        const rollout = await scene.prepare();
        const paused = { since: rollout.record.startedAt + 60, by: rollout.record.id };
        for (const _ of [1, 2]) await target.pause(paused);
        expect(await observed()).toEqual({ ...rollout, paused, trafficState: { kind: 'stable' } });
        for (const _ of [1, 2]) await target.pause(undefined);
        expect(await observed()).toEqual({ ...rollout, trafficState: { kind: 'stable' } });
      });

      it('approvals are remembered together, until they are withdrawn', async () => {
        const rollout = await scene.prepare();
        const given = { weight: 50, at: rollout.record.startedAt + 60, by: 'maria' };
        const approvals = [given, { ...given, weight: 100, by: 'jo-e' }];
        for (const _ of [1, 2]) await target.saveApprovals({ ...rollout, approvals });
        expect(await observed()).toEqual({
          ...rollout,
          approvals,
          trafficState: { kind: 'stable' },
        });
        for (const _ of [1, 2]) await target.saveApprovals(rollout);
        expect(await observed()).toEqual({ ...rollout, trafficState: { kind: 'stable' } });
      });

      it('a last word outlives the memory, is no rollout, and goes with the next one', async () => {
        const before = await scene.tags();
        const rollout = await scene.prepare();
        const by = { repository: 'octo-org/orders', runId: '8', attempt: '2' };
        const last = { ended: 'rolled-back', at: rollout.record.startedAt + 90, by } as const;
        await target.rollback.clearState(last);
        expect((await target.observe()).stored).toEqual({ kind: 'none', last });
        expect(await target.readUnknownSplit()).toBeUndefined();
        await target.rollback.clearState();
        expect(await scene.tags()).toEqual(before);
      });

      it('a split without stored state is named', async () => {
        await target.shift(await scene.prepare(), 25);
        await target.rollback.clearState();
        expect(await target.readUnknownSplit()).toContain('25%');
      });

      it('the repair commands are those of its service', async () => {
        const { record } = await scene.prepare();
        const commands = target.repairCommands(record);
        expect(commands.length).toBeGreaterThan(0);
        for (const command of commands) expect(command).toMatch(scene.repairs);
      });
    }

    function moves() {
      it.each([0.1, 12.34, 50, 100])(
        'a weight of %s %% is the traffic state afterwards',
        async (weight) => {
          const rollout = await scene.prepare();
          await target.shift(rollout, weight);
          expect((await observed()).trafficState).toEqual({ kind: 'split', weight });
        },
      );

      it('weights follow one another, and the promotion the last, once', async () => {
        const rollout = await scene.prepare();
        for (const weight of [5, 25]) await target.shift(rollout, weight);
        expect((await observed()).trafficState).toEqual({ kind: 'split', weight: 25 });
        await target.promote(rollout);
        expect((await observed()).trafficState).toEqual({ kind: 'promoted', open: false });
        const from = mark();
        await target.promote(rollout);
        expect(writesIn(since(from))).toEqual([]);
      });

      it('a promotion needs no split before it', async () => {
        await target.promote(await scene.prepare());
        expect((await observed()).trafficState).toEqual({ kind: 'promoted', open: false });
      });

      it('an answer that shows something else is not believed', async () => {
        const rollout = await scene.prepare();
        const effect = { kind: 'wrong-answer', patch: scene.lie } as const;
        scene.simulator.faults.add({ operation: scene.moves, effect, times: 1 });
        await expect(target.shift(rollout, 25)).rejects.toThrow(
          /AWS accepted the change, but does not/,
        );
      });

      it('an answer that is lost after the effect is no failure', async () => {
        const rollout = await scene.prepare();
        const effect = { kind: 'cut-after' } as const;
        const fault = scene.simulator.faults.add({ operation: scene.moves, effect, times: 1 });
        await target.shift(rollout, 25);
        expect((await observed()).trafficState).toEqual({ kind: 'split', weight: 25 });
        expect(scene.simulator.faults.list().find(({ id }) => id === fault.id)?.hits).toBe(1);
      });

      it('what someone else moved is left alone', async () => {
        const rollout = await scene.prepare();
        await target.shift(rollout, 25);
        await scene.meddle(rollout);
        const theirs = await scene.trafficState();
        expect((await observed()).trafficState.kind).toBe('external');
        await expect(target.shift(rollout, 50)).rejects.toThrow();
        await expect(target.promote(rollout)).rejects.toThrow();
        expect(await scene.trafficState()).toEqual(theirs);
      });
    }

    function goesBack() {
      it.each<[string, (rollout: StoredRollout) => Promise<void>]>([
        ['a split', (rollout) => target.shift(rollout, 25)],
        ['a promotion', (rollout) => target.promote(rollout)],
      ])(
        'the way back from %s is the first call, leads to all that stood, and is safe to repeat',
        async (_, forth) => {
          const rollout = await scene.prepare();
          const before = await scene.trafficState();
          await forth(rollout);
          const { trafficState } = await observed();
          const from = mark();
          await target.rollback.restore(rollout, trafficState);
          expect(since(from)[0]).toMatchObject({ operation: scene.moves, status: 200 });
          expect(await scene.trafficState()).toEqual(before);
          const again = mark();
          await target.rollback.restore(rollout, { kind: 'stable' });
          expect(writesIn(since(again))).toEqual([]);
        },
      );

      it('what the rollout did not create is not removed', async () => {
        const rollout = await scene.prepare();
        await target.shift(rollout, 25);
        const before = [await scene.trafficState(), await scene.tags()];
        const from = mark();
        for (const stands of ['before', 'new'] as const)
          await target.rollback.cleanUp(rollout, stands);
        expect(writesIn(since(from))).toEqual([]);
        expect([await scene.trafficState(), await scene.tags()]).toEqual(before);
      });

      it('an answer that is lost on the way back is no failure', async () => {
        const rollout = await scene.prepare();
        const before = await scene.trafficState();
        await target.shift(rollout, 25);
        const effect = { kind: 'cut-after' } as const;
        scene.simulator.faults.add({ operation: scene.moves, effect, times: 1 });
        await target.rollback.restore(rollout, { kind: 'split', weight: 25 });
        expect(await scene.trafficState()).toEqual(before);
      });
    }
  });
}
