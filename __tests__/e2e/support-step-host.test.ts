// The tests of the bundle run its steps and its command line in processes that have run others. Nothing of one may reach
// the next.

import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { makeCertificate } from '../support/certificate.ts';
import { type CliOptions, cliFolder, startCli } from '../support/cli.ts';
import { startAction } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

const apart = process.env.CANARY_TESTS === 'apart';

async function play(inputs: Variables, options: Parameters<typeof startAction>[0] = {}) {
  const step = startAction({ ...options, inputs });
  const { pid } = step;
  const result = await step.done;
  result.dispose();
  return { ...result, pid };
}

it('A step in a process that has run another gets its own inputs, clock and exit code', async () => {
  const clocks = [await openTurnClock(), await openTurnClock(), await openTurnClock()] as const;
  const [first, second, third] = clocks.map(({ settings }) => ({ clock: settings }));
  try {
    const failed = await play({ functions: 'orders', steps: 'none', bakes: '1m' }, first);
    const next = await play({ functions: 'orders', alias: 'a b' }, second);
    const last = await play({ functions: 'orders', 'stage-name': 'x y' }, third);
    expect([failed.exitCode, next.exitCode, last.exitCode]).toEqual([1, 1, 1]);
    expect([next.pid === failed.pid, last.pid === failed.pid]).toEqual([!apart, !apart]);
    expect(failed.log).toContain('steps: "none"');
    // An input that does not exist is the first step's alone.
    expect([failed, next, last].map(({ log }) => log.includes('bakes'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(next.log).toContain('"a b"');
    expect(next.log).not.toContain('steps: "none"');
    expect(last.log).not.toContain('"a b"');
  } finally {
    for (const clock of clocks) await clock.close();
  }
});

it('A step that is killed takes its process along, and the next one gets another', async () => {
  const clock = await openTurnClock();
  try {
    // Time stays, so it waits for AWS.
    const step = startAction({
      clock: clock.settings,
      inputs: { functions: 'orders', alias: 'live' },
    });
    const killed = await step.kill();
    killed.dispose();
    const next = await play({ functions: 'orders', alias: 'a b' }, { clock: clock.settings });
    expect([killed.exitCode, killed.signal, next.exitCode]).toEqual([null, 'SIGKILL', 1]);
    expect(next.pid).not.toBe(step.pid);
  } finally {
    await clock.close();
  }
});

it('A step that needs what Node reads when it starts has a process that was started so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  const [one, other] = ['one', 'other'].map((name) => join(folder, `${name}.pem`)) as [
    string,
    string,
  ];
  for (const path of [one, other]) writeFileSync(path, makeCertificate('api.example').cert);
  const clock = await openTurnClock();
  const pidOf = async (env: Variables) =>
    (await play({ alias: 'a b' }, { env, clock: clock.settings })).pid;
  const plain = [await pidOf({}), await pidOf({})];
  const trusts = [
    await pidOf({ NODE_EXTRA_CA_CERTS: one }),
    await pidOf({ NODE_EXTRA_CA_CERTS: one }),
  ];
  for (const [first, second] of [plain, trusts]) expect(second === first).toBe(!apart);
  const others = [{ NODE_EXTRA_CA_CERTS: other }, { TZ: 'Asia/Tokyo' }, { SSL_CERT_DIR: folder }];
  for (const env of others) expect([...plain, ...trusts]).not.toContain(await pidOf(env));
  expect(plain).not.toContain(trusts[0]);
  await clock.close();
  rmSync(folder, { recursive: true });
});

async function canary(args: readonly string[], options: CliOptions = {}) {
  const run = startCli(args, options);
  return { pid: run.pid, ...(await run.done) };
}

it('A command line in a process that has run others gets its own arguments, folder, variables and end', async () => {
  const clock = await openTurnClock();
  const step = await play({ functions: 'orders', alias: 'a b' }, { clock: clock.settings });
  const wrong = await canary(['rollout', '--functoins=x'], { env: { CANARY_BAKE_TIME: 'long' } });
  const version = await canary(['--version']);
  const cwd = cliFolder();
  writeFileSync(
    join(cwd, 'template.yaml'),
    'Resources: { Buy: { Type: AWS::Serverless::Function } }',
  );
  const doctor = await canary(['doctor', '--json'], { cwd, aws: undefined });
  const checked = await canary(['doctor', '--check'], { cwd, aws: undefined });
  const again = await canary(['rollout']);
  const next = await play({ functions: 'orders', alias: 'c d' }, { clock: clock.settings });
  await clock.close();

  const runs = [wrong, version, doctor, checked, again];
  expect(runs.map(({ code }) => code)).toEqual([2, 0, 0, 1, 2]);
  expect(runs.map(({ pid }) => pid === step.pid)).toEqual(runs.map(() => !apart));
  expect(wrong.log).toBe(wrong.stderr);
  expect(wrong.stderr).toMatch(/--functoins(.|\n)*CANARY_BAKE_TIME/);
  expect(version).toMatchObject({ log: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  expect(JSON.parse(doctor.log)).toMatchObject({ functions: [{ function: 'Buy' }] });
  expect(again.stderr).not.toMatch(/functoins|CANARY_BAKE_TIME/);
  expect([next.exitCode, next.pid === step.pid]).toEqual([1, !apart]);
  expect(next.log).toContain('::error::');
});

it('Many runs of the command line in one process say nothing about it', async () => {
  const runs = [];
  for (let run = 0; run < 12; run++) runs.push(await canary(['--version']));
  expect(runs.map(({ stderr, code }) => [stderr, code])).toEqual(runs.map(() => ['', 0]));
});

it('Two runs of the command line at the same time have two processes', async () => {
  const runs = await Promise.all([canary(['--version']), canary(['rollout'])]);
  expect(runs.map(({ code }) => code)).toEqual([0, 2]);
  expect(runs[0].pid).not.toBe(runs[1].pid);
});

it('A signal that the command line does not expect ends it', async () => {
  const server = createServer(() => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  try {
    const asked = once(server, 'request');
    const run = startCli(['doctor'], { aws: { endpoint: `http://127.0.0.1:${port}` } });
    await asked;
    run.signal('SIGTERM');
    expect(await run.done).toMatchObject({ code: null, signal: 'SIGTERM' });
    expect(await canary(['--version'])).toMatchObject({ code: 0, signal: null });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});
