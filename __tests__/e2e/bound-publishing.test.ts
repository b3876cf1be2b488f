// What is published is what preflight read, and only if it differs from what serves.

import {
  GetFunctionConfigurationCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { archive } from '../../demo/handlers.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Unsettled } from '../../simulator/world.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { BRIEF, errorsOf, play, writesIn } from '../support/rollout.ts';

const WORLDS = [
  'new-number',
  'same-number',
] as const satisfies readonly Unsettled['publishAfterSameUpdate'][];

/** Not the probe of preflight, which AWS refuses. */
const isPublishing = ({ operation, body = '' }: Pick<CallRecord, 'operation' | 'body'>) =>
  operation === 'PublishVersion' && body.includes('Description');

/** Does something once, just before a version is published. */
function beforePublishing(simulator: Simulator, act: () => Promise<unknown>): void {
  let done: Promise<unknown> | undefined;
  simulator.onCall({
    before: async (call) => {
      if (!isPublishing(call)) return;
      done ??= act();
      await done;
    },
  });
}

/** Does something once, as preflight has read the function and asks for the permission to move its alias. */
function afterPreflight(simulator: Simulator, act: () => Promise<unknown>): void {
  let done: Promise<unknown> | undefined;
  simulator.onCall({
    before: async ({ operation }) => {
      if (operation !== 'UpdateAlias') return;
      done ??= act();
      await done;
    },
  });
}

const HASH = /[A-Za-z0-9+/]{43}=/g;

describe('A release during which somebody else uploads', () => {
  it.each([
    ['after preflight', afterPreflight],
    ['in the moment of publishing', beforePublishing],
  ] as const)('stops and names both hashes: an alias, %s', async (_, when) => {
    await playFleet({ logs: false }, async (scene) => {
      when(scene.simulator, () => scene.upload('orders', 'v3'));
      const run = await scene.release(BRIEF);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      const said = errorsOf(run).join();
      expect(said).toMatch(/the code of "orders" changed after preflight: preflight read /);
      expect(new Set(said.match(HASH)).size).toBe(2);
      expect(await scene.routing()).toEqual(['1']);
      expect(writesIn(scene.calls())).not.toContain('UpdateAlias');
      expect(scene.calls().filter((call) => isPublishing(call) && call.status === 201)).toEqual([]);
    });
  });

  it('stops and names both hashes: a stage', async () => {
    await play({}, async (scene) => {
      beforePublishing(scene.simulator, () => scene.api.upload({ label: 'v3' }));
      const before = await scene.standing();
      const run = await scene.release(BRIEF);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(new Set(errorsOf(run).join().match(HASH)).size).toBe(2);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('stops if only the settings changed, and shows none of them', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const Environment = { Variables: { PASSWORD: 'hunter2notreal' } };
      const change = { FunctionName: 'orders', Environment };
      afterPreflight(scene.simulator, () =>
        scene.lambda.send(new UpdateFunctionConfigurationCommand(change)),
      );
      const run = await scene.release(BRIEF);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toContain('the settings of "orders" changed after preflight');
      expect(run.log + run.summary).not.toContain('hunter2notreal');
    });
  });

  it('goes on if the same is uploaded again', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      beforePublishing(scene.simulator, () => scene.upload('orders', 'v2'));
      const run = await scene.release(BRIEF);
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"orders":"2"}' });
    });
  });

  it('waits for an update that is in progress again', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      const { lambda: settings } = scene.simulator;
      beforePublishing(scene.simulator, async () => {
        settings.updateSeconds = 60;
        await scene.upload('orders', 'v2');
      });
      const run = await scene.release(BRIEF);
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"orders":"2"}' });
      const answers = scene
        .calls()
        .filter(isPublishing)
        .map(({ status }) => status);
      expect([answers[0], answers.at(-1)]).toEqual([409, 201]);
    });
  });
});

