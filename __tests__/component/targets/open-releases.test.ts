// Every open release of an account, found by tags and read where it is.

import {
  CreateAliasCommand,
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { archive } from '../../../demo/handlers.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { readOverview } from '../../../src/commands/overview.ts';
import { overviewMarkdown } from '../../../src/report/overview-text.ts';
import { phaseTags, recordTags } from '../../../src/rollout/record.ts';
import { makeRecord } from '../../unit/rollout/rollout-fixture.ts';

const REGION = 'us-east-1';
const ACCOUNT = '123456789012';
const before = { ...process.env };
let simulator: Simulator;
let lambda: LambdaClient;

beforeEach(async () => {
  simulator = await startSimulator({ lambda: { updateSeconds: 0 } });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  lambda = new LambdaClient({ region: REGION });
});
afterEach(async () => {
  lambda.destroy();
  await simulator.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

const arnOf = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
const read = () =>
  readOverview({
    ...{ region: REGION, credentials: undefined, server: 'https://github.com' },
    cancelled: new AbortController().signal,
  });

const ZIP = archive({ label: 'v1' });

/** A function with an alias on its version 1. */
async function createFunction(FunctionName: string, tags = {}, hasAlias = true): Promise<void> {
  const role = { Role: `arn:aws:iam::${ACCOUNT}:role/x`, Runtime: 'nodejs22.x' } as const;
  const code = { Handler: 'index.handler', Code: { ZipFile: ZIP }, Tags: tags };
  await lambda.send(new CreateFunctionCommand({ FunctionName, ...role, ...code }));
  if (!hasAlias) return;
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  const live = { FunctionName, Name: 'live', FunctionVersion: '1' };
  await lambda.send(new CreateAliasCommand(live));
}

/** The tags of a release in its first step, begun that many seconds ago. */
function released(name: string, ago: number, more: Parameters<typeof makeRecord>[0] = {}) {
  const startedAt = Math.floor(simulator.world.clock.now() / 1000) - ago;
  const record = makeRecord({
    ...{ startedAt, on: arnOf(name), functions: [{ name, from: '1', to: '2' }] },
    target: { kind: 'alias', aliases: { [name]: 'live' } } as never,
    ...more,
  });
  const phase = { kind: 'step', index: 0, since: startedAt } as const;
  const rollout = { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
  return { ...recordTags(record, phase), ...phaseTags(rollout, phase) };
}

describe('The open releases of an account', () => {
  it('are none where nothing is open', async () => {
    await createFunction('orders', { team: 'shop' });
    expect(await read()).toMatchObject({ releases: [], problems: [], region: REGION });
    expect(overviewMarkdown(await read())).toContain('## No release is open in us-east-1');
  });

  it('are 300, in pages, each as it is now', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `fn-${String(i).padStart(3, '0')}`);
    await Promise.all(names.map((name) => createFunction(name, released(name, 60), false)));
    const overview = await read();
    expect(overview.problems).toEqual([]);
    expect(overview.releases.map(({ label }) => label).sort()).toEqual(
      names.map((name) => `${name}:live`),
    );
    const operations = simulator.calls.list().map(({ operation }) => operation);
    expect(operations.filter((name) => name === 'GetResources')).toHaveLength(3);
    const markdown = overviewMarkdown(overview);
    expect(markdown).toContain('300 releases are open in account 123456789012, us-east-1');
    expect(Buffer.byteLength(markdown)).toBeLessThan(65_536);
  }, 120_000);

  it('are what the functions have, and not what the search shows late', async () => {
    await createFunction('gone', released('gone', 600));
    await createFunction('orders', released('orders', 7200));
    simulator.tagging.lagSeconds = 3600;
    expect((await read()).releases).toHaveLength(2);
    const TagKeys = Object.keys(released('gone', 600));
    await lambda.send(new UntagResourceCommand({ Resource: arnOf('gone'), TagKeys }));
    const paused = { 'canary-action:paused': '1764000090/o/r/actions/runs/7/attempts/1' };
    await lambda.send(new TagResourceCommand({ Resource: arnOf('orders'), Tags: paused }));
    const { releases } = await read();
    expect(releases).toMatchObject([{ label: 'orders:live', waitsFor: { kind: 'paused' } }]);
  });

  it('are shown with their weight, their run, and what they wait for', async () => {
    const plan = { ...makeRecord().plan, approvals: { at: [50] } };
    await createFunction('orders', released('orders', 60, { plan, pull: 12 }));
    await createFunction('lost', released('lost', 7200));
    const { releases } = await read();
    expect(releases).toMatchObject([
      { label: 'lost:live', waitsFor: { kind: 'nobody' } },
      {
        ...{ kind: 'alias', label: 'orders:live', phase: 'step 1/2', pull: 12, weight: 0 },
        functions: [{ name: 'orders', from: '1', to: '2' }],
        link: 'https://github.com/octo-org/orders/actions/runs/7000000001/attempts/1',
        waitsFor: { kind: 'approval', weight: 50 },
      },
    ]);
  });

  it('with tags that cannot be read are said to be so, with the others', async () => {
    await createFunction('orders', {
      ...released('orders', 60),
      'canary-action:phase': 'nonsense',
    });
    await createFunction('invoices', released('invoices', 60));
    const { releases, problems } = await read();
    expect(releases.map(({ label }) => label)).toEqual(['invoices:live']);
    expect(problems).toEqual([expect.stringContaining('its stored state cannot be read')]);
  });

  it('cannot be found without the permission, which is named', async () => {
    const effect = { kind: 'access-denied' } as const;
    simulator.faults.add({ operation: 'GetResources', effect });
    await expect(read()).rejects.toThrow(/AWS denies tag:GetResources on \*/);
  });
});
