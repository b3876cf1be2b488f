// What happens to a call after the job was cancelled, observed by the handler that would send it.

import { describe, expect, it } from '@jest/globals';
import {
  copyOf,
  hurryWhenCancelled,
  type IsRead,
  refuseWhenCancelled,
} from '../../../src/aws/client-middleware.ts';

interface Options {
  readonly abortSignal?: unknown;
  readonly requestTimeout?: number;
}

const READ = { method: 'GET', headers: {} };
const WRITE = { method: 'PATCH', headers: {} };

function scene(isRead?: IsRead) {
  const stop = { cancelled: new AbortController(), deadline: new AbortController() };
  const ended = new AbortController();
  const limits = {
    cancelled: stop.cancelled.signal,
    rollbackDeadline: stop.deadline.signal,
    ended: ended.signal,
  };
  const sent: Options[] = [];
  const requestHandler = {
    handle: async (_: { method: string }, options: Options = {}) => void sent.push(options),
  };
  const client = { config: { requestHandler } };
  const rollback = hurryWhenCancelled(copyOf(client), limits, isRead);
  const normal = refuseWhenCancelled(client, limits, isRead);
  const aborted = () => sent.map(({ abortSignal }) => (abortSignal as AbortSignal)?.aborted);
  return {
    normal: normal.config.requestHandler,
    rollback: rollback.config.requestHandler,
    sent,
    aborted,
    cancel: () => stop.cancelled.abort(),
    runOut: () => stop.deadline.abort(),
    end: () => ended.abort(),
  };
}

describe('Calls of the normal clients', () => {
  it('are refused once the job is to stop', async () => {
    const { normal, cancel, sent } = scene();
    await normal.handle(WRITE);
    cancel();
    for (const request of [READ, WRITE]) {
      await expect(normal.handle(request)).rejects.toThrow('the job is being cancelled');
    }
    await expect(normal.handle(READ)).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toHaveLength(1);
  });

  it('are refused whatever signal they bring', async () => {
    const { normal, cancel, sent } = scene();
    cancel();
    const { signal } = new AbortController();
    await expect(normal.handle(WRITE, { abortSignal: signal })).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('under way then are given up if they read, and come to their end if they write', async () => {
    const { normal, cancel, aborted } = scene();
    await normal.handle(READ);
    await normal.handle(WRITE);
    expect(aborted()).toEqual([false, undefined]);
    cancel();
    expect(aborted()).toEqual([true, undefined]);
  });
});

describe('Calls of the rollback clients', () => {
  it('are sent all the same, and in a hurry, until the deadline', async () => {
    const { rollback, cancel, runOut, sent, aborted } = scene();
    await rollback.handle(WRITE);
    cancel();
    await rollback.handle(WRITE);
    await rollback.handle(READ);
    expect(sent.map(({ requestTimeout }) => requestTimeout)).toEqual([undefined, 2_500, 2_500]);
    expect(aborted()).toEqual([false, false, false]);
    runOut();
    expect(aborted()).toEqual([true, true, true]);
  });

  it('that read are given up when the run has ended', async () => {
    const { rollback, end, aborted } = scene();
    await rollback.handle(WRITE);
    await rollback.handle(READ);
    end();
    expect(aborted()).toEqual([false, true]);
  });
});

describe('A service that reads by POST', () => {
  const asked = (operation: string) => ({
    method: 'POST',
    headers: { 'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}` },
  });
  const isRead: IsRead = ({ headers }) => /\.(Describe|List)/.test(headers['x-amz-target'] ?? '');

  it('says itself which of its calls are given up', async () => {
    const { normal, rollback, aborted, cancel, end } = scene(isRead);
    for (const operation of ['DescribeServices', 'UpdateServicePrimaryTaskSet']) {
      await normal.handle(asked(operation));
      await rollback.handle(asked(operation));
    }
    cancel();
    expect(aborted()).toEqual([true, false, undefined, false]);
    end();
    expect(aborted()).toEqual([true, true, undefined, false]);
  });
});
