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
import { ACCOUNT, arnOf, openReleaseTags, REGION } from '../../support/open-release.ts';
import { makeRecord } from '../../unit/rollout/rollout-fixture.ts';

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

const read = () =>
  readOverview({
    ...{ region: REGION, credentials: undefined, server: 'https://github.com' },
    cancelled: new AbortController().signal,
  });

const ZIP = archive({ label: 'v1' });

/** A function with an alias on its version 1. */
async function createFunction(FunctionName: string, tags = {}): Promise<void> {
  const role = { Role: `arn:aws:iam::${ACCOUNT}:role/x`, Runtime: 'nodejs22.x' } as const;
  const code = { Handler: 'index.handler', Code: { ZipFile: ZIP }, Tags: tags };
  await lambda.send(new CreateFunctionCommand({ FunctionName, ...role, ...code }));
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  const live = { FunctionName, Name: 'live', FunctionVersion: '1' };
  await lambda.send(new CreateAliasCommand(live));
}

function released(name: string, ago: number, more: Parameters<typeof openReleaseTags>[3] = {}) {
  return openReleaseTags(name, simulator.world.clock.now(), ago, more);
}

describe('The open releases of an account', () => {
  it('are none where nothing is open', async () => {
    await createFunction('orders', { team: 'shop' });
    expect(await read()).toMatchObject({ releases: [], problems: [], region: REGION });
    expect(overviewMarkdown(await read())).toContain('## No release is open in us-east-1');
  });

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
