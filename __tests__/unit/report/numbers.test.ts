// The figures of a release: one set of them, whoever shows it.

import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/analysis/finding.ts';
import { closingBlock } from '../../../src/report/closing-block.ts';
import { renderComment } from '../../../src/report/comment-body.ts';
import {
  affectedBy,
  affectedText,
  countedText,
  didText,
  ratesOf,
  sideNames,
} from '../../../src/report/numbers.ts';
import type { Report } from '../../../src/report/report.ts';
import { gallery } from '../../../verify/report/gallery.ts';
import { STAGE_REPORT } from './format-fixture.ts';

const exhibits = new Map(gallery().map(({ name, report }) => [name, report]));
const reportOf = (name: string): Report => exhibits.get(name)!;
const findingIn = ({ cause }: Report): Finding =>
  (cause && 'evidence' in cause ? cause.evidence[0] : undefined) as Finding;

describe('what happened to the requests', () => {
  it('says so if there were none', () => {
    expect(didText('failed', { requests: 0, errors: 0 })).toBe('had no requests');
    expect(didText('failed', { requests: 4, errors: 1 })).toBe('failed 1 of 4 (25%)');
  });
});

describe('the rates of both versions', () => {
  it.each(['rolled-back-errors', 'rolled-back-logs', 'rolled-back-latency', 'twenty-functions'])(
    '%s: are those of the comparison that decided',
    (name) => {
      const report = reportOf(name);
      const { canary, stable } = findingIn(report);
      expect(ratesOf(report)).toMatchObject({
        when: 'until the decision',
        canary: { requests: canary.requests, errors: canary.events },
        stable: { requests: stable.requests, errors: stable.events },
      });
    },
  );

  it('are those of the comparison of errors where something else decided', () => {
    const report = reportOf('rolled-back-alarm');
    const errors = report.evidence.find(({ source }) => source.kind === 'errors') as Finding;
    expect(ratesOf(report)).toMatchObject({
      when: 'in the comparison',
      canary: { requests: errors.canary.requests },
    });
  });

  it('are those of the last step with requests as long as nothing is compared', () => {
    const report = { ...STAGE_REPORT, cause: undefined, evidence: [] };
    expect(ratesOf(report)).toMatchObject({ when: 'at 5%', canary: { requests: 241, errors: 60 } });
    const unknown = {
      ...report,
      steps: report.steps.map((s) => ({ ...s, canary: null, stable: null })),
    };
    expect(ratesOf(unknown)).toMatchObject({ canary: null, stable: null });
    expect(countedText(ratesOf(unknown).canary)).toBe('not yet counted');
  });

  it('are the same figures in the end of the log and in the comment', () => {
    for (const report of exhibits.values()) {
      const { canary } = ratesOf(report);
      if (canary === null || canary.requests === 0) continue;
      const log = closingBlock(report).join('\n');
      expect(log).toContain(countedText(canary));
      expect(renderComment(report)).toContain(`| ${canary.requests.toLocaleString('en-US')} |`);
    }
  });
});

describe('the names of the versions', () => {
  it('are those of the only function, or of the one that failed', () => {
    expect(sideNames(reportOf('promoted'))).toMatchObject({
      canary: 'version 8',
      stable: 'version 7',
    });
    expect(sideNames(STAGE_REPORT)).toMatchObject({ canary: 'the canary', stable: 'stable' });
    const scope = { kind: 'function', name: 'carts' } as const;
    const finding = { ...findingIn(STAGE_REPORT), source: { kind: 'errors', scope } } as const;
    expect(sideNames(STAGE_REPORT, finding)).toMatchObject({
      canary: 'version 4',
      only: { name: 'carts' },
    });
    const mostly = { ...findingIn(STAGE_REPORT), mostly: [scope] };
    expect(sideNames(STAGE_REPORT, mostly)).toMatchObject({ canary: 'version 4' });
  });
});

describe('who was affected', () => {
  it('is estimated from the counts, or at least what logs or the decision show', () => {
    const report = reportOf('rolled-back-logs');
    expect(affectedBy(report)).toEqual({ kind: 'about', requests: report.impact?.estimated });
    const uncounted = { ...report, impact: undefined };
    expect(affectedBy(uncounted)).toEqual({ kind: 'at-least', requests: 342, by: 'logs' });
    const unlogged = { ...uncounted, broke: undefined };
    expect(affectedBy(unlogged)).toMatchObject({ kind: 'at-least', by: 'decision' });
    expect(affectedText(uncounted)).toBe('at least 342 requests failed because of it');
  });

  it('is not claimed to be nobody where nothing was counted', () => {
    const report = reportOf('rolled-back-cancelled');
    expect(affectedText(report)).toBe('no harm to users was seen');
    const steps = report.steps.map((step) => ({ ...step, canary: null, stable: null }));
    expect(affectedText({ ...report, evidence: [], steps })).toBe('not yet counted');
  });

  it('is no question for a release that goes on, or that reached nobody', () => {
    expect(affectedBy(reportOf('promoted'))).toBeUndefined();
    expect(affectedBy(reportOf('problems'))).toBeUndefined();
  });
});

describe('a release that probes decided', () => {
  const report = reportOf('rolled-back-logs');
  const failed = {
    ...findingIn(report),
    ...{ source: { kind: 'probes' }, canary: { requests: 20, events: 20 } },
  } as Finding;
  const probed: Report = {
    ...report,
    cause: { kind: 'probes', evidence: [failed] } as unknown as Report['cause'],
    evidence: [failed, ...report.evidence.filter(({ source }) => source.kind !== 'errors')],
    impact: undefined,
  };

  it('has no figure of users from probes', () => {
    expect(ratesOf(probed).canary).not.toEqual({ requests: 20, errors: 20 });
    expect(ratesOf(probed).when).not.toBe('until the decision');
  });

  it('has no user who was affected by the probes that its logs show', () => {
    expect(affectedBy({ ...report, impact: undefined })).toMatchObject({ by: 'logs' });
    expect(affectedBy(probed)).toEqual({ kind: 'none-seen' });
  });
});

describe('the end of the log', () => {
  it('says no weight at which nothing was counted, and how much is still served', () => {
    const nothing = { series: undefined, impact: undefined, broke: undefined };
    const report = { ...reportOf('held'), ...nothing, steps: [], evidence: [], cause: undefined };
    expect(closingBlock({ ...report, outcome: 'failed', weight: 5 }).slice(1)).toEqual([
      '  Version 8  not yet counted',
      '  Version 7  not yet counted',
      '  Weight     5% of the traffic',
    ]);
  });

  it('has the outcome and three numbers, each in a line that fits', () => {
    expect(closingBlock(reportOf('rolled-back-errors')).join('\n')).toMatchInlineSnapshot(`
"↩️ Rolled back: orders 7 → 8 on orders-api/prod
  Version 8  failed 29 of 2,083 (1.4%), counted until the decision
  Version 7  failed 44 of 10,813 (0.41%)
  Affected   about 44 requests failed because of it"
`);
    expect(closingBlock(reportOf('promoted')).join('\n')).toMatchInlineSnapshot(`
"✅ Promoted: orders 7 → 8 on orders-api/prod
  Version 8  failed 52 of 11,931 (0.44%), counted in the comparison
  Version 7  failed 80 of 20,775 (0.39%)
  Took       30m in all"
`);
    for (const report of exhibits.values()) {
      const lines = closingBlock(report);
      expect(lines).toHaveLength(report.weights.length > 0 ? 4 : 0);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});
