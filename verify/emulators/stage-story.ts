// A stage and its canary, told to two servers: every patch path, promotion, tags, and the split.

import assert from 'node:assert/strict';
import type { Stand } from '../witness.ts';
import type { Duet, Voice } from './duet.ts';

const replace = (path: string, value: string) => ({ op: 'replace', path, value });
const remove = (path: string) => ({ op: 'remove', path });
const copy = (from: string, path: string) => ({ op: 'copy', from, path });

const PERCENT = '/canarySettings/percentTraffic';
const DEPLOYMENT = '/canarySettings/deploymentId';
const OVERRIDES = '/canarySettings/stageVariableOverrides';

/** @param upstream the URL of a server that answers with the path it was asked for */
export async function tellStageStory(stand: Stand, duet: Duet, upstream: string): Promise<void> {
  const stage = { restApiId: '{api}', stageName: 'prod' };
  const check: Stand['check'] = (name, confirms, body) =>
    stand.check(name, confirms, async () => {
      await body();
      duet.agree();
    });
  const patch = (...patchOperations: object[]) =>
    duet.call('UpdateStage', { ...stage, patchOperations });

  await check('draft: resources, methods and integrations', ['read-api'], () =>
    makeDraft(duet, upstream),
  );
  await check('deployments and a stage', ['snapshot', 'read-stage'], async () => {
    await duet.call('CreateDeployment', { restApiId: '{api}', description: 'first' }, 'first');
    await duet.call('CreateStage', {
      ...stage,
      deploymentId: '{first}',
      variables: { side: 'stable', kept: 'yes' },
    });
    await duet.call('CreateDeployment', { restApiId: '{api}', description: 'second' }, 'second');
    await duet.call('GetStage', stage);
  });
  await check(
    'probes and refusals',
    ['deploy-probe', 'promote-nothing', 'patch-order'],
    async () => {
      await duet.call('CreateDeployment', {
        restApiId: '{api}',
        canarySettings: { percentTraffic: 0 },
      });
      await patch(copy(DEPLOYMENT, '/deploymentId'));
      await patch(replace(DEPLOYMENT, 'absent'));
      await patch({ op: 'add', path: DEPLOYMENT, value: '{second}' });
      await patch(remove(OVERRIDES));
      await duet.call('GetStage', stage);
    },
  );
  await check('a weight without a canary', ['canary-from-percent', 'close-canary'], async () => {
    await patch(replace(PERCENT, '10.5'));
    await patch(remove('/canarySettings'));
    await duet.call('GetStage', stage);
  });
  await check('opening a canary', ['open-canary', 'set-weight'], async () => {
    await patch(
      replace(DEPLOYMENT, '{second}'),
      replace(`${OVERRIDES}/side`, 'canary'),
      replace('/canarySettings/useStageCache', 'false'),
      replace(PERCENT, '33.33'),
    );
    await duet.call('GetStage', stage);
  });
  await tellDataPlane({ ...stand, check }, duet, (weight) => patch(replace(PERCENT, weight)));
  await check('promotion, and closing', ['promote', 'close-canary'], async () => {
    await patch(
      copy(OVERRIDES, '/variables'),
      copy(DEPLOYMENT, '/deploymentId'),
      replace(PERCENT, '0.0'),
    );
    await patch(remove('/canarySettings'));
    await duet.call('GetStage', stage);
  });
  await check('the way back after a promotion', ['move-base'], async () => {
    await patch(replace('/deploymentId', '{first}'), replace('/variables/side', 'stable'));
    await duet.call('GetStage', stage);
  });
  await duet.call('DeleteRestApi', { restApiId: '{api}' });
}

async function makeDraft(duet: Duet, upstream: string): Promise<void> {
  await duet.call('CreateRestApi', { name: 'duet' }, 'api');
  for (const voice of duet.voices) {
    const { body } = await voice.sender.send('GetResources', { restApiId: voice.ids.get('api') });
    voice.ids.set('root', (body as { items: { id: string }[] }).items[0]?.id ?? '');
  }
  const api = { restApiId: '{api}' };
  await duet.call('CreateResource', { ...api, parentId: '{root}', pathPart: 'hello' }, 'resource');
  const method = { ...api, resourceId: '{resource}', httpMethod: 'GET' };
  await duet.call('PutMethod', { ...method, authorizationType: 'NONE' });
  await duet.call('PutIntegration', {
    ...method,
    type: 'HTTP_PROXY',
    integrationHttpMethod: 'GET',
    uri: `${upstream}/\${stageVariables.side}`,
  });
}

const REQUESTS = 400;
const WEIGHT = 40;
/** Beyond this, chance alone explains a difference once in ten thousand runs (1 degree of freedom). */
const CHI_SQUARE_LIMIT = 15.14;

async function tellDataPlane(
  stand: Stand,
  duet: Duet,
  weigh: (weight: string) => Promise<void>,
): Promise<void> {
  await stand.check('0 and 100 per cent', ['split-ends', 'overrides'], async () => {
    for (const [weight, side] of [
      ['0', 'stable'],
      ['100', 'canary'],
    ] as const) {
      await weigh(weight);
      for (const voice of duet.voices) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => ask(voice, '/hello')));
        assert.deepEqual(new Set(answers), new Set([`200 /${side}`]), voice.url);
      }
    }
  });
  await stand.check('a route that a side lacks', ['missing-route'], async () => {
    for (const voice of duet.voices) {
      const plain = (await ask(voice, '/no')).replaceAll('": "', '":"');
      assert.equal(plain, '403 {"message":"Missing Authentication Token"}', voice.url);
    }
  });
  await stand.check('the split, by chi-square', ['split'], async () => {
    await weigh(String(WEIGHT));
    const counts: number[] = [];
    for (const voice of duet.voices) counts.push(await countCanary(voice));
    stand.say(`of ${REQUESTS} requests at ${WEIGHT} %, the canary took ${counts.join(' and ')}`);
    const [first = 0, second = 0] = counts;
    for (const count of counts) assert.ok(chiSquareOf(count) < CHI_SQUARE_LIMIT, `${count}`);
    assert.ok(chiSquareBetween(first, second) < CHI_SQUARE_LIMIT, `${first} and ${second}`);
  });
}

async function ask({ url, ids }: Voice, path: string): Promise<string> {
  const answer = await fetch(`${url}/_aws/execute-api/${ids.get('api')}/prod${path}`);
  return `${answer.status} ${await answer.text()}`;
}

async function countCanary(voice: Voice): Promise<number> {
  let canary = 0;
  for (let sent = 0; sent < REQUESTS; sent += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(voice, '/hello')));
    canary += answers.filter((answer) => answer === '200 /canary').length;
  }
  return canary;
}

/** Against the share that was set. */
export function chiSquareOf(canary: number, requests = REQUESTS, share = WEIGHT / 100): number {
  const expected = requests * share;
  const stable = requests * (1 - share);
  return (canary - expected) ** 2 / expected + (canary - expected) ** 2 / stable;
}

/** Of two servers that were asked the same number of times: do they split alike? */
export function chiSquareBetween(one: number, other: number, requests = REQUESTS): number {
  const share = (one + other) / (2 * requests);
  if (share === 0 || share === 1) return 0;
  return chiSquareOf(one, requests, share) + chiSquareOf(other, requests, share);
}
