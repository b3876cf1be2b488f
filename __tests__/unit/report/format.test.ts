import { describe, expect, it } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { shownVerdict } from '../../../src/analysis/evidence.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { renderComment } from '../../../src/report/comment-body.ts';
import {
  bar,
  clockTime,
  count,
  dateTime,
  describePhase,
  errorRate,
  formatTotals,
} from '../../../src/report/format.ts';
import { advise, describeTraffic } from '../../../src/report/outcomes.ts';
import { type ProgressLine, renderProgressLine } from '../../../src/report/progress-line.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { repairCommands } from '../../../src/targets/stage/repair-commands.ts';
import { makeRecord, PLAN, STAGE_RECORD } from '../rollout/rollout-fixture.ts';
import { BEGAN, REPORTS } from './report-fixture.ts';

const render = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

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

describe('the line of a check', () => {
  it('contains step, weight, time left, counts and verdict', () => {
    expect(renderProgressLine(LOOK)).toMatchInlineSnapshot(
      `"16:01:05  step 1/2    ▓░░░░░░░░░     5%  3m55s left      canary     1,204 req      5 failed  0.42%  stable    23,010 req      0 failed     0%  –                     nothing compared yet"`,
    );
    expect(renderProgressLine({ ...LOOK, canary: { requests: 0, errors: 0 } })).toContain(
      'canary no requests yet',
    );
  });

  it('does not show counts that could not be read as none, nor in other columns', () => {
    const line = renderProgressLine({ ...LOOK, canary: null });
    expect(line).toContain('canary not read ');
    expect(line.indexOf('stable')).toBe(renderProgressLine(LOOK).indexOf('stable'));
  });

  it('keeps the columns of the previous line, however the numbers grow', () => {
    const finding = (ratio: number, low: number, high: number) =>
      ({
        source: { kind: 'errors' },
        verdict: 'healthy',
        comparison: { ratio },
        interval: { low, high },
        reading: { nats: 0, threshold: 5 },
      }) as unknown as Finding;
    const lines = [
      LOOK,
      { ...LOOK, canary: { requests: 0, errors: 0 }, stable: { requests: 7, errors: 7 } },
      {
        ...LOOK,
        where: 'step 50/50',
        weight: 12.25,
        secondsLeft: 107_999,
        compared: [finding(1.2, 0.53, 2.5)],
      },
      {
        ...LOOK,
        where: 'bake',
        weight: 100,
        canary: { requests: 1_204_117, errors: 148 },
        compared: [finding(0.0123, 0.011, 12.5)],
      },
      {
        ...LOOK,
        where: 'bake',
        weight: 0.01,
        secondsLeft: 0,
        stable: { requests: 999_999, errors: 99_999 },
      },
    ].map(renderProgressLine);
    for (const column of [/canary/, /stable/, /nothing compared|not worse/]) {
      expect(new Set(lines.map((line) => line.search(column))).size).toBe(1);
    }
  });

  it('counts the alarms, and names the first that is not healthy', () => {
    const alarms = [
      { source: { kind: 'alarm', name: 'a' }, verdict: 'healthy', detail: { kind: 'alarm-ok' } },
      {
        source: { kind: 'alarm', name: 'b' },
        verdict: 'failing',
        detail: { kind: 'alarm-fired', reason: '12 > 5' },
      },
      {
        source: { kind: 'alarm', name: 'c' },
        verdict: 'failing',
        detail: { kind: 'alarm-fired', reason: '6 > 5' },
      },
    ] as const;
    const line = renderProgressLine({ ...LOOK, verdict: 'failing', deciding: alarms, alarms });
    expect(line).toMatch(/ {2}alarms 1\/3 ok {2}failing: alarm b: in ALARM: 12 > 5 \(\+1\)$/);
  });

  it.each<[Partial<Finding>, RegExp]>([
    [{}, / {2}errors: not enough to decide \(evidence 60%\)$/],
    [{ reading: { nats: 0, threshold: 5, failing: false } }, / {2}no sign of harm, not enough to/],
    [{ verdict: 'healthy' }, / {2}not worse$/],
    [{ verdict: 'failing' }, / {2}errors: worse, which does not decide$/],
    [{ canary: { requests: 0, events: 0 } }, / {2}nothing to compare yet$/],
  ])('says what was seen and whether it is enough: %j', (parts, words) => {
    const finding: Finding = {
      source: { kind: 'errors' },
      verdict: 'inconclusive',
      canary: { requests: 20, events: 4 },
      stable: { requests: 209, events: 0 },
      comparison: { ratio: Infinity, difference: 0.2, excessEvents: 4, stableRate: 0 },
      interval: undefined,
      reading: { nats: 3, threshold: 5, failing: false },
      safe: { nats: 0, threshold: 3 },
      failingSince: undefined,
      ...parts,
    };
    const line = renderProgressLine({ ...LOOK, compared: [finding] });
    expect(line).toMatch(words);
    expect(line).not.toContain('healthy');
  });

  it('states that nothing is checked, instead of healthy, if nothing is', () => {
    const line = renderProgressLine({ ...LOOK, verdict: shownVerdict([], []), deciding: [] });
    expect(line).toMatch(/ {2}inconclusive: no checks in this phase$/);
  });
});

