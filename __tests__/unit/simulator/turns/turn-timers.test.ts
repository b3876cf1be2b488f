import { describe, expect, it } from '@jest/globals';
import { createTurnTimers } from '../../../../simulator/turns/turn-timers.mjs';

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

function timers(startMs = 1000) {
  let now = startMs;
  const turns = createTurnTimers(() => now);
  const advance = (ms: number) => {
    now = ms;
    turns.look();
  };
  const fired: string[] = [];
  const start = (name: string, ms: number, repeat = false) =>
    turns.start(() => void fired.push(`${name} at ${now}`), ms, repeat, []);
  return { turns, fired, start, advance };
}

describe('timers of a process that takes turns', () => {
  it('fire when their time has come, the earliest first', async () => {
    const { turns, fired, start, advance } = timers();
    start('second', 20);
    start('first', 10);
    start('also second', 20);
    start('later', 21);
    expect(turns.due()).toBe(1010);
    advance(1020);
    await settle();
    expect(fired).toEqual(['first at 1020', 'second at 1020', 'also second at 1020']);
    expect(turns.due()).toBe(1021);
  });

  it('repeat from the time at which they fired', async () => {
    const { turns, fired, start, advance } = timers();
    const timer = start('tick', 10, true);
    advance(1010);
    await settle();
    advance(1015);
    await settle();
    advance(1020);
    await settle();
    expect(fired).toEqual(['tick at 1010', 'tick at 1020']);
    expect(turns.stop(timer)).toBe(true);
    expect(turns.due()).toBeUndefined();
  });

  it('pass their arguments on, and wait at least a millisecond, as in Node', async () => {
    const { turns, advance } = timers(0);
    const got: unknown[] = [];
    turns.start((...args: unknown[]) => got.push(...args), undefined, false, ['a', 2]);
    turns.start(() => got.push('too long'), 2 ** 31, false, []);
    expect(turns.due()).toBe(1);
    advance(1);
    await settle();
    expect(got).toEqual(['a', 2, 'too long']);
  });

  it('can be stopped by another that is due at the same time, or by number', async () => {
    const { turns, advance } = timers(0);
    const fired: string[] = [];
    const second = { timer: undefined as unknown };
    turns.start(() => turns.stop(second.timer), 5, false, []);
    second.timer = turns.start(() => fired.push('second'), 5, false, []);
    const third = turns.start(() => fired.push('third'), 5, false, []);
    expect(turns.stop(Number(third))).toBe(true);
    expect(turns.stop({})).toBe(false);
    advance(5);
    await settle();
    expect(fired).toEqual([]);
  });

  it('start again from now on refresh', () => {
    const { turns, start, advance } = timers();
    const timer = start('one', 10);
    advance(1005);
    timer.refresh();
    expect(turns.due()).toBe(1015);
  });

  it('tell whether any of them keeps the process alive', () => {
    const { turns, start } = timers();
    const held: boolean[] = [];
    turns.onRef((is: boolean) => held.push(is));
    const one = start('one', 10);
    const two = start('two', 10);
    one.unref();
    two.unref();
    two.unref();
    two.ref();
    expect([one.hasRef(), two.hasRef()]).toEqual([false, true]);
    two.close();
    expect(held).toEqual([false, true, false, true, false]);
  });
});
