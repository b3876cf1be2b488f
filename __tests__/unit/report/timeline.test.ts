import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceSource, Verdict } from '../../../src/analysis/evidence.ts';
import { newEvents, shortened } from '../../../src/report/timeline.ts';

const say = (source: EvidenceSource, verdict: Verdict): Evidence => ({
  source,
  verdict,
});
const A = { kind: 'alarm', name: 'a' } as const;
const B = { kind: 'alarm', name: 'b' } as const;

describe('a new entry', () => {
  it('is an alarm that changed, at its own time if it has one', () => {
    const before = [say(A, 'healthy'), say(B, 'failing')];
    const fired = { ...say(A, 'failing'), since: 90 };
    expect(newEvents(before, [fired, say(B, 'failing')], 100)).toEqual([
      { at: 90, kind: 'alarm', what: 'alarm a: failing' },
    ]);
    expect(newEvents([fired], [say(A, 'healthy')], 100)).toEqual([
      { at: 100, kind: 'alarm', what: 'alarm a: healthy' },
    ]);
  });

  it('is a failed comparison, but not inconclusive evidence or the result of a hook', () => {
    const now = [
      say({ kind: 'errors' }, 'failing'),
      say({ kind: 'latency', percentile: 90, aboveMs: 812 }, 'inconclusive'),
      say({ kind: 'traffic' }, 'inconclusive'),
      say({ kind: 'hook', point: 'step', name: 'smoke' }, 'failing'),
    ];
    expect(newEvents([], now, 100)).toEqual([{ at: 100, kind: 'verdict', what: 'failing' }]);
    expect(newEvents(now, now, 115)).toEqual([]);
  });
});

describe('a timeline', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ at: i, kind: 'note', what: `${i}` }) as const);

  it('is sorted by time', () => {
    expect(shortened(entries(3).toReversed())).toEqual(entries(3));
  });

  it('is shortened in the middle, with a note', () => {
    expect(shortened(entries(300))).toHaveLength(300);
    const short = shortened(entries(5000));
    expect(short).toHaveLength(301);
    expect(short[100]).toMatchObject({ what: '4700 more entries, not shown here' });
    expect(short.at(-1)?.what).toBe('4999');
  });
});
