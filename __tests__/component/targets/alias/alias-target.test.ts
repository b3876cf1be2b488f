// The contract of a target, held by weighted aliases over real HTTP, and what only they must keep to:
// many functions are one, each is written only as the revision that was read, and Lambda's rate is kept.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteAliasCommand,
  GetAliasCommand,
  LambdaClient,
  ListTagsCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { archive } from '../../../../demo/handlers.ts';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { MovedError } from '../../../../src/base/errors.ts';
import type { StoredRollout } from '../../../../src/rollout/record.ts';
import { formatRolloutId } from '../../../../src/rollout/release.ts';
import { connectAliases } from '../../../../src/targets/alias/alias-target.ts';
import type { Target } from '../../../../src/targets/target.ts';
import { clientSets, type PlainClients } from '../../../support/client-sets.ts';
import { movesIn } from '../../../support/fleet-scene.ts';
import { writesIn } from '../../../support/rollout.ts';
import { type ContractScene, holdsContract } from '../../../support/target-contract.ts';

const NAMES = ['carts', 'orders', 'users'];

/** From version 1 to 2 of each function, and an alias that another team added words to. */
async function openAliases(names: readonly string[]) {
  const simulator = await startSimulator({ clockRate: 50, lambda: { updateSeconds: 0 } });
  const { region, account } = simulator.world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const settings = { region, endpoint: simulator.url, credentials };
  const lambda = new LambdaClient(settings);
  const plain = {
    lambda,
    cloudWatch: new CloudWatchClient(settings),
    apiGateway: new APIGatewayClient(settings),
  };
  for (const FunctionName of names) {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: `arn:aws:iam::${account}:role/runs`,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: archive({ label: 'v1' }) },
        Tags: { team: 'shop' },
      }),
    );
    await lambda.send(new PublishVersionCommand({ FunctionName }));
    const ZipFile = archive({ label: 'v2' });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    await lambda.send(new PublishVersionCommand({ FunctionName }));
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1', Description: 'theirs' };
    await lambda.send(new CreateAliasCommand(alias));
  }
  const released = names.map((name) => ({
    name,
    account: undefined,
    version: '2',
    alias: 'live',
  }));
  return { simulator, lambda, ...scenes(plain, simulator, released) };
}

type Connection = Parameters<typeof connectAliases>[0];

function scenes(plain: PlainClients, simulator: Simulator, released: Connection['released']) {
  const names = released.map(({ name }) => name);
  const { lambda, cloudWatch, apiGateway } = plain;
  const clients = clientSets(simulator.world.place.region, plain);
  const policies = {
    onSplit: 'fail',
    firstRelease: 'refuse',
    unusedAlias: 'refuse',
    seesMore: true,
  } as const;
  const telling = { say: () => undefined, linkTo: formatRolloutId };
  const another = () => connectAliases({ clients, released, ...policies, ...telling });
  const target = another();
  const alias = async (FunctionName: string) => {
    const state = await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }));
    const { $metadata, RevisionId, ...rest } = state;
    return rest;
  };
  const meddle = async (name: string, version: string, weights: Record<string, number> = {}) => {
    await lambda.send(
      new UpdateAliasCommand({
        FunctionName: name,
        Name: 'live',
        FunctionVersion: version,
        RoutingConfig: { AdditionalVersionWeights: weights },
      }),
    );
  };
  return {
    target,
    meddle,
    another,
    prepare: () => prepare(target),
    trafficState: () => Promise.all(names.map(alias)),
    tags: async () => {
      const { region, account } = simulator.world.place;
      const arn = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
      const read = (name: string) => lambda.send(new ListTagsCommand({ Resource: arn(name) }));
      return (await Promise.all(names.map(read))).map(({ Tags }) => Tags);
    },
    close: async () => {
      for (const client of [lambda, cloudWatch, apiGateway]) client.destroy();
      await simulator.close();
    },
  };
}

