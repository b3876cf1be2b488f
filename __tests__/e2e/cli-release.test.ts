// A release from the command line, as GitLab or a laptop runs it: over HTTP, against the simulator.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cliFolder, runCli, startCli } from '../support/cli.ts';
import { type FleetScene, movesIn, playFleet } from '../support/fleet-scene.ts';

const GITLAB = {
  CI: 'true',
  GITLAB_CI: 'true',
  CI_PROJECT_PATH: 'shop/orders',
  CI_PROJECT_URL: 'https://gitlab.example/shop/orders',
  CI_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
  CI_COMMIT_TITLE: 'Take vouchers',
  CI_JOB_ID: '4711',
  CI_JOB_URL: 'https://gitlab.example/shop/orders/-/jobs/4711',
  CI_JOB_TIMEOUT: '21600',
  CI_PIPELINE_SOURCE: 'push',
  GITLAB_USER_LOGIN: 'ada',
};

const SHORT = ['--functions', 'orders', '--alias', 'live', '--steps', '50%/2m', '--bake-time=30s'];
/** Reads no logs: to read them each second is most of the work of a release. */
const QUIET = ['--functions', 'orders', '--alias', 'live', '--logs=off'];
const SLOW = [...QUIET, '--steps', '40%/2h', '--bake-time=2h'];

const place = ({ simulator: { url, world } }: FleetScene) => ({
  aws: { endpoint: url, region: world.place.region },
  clock: world.clock.settings,
  env: GITLAB,
});

