// A stage and its canary on two servers: every patch path, promotion, tags, and the split.

import assert from 'node:assert/strict';
import type { VerifyContext } from '../verifier.ts';
import type { Server, ServerPair } from './server-pair.ts';

const replace = (path: string, value: string) => ({ op: 'replace', path, value });
const remove = (path: string) => ({ op: 'remove', path });
const copy = (from: string, path: string) => ({ op: 'copy', from, path });

const PERCENT = '/canarySettings/percentTraffic';
const DEPLOYMENT = '/canarySettings/deploymentId';
const OVERRIDES = '/canarySettings/stageVariableOverrides';

/** @param upstream the URL of a server that answers with the path of the request */
export async function compareStages(
  context: VerifyContext,
  pair: ServerPair,
  upstream: string,
): Promise<void> {
  const stage = { restApiId: '{api}', stageName: 'prod' };
  const check: VerifyContext['check'] = (name, confirms, body) =>
    context.check(name, confirms, async () => {
      await body();
      pair.agree();
    });
  const patch = (...patchOperations: object[]) =>
    pair.call('UpdateStage', { ...stage, patchOperations });

  await check('draft: resources, methods and integrations', ['read-api'], () =>
    makeDraft(pair, upstream),
  );
  await check('deployments and a stage', ['snapshot', 'read-stage'], async () => {
    await pair.call('CreateDeployment', { restApiId: '{api}', description: 'first' }, 'first');
    await pair.call('CreateStage', {
      ...stage,
      deploymentId: '{first}',
      variables: { side: 'stable', kept: 'yes' },
    });
    await pair.call('CreateDeployment', { restApiId: '{api}', description: 'second' }, 'second');
    await pair.call('GetStage', stage);
  });
  await check(
    'permission probes and refusals',
    ['deploy-probe', 'promote-nothing', 'patch-order'],
    async () => {
      await pair.call('CreateDeployment', {
        restApiId: '{api}',
        canarySettings: { percentTraffic: 0 },
      });
      await patch(copy(DEPLOYMENT, '/deploymentId'));
      await patch(replace(DEPLOYMENT, 'absent'));
      await patch({ op: 'add', path: DEPLOYMENT, value: '{second}' });
      await patch(remove(OVERRIDES));
      await pair.call('GetStage', stage);
    },
  );
  await check('a weight without a canary', ['canary-from-percent', 'close-canary'], async () => {
    await patch(replace(PERCENT, '10.5'));
    await patch(remove('/canarySettings'));
    await pair.call('GetStage', stage);
  });
  await check('opening a canary', ['open-canary', 'set-weight'], async () => {
    await patch(
      replace(DEPLOYMENT, '{second}'),
      replace(`${OVERRIDES}/side`, 'canary'),
      replace('/canarySettings/useStageCache', 'false'),
      replace(PERCENT, '33.33'),
    );
    await pair.call('GetStage', stage);
  });
  await compareDataPlanes({ ...context, check }, pair, (weight) => patch(replace(PERCENT, weight)));
  await check('promotion, and removing the canary', ['promote', 'close-canary'], async () => {
    await patch(
      copy(OVERRIDES, '/variables'),
      copy(DEPLOYMENT, '/deploymentId'),
      replace(PERCENT, '0.0'),
    );
    await patch(remove('/canarySettings'));
    await pair.call('GetStage', stage);
  });
  await check('rollback after a promotion', ['move-base'], async () => {
    await patch(replace('/deploymentId', '{first}'), replace('/variables/side', 'stable'));
    await pair.call('GetStage', stage);
  });
  await pair.call('DeleteRestApi', { restApiId: '{api}' });
}

async function makeDraft(pair: ServerPair, upstream: string): Promise<void> {
  await pair.call('CreateRestApi', { name: 'pair' }, 'api');
  for (const server of pair.servers) {
    const { body } = await server.sender.send('GetResources', { restApiId: server.ids.get('api') });
    server.ids.set('root', (body as { items: { id: string }[] }).items[0]?.id ?? '');
  }
  const api = { restApiId: '{api}' };
  await pair.call('CreateResource', { ...api, parentId: '{root}', pathPart: 'hello' }, 'resource');
  const method = { ...api, resourceId: '{resource}', httpMethod: 'GET' };
  await pair.call('PutMethod', { ...method, authorizationType: 'NONE' });
  await pair.call('PutIntegration', {
    ...method,
    type: 'HTTP_PROXY',
    integrationHttpMethod: 'GET',
    uri: `${upstream}/\${stageVariables.side}`,
  });
}

const REQUESTS = 400;
const WEIGHT = 40;
/** Chance alone exceeds this once in ten thousand runs (1 degree of freedom). */
const CHI_SQUARE_LIMIT = 15.14;

async function compareDataPlanes(
  context: VerifyContext,
  pair: ServerPair,
  weigh: (weight: string) => Promise<void>,
): Promise<void> {
  await context.check('0 and 100%', ['split-ends', 'overrides'], async () => {
    for (const [weight, side] of [
      ['0', 'stable'],
      ['100', 'canary'],
    ] as const) {
      await weigh(weight);
      for (const server of pair.servers) {
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => fetchFrom(server, '/hello')),
        );
        assert.deepEqual(new Set(answers), new Set([`200 /${side}`]), server.url);
      }
    }
  });
  await context.check('a route that one side does not have', ['missing-route'], async () => {
    for (const server of pair.servers) {
      const plain = (await fetchFrom(server, '/no')).replaceAll('": "', '":"');
      assert.equal(plain, '403 {"message":"Missing Authentication Token"}', server.url);
    }
  });
  await context.check('the split, by chi-square', ['split'], async () => {
    await weigh(String(WEIGHT));
    const counts: number[] = [];
    for (const server of pair.servers) counts.push(await countCanary(server));
    context.print(
      `of ${REQUESTS} requests at ${WEIGHT}%, the canary served ${counts.join(' and ')}`,
    );
    const [first = 0, second = 0] = counts;
    for (const count of counts) assert.ok(chiSquareOf(count) < CHI_SQUARE_LIMIT, `${count}`);
    assert.ok(chiSquareBetween(first, second) < CHI_SQUARE_LIMIT, `${first} and ${second}`);
  });
}

async function fetchFrom({ url, ids }: Server, path: string): Promise<string> {
  const answer = await fetch(`${url}/_aws/execute-api/${ids.get('api')}/prod${path}`);
  return `${answer.status} ${await answer.text()}`;
}

async function countCanary(server: Server): Promise<number> {
  let canary = 0;
  for (let sent = 0; sent < REQUESTS; sent += 20) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetchFrom(server, '/hello')),
    );
    canary += answers.filter((answer) => answer === '200 /canary').length;
  }
  return canary;
}

/** The observed split compared with the configured weight. */
export function chiSquareOf(canary: number, requests = REQUESTS, share = WEIGHT / 100): number {
  const expected = requests * share;
  const stable = requests * (1 - share);
  return (canary - expected) ** 2 / expected + (canary - expected) ** 2 / stable;
}

/** The splits of two servers, compared with each other, after the same number of requests. */
export function chiSquareBetween(one: number, other: number, requests = REQUESTS): number {
  const share = (one + other) / (2 * requests);
  if (share === 0 || share === 1) return 0;
  return chiSquareOf(one, requests, share) + chiSquareOf(other, requests, share);
}