async function prepare(target: Target, steps = 1): Promise<StoredRollout> {
  const findings = { problems: [], notes: [] };
  const opening = await target.inspect(findings);
  if (!opening) throw new Error(findings.problems.join('; '));
  const functions = opening.functions.map(({ name, from }) => ({ name, from, to: '2' }));
  const record: StoredRollout['record'] = {
    id: { repository: 'octo-org/orders', runId: '7', attempt: '1' },
    startedAt: 1_800_000_000,
    plan: {
      // Later ones differ, so that the record can hardly be compressed.
      steps: Array.from({ length: steps }, (_, i) => ({
        weight: 25,
        holdSeconds: 60 + ((i * 7_654_321) % 999_983),
      })),
      bakeSeconds: 60,
      advance: { kind: 'time', maxSeconds: undefined },
    },
    longestAnswerSeconds: opening.longestAnswerSeconds,
    functions,
    target: opening.record(functions),
  };
  return opening.prepare(record, {
    say: () => undefined,
    pause: async () => undefined,
    stopped: () => false,
  });
}

type AliasScene = Awaited<ReturnType<typeof openAliases>>;

async function openContract(names: readonly string[]): Promise<ContractScene> {
  const { meddle, ...scene } = await openAliases(names);
  return {
    ...scene,
    moves: 'UpdateAlias',
    repairs: /^aws lambda update-/,
    lie: { RoutingConfig: { AdditionalVersionWeights: { 2: 0.26 } } },
    meddle: async () => {
      for (const name of names)
        await meddle(name, '2', { 1: 0.5 }).then(() => meddle(name, '$LATEST'));
    },
  };
}

describe('The alias of one function', () => {
  holdsContract(() => openContract(['orders']));
});

