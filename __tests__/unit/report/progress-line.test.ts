import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownVerdict } from '../../../src/analysis/evidence.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import {
  PROGRESS_HEAD,
  type ProgressLine,
  renderProgressLine,
} from '../../../src/report/progress-line.ts';
import { createProgressLog, HEARTBEAT_SECONDS } from '../../../src/report/progress-log.ts';
import { BEGAN } from './report-fixture.ts';

const LOOK: ProgressLine = {
  at: BEGAN + 65,
  where: 'step 1/2',
  weight: 5,
  secondsLeft: 235,
  compared: [],
  canary: { requests: 1204, errors: 5 },
  stable: { requests: 23_010, errors: 0 },
  verdict: 'healthy',
  deciding: [],
  alarms: [],
};

const FINDING: Finding = {
  source: { kind: 'errors' },
  verdict: 'inconclusive',
  canary: { requests: 20, events: 4 },
  stable: { requests: 209, events: 0 },
  comparison: { ratio: Infinity, difference: 0.2, excessEvents: 4, stableRate: 0 },
  interval: undefined,
  reading: { nats: 3, threshold: 5, failing: false },
  safe: { nats: 0, threshold: 3 },
  failingSince: undefined,
};

const FIRED = (name: string) =>
  ({
    source: { kind: 'alarm', name },
    verdict: 'failing',
    detail: { kind: 'alarm-fired', reason: '12 > 5' },
  }) as const;

describe('the line of a check', () => {
  it('has the verdict first, then time, time left, the counts of both versions, and what is known', () => {
    expect([PROGRESS_HEAD, renderProgressLine(LOOK)].join('\n')).toMatchInlineSnapshot(`
"verdict   UTC       left   canary failed    stable failed    what is known
watching  16:01:05  3m55s  5/1,204 0.42%    0/23.0k 0%       nothing compared yet"
`);
  });

  it('tells counts that have not arrived from none, in the same columns', () => {
    const line = renderProgressLine({ ...LOOK, canary: null });
    expect(line).toContain('not yet counted');
    expect(line.indexOf('0/23.0k')).toBe(renderProgressLine(LOOK).indexOf('0/23.0k'));
    const none = { requests: 0, errors: 0 };
    expect(renderProgressLine({ ...LOOK, canary: none })).toContain('no requests');
    expect(renderProgressLine({ ...LOOK, weight: 100, stable: none })).toContain('no traffic');
  });

  const totals = fc.option(
    fc.record({ requests: fc.nat(20_000_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );

  it('is never wider than a log, and keeps its columns', () => {
    const counted = (of: { requests: number; share: number } | null) =>
      of && { requests: of.requests, errors: Math.floor(of.requests * of.share) };
    const name = fc.stringMatching(/^[a-z-]{1,200}$/);
    fc.assert(
      fc.property(totals, totals, name, fc.nat(359_000), (canary, stable, alarm, secondsLeft) => {
        const alarms = [FIRED(alarm)];
        const line = renderProgressLine({
          ...{ ...LOOK, secondsLeft, canary: counted(canary), stable: counted(stable) },
          ...{ verdict: 'failing', deciding: alarms, alarms },
        });
        expect(line.length).toBeLessThanOrEqual(100);
        expect(line.startsWith('failing   16:01:05  ')).toBe(true);
      }),
    );
  });

  it('names the first of what fails, and counts the rest', () => {
    const alarms = [FIRED('b'), FIRED('c')];
    const line = renderProgressLine({ ...LOOK, verdict: 'failing', deciding: alarms, alarms });
    expect(line).toMatch(/^failing .* {2}\(\+1\) alarm b fired, alarms 0\/2 ok$/);
  });

  it.each<[Partial<Finding>, RegExp]>([
    [{}, /^watching .* {2}evidence 60%: errors$/],
    [
      { reading: { nats: 0, threshold: 5, failing: false } },
      /^watching .* no sign of harm so far$/,
    ],
    [{ verdict: 'healthy' }, /^healthy .* {2}not worse$/],
    [{ verdict: 'failing' }, /^watching .* {2}errors: worse, does not decide$/],
    [{ canary: { requests: 0, events: 0 } }, /^watching .* {2}nothing to compare yet$/],
  ])('is healthy only where that was shown: %j', (parts, words) => {
    expect(renderProgressLine({ ...LOOK, compared: [{ ...FINDING, ...parts }] })).toMatch(words);
  });

  it('states that nothing is checked, instead of healthy, if nothing is', () => {
    const line = renderProgressLine({ ...LOOK, verdict: shownVerdict([], []), deciding: [] });
    expect(line).toMatch(/^waiting .* {2}no checks in this phase$/);
  });
});

describe('the log of a phase', () => {
  const later = (seconds: number, parts: Partial<ProgressLine> = {}): ProgressLine => ({
    ...LOOK,
    at: LOOK.at + seconds,
    secondsLeft: LOOK.secondsLeft - seconds,
    ...parts,
  });

  it('has a line for what is new, not for each check, and the names of the columns once', () => {
    const news = createProgressLog();
    expect(news(LOOK)).toEqual([
      'Now step 1/2 at 5% with 3m55s left',
      PROGRESS_HEAD,
      renderProgressLine(LOOK),
    ]);
    expect(news(later(15))).toEqual([]);
    expect(news(later(30))).toEqual([]);
    expect(news(later(45, { canary: { requests: 2_400, errors: 5 } }))).toHaveLength(1);
    expect(news(later(60, { canary: { requests: 2_400, errors: 5 } }))).toEqual([]);
    const fired = [FIRED('a')];
    expect(news(later(75, { verdict: 'failing', deciding: fired }))).toHaveLength(1);
    expect(news(later(90, { where: 'step 2/2', weight: 50 }))[1]).toBe(PROGRESS_HEAD);
  });

  it('shows that the run is alive if nothing is new', () => {
    const news = createProgressLog();
    news(LOOK);
    const checks = Array.from({ length: 60 }, (_, i) => news(later(15 * (i + 1))).length);
    expect(checks.filter((lines) => lines > 0)).toHaveLength((60 * 15) / HEARTBEAT_SECONDS);
  });
});