describe('A release from the command line', () => {
  it('is promoted, and leaves its results in files', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      const files = ['--summary=s.md', '--report=r.json', '--page=p.html', '--outputs=o.env'];
      const run = await runCli(['rollout', ...SHORT, ...files], place(scene));

      expect([run.stderr, run.code]).toEqual(['', 0]);
      expect(await scene.routing()).toEqual(['2']);
      expect(run.log).not.toMatch(/^::|##\[/m);

      const outputs = run.file('o.env');
      expect(outputs).toContain('CANARY_OUTPUT_OUTCOME=promoted\n');
      expect(outputs).toContain('CANARY_OUTPUT_VERSIONS={"orders":"2"}\n');
      for (const line of outputs.trim().split('\n'))
        expect(line).toMatch(/^CANARY_OUTPUT_[A-Z_]+=/);
      const { source } = JSON.parse(run.file('r.json'));
      expect(source).toEqual({
        repository: 'shop/orders',
        sha: GITLAB.CI_COMMIT_SHA,
        title: 'Take vouchers',
        actor: 'ada',
        runUrl: GITLAB.CI_JOB_URL,
        web: `${GITLAB.CI_PROJECT_URL}/-`,
      });
      expect(run.file('s.md')).toContain(`${GITLAB.CI_PROJECT_URL}/-/commit/0123456`);
      expect(run.file('p.html')).toContain('canary-action/report/1');
    });
  });

  it('that fails is rolled back, with the exit code 1', async () => {
    await playFleet({ failing: 0.6 }, async (scene) => {
      scene.users();
      const run = await runCli(['rollout', ...QUIET, '--steps', '50%/30m'], place(scene));
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(/^error: Rolled back: /m);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('is planned, and changes nothing', async () => {
    await playFleet({}, async (scene) => {
      const run = await runCli(['plan', ...SHORT], place(scene));
      expect(run.code).toBe(0);
      expect(run.log).toContain('No problems found');
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('is held, with the exit code 3, and released by the next command', async () => {
    await playFleet({}, async (scene) => {
      const hold = ['--on-inconclusive', 'hold', '--min-requests', '1000000'];
      expect((await runCli(['start', ...SHORT, ...hold], place(scene))).code).toBe(0);
      expect((await runCli(['pause', ...SHORT], place(scene))).code).toBe(0);
      const status = await runCli(['status', ...SHORT], place(scene));
      expect(status.log).toContain('Held');
      expect(status.code).toBe(3);
      expect((await runCli(['rollback', ...SHORT], place(scene))).code).toBe(0);
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});

describe('A signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s rolls back by the next call, and a second one does not skip that',
    async (name) => {
      await playFleet({}, async (scene) => {
        const run = startCli(['rollout', ...SLOW], place(scene));
        await run.sees(/step 1\/1 .* 40%/);
        const mark = scene.mark();
        run.signal(name);
        await run.sees(/Received/);
        run.signal('SIGTERM');
        const { code, log } = await run.done;
        expect(log).toContain(`Received ${name}`);
        expect(code).toBe(1);
        expect(movesIn(scene.calls(mark))).toEqual(['orders 1']);
        expect(await scene.routing()).toEqual(['1']);
        expect(await scene.tags()).toEqual(['orders team']);
      });
    },
  );
});

describe('A rollback that AWS refuses', () => {
  it('is tried until the grace is over, and ends with the exit code 4 and what to do', async () => {
    await playFleet({}, async (scene) => {
      const run = startCli(['rollout', ...SLOW, '--grace', '20s'], place(scene));
      await run.sees(/step 1\/1 .* 40%/);
      const effect = { kind: 'server-error', status: 503 } as const;
      scene.simulator.faults.add({ operation: 'UpdateAlias', effect });
      const mark = scene.mark();
      const began = performance.now();
      run.signal('SIGTERM');
      const { code, stderr } = await run.done;
      expect(code).toBe(4);
      expect((performance.now() - began) / 1000).toBeLessThan(20);
      expect(stderr).toContain('aws lambda update-alias');
      const tries = scene.calls(mark).filter(({ operation }) => operation === 'UpdateAlias');
      expect(tries.length).toBeGreaterThan(2);
    });
  });
});

describe('A run that was killed', () => {
  it('is rolled back by canary-action rollback', async () => {
    await playFleet({}, async (scene) => {
      const run = startCli(['rollout', ...SLOW], place(scene));
      await run.sees(/step 1\/1 .* 40%/);
      run.signal('SIGKILL');
      expect((await run.done).signal).toBe('SIGKILL');
      expect(await scene.routing()).toEqual(['1 + 0.4 of 2']);

      const back = await runCli(['rollback', ...SLOW, '--outputs', 'o.env'], place(scene));
      expect(back.code).toBe(0);
      expect(back.file('o.env')).toContain('CANARY_OUTPUT_OUTCOME=rolled-back');
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.tags()).toEqual(['orders team', 'orders canary-action:last']);
    });
  });

  it('is continued by the next run', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      const short = [...QUIET, '--steps', '50%/2m', '--bake-time=0s'];
      const run = startCli(['rollout', ...short], place(scene));
      await run.sees(/step 1\/1 .* 50%/);
      run.signal('SIGKILL');
      await run.done;
      const next = await runCli(['rollout', ...short], place(scene));
      expect(next.log).toContain('is unfinished');
      expect(next.code).toBe(0);
      expect(await scene.routing()).toEqual(['2']);
    });
  });
});

describe('Wrong usage', () => {
  it('is refused at once, with all problems, in the words of the user', async () => {
    const cwd = cliFolder();
    const args = [
      'rollout',
      '--functoins=orders',
      '--alias',
      'live',
      '--rest-api-id',
      'a1b2c3d4e5',
    ];
    const more = ['--steps', '5', '--summary', 'nowhere/s.md'];
    const env = { CANARY_BAKE_TIME: 'long', CANARY_ALARM: 'x' };
    const run = await runCli([...args, ...more], { cwd, env });
    expect(run.code).toBe(2);
    const lines = run.stderr.trim().split('\n');
    expect(lines.every((line) => line.startsWith('error: '))).toBe(true);
    for (const part of [
      '--functoins: rollout has no such flag. Did you mean "--functions"?',
      'CANARY_ALARM: there is no such variable. Did you mean "CANARY_ALARMS"?',
      '--summary "nowhere/s.md": there is no folder',
      '--steps: "5"',
      'CANARY_BAKE_TIME: "long"',
      '--alias: rest-api-id is for the canary of a stage; expected one or the other',
    ]) {
      expect(run.stderr).toContain(part);
    }
  });
});

describe('Flags that contradict the config file', () => {
  it('are refused, and both are named', async () => {
    const cwd = cliFolder();
    writeFileSync(join(cwd, 'canary.yml'), 'functions: [orders]\nalias: live\n');
    const stage = ['--rest-api-id', 'a1b2c3d4e5', '--stage-name', 'prod'];
    const run = await runCli(['plan', '--config', 'canary.yml', ...stage], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(
      'alias in canary.yml: rest-api-id, stage-name are for the canary of a stage; expected one or the other',
    );
  });
});

describe('The account', () => {
  it('is shown, and must be the expected one', async () => {
    await playFleet({}, async (scene) => {
      const { account, region } = scene.simulator.world.place;
      const right = await runCli(['status', ...SHORT, '--account', account], place(scene));
      expect(right.code).toBe(0);
      expect(right.log).toContain(`AWS account ${account}, ${region}, as assumed-role/`);

      const mark = scene.mark();
      const files = ['--outputs', 'o.env'];
      const wrong = await runCli(
        ['rollout', ...SHORT, '--account=999999999999', ...files],
        place(scene),
      );
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toMatch(
        /^error: --account: the credentials belong to account \d{12} \(arn:.*\), but 999999999999 is expected; nothing was read or changed$/m,
      );
      expect(scene.calls(mark).map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
      expect(wrong.file('o.env')).toMatch(/OUTCOME=failed\nCANARY_OUTPUT_CAUSE=refused\n/);
    });
  });

  it('is checked before a stack is read', async () => {
    await playFleet({}, async (scene) => {
      const mark = scene.mark();
      const named = ['plan', '--stack', 'shop', '--alias', 'live'];
      const wrong = await runCli([...named, '--account=999999999999'], place(scene));
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain('but 999999999999 is expected; nothing was read or changed');
      expect(scene.calls(mark).map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
      const none = await runCli([...named, '--region', 'eu-west-1'], { aws: undefined });
      expect(none.code).toBe(1);
      expect(none.stderr).toMatch(/^error: there are no AWS credentials \(.*\): set AWS_PROFILE/);
    });
  });

  it('is none without credentials, which is one problem', async () => {
    const run = await runCli(['rollout', ...SHORT, '--region', 'eu-west-1'], { aws: undefined });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^error: Stopped .+: there are no AWS credentials \(.*\): set AWS_PROFILE, or/,
    );
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('Credentials that end', () => {
  it('before the release does, are refused before anything has begun', async () => {
    await playFleet({}, async (scene) => {
      const { env, aws, ...others } = place(scene);
      const ends = new Date(scene.simulator.world.clock.now() + 600_000).toISOString();
      const run = await runCli(['rollout', ...SLOW, '--job-timeout', '6h'], {
        ...others,
        aws: { ...aws, sessionToken: 'session-token-of-an-hour' },
        env: { ...env, AWS_CREDENTIAL_EXPIRATION: ends },
      });
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('the AWS credentials expire in ');
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});

describe('A session of its own', () => {
  const role = 'arn:aws:iam::123456789012:role/release';
  const token = (claims: object) =>
    ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'c2ln'].join('.');

  it('is opened with an ID token of the CI', async () => {
    await playFleet({}, async (scene) => {
      const { env, ...others } = place(scene);
      const aud = 'sts.amazonaws.com';
      const run = await runCli(['status', ...SHORT, '--role-to-assume', role], {
        ...others,
        env: { ...env, CANARY_ID_TOKEN: token({ aud, exp: 4_000_000_000 }) },
      });
      expect([run.code, run.stderr]).toEqual([0, '']);
      const asked = scene.calls().map(({ operation }) => operation);
      expect(asked).toContain('AssumeRoleWithWebIdentity');
    });
  });

  it.each([
    [{}, 'there is no usable ID token (none is set); expected the variable CANARY_ID_TOKEN'],
    [{ CANARY_ID_TOKEN: 'secret-but-no-token' }, 'CANARY_ID_TOKEN has no token of the form'],
    [{ CANARY_ID_TOKEN_FILE: 'no-such-file' }, 'no-such-file" cannot be read: ENOENT'],
    [
      { CANARY_ID_TOKEN: token({ aud: 'gitlab' }) },
      'its trust policy must allow the OIDC provider',
    ],
  ])('is refused with %j', async (more, says) => {
    await playFleet({}, async (scene) => {
      const { env, ...others } = place(scene);
      const run = await runCli(['status', ...SHORT, '--role-to-assume', role], {
        ...others,
        env: { ...env, ...more },
      });
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(says);
      expect(run.log).not.toContain('secret-but-no-token');
    });
  });
});
