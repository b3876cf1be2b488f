import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { describeClockOffset, watchClock } from '../../../src/aws/clock.ts';
import { noProblems } from '../../../src/base/problems.ts';
import { checkClock } from '../../../src/preflight/check-clock.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');

describe('the clock of this machine', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function client(...headers: Record<string, string>[]) {
    const answers = [...headers];
    const handle = async () => ({ response: { headers: answers.shift() ?? {} } });
    return { config: { requestHandler: { handle } } };
  }

  async function seen(...dates: string[]) {
    const clock = watchClock();
    const { config } = clock.follow(client(...dates.map((date) => ({ date }))));
    for (const _ of dates) await config.requestHandler.handle();
    return clock.ahead();
  }

  it('is unknown before AWS has returned the time, or if a response has none', async () => {
    expect(watchClock().ahead()).toBeUndefined();
    expect(await seen('', 'yesterday')).toBeUndefined();
  });

  it('is the offset of the fastest response', async () => {
    const behind = 'Sun, 01 Mar 2026 11:5';
    expect(await seen(`${behind}2:00 GMT`, `${behind}3:00 GMT`, `${behind}2:30 GMT`)).toBe(420);
    expect(await seen('Sun, 01 Mar 2026 12:10:00 GMT')).toBe(-600);
  });

  it.each([
    [undefined, 'nothing'],
    [29, 'nothing'],
    [-29, 'nothing'],
    [30, 'note'],
    [-119, 'note'],
    [120, 'problem'],
    [-3600, 'problem'],
  ])('%p s off: %s', (ahead, kind) => {
    const findings = noProblems();
    checkClock(ahead, findings);
    expect([findings.notes.length, findings.problems.length]).toEqual(
      { nothing: [0, 0], note: [1, 0], problem: [0, 1] }[kind],
    );
  });

  it('is described in a sentence', () => {
    expect(describeClockOffset(420)).toBe("this machine's clock is 7m ahead of AWS's");
    expect(describeClockOffset(-3600)).toBe("this machine's clock is 1h behind AWS's");
  });
});