describe.each(WORLDS)('A function that is uploaded again without a change (%s)', (answer) => {
  const again = { FunctionName: 'orders', ZipFile: archive({ label: 'v1' }) };

  it('is left alone among several, and the plan says the same', async () => {
    await playFleet({ names: ['orders', 'users'], failing: null, logs: false }, async (scene) => {
      Object.assign(scene.simulator.world.unsettled, { publishAfterSameUpdate: answer });
      await scene.lambda.send(new UpdateFunctionCodeCommand(again));
      await scene.upload('users', 'v2');
      scene.users();
      const plan = await scene.release({ command: 'plan' });
      expect(plan.summary).toContain('**Function `orders`:** version 1 → 1');
      expect(plan.summary).toContain('**Function `users`:** version 1 → a version to be published');
      const run = await scene.release(BRIEF);
      expect(run.outputs).toMatchObject({
        outcome: 'promoted',
        versions: '{"orders":"1","users":"2"}',
      });
      const published = scene.calls().filter((call) => isPublishing(call) && call.status === 201);
      expect(published).toHaveLength(1);
    });
  });

  it('is not published, and there is nothing to release', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      Object.assign(scene.simulator.world.unsettled, { publishAfterSameUpdate: answer });
      await scene.lambda.send(new UpdateFunctionCodeCommand(again));
      const plan = await scene.release({ command: 'plan' });
      expect(plan.log).toContain('there is nothing to release: code and configuration are the');
      const run = await scene.release(BRIEF);
      expect(run.outputs).toMatchObject({ outcome: 'unchanged', versions: '{"orders":"1"}' });
      expect(scene.calls().filter(isPublishing)).toEqual([]);
    });
  });

  it('needs no permission for a new version on a stage', async () => {
    await play({}, async (scene) => {
      Object.assign(scene.simulator.world.unsettled, { publishAfterSameUpdate: answer });
      await scene.api.upload({ label: 'v1' });
      const check = { 'invoke-permission': 'check' };
      const plan = await scene.release({ ...check, command: 'plan' });
      expect(errorsOf(plan)).toEqual([]);
      const run = await scene.release({ ...check, steps: 'AllAtOnce', analysis: 'off' });
      expect(run.outputs.versions).toBe('{"hello":"1"}');
      expect(
        scene.calls().filter((call) => isPublishing(call) && call.status === 201),
      ).toHaveLength(0);
    });
  });
});

describe('A function whose settings alone changed', () => {
  it('is refused by plan and release alike without permission for it', async () => {
    await play({ failing: null }, async (scene) => {
      const change = { FunctionName: scene.api.functionName, MemorySize: 256 };
      await scene.api.clients.lambda.send(new UpdateFunctionConfigurationCommand(change));
      const check = { 'invoke-permission': 'check' };
      const mark = scene.mark();
      for (const command of ['plan', 'rollout']) {
        const run = await scene.release({ ...check, command });
        expect(errorsOf(run).join()).toContain('no permission to invoke a new version of "hello"');
      }
      expect(writesIn(scene.calls(mark))).not.toContain('PublishVersion');
    });
  });
});

describe('The hash of the code to release', () => {
  const hashOf = async ({ lambda }: FleetScene, FunctionName: string) =>
    (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).CodeSha256 ?? '';

  it('refuses other code before anything is published, in plan and release', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const ours = await hashOf(scene, 'orders');
      await scene.upload('orders', 'v3');
      const theirs = await hashOf(scene, 'orders');
      for (const command of ['plan', 'rollout']) {
        const run = await scene.release({ command, 'code-sha256': ours });
        expect(errorsOf(run).join()).toContain(
          `code-sha256: $LATEST of "orders" has the code ${theirs}; expected ${ours}`,
        );
      }
      expect(scene.calls().filter(isPublishing)).toEqual([]);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('lets the code that it names pass, for each of several functions', async () => {
    await playFleet({ names: ['orders', 'users'], logs: false }, async (scene) => {
      scene.users();
      const [orders, users] = [await hashOf(scene, 'orders'), await hashOf(scene, 'users')];
      const run = await scene.release({
        ...BRIEF,
        'code-sha256': `orders=${orders}\nusers=${users}`,
      });
      expect(run.outputs.outcome).toBe('promoted');
    });
  });

  it('does not continue an open release of other code', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await scene.release({ command: 'start' });
      const open = await scene.routing();
      const other = `${'A'.repeat(43)}=`;
      const run = await scene.release({ 'code-sha256': other }, { github: { runId: 2 } });
      expect(errorsOf(run).join()).toMatch(/its code is \S+=, and code-sha256 is A+=\)/);
      expect(await scene.routing()).toEqual(open);
    });
  });
});

describe('A function that nobody else touches', () => {
  it('is read by preflight, and neither before nor after it is published', async () => {
    await playFleet({ names: ['orders', 'users'], logs: false }, async (scene) => {
      scene.users();
      const run = await scene.release(BRIEF);
      expect(run.outputs.outcome).toBe('promoted');
      const calls = scene.calls();
      const published = calls.findIndex((call) => isPublishing(call) && call.status === 201);
      const moved = calls.findIndex(
        ({ operation, body = '' }) =>
          operation === 'UpdateAlias' && body.includes('AdditionalVersionWeights'),
      );
      const readsIn = (some: readonly CallRecord[]) =>
        some.filter(({ operation }) => operation?.startsWith('GetFunction')).length;
      // $LATEST and the version that serves; and at first, whose account it is.
      expect(readsIn(calls.slice(0, published))).toBe(1 + 2 * 2);
      expect(readsIn(calls.slice(published, moved))).toBe(0);
      const reads = calls.slice(published, moved).filter((call) => call.operation === 'GetAlias');
      expect(reads).toHaveLength(2);
    });
  });
});
