// The judge on an access log: reading it, and replaying it as a release that changes nothing.

import { describe, expect, it } from '@jest/globals';
import { createChance } from '../../../bench/judge/random.ts';
import { readLog } from '../../../verify/access-log/read-log.ts';
import { replay } from '../../../verify/access-log/replay.ts';

const START = Date.UTC(2015, 4, 17, 10);

/** A combined log of two hours: every 17th request fails, all by one client. */
function logOf(requests: number): string {
  return Array.from({ length: requests }, (_, i) => {
    const time = new Date(START + (i * 7_200_000) / requests).toISOString();
    const [day, hour] = [time.slice(8, 10), time.slice(11, 19)];
    const [client, status] = i % 17 === 0 ? ['203.0.113.9', 500] : [`198.51.100.${i % 200}`, 200];
    return `${client} - - [${day}/May/2015:${hour} +0000] "GET /a\\"b?q=${i} HTTP/1.1" ${status} ${i % 13 === 0 ? '-' : i} "-" "curl/8"`;
  }).join('\n');
}

describe('an access log', () => {
  it('is read in the Combined Log Format, in order of time', () => {
    const lines = readLog('access.log', logOf(1200).split('\n').reverse().join('\n'));
    expect(lines).toHaveLength(1200);
    expect(lines[0]).toEqual({ at: START / 1000, client: '203.0.113.9', status: 500, bytes: 0 });
    expect(lines[1]).toMatchObject({ client: '198.51.100.1', status: 200, bytes: 1 });
    expect(lines.at(-1)?.at).toBeGreaterThan(START / 1000 + 7000);
  });

  it('is read with its zone', () => {
    const shifted = logOf(1200).replaceAll('+0000', '-0700');
    expect(readLog('access.log', shifted)[0]?.at).toBe(START / 1000 + 7 * 3600);
  });

  it.each([
    ['too short', logOf(999)],
    ['another format', '{"status": 200}\n'.repeat(1200)],
    ['partly another format', `${logOf(1200)}\n${'no\n'.repeat(100)}`],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readLog('access.log', text)).toThrow(
      /^access\.log: \d+ of \d+ lines are in the Common or Combined Log Format; expected/,
    );
  });
});

describe('a replay', () => {
  const lines = readLog('access.log', logOf(8000));
  const failed = ({ status }: { readonly status: number }) => status >= 500;
  const replayed = (split: 'per request' | 'per client', overlays = 1, seed = 1) =>
    replay(lines, [failed, () => false], { split, overlays }, createChance(seed));
  const sum = (counts: readonly { readonly requests: number; readonly events: number }[]) => ({
    requests: counts.reduce((all, { requests }) => all + requests, 0),
    events: counts.reduce((all, { events }) => all + events, 0),
  });

  it.each([1, 3])('counts every request of %i copies once, for each event', (overlays) => {
    for (const [i, { before, minutes }] of replayed('per request', overlays).entries()) {
      const all = sum([...before, ...minutes.flatMap(({ canary, stable }) => [canary, stable])]);
      expect(all.requests).toBe(overlays * lines.length);
      expect(all.events).toBe(i === 0 ? overlays * lines.filter(failed).length : 0);
    }
  });

  it('follows the schedule: nothing before the shift, then each weight by its share', () => {
    const [{ minutes }] = replayed('per request', 8) as [ReturnType<typeof replayed>[number]];
    expect(minutes).toHaveLength(30);
    const steady = minutes.filter(({ weight, weightBefore }) => weight === weightBefore);
    expect(new Set(steady.map(({ weight }) => weight))).toEqual(new Set([5, 25, 50, 95]));
    for (const weight of [5, 25, 50, 95]) {
      const at = steady.filter((minute) => minute.weight === weight);
      const canary = sum(at.map((minute) => minute.canary)).requests;
      const share = canary / (canary + sum(at.map((minute) => minute.stable)).requests);
      expect(Math.abs(share - weight / 100)).toBeLessThan(0.03);
    }
  });

  it('sends each client to one side while the weight stays, if it is split per client', () => {
    const [{ minutes }] = replayed('per client') as [ReturnType<typeof replayed>[number]];
    for (const { canary, stable, weight, weightBefore } of minutes) {
      if (weight !== weightBefore) continue;
      expect(Math.min(canary.events, stable.events)).toBe(0);
    }
  });
});
