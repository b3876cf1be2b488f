import { describe, expect, it } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
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

describe('formatting', () => {
  it.each([
    [0, 100, '0%'],
    [1, 3, '33%'],
    [5, 1204, '0.42%'],
    [12, 100, '12%'],
    [1, 1_000_000, '0.0001%'],
    [1, 10_000_000, '<0.0001%'],
    [299, 300, '>99%'],
    [0, 0, '–'],
    [100, 100, '100%'],
  ])('%d of %d failed: %s', (errors, requests, words) => {
    expect(errorRate({ requests, errors })).toBe(words);
  });

  it('covers counts, bars and times', () => {
    expect(count(1_234_567)).toBe('1,234,567');
    expect([0, 1, 5, 10, 25, 100, 250, -3].map((p) => bar(p))).toEqual([
      '────────────────────',
      '━───────────────────',
      '━───────────────────',
      '━━──────────────────',
      '━━━━━───────────────',
      '━━━━━━━━━━━━━━━━━━━━',
      '━━━━━━━━━━━━━━━━━━━━',
      '────────────────────',
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
      const blocks = [...render(text).matchAll(/<pre><code>(.*?)\n<\/code><\/pre>/gs)];
      const lines = blocks.map(([, block = '']) => block.replaceAll('&quot;', '"').split('\n'));
      expect(lines).toContainEqual(commands);
    }
  });
});
