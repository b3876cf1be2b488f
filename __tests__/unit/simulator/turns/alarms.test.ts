import { describe, expect, it } from '@jest/globals';
import { createAlarms } from '../../../../simulator/turns/alarms.ts';

describe('alarms', () => {
  it('ring in the order of their times, each at its own', () => {
    const alarms = createAlarms(1000);
    const rung: (readonly [string, number])[] = [];
    const ring = (name: string) => () => void rung.push([name, alarms.now()]);
    alarms.add(30, ring('late'));
    alarms.add(10, ring('early'));
    alarms.add(10, ring('early, added second'));
    alarms.add(31, ring('not due'));
    expect(alarms.next()).toBe(1010);
    alarms.passUntil(1030);
    expect(rung).toEqual([
      ['early', 1010],
      ['early, added second', 1010],
      ['late', 1030],
    ]);
    expect(alarms.next()).toBe(1031);
  });

  it('may add others, which ring in the same passing of time', () => {
    const alarms = createAlarms(0);
    const rung: number[] = [];
    const again = () => {
      rung.push(alarms.now());
      alarms.add(10, again);
    };
    alarms.add(10, again);
    alarms.passUntil(35);
    expect(rung).toEqual([10, 20, 30]);
    expect(alarms.now()).toBe(35);
  });

  it('do not ring once they are stopped, and never in the past', () => {
    const alarms = createAlarms(0);
    const rung: string[] = [];
    const stop = alarms.add(10, () => rung.push('stopped'));
    stop();
    alarms.passUntil(20);
    alarms.add(-5, () => rung.push(`overdue at ${alarms.now()}`));
    alarms.passUntil(20);
    expect(rung).toEqual(['overdue at 20']);
    expect(alarms.next()).toBe(Number.POSITIVE_INFINITY);
  });

  it('say whether somebody waits for one of them', () => {
    const alarms = createAlarms(0);
    alarms.add(10, () => {});
    expect(alarms.areAwaited()).toBe(false);
    const stop = alarms.add(20, () => {}, true);
    expect(alarms.areAwaited()).toBe(true);
    stop();
    expect(alarms.areAwaited()).toBe(false);
  });
});
