// What a run says at its end: each fact once, and only what its command does.

import { describe, expect, it } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, readReport, type Scene } from '../support/rollout.ts';

const PLAN = { steps: '5%/2h, 50%/2h', analysis: 'off' };
const TWO = ['--functions=orders,invoices', '--alias=live', '--summary=s.md', '--report=r.json'];

const place = ({ simulator: { url, world } }: FleetScene | Scene) => ({
  aws: { endpoint: url, region: world.place.region },
  clock: world.clock.settings,
});

/** The sentences of a text that occur in it more than once; a log wraps its lines. */
function repeated(text: string): readonly string[] {
  const plain = text.replace(/[\\>]/g, '').replace(/\n(?! )/g, '. ');
  const sentences = plain
    .replace(/\s+/g, ' ')
    .split(/[.:] /)
    .map((sentence) => sentence.trim().toLowerCase())
    .filter((sentence) => sentence.split(' ').length > 4);
  return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
}

/** What a reader of the summary sees without opening anything. */
function unfolded(summary: string): string {
  return summary.replace(/<details>[\s\S]*?<\/details>/g, '');
}

describe('The command status', () => {
  it('says each fact once, with and without an open release', async () => {
    await playFleet({ names: ['orders', 'invoices'] }, async (scene) => {
      const at = place(scene);
      const none = await runCli(['status', ...TWO], at);
      expect(repeated(none.log)).toEqual([]);
      expect(none.log).toContain(
        'No rollout is open on 2 aliases. The traffic is not split between versions.\n',
      );
      expect(repeated(unfolded(none.file('s.md')))).toEqual([]);

      await scene.release({ ...PLAN, command: 'start' });
      const open = await runCli(['status', ...TWO], at);
      expect(repeated(open.log)).toEqual([]);
      expect(open.log.match(/of the traffic is served by/g)).toHaveLength(1);
      expect(repeated(open.file('s.md'))).toEqual([]);
      const { reason, stands } = JSON.parse(open.file('r.json'));
      expect(reason).toMatch(
        /^The open rollout was started \d+s ago \(.+\), and .+ ran it last\.$/,
      );
      expect(stands).toMatch(/^5% of the traffic is served by the canary/);
      expect(repeated((await runCli(['status', '--all'], at)).log)).toEqual([]);

      await scene.release({ ...PLAN, command: 'pause' });
      const paused = await scene.release({ command: 'status' });
      expect(paused.outputs.reason).toMatch(
        /^Paused by octo-org\/.+\. The open rollout was started/,
      );
      expect(repeated(paused.log)).toEqual([]);
      expect(repeated(paused.summary)).toEqual([]);

      // Part of it: what AWS serves is not 0%.
      const part = await scene.release({ command: 'status', functions: 'orders' });
      expect(errorsOf(part)).toEqual([
        expect.stringMatching(
          /^There is no state to show: "orders" is part of .+\. How the traffic is split now is not known\.$/,
        ),
      ]);
      expect(part.outputs.weight).toBe('');
    });
  });

  it('says once what stops an open release', async () => {
    await play({}, async (scene) => {
      const inputs = { ...PLAN, 'stop-switch': 'parameter=/stop' };
      scene.simulator.parameters.put('/stop', 'off');
      await scene.release({ ...inputs, command: 'start' });
      scene.simulator.parameters.put('/stop', 'database migration');
      const status = await scene.release({ ...inputs, command: 'status' });
      expect(status.log.match(/database migration/g)).toHaveLength(1);
      const shown = unfolded(status.summary);
      expect(shown.match(/database migration/g)).toHaveLength(1);
      expect(repeated(shown)).toEqual([]);
    });
  });
});

