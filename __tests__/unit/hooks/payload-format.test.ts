// The payload of hooks, literally: users have written hooks that read it.

import { afterEach, describe, expect, it } from '@jest/globals';
import { connectLambdaHooks } from '../../../src/hooks/lambda-hook.ts';
import { hookPayload } from '../../../src/hooks/payload.ts';
import { callUrl, sign } from '../../../src/hooks/url-hook.ts';
import type { Phase } from '../../../src/rollout/phase.ts';
import { fixedCredentials } from '../../support/credentials.ts';
import { serveHook } from '../../support/hook-scene.ts';
import { makeRecord, makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';

const ID = {
  repository: 'octo-org/orders',
  runId: '7000000001',
  attempt: '1',
  job: '0123456789ab',
};
const RUN = 'octo-org/orders/actions/runs/7000000001/attempts/1';
const ARN = 'arn:aws:lambda:eu-west-1:111122223333:function';
const FUNCTIONS = [
  '"functions":[',
  `{"name":"carts","from":"3","to":"4","versionArn":"${ARN}:carts:4"},`,
  `{"name":"orders","from":"","to":"8","versionArn":"${ARN}:orders:8"}`,
  ']',
].join('');
const STAGE_URL = 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod';
const SHADOW_URL = `${STAGE_URL}-canary-shadow`;

/** The body of a request. */
function bodyOf(phase: Phase, weight: number, stageUrl?: string, shadowUrl?: string): string {
  const functions = [
    { name: 'carts', from: '3', to: '4' },
    { name: 'orders', from: '', to: '8' },
  ];
  const rollout = makeRemembered({ phase, record: makeRecord({ id: ID, functions }) });
  const arnOf = ({ name, to }: { name: string; to: string }) => `${ARN}:${name}:${to}`;
  return JSON.stringify(hookPayload({ rollout, weight, arnOf, stageUrl, shadowUrl }));
}

const step = (index: number): Phase => ({ kind: 'step', index, since: STARTED_AT });
const idsAt = (point: string) =>
  `"DeploymentId":"${RUN}.0123456789ab","LifecycleEventHookExecutionId":"${RUN}.0123456789ab/${point}"`;

describe('The body of a hook', () => {
  it('before any traffic, of a stage with its shadow', () => {
    expect(bodyOf({ kind: 'preparing' }, 0, STAGE_URL, SHADOW_URL)).toBe(
      `{${idsAt('pre-traffic/0')},"hook":"pre-traffic","rollout":"${RUN}",${FUNCTIONS},"weight":0,"nextWeight":5,"step":0,"steps":2,"stageUrl":"${STAGE_URL}","shadowUrl":"${SHADOW_URL}"}`,
    );
  });

  it('before any traffic, of aliases', () => {
    expect(bodyOf({ kind: 'preparing' }, 0)).toBe(
      `{${idsAt('pre-traffic/0')},"hook":"pre-traffic","rollout":"${RUN}",${FUNCTIONS},"weight":0,"nextWeight":5,"step":0,"steps":2}`,
    );
  });

  it.each([
    [1, 5, `${idsAt('step/1')},"hook":"step"`, '"weight":5,"nextWeight":50,"step":1,"steps":2'],
    [2, 50, `${idsAt('step/2')},"hook":"step"`, '"weight":50,"nextWeight":100,"step":2,"steps":2'],
  ])('after step %i', (number, weight, head, tail) => {
    expect(bodyOf(step(number - 1), weight, STAGE_URL, SHADOW_URL)).toBe(
      `{${head},"rollout":"${RUN}",${FUNCTIONS},${tail},"stageUrl":"${STAGE_URL}"}`,
    );
  });

  it('after the promotion', () => {
    expect(bodyOf({ kind: 'baking', since: STARTED_AT }, 100, STAGE_URL)).toBe(
      `{${idsAt('post-traffic/2')},"hook":"post-traffic","rollout":"${RUN}",${FUNCTIONS},"weight":100,"step":2,"steps":2,"stageUrl":"${STAGE_URL}"}`,
    );
  });
});

describe('The request of a hook', () => {
  const BODY = bodyOf(step(0), 5);

  it('that is a URL is a signed POST of JSON', async () => {
    const server = await serveHook((_, response) => void response.end());
    const url = `${server.origin}/check?key=1`;
    const to = { kind: 'url', url, label: server.origin } as const;
    const signal = AbortSignal.timeout(10_000);
    await callUrl(to, BODY, 'key', signal).finally(() => server.close());
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/check?key=1',
      body: BODY,
      headers: { 'content-type': 'application/json', 'user-agent': 'canary-action/1' },
    });
    expect(request?.headers['x-canary-signature']).toMatch(/^t=\d{10},v1=[0-9a-f]{64}$/);
  });

  it('is signed over its time and its body', () => {
    expect(sign('key', '{"weight":5}', 1_764_000_000.9)).toBe(
      't=1764000000,v1=3cb14222378b02578dbb2fa0c95e4c24f585ad323d2eb2efbc9808145d5f553d',
    );
  });

  const { AWS_ENDPOINT_URL_LAMBDA: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL_LAMBDA;
    else process.env.AWS_ENDPOINT_URL_LAMBDA = before;
  });

  it('that is a Lambda function is one synchronous invocation with the same body', async () => {
    const server = await serveHook((_, response) => void response.end('null'));
    process.env.AWS_ENDPOINT_URL_LAMBDA = server.origin;
    const place = { region: 'eu-west-1', partition: 'aws' } as const;
    const call = connectLambdaHooks(place, fixedCredentials());
    const [functionName, qualifier] = ['orders-smoke', 'live'];
    const label = 'orders-smoke:live';
    const hook = { kind: 'function', functionName, qualifier, label } as const;
    const signal = AbortSignal.timeout(10_000);
    const answer = await call(hook, BODY, signal).finally(() => server.close());
    expect(answer).toEqual({ kind: 'passed', message: '' });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/2015-03-31/functions/orders-smoke/invocations?Qualifier=live',
        headers: { 'x-amz-invocation-type': 'RequestResponse', 'x-amz-log-type': 'Tail' },
        body: BODY,
      },
    ]);
  });
});
