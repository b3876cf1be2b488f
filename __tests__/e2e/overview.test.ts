// All open releases of an account, from the action and from the command line, with the permissions that the docs name.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Overview } from '../../src/report/overview.ts';
import { runCli } from '../support/cli.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, writesIn } from '../support/rollout.ts';

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
      const overview = JSON.parse(readFileSync(shown.outputs.report ?? '', 'utf8')) as Overview;
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
