// When a report differs from the state that a trial finds.

import { describe, expect, it } from '@jest/globals';
import { judgeReport } from '../../../chaos/judge.ts';
import type { WorldState } from '../../../chaos/worlds/world.ts';
import type { Report } from '../../../src/report/report.ts';
import { NO_PLAN } from '../../../src/run/report-parts.ts';
import { REPORTS } from '../report/report-fixture.ts';

const breaches = (report: Report, traffic: WorldState['traffic'], exitCode = 1, weight = 0) =>
  judgeReport(
    {
      who: 'main',
      exitCode,
      log: '',
      summary: '',
      report,
      state: { traffic, weight, what: '', stored: false, lost: [] },
    },
    undefined,
  ).map(({ breach }) => breach);

const failed = (parts: Partial<Report>): Report => ({
  ...REPORTS.failed,
  cause: { kind: 'cancelled' },
  commands: ['aws apigateway get-stage'],
  ...parts,
});

const CHANGED = { kind: 'state', what: 'the stage serves deployment x' } as const;

describe('a report', () => {
  it.each<[string, Report, WorldState['traffic']]>([
    ['of a rollback, without one', REPORTS['rolled-back'], 'split'],
    ['of a failure at a weight, which was rolled back', failed({ weight: 5 }), 'stable'],
    ['of a failure after a rollback, which is split', failed({ weight: 0 }), 'split'],
    ['of a failure after the promotion, which is split', failed({ weight: 100 }), 'split'],
  ])('is wrong: %s', (_, report, traffic) => {
    expect(breaches(report, traffic)).toEqual(['wrong report']);
  });

  it.each<[string, Report, WorldState['traffic']]>([
    ['of a failure at a weight', failed({ weight: 5 }), 'split'],
    ['of a failure after a rollback', failed({ weight: 0 }), 'stable'],
    ['of a failure after the promotion', failed({ weight: 100 }), 'released'],
    ['with an unknown weight', failed({ weight: null }), 'split'],
    ['of a canary before its first shift', failed({ weight: 0, weights: [] }), 'split'],
    ['about no rollout', failed({ weight: 0, plan: NO_PLAN }), 'split'],
    [
      'of an external change',
      failed({ weight: 0, cause: { kind: 'external-change', change: CHANGED } }),
      'split',
    ],
  ])('is right: %s', (_, report, traffic) => {
    expect(breaches(report, traffic)).toEqual([]);
  });

  it('of a release that waits for people says what is served', () => {
    const held = { ...REPORTS.held, weight: 0 };
    expect(breaches(held, 'stable', 0)).toEqual([]);
    expect(breaches(held, 'split', 0)).toEqual(['wrong report']);
  });

  it('is right about the largest weight of several aliases', () => {
    expect(breaches(failed({ weight: 100 }), 'split', 1, 100)).toEqual([]);
    expect(breaches(failed({ weight: 100 }), 'split', 1, 50)).toEqual(['wrong report']);
  });

  it('is wrong if it passes with another exit code, or fails without one', () => {
    expect(breaches(REPORTS.promoted, 'released', 1)).toEqual(['wrong report']);
    expect(breaches(REPORTS['rolled-back'], 'stable', 0)).toEqual(['wrong report']);
  });
});
