// Two runs of different repositories that begin in the same seconds, at places that touch.

import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { BRIEF, errorsOf, play } from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';

const FIRST_KEY = 'AKIAIOSFODNN7EXAMPLE';
const OTHER_RUN = { github: { runId: 7_000_000_002, repository: 'octo-org/checkout' } };

/** Not the question of preflight whether it may. */
function isPublishing({ operation, body = '' }: CallRecord): boolean {
  return operation === 'PublishVersion' && !body.includes('probe');
}

describe('A run that fails before its first shift', () => {
  it('rolls back nothing that another run began in the meantime', async () => {
    await play({}, async (scene) => {
      scene.users();
      let other: RunningStep<ActionResult> | undefined;
      const meanwhile = async () => {
        const env = { AWS_ACCESS_KEY_ID: 'AKIAI44QH8DHBEXAMPLE' };
        other = scene.start({ ...BRIEF, steps: '40%/30s' }, { ...OTHER_RUN, env });
        await scene.reaches(40);
        const effect = { kind: 'access-denied' } as const;
        scene.simulator.faults.add({ operation: 'PublishVersion', effect });
      };
      let held: Promise<void> | undefined;
      scene.simulator.onCall({
        before: async (call) => {
          if (!isPublishing(call) || call.accessKeyId !== FIRST_KEY) return;
          // Whoever has waited for an answer as long as it may sends the same once more.
          held ??= meanwhile();
          await held;
        },
      });
      const failed = await scene.release();
      expect(failed).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(failed).join()).toContain('lambda:PublishVersion');
      await failed.post();
      expect((await other?.done)?.outputs.outcome).toBe('promoted');
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v2': 5 });
    });
  });
});

describe('Of two releases that have an alias in common', () => {
  const NAMES = ['carts', 'orders', 'users'];
  const FIRST = 'carts, orders';
  const ALL = 'carts, orders, users';

  /** @param sets the functions of each run */
  async function judge(
    scene: FleetScene,
    runs: readonly ActionResult[],
    [first, second]: readonly [string, string],
  ) {
    const outcomes = runs.map((run) => run.outputs.outcome);
    expect([...outcomes].sort()).toEqual(['failed', 'promoted']);
    const released = outcomes[0] === 'promoted' ? first : second;
    expect(await scene.routing()).toEqual(
      NAMES.map((name) => (released.split(', ').includes(name) ? '2' : '1')),
    );
    const loser = runs.find((run) => run.outputs.outcome === 'failed');
    expect(loser && errorsOf(loser).join()).toMatch(
      /https:\/\/github\.com\/octo-org\/(orders|checkout)\/actions\/runs\/700000000[12]/,
    );
    expect(await scene.tags()).toEqual(NAMES.map((name) => `${name} team`));
  }

  // The first one is in preflight, publishes, has just written its record, or waits for it to stay.
  it.each(
    ['orders, users', 'orders'].flatMap((second) => [25, 32].map((n) => [second, n] as const)),
  )('one goes on, and the other says who has it: %s, after %i calls', async (second, after) => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      scene.users();
      let calls = 0;
      let other: RunningStep<ActionResult> | undefined;
      scene.simulator.onCall({
        before: ({ accessKeyId }) => {
          if (accessKeyId !== FIRST_KEY || other || ++calls < after) return;
          other = scene.start({ ...BRIEF, functions: second }, OTHER_RUN);
        },
      });
      const first = await scene.release({ ...BRIEF, functions: FIRST });
      if (!other) throw new Error('the first run made fewer calls');
      await judge(scene, [first, await other.done], [FIRST, second]);
    });
  });

  // Both have found all of it free: whoever writes last has it.
  it.each([
    [FIRST, 'orders, users'],
    [FIRST, 'orders'],
    [FIRST, 'carts, users'],
    [ALL, FIRST],
    [ALL, 'orders, users'],
  ] as const)(
    'so it is where both write their records at the same moment: %s; %s',
    async (...sets) => {
      await playFleet({ names: NAMES, logs: false }, async (scene) => {
        scene.users();
        const meet = meeting(2);
        scene.simulator.onCall({
          before: async ({ operation, body = '' }) => {
            if (operation === 'TagResource' && body.includes(':record.')) await meet();
          },
        });
        const runs = [
          scene.start({ ...BRIEF, functions: sets[0] }),
          scene.start({ ...BRIEF, functions: sets[1] }, OTHER_RUN),
        ];
        await judge(scene, await Promise.all(runs.map((run) => run.done)), sets);
      });
    },
  );

  it('a marker without a stored rollout blocks no release', async () => {
    await playFleet({ names: ['carts', 'orders'], logs: false }, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      await run.kill();
      await scene.meddle('carts', '1');
      await scene.meddle('orders', '1');
      await scene.untag('carts');
      const next = await scene.release({ ...BRIEF, functions: 'orders' }, OTHER_RUN);
      expect(next.outputs.outcome).toBe('promoted');
      expect(await scene.tags()).toEqual(['carts team', 'orders team']);
    });
  });
});

/** Whoever comes waits for the others; later ones do not. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (++come === count) open();
    return all;
  };
}