describe('The aliases of three functions', () => {
  holdsContract(() => openContract(NAMES));

  let scene: AliasScene;
  let target: Target;
  let rollout: StoredRollout;
  beforeEach(async () => {
    scene = await openAliases(NAMES);
    ({ target } = scene);
    rollout = await scene.prepare();
  });
  afterEach(() => scene.close());

  const calls = (mark = 0) => scene.simulator.calls.list().slice(mark);
  const trafficState = async () => (await target.observe()).trafficState;

  it('are written as the revisions that were read, and only where they are not there yet', async () => {
    await target.observe();
    const mark = calls().length;
    await target.shift(rollout, 25);
    expect([...movesIn(calls(mark))].sort()).toEqual(NAMES.map((n) => `${n} 1 + 0.25 of 2`));
    for (const { body } of calls(mark)) expect(body).toMatch(/"RevisionId":"[0-9a-f-]{36}"/);
    await scene.meddle('users', '1', { 2: 0.5 });
    const again = calls().length;
    await target.observe();
    await target.shift(rollout, 50).catch(() => undefined);
    expect(movesIn(calls(again)).filter((move) => move.startsWith('users'))).toEqual([]);
  });

  it('count as the one with the lowest weight, for every reader', async () => {
    await target.shift(rollout, 25);
    await scene.meddle('orders', '1');
    expect(await trafficState()).toEqual({
      kind: 'split',
      weight: 25,
      where: 'carts:live',
      most: 25,
    });
    await target.savePhase(rollout, { kind: 'step', index: 0, since: 1_800_000_060 });
    expect(await trafficState()).toEqual({ kind: 'split', weight: 0, most: 25 });
    expect((await scene.another().observe()).trafficState).toEqual({
      kind: 'split',
      weight: 0,
      most: 25,
    });
  });

  it('stop at the first failure, and all go back', async () => {
    const before = await scene.trafficState();
    const effect = { kind: 'server-error', status: 400 } as const;
    scene.simulator.faults.add({ operation: 'UpdateAlias', effect, after: 1, times: 1 });
    await expect(target.shift(rollout, 25)).rejects.toThrow(/updating the alias/);
    expect(await scene.trafficState()).not.toEqual(before);
    await target.rollback.restore(rollout, { kind: 'split', weight: 25 });
    expect(await scene.trafficState()).toEqual(before);
  });

  it('go back all that can, when one cannot', async () => {
    await target.shift(rollout, 25);
    const effect = { kind: 'access-denied' } as const;
    scene.simulator.faults.add({ operation: 'UpdateAlias', effect, times: 1 });
    await expect(target.rollback.restore(rollout, { kind: 'split', weight: 25 })).rejects.toThrow(
      /denies/,
    );
    const back = (await scene.trafficState()).filter((alias) => alias.RoutingConfig === undefined);
    expect(back).toHaveLength(2);
  });

  it('are left alone: a weight that changed between check and write stays', async () => {
    await target.shift(rollout, 5);
    await target.observe();
    await scene.meddle('orders', '1', { 2: 0.33 });
    await expect(target.shift(rollout, 25)).rejects.toThrow(MovedError);
    await expect(target.promote(rollout)).rejects.toThrow(
      'orders:live was not changed: someone else moved it from 1 (95%) and 2 (5%) to 1 (67%) and 2 (33%)',
    );
    expect((await scene.trafficState())[1]).toMatchObject({
      RoutingConfig: { AdditionalVersionWeights: { 2: 0.33 } },
    });
  });

  it('are not split again by the run that had split them, if someone else restored one', async () => {
    await target.savePhase(rollout, { kind: 'step', index: 0, since: 1_800_000_060 });
    await target.shift(rollout, 25);
    await scene.meddle('orders', '1');
    expect(await trafficState()).toEqual({ kind: 'split', weight: 0, most: 25 });
    await expect(target.shift(rollout, 25)).rejects.toThrow(
      'orders:live was not changed: someone else moved it from 1 (75%) and 2 (25%) to 1',
    );
    expect((await scene.trafficState())[1]).not.toHaveProperty('RoutingConfig');
  });

  it('are rolled back from any share of the two versions that someone else set', async () => {
    const before = await scene.trafficState();
    await target.shift(rollout, 5);
    await scene.meddle('orders', '1', { 2: 0.33 });
    await target.rollback.restore(rollout, { kind: 'split', weight: 5 });
    expect(await scene.trafficState()).toEqual(before);
  });

  it('have a new revision for a new description, which is no harm', async () => {
    await target.observe();
    const described = { FunctionName: 'orders', Name: 'live', Description: 'owned' };
    await scene.lambda.send(new UpdateAliasCommand(described));
    await target.shift(rollout, 25);
    expect((await scene.trafficState())[1]).toMatchObject({ Description: 'owned' });
    expect(await trafficState()).toMatchObject({ kind: 'split', weight: 25 });
  });

  it('that are still there go back where one was deleted', async () => {
    await target.shift(rollout, 25);
    await scene.lambda.send(new DeleteAliasCommand({ FunctionName: 'orders', Name: 'live' }));
    const seen = await trafficState();
    expect(seen).toEqual({
      kind: 'external',
      what: 'orders:live: it no longer exists',
      others: 'owned',
    });
    if (seen) await target.rollback.restore(rollout, seen);
    const gone = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' };
    await scene.lambda.send(new CreateAliasCommand(gone));
    expect(await trafficState()).toEqual({ kind: 'stable' });
  });

  it('remember in the tags of one, and the others say whose they are', async () => {
    const [first, ...others] = await scene.tags();
    expect(Object.keys(first ?? {})).toContain('canary-action:phase');
    for (const tags of others) {
      expect(tags).toEqual({
        team: 'shop',
        'canary-action:rollout': 'octo-org/orders/actions/runs/7/attempts/1',
        'canary-action:with': 'carts',
      });
    }
  });

  it('share a record that is too long for one of them, and forget all of it', async () => {
    await target.rollback.clearState();
    const before = await scene.tags();
    const long = await prepare(target, 1400);
    const counts = (await scene.tags()).map(
      (tags) => Object.keys(tags ?? {}).filter((key) => key.includes(':record.')).length,
    );
    expect(counts).toEqual([22, expect.any(Number), 0]);
    expect(counts[1]).toBeGreaterThan(0);
    const { stored } = await scene.another().observe();
    expect(stored).toEqual({ kind: 'rollout', storedRollout: long });
    await target.rollback.clearState();
    expect(await scene.tags()).toEqual(before);
  });

  it('are read without a write', async () => {
    const mark = calls().length;
    await target.observe();
    expect(writesIn(calls(mark))).toEqual([]);
    expect(
      calls(mark)
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual(['GetAlias', 'GetAlias', 'GetAlias', 'ListTags']);
  });
});
