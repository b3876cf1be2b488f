// The payloads of hooks, and the meaning of their responses.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readAnswer, shortly } from '../../../src/hooks/answer.ts';
import { judgeInvoked } from '../../../src/hooks/lambda-hook.ts';
import { hookPayload } from '../../../src/hooks/payload.ts';
import { sign } from '../../../src/hooks/url-hook.ts';
import type { Phase } from '../../../src/rollout/phase.ts';
import { makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';

const RUN = 'octo-org/orders/actions/runs/7000000001/attempts/1';

const told = (phase: Phase, weight: number, stageUrl?: string, shadowUrl?: string) =>
  hookPayload({
    rollout: makeRemembered({ phase }),
    weight,
    arnOf: ({ name, to }) => `arn:${name}:${to}`,
    stageUrl,
    shadowUrl,
  });

describe('a hook receives', () => {
  it('the URL of the shadow stage, only before any traffic', () => {
    const shadow = 'https://a.example.com/prod-shadow';
    expect(told({ kind: 'preparing' }, 0, undefined, shadow).shadowUrl).toBe(shadow);
    const step = { kind: 'step', index: 0, since: STARTED_AT } as const;
    expect(told(step, 5, undefined, shadow)).not.toHaveProperty('shadowUrl');
  });

  it('CodeDeploy’s two IDs, and the details that CodeDeploy omits', () => {
    expect(told({ kind: 'preparing' }, 0, 'https://a.example.com/prod')).toEqual({
      DeploymentId: RUN,
      LifecycleEventHookExecutionId: `${RUN}/pre-traffic/0`,
      hook: 'pre-traffic',
      rollout: RUN,
      functions: [{ name: 'orders', from: '7', to: '8', versionArn: 'arn:orders:8' }],
      weight: 0,
      nextWeight: 5,
      step: 0,
      steps: 2,
      stageUrl: 'https://a.example.com/prod',
    });
  });

  it.each<[string, Phase, number, object]>([
    [
      'the first step',
      { kind: 'step', index: 0, since: STARTED_AT },
      5,
      { hook: 'step', weight: 5, nextWeight: 50, step: 1 },
    ],
    [
      'the last step',
      { kind: 'step', index: 1, since: STARTED_AT },
      50,
      { hook: 'step', weight: 50, nextWeight: 100, step: 2 },
    ],
    [
      'the promotion',
      { kind: 'baking', since: STARTED_AT },
      100,
      { hook: 'post-traffic', weight: 100, step: 2 },
    ],
  ])('where the rollout is, after %s', (_, phase, weight, where) => {
    const payload = told(phase, weight);
    expect(payload).toMatchObject(where);
    expect('nextWeight' in payload).toBe(phase.kind !== 'baking');
    expect(payload).not.toHaveProperty('stageUrl');
  });

  it('another ID at every point', () => {
    const phases: Phase[] = [
      { kind: 'preparing' },
      { kind: 'step', index: 0, since: 1 },
      { kind: 'step', index: 1, since: 1 },
      { kind: 'baking', since: 1 },
    ];
    const ids = phases.map((phase) => told(phase, 1).LifecycleEventHookExecutionId);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a response', () => {
  it.each([
    ['', ''],
    ['null', ''],
    ['"Failed"', ''],
    ['{}', ''],
    ['{"status":"Succeeded","message":"12 checks"}', '12 checks'],
    ['{"status":["Failed"]}', ''],
  ])('%s passes', (body, message) => {
    expect(readAnswer(body)).toEqual({ kind: 'passed', message });
  });

  it.each([
    ['{"status":"Failed","message":"two\\n::error::carts"}', 'two ::error::carts'],
    ['{"status":"failed"}', 'it returned {"status":"Failed"} without a message'],
    ['{"status":"Failed","message":7}', 'it returned {"status":"Failed"} without a message'],
    [
      '{"status":"Failed","env":{"KEY":"s3cret"}}',
      'it returned {"status":"Failed"} without a message',
    ],
  ])('%s fails', (body, message) => {
    expect(readAnswer(body)).toEqual({ kind: 'failed', message });
  });

  it('is neither if it is not JSON', () => {
    expect(readAnswer('<html>')).toBeUndefined();
  });

  it('is shortened to one line, without half a character', () => {
    expect(shortly(`a\u0000\u001b[31m\r\nb`)).toBe('a [31m b');
    const long = shortly('𝄞'.repeat(5_000));
    expect(long.length).toBeLessThanOrEqual(400);
    expect(long).toMatch(/^(?:𝄞)+…$/u);
  });
});

describe('an invocation', () => {
  const invoked = (parts: Partial<Parameters<typeof judgeInvoked>[0]>) =>
    judgeInvoked({ status: 200, functionError: '', payload: 'null', logTail: '', ...parts });

  it('passes when the handler returned', () => {
    expect(invoked({})).toEqual({ kind: 'passed', message: '' });
  });

  it('does not pass without a result: an empty payload, or another status', () => {
    expect(invoked({ payload: '' })).toEqual({
      kind: 'failed',
      message: 'its response is empty; expected JSON, such as null',
    });
    expect(invoked({ status: 202 }).message).toBe('Lambda returned the status 202; expected 200');
    expect(invoked({ status: undefined }).kind).toBe('failed');
  });

  it('fails with the message of the handler’s error', () => {
    const payload = '{"errorType":"TypeError","errorMessage":"x is undefined","trace":[]}';
    const message = 'TypeError: x is undefined';
    expect(invoked({ functionError: 'Unhandled', payload })).toEqual({ kind: 'failed', message });
  });

  it.each([
    ['', 'Unhandled'],
    ['gone', 'Unhandled'],
    ['"gone"', 'Unhandled'],
  ])('fails with %j from a runtime that says it otherwise', (payload, message) => {
    expect(invoked({ functionError: 'Unhandled', payload })).toEqual({ kind: 'failed', message });
  });

  it('fails if its response is not JSON', () => {
    expect(invoked({ payload: 'OK' })).toEqual({
      kind: 'failed',
      message:
        'it returned a response that is not a JSON object (2 bytes, not shown); expected JSON',
    });
  });

  it.each([
    [
      'the error',
      {
        payload:
          '{"errorType":"DeploymentDoesNotExistException","errorMessage":"codedeploy: no such"}',
      },
    ],
    [
      'the words of AWS’s samples',
      { payload: '{"errorType":"string","errorMessage":"Validation test failed"}' },
    ],
    [
      'the log',
      {
        payload: '{"errorType":"string","errorMessage":"no"}',
        logTail: 'not authorized to perform: codedeploy:PutLifecycleEventHookExecutionStatus',
      },
    ],
  ])('of a hook written for CodeDeploy is explained by %s', (_, parts) => {
    const { kind, message } = invoked({ functionError: 'Unhandled', ...parts });
    expect(kind).toBe('failed');
    expect(message).toContain('reports its result to CodeDeploy');
    expect(message).toContain('if (!event.rollout)');
    expect(message).not.toContain('not authorized');
  });

  it('of 6 MB is judged like any other, and shortened', () => {
    const long = 'x'.repeat(6_000_000);
    const passed = invoked({ payload: JSON.stringify({ message: long }) });
    expect(passed.kind).toBe('passed');
    expect(passed.message.length).toBeLessThan(1000);
    const failed = invoked({ payload: long });
    expect(failed.kind).toBe('failed');
    expect(failed.message.length).toBeLessThan(1000);
  });

  it('shows nothing about CodeDeploy if it passed, whatever its log contains', () => {
    expect(invoked({ logTail: 'codedeploy' }).message).toBe('');
  });
});

describe('the signature', () => {
  it('is what a receiver computes from header and body', () => {
    const header = sign('s3cret', '{"a":"ü"}', 1_764_000_000.9);
    const [, time = '', hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    expect(time).toBe('1764000000');
    expect(hex).toBe(createHmac('sha256', 's3cret').update(`${time}.{"a":"ü"}`).digest('hex'));
  });

  it('changes with secret, body and time', () => {
    const all = [sign('a', 'x', 1), sign('b', 'x', 1), sign('a', 'y', 1), sign('a', 'x', 2)];
    expect(new Set(all.map((text) => text.split('v1=')[1])).size).toBe(4);
  });
});
