// What is shown outside converges, whatever became of earlier writes.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import type { Report } from '../../../src/report/report.ts';
import { type Destination, keepUpToDate } from '../../../src/run/up-to-date.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const nothing = () => undefined;
const report = (reason: string) => ({ reason }) as Report;

/** @param fails how each write ends: `''`: it succeeds; the last one repeats */
function scene(fails: readonly string[], parts: Partial<Destination> = {}) {
  const written: string[] = [];
  const said: string[] = [];
  const ended = new AbortController();
  let writes = 0;
  const show = keepUpToDate(
    {
      what: 'comment',
      shows: 'state',
      retryAfter: (error) => ((error as Error).message === 'outage' ? 0 : undefined),
      write: async ({ reason }) => {
        const failure = fails[Math.min(writes++, fails.length - 1)];
        if (failure) throw new KnownError(failure);
        written.push(reason);
      },
      ...parts,
    },
    {
      ...{ group: nothing, endGroup: nothing, notice: nothing, error: nothing },
      line: (text) => void said.push(text),
      warning: (text) => void said.push(`warning: ${text}`),
    },
    ended.signal,
  );
  return { show, written, said, ended, writes: () => writes };
}

describe('what is shown outside', () => {
  it('is written although the first write failed, and nothing newer comes', async () => {
    const { show, written, said } = scene(['outage', 'outage', '']);
    const done = show(report('one'));
    await jest.advanceTimersByTimeAsync(4_000);
    await done;
    expect(written).toEqual(['one']);
    expect(said).toEqual([
      'warning: The comment could not be written: outage. The rollout continues.',
      'The comment is up to date again.',
    ]);
  });

  it('is the newest report, for which an older one makes way', async () => {
    const { show, written } = scene(['outage', '']);
    const first = show(report('one'));
    await jest.advanceTimersByTimeAsync(100);
    void show(report('two'));
    const last = show(report('three'));
    await jest.advanceTimersByTimeAsync(0);
    await Promise.all([first, last]);
    expect(written).toEqual(['three']);
  });

  it('is tried again with the next report after a refusal, which is not repeated', async () => {
    const { show, written, writes } = scene(['no', '']);
    await show(report('one'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(writes()).toBe(1);
    await show(report('two'));
    expect(written).toEqual(['two']);
  });

  it('waits as long as it is told', async () => {
    const { show, written } = scene(['outage', ''], { retryAfter: () => 60 });
    void show(report('one'));
    await jest.advanceTimersByTimeAsync(59_000);
    expect(written).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(written).toEqual(['one']);
  });

  it('costs one warning, whatever follows', async () => {
    const { show, said } = scene(['no']);
    for (const reason of ['one', 'two', 'three']) await show(report(reason));
    expect(said.filter((text) => text.startsWith('warning'))).toHaveLength(1);
  });

  it('is given up when there is no more time', async () => {
    const { show, ended, writes } = scene(['outage']);
    const done = show(report('one'));
    await jest.advanceTimersByTimeAsync(100);
    ended.abort();
    await done;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(writes()).toBe(1);
  });

  it('are all reports where each is an event', async () => {
    const { show, written } = scene(['no', ''], { shows: 'events' });
    await Promise.all(['one', 'two', 'three'].map((reason) => show(report(reason))));
    expect(written).toEqual(['two', 'three']);
  });
});