describe('formatting', () => {
  it.each([
    [0, 100, '0%'],
    [1, 3, '33%'],
    [5, 1204, '0.42%'],
    [12, 100, '12%'],
    [1, 1_000_000, '0.0001%'],
    [0, 0, '–'],
    [100, 100, '100%'],
  ])('%d of %d failed: %s', (errors, requests, words) => {
    expect(errorRate({ requests, errors })).toBe(words);
  });

  it('covers counts, bars and times', () => {
    expect(count(1_234_567)).toBe('1,234,567');
    expect([0, 4, 5, 50, 100, 250, -3].map((p) => bar(p))).toEqual([
      '░░░░░░░░░░',
      '▓░░░░░░░░░',
      '▓░░░░░░░░░',
      '▓▓▓▓▓░░░░░',
      '▓▓▓▓▓▓▓▓▓▓',
      '▓▓▓▓▓▓▓▓▓▓',
      '░░░░░░░░░░',
    ]);
    expect(clockTime(BEGAN)).toBe('16:00:00 UTC');
    expect(dateTime(BEGAN)).toBe('2025-11-24 16:00 UTC');
    expect(formatTotals({ requests: 0, errors: 0 })).toBe('no requests');
    expect(formatTotals({ requests: 1, errors: 0 })).toBe('1 request, none failed');
    expect(formatTotals({ requests: 1204, errors: 5 })).toBe('1,204 requests, 5 failed (0.42%)');
    expect(describePhase({ kind: 'step', index: 1, since: 0 }, PLAN)).toBe('step 2/2');
    expect(describePhase({ kind: 'baking', since: 0 }, PLAN)).toBe('bake');
    const heldBack = { ...PLAN, heldBack: true } as const;
    expect(describePhase({ kind: 'step', index: 0, since: 0 }, heldBack)).toBe('step 1/1');
    expect(describePhase({ kind: 'step', index: 1, since: 0 }, heldBack)).toBe('bake');
  });
});