describe('A refusal', () => {
  it('of a plan says what a release would meet, and what AWS serves', async () => {
    await play({}, async (scene) => {
      await scene.release({ ...PLAN, command: 'start' });
      const plan = await scene.release({ command: 'plan', alarms: 'nope' });
      const problem = 'alarms: there is no alarm "nope" in us-east-1';
      expect(plan.outputs).toMatchObject({ outcome: 'failed', cause: 'preflight', weight: '5' });
      expect(errorsOf(plan).join()).toMatch(
        /^A release would be refused: alarms: .+\. 5% of the traffic is served by the new version/,
      );
      expect(plan.summary).toContain(
        `> A release would be refused: ${problem.replaceAll('-', '\\-')}`,
      );
      expect(plan.summary + plan.log).not.toContain('before any traffic was shifted');
    });
  });

  it('of advance has the weight that AWS serves, everywhere', async () => {
    await playFleet({ names: ['orders', 'invoices'] }, async (scene) => {
      await scene.release({ ...PLAN, command: 'start' });
      const refused = await scene.release({ ...PLAN, command: 'advance', steps: '10%/2h' });
      expect(refused).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '5' } });
      expect(await scene.routing()).toEqual(['1 + 0.05 of 2', '1 + 0.05 of 2']);
      expect(refused.summary).toContain('5% of the traffic is served by the canary');
      expect(refused.log).toContain('  Weight      5% of the traffic\n');
      expect(refused.summary + refused.log).not.toMatch(/\b0%/);

      const unmerged = await scene.release(
        { ...PLAN, command: 'advance' },
        { github: { eventName: 'pull_request', ref: 'refs/pull/3/merge' } },
      );
      expect(errorsOf(unmerged)).toEqual([
        expect.stringMatching(/^Nothing was done: on-pull-request: command advance would release/),
      ]);
      expect(unmerged.outputs.weight).toBe('');
    });
  });
});

describe('A shift that AWS refuses', () => {
  it('shows no weight that was never served', async () => {
    await playFleet({}, async (scene) => {
      // So many that 5% of them are enough requests at any time.
      scene.users(200);
      const inputs = { ...PLAN, steps: '5%/2m, 50%/2h', 'on-inconclusive': 'promote' };
      await scene.release({ ...inputs, command: 'start', 'hold-for': '4m' });
      const everything = { Effect: 'Allow', Action: ['*'], Resource: ['*'] } as const;
      const none = { ...everything, Effect: 'Deny', Action: ['lambda:UpdateAlias'] } as const;
      scene.simulator.policy.set([everything, none]);
      const run = await scene.release({ ...inputs, command: 'advance', 'job-timeout': '8m' });
      expect(await scene.routing()).toEqual(['1 + 0.05 of 2']);
      expect(run.outputs).toMatchObject({ outcome: 'stuck', weight: '5' });
      expect(readReport(run).weights.map(({ weight }) => weight)).toEqual([5]);

      const status = await scene.release({ command: 'status' });
      expect(status.outputs).toMatchObject({ weight: '5', phase: 'step 1/2' });
      expect(readReport(status).weights.map(({ weight }) => weight)).toEqual([5]);
      expect(status.summary).toContain('| 5% |');
      expect(status.summary).not.toContain('| 50% |');
      const all = await runCli(['status', '--all'], place(scene));
      expect(all.log).toContain('orders:live  5%  step 1/2\n');
    });
  });
});

describe('A plan', () => {
  it('of nothing new says that there is nothing to release, and no cost', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const plan = await scene.release({ command: 'plan' });
      expect(plan.outputs.reason).toMatch(
        /^No problems found, and there is nothing to release: code/,
      );
      expect(plan.log.match(/nothing to release/g)).toHaveLength(1);
      expect(plan.log + plan.summary).not.toMatch(/cost:|would take/);
    });
  });

  it('of the first release has neither steps nor a cost', async () => {
    await playFleet({ alias: null }, async (scene) => {
      const plan = await scene.release({ command: 'plan', 'first-release': 'allow' });
      expect(plan.outputs.reason).toBe(
        'No problems found; the first version would get all traffic immediately.',
      );
      expect(plan.log).toContain('No version is served yet.');
      expect(plan.log + plan.summary).not.toMatch(/cost:|would take/);
    });
  });

  it('without traffic says what is not known', async () => {
    await playFleet({}, async (scene) => {
      const { log } = await scene.release({ command: 'plan', 'bake-time': '30s' });
      expect(log).toContain(
        'CloudWatch counted no requests in the last day, so it is unknown what',
      );
      expect(log).toContain(
        'no requests were counted in the last day, so there would be nothing to',
      );
      expect(log).toContain('less than 0.01 USD for transfer if the runner is outside AWS');
      expect(log).not.toMatch(/up to 0\b|\b0 USD|\b0 GB|1 readings/);
    });
  });
});
