// Whoever may write a function's tags, and nothing else, writes the record of a release that never was, or changes
// one that is. No alias moves for it.

import { ListTagsCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../src/rollout/phase.ts';
import type { FunctionChange } from '../../src/rollout/release.ts';
import { type FleetScene, movesIn, playFleet } from '../support/fleet-scene.ts';
import { type Forged, forgedRecord, forgedTags, tagFunction } from '../support/forge.ts';
import { errorsOf, until, writesIn } from '../support/rollout.ts';

const NEXT = { github: { runId: 7_000_000_002 } };
const PATIENT = { steps: '40%/2h', 'bake-time': '2h' };
const PREPARING: Phase = { kind: 'preparing' };

function record(functions: readonly FunctionChange[], alias = 'live') {
  const aliases = Object.fromEntries(functions.map(({ name }) => [name, alias]));
  return forgedRecord(functions, { kind: 'alias', aliases });
}

const COMMANDS = [
  { 'on-unfinished': 'rollback' },
  { 'on-unfinished': 'resume', supersede: 'replace' },
  { command: 'advance' },
  { command: 'promote' },
  { command: 'pause' },
  { command: 'rollback' },
];

async function nothingMoves(scene: FleetScene, forged: Forged, said: RegExp, functions: string) {
  await tagFunction(scene, functions, forgedTags(forged));
  const before = [await scene.routing(), await scene.tags()];
  const mark = scene.mark();
  for (const inputs of COMMANDS) {
    const run = await scene.release({ ...inputs, functions }, NEXT);
    expect([inputs, run.exitCode, run.outputs.outcome]).toEqual([inputs, 1, 'failed']);
    expect(errorsOf(run).join()).toMatch(said);
    expect(run.summary).toMatch(said);
    expect((await run.post())?.exitCode).toBe(0);
  }
  expect(writesIn(scene.calls(mark))).toEqual([]);
  expect([await scene.routing(), await scene.tags()]).toEqual(before);
}

describe('A forged record in the tags of a function', () => {
  it('does not move the alias to another version, and one that is named does', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const forged = { record: record([{ name: 'orders', from: '2', to: '1' }]) };
      const said = /AWS does not confirm.*that orders:live pointed to version 2 before 1/;
      await nothingMoves(scene, forged, said, 'orders');
      const back = { command: 'rollback', 'rollback-to': '2', functions: 'orders' };
      expect((await scene.release(back, NEXT)).outputs.outcome).toBe('rolled-back');
      expect(await scene.routing()).toEqual(['2']);
      expect(await scene.tags()).toEqual(['orders team', 'orders canary-action:last']);
    });
  });

  it('does not bring along a function that the inputs do not name', async () => {
    await playFleet({ names: ['orders', 'payments'] }, async (scene) => {
      for (const name of scene.names) await scene.publish(name);
      const changes = scene.names.map((name) => ({ name, from: '2', to: '1' }));
      const said =
        /releases "payments" as well, which this run does not name; expected functions: orders:live, payments:live/;
      await nothingMoves(scene, { record: record(changes) }, said, 'orders');
    });
  });

  it('does not move another alias than the inputs name', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const forged = { record: record([{ name: 'orders', from: '2', to: '1' }], 'staging') };
      await nothingMoves(scene, forged, /orders:staging.*orders:live|orders:staging is/, 'orders');
    });
  });

  it('does not give users a version that was not released', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const forged = { record: record([{ name: 'orders', from: '1', to: '2' }]), phase: PREPARING };
      await tagFunction(scene, 'orders', forgedTags(forged));
      for (const command of ['advance', 'promote']) {
        const run = await scene.release({ command }, NEXT);
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      }
      expect(movesIn(scene.calls())).toEqual([]);
    });
  });
});

