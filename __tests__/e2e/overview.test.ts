// All open releases of an account, from the action and from the command line, with the permissions that the docs name.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { archive } from '../../demo/handlers.ts';
import type { Overview } from '../../src/report/overview.ts';
import { runCli } from '../support/cli.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { ACCOUNT, openReleaseTags } from '../support/open-release.ts';
import { errorsOf, writesIn } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';

const PAGE = readFileSync(
  fileURLToPath(new URL('../../docs/overview.md', import.meta.url)),
  'utf8',
);
const POLICY = JSON.parse(/policy begin -->\s+```json\n(.*?)```/s.exec(PAGE)?.[1] ?? '{}');

const NO_TARGET = { functions: '', alias: '', steps: '', 'bake-time': '' };
const ALL = { ...NO_TARGET, command: 'status', all: 'true', comment: '' };

const releaseOf = (scene: FleetScene, name: string, runId: number) =>
  scene.release(
    { functions: name, command: 'start', steps: '20%/2h', analysis: 'off' },
    { github: { runId } },
  );

const overviewOf = ({ outputs }: ActionResult) =>
  JSON.parse(readFileSync(outputs.report ?? '', 'utf8')) as Overview;

const ZipFile = archive({ label: 'v1' });

/** A function of which the tags say that a release is open, begun a minute ago. */
async function createReleased({ lambda, simulator }: FleetScene, FunctionName: string) {
  const Tags = openReleaseTags(FunctionName, simulator.world.clock.now(), 60);
  const role = { Role: `arn:aws:iam::${ACCOUNT}:role/x`, Runtime: 'nodejs22.x' } as const;
  const code = { Handler: 'index.handler', Code: { ZipFile }, Tags };
  await lambda.send(new CreateFunctionCommand({ FunctionName, ...role, ...code }));
}

describe('All open releases', () => {
  it('are shown by the action and the command line, which only read', async () => {
    await playFleet({ names: ['orders', 'invoices'] }, async (scene) => {
      const none = await scene.release(ALL);
      expect(none).toMatchObject({
        exitCode: 0,
        outputs: { outcome: 'unchanged', 'open-releases': '0' },
      });
      await releaseOf(scene, 'orders', 7_000_000_001);
      await releaseOf(scene, 'invoices', 7_000_000_002);
      scene.simulator.policy.set(POLICY.Statement);
      const mark = scene.mark();

      const shown = await scene.release(ALL);
      expect(shown).toMatchObject({ exitCode: 0, outputs: { 'open-releases': '2' } });
      const overview = overviewOf(shown);
      expect(overview.problems).toEqual([]);
      expect(overview.releases).toMatchObject([
        { label: 'orders:live', weight: 20, phase: 'step 1/1', waitsFor: { kind: 'time' } },
        { label: 'invoices:live', weight: 20 },
      ]);
      expect(shown.summary).toContain('## 2 releases are open in account 123456789012, us-east-1');
      expect(shown.summary).toContain(
        '[run](https://github.com/octo-org/orders/actions/runs/7000000001/attempts/1)',
      );
      expect(readFileSync(shown.outputs.overview ?? '', 'utf8')).toBe(shown.summary);

      const { url, world } = scene.simulator;
      const place = { aws: { endpoint: url, region: world.place.region } };
      const files = ['--summary=s.md', '--report=r.json'];
      const cli = await runCli(['status', '--all', ...files], place);
      expect([cli.stderr, cli.code]).toEqual(['', 0]);
      expect(cli.log).toContain('orders:live  20%  step 1/1\n  orders 1 → 2\n  since ');
      expect(JSON.parse(cli.file('r.json'))).toMatchObject({ releases: overview.releases });
      expect(cli.file('s.md')).toContain('| `orders:live` |');
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('are 300, in pages, each as it is now', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const names = Array.from({ length: 300 }, (_, i) => `fn-${String(i).padStart(3, '0')}`);
      await Promise.all(names.map((name) => createReleased(scene, name)));
      const mark = scene.mark();
      const shown = await scene.release(ALL);
      expect(shown.outputs).toMatchObject({ outcome: 'unchanged', 'open-releases': '300' });
      const { problems, releases } = overviewOf(shown);
      expect(problems).toEqual([]);
      expect(releases.map(({ label }) => label).sort()).toEqual(
        names.map((name) => `${name}:live`),
      );
      const operations = scene.calls(mark).map(({ operation }) => operation);
      expect(operations.filter((name) => name === 'GetResources')).toHaveLength(3);
      const markdown = readFileSync(shown.outputs.overview ?? '', 'utf8');
      expect(markdown).toContain('300 releases are open in account 123456789012, us-east-1');
      expect(Buffer.byteLength(markdown)).toBeLessThan(65_536);
    });
  });

  it('are refused together with a target, a wrong Region or another command', async () => {
    await playFleet({}, async (scene) => {
      const both = await scene.release({ ...ALL, functions: 'orders' });
      expect(errorsOf(both).join()).toContain('functions: it has no effect with all');
      expect(both.outputs.outcome).toBe('failed');
      const plan = await scene.release({ command: 'plan', all: 'true' });
      expect(errorsOf(plan).join()).toContain(
        'all: it shows all releases with command: status only',
      );
      const { url } = scene.simulator;
      const cli = await runCli(['status', '--all', '--alias=live', '--page=p.html'], {
        aws: { endpoint: url, region: 'nowhere at all' },
      });
      expect(cli.code).toBe(2);
      for (const said of ['--alias: it has no effect with all', '--page', 'is not a region'])
        expect(cli.log).toContain(said);
    });
  });
});