describe('an ending', () => {
  const functions = [{ name: 'orders', from: '7', to: '8' }];

  it('states which version serves traffic', () => {
    expect(describeTraffic({ kind: 'stable' }, functions)).toBe(
      'All traffic is served by the previous version (orders 7).',
    );
    expect(
      describeTraffic({ kind: 'split', weight: 0, where: 'a:live', most: 50 }, functions),
    ).toMatch(/^Up to 50% of the traffic is served by the canary/);
    expect(describeTraffic({ kind: 'split', weight: 12.5 }, functions)).toBe(
      '12.5% of the traffic is served by the canary (orders 8), the rest by the current version (orders 7).',
    );
    expect(describeTraffic({ kind: 'promoted', open: false }, [])).toBe(
      'All traffic is served by the new version.',
    );
    expect(describeTraffic({ kind: 'external', what: 'x' }, [])).toBe(
      'The state in AWS was changed outside this rollout: x. The share of traffic served by the new version is unknown.',
    );
    expect(describeTraffic({ kind: 'external', what: 'x', weight: 50 }, functions)).toBe(
      'The state in AWS was changed outside this rollout: x. 50% of the traffic is still served by orders 8, and it is not monitored.',
    );
    expect(describeTraffic({ kind: 'external', what: 'x', weight: 0 }, functions)).toBe(
      'The state in AWS was changed outside this rollout: x. No traffic is served by orders 8.',
    );
    expect(describeTraffic({ kind: 'external', what: 'x', canary: 'owned' }, functions)).toContain(
      'Its canary is still open, and it is not monitored.',
    );
    const seven = Array.from({ length: 7 }, (_, i) => ({ name: `f${i}`, from: '1', to: '2' }));
    expect(describeTraffic({ kind: 'stable' }, seven)).toContain(
      '(f0 1, f1 1, f2 1, f3 1, f4 1, …)',
    );
  });

  const context = {
    record: makeRecord({
      target: { ...STAGE_RECORD, variables: { url: 'https://x/?a=1', gone: null } },
    }),
    words: 'the stage "prod" of REST API a1b2c3d4e5',
    from: BEGAN,
    to: BEGAN + 300,
    untouched: false,
    trafficBack: false,
  };

  it('states what to do, or nothing if all is well', () => {
    expect(advise({ ...context, ending: { kind: 'promoted' } })).toEqual([]);
    const rolledBack = { ...context, ending: { kind: 'rolled-back' } as const };
    expect(advise(rolledBack).join()).toContain('Fix the problem and release again');
    expect(advise({ ...rolledBack, record: makeRecord({ functions: [] }) })[0]).toBe(
      "Check the canary's execution log between 16:00:00 UTC and 16:05:00 UTC.",
    );
    expect(advise({ ...context, ending: { kind: 'held' } }).join()).toContain(
      'on-unfinished: rollback',
    );
    expect(advise({ ...context, ending: { kind: 'failed' } })[0]).toContain(
      'To see the current state',
    );
    const nothingLeft = { ...context, untouched: true };
    expect(advise({ ...nothingLeft, ending: { kind: 'failed' } })[0]).toContain(
      'Only published versions are left',
    );
  });

  it.each<[string, TrafficState, RegExp]>([
    [
      'a weight that a run may set again',
      { kind: 'split', weight: 5 },
      /run the action again with command: rollout: .*shifts to 50% again/,
    ],
    [
      'any other weight',
      { kind: 'split', weight: 20 },
      /To continue, set 50% again, then run the action/,
    ],
    [
      'a canary of ours',
      { kind: 'external', what: 'x', canary: 'owned' },
      /To close what is left .*command: rollback/,
    ],
    [
      'nothing of ours',
      { kind: 'external', what: 'x' },
      /refused until its stored state is removed: .*command: rollback/,
    ],
  ])('names the options for %s that was left', (_, trafficState, says) => {
    const left = { phase: { kind: 'step', index: 1, since: BEGAN }, trafficState } as const;
    const advice = advise({ ...context, left, ending: { kind: 'failed' } });
    expect(advice.join(' ')).toMatch(says);
  });

  it('with a failed rollback gives commands that can be copied unchanged', () => {
    const stuck = { ...context, ending: { kind: 'stuck' } as const };
    const stage = { restApiId: 'a1b2c3d4e5', stageName: 'prod', region: 'eu-west-1' };
    const before = { ...STAGE_RECORD, variables: { version: '7', gone: null } };
    const functions = [{ name: 'orders', from: '7', to: '8' }];
    const commands = repairCommands(stage, before, undefined, functions);
    expect(commands).toEqual([
      'aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations op=remove,path=/canarySettings',
      'aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations op=replace,path=/deploymentId,value=old111 ' +
        'op=replace,path=/variables/version,value=7 op=remove,path=/variables/gone',
    ]);
    const report = { ...REPORTS.failed, advice: advise(stuck), commands };
    for (const text of [renderSummary(report), renderComment(report)]) {
      const [, block = ''] = /<pre><code>(.*?)\n<\/code><\/pre>/s.exec(render(text)) ?? [];
      expect(block.replaceAll('&quot;', '"').split('\n')).toEqual(commands);
    }
  });
});