describe('A release whose tags are changed by someone else', () => {
  it('goes by what it wrote itself: it is not promoted early', async () => {
    await playFleet({}, async (scene) => {
      const run = scene.start(PATIENT);
      await run.sees(/step 1\/1 .* 40%/);
      await tagFunction(scene, 'orders', { 'canary-action:phase': 'baking/1800000300' });
      const mark = scene.mark();
      const checks = () => scene.calls(mark).filter(({ operation }) => operation === 'GetAlias');
      await until(() => checks().length >= 5);
      expect(movesIn(scene.calls(mark))).toEqual([]);
      expect(await scene.routing()).toEqual(['1 + 0.4 of 2']);
    });
  });

  it('is not promoted by a later run for a phase that it has not reached', async () => {
    await playFleet({}, async (scene) => {
      const plan = { steps: '40%/1h, 60%/1h', 'bake-time': '0s' };
      const held = await scene.release({ ...plan, command: 'start', 'hold-for': '1s' });
      expect(held.outputs).toMatchObject({ outcome: 'held', weight: '40' });
      const mark = scene.mark();
      const { region, account } = scene.simulator.world.place;
      const arn = `arn:aws:lambda:${region}:${account}:function:orders`;
      for (const phase of ['baking/1800000300', 'step/1/1800000300']) {
        await tagFunction(scene, 'orders', { 'canary-action:phase': phase });
        const looked = await scene.release({ ...plan, command: 'advance' }, NEXT);
        expect(looked.outputs).toMatchObject({ outcome: 'held', weight: '40' });
        const { Tags = {} } = await scene.lambda.send(new ListTagsCommand({ Resource: arn }));
        expect(Tags['canary-action:phase']).toMatch(/^step\/0\//);
      }
      expect(movesIn(scene.calls(mark))).toEqual([]);
      const asked = await scene.release({ ...plan, command: 'promote', analysis: 'off' }, NEXT);
      expect(asked.outputs.outcome).toBe('promoted');
    });
  });

  it('stops where its record is another one, and the post step says what it was', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      await scene.upload('orders', 'v3');
      const run = scene.start({ ...PATIENT, steps: 'AllAtOnce' });
      await run.sees(/ bake .* left/);
      expect(await scene.routing()).toEqual(['3']);
      const changed = record([{ name: 'orders', from: '2', to: '3' }]);
      const { 'canary-action:rollout': _, ...tags } = forgedTags({ record: changed });
      const { region, account } = scene.simulator.world.place;
      const arn = `arn:aws:lambda:${region}:${account}:function:orders`;
      const { Tags = {} } = await scene.lambda.send(new ListTagsCommand({ Resource: arn }));
      const owner = Tags['canary-action:rollout'] ?? '';
      await scene.untag('orders');
      await tagFunction(scene, 'orders', { ...tags, 'canary-action:rollout': owner });
      const mark = scene.mark();
      const dead = await run.kill();
      const post = await dead.post();
      expect(post?.exitCode).toBe(2);
      expect(post && errorsOf(post).join()).toMatch(
        /that orders:live pointed to version 2 before 3.*aws lambda update-alias .*--function-version 1 /s,
      );
      expect(movesIn(scene.calls(mark))).toEqual([]);
    });
  });
});

describe('A release of a version that someone else published', () => {
  const GIVEN = { ...PATIENT, steps: 'AllAtOnce', version: '2' };

  it('is rolled back in the bake by its own post step', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const run = scene.start(GIVEN);
      await run.sees(/ bake .* left/);
      const dead = await run.kill();
      expect(errorsOf((await dead.post()) as never).join()).toContain(
        'returned all traffic to the previous version',
      );
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('is not rolled back in the bake by another run, unless that names the version', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const run = scene.start(GIVEN);
      await run.sees(/ bake .* left/);
      await run.kill();
      const other = await scene.release({ command: 'rollback' }, NEXT);
      expect(other).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(other).join()).toMatch(
        /orders:live pointed to version 1 before 2.*command: rollback and rollback-to/,
      );
      expect(await scene.routing()).toEqual(['2']);
      await scene.release({ command: 'rollback', 'rollback-to': '1' }, NEXT);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('is rolled back in a step by another run', async () => {
    await playFleet({}, async (scene) => {
      await scene.publish('orders');
      const run = scene.start({ ...PATIENT, version: '2' });
      await run.sees(/step 1\/1 .* 40%/);
      await run.kill();
      const other = await scene.release({ command: 'rollback' }, NEXT);
      expect(other.outputs.outcome).toBe('rolled-back');
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});
