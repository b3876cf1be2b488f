// A report for each way in which a release can end: every format of it is complete and within GitHub's limits.
// `npm run verify -- report` checks their appearance in a browser.

import { describe, expect, it } from '@jest/globals';
import {
  COMMENT_LIMIT_BYTES,
  possibleCommands,
  renderComment,
} from '../../../src/report/comment-body.ts';
import { fileOf, renderJson } from '../../../src/report/files.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderSummary, SUMMARY_LIMIT_BYTES } from '../../../src/report/summary.ts';
import { parseComment } from '../../../src/rollout/comment-command.ts';
import { gallery } from '../../../verify/report/gallery.ts';
import { asOnGitHub } from '../../../verify/report/github-page.ts';
import { COMMIT } from '../../../verify/report/play.ts';
import { exactProblemsOf } from '../../support/report-validator.ts';

const exhibits = gallery();
const named = exhibits.map((exhibit) => [exhibit.name, exhibit.report] as const);
const reportOf = (name: string) => named.find(([n]) => n === name)![1];
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The rows of the picture, by their names. */
function pictureIn(summary: string): ReadonlyMap<string, string> {
  const [, block = ''] = /```\n(weight {2}.*?)\n```/s.exec(summary) ?? [];
  const rows = block.split('\n').map((row) => [row.slice(0, 8).trim(), row.slice(8)] as const);
  return new Map(rows.filter(([name]) => name !== ''));
}

describe('every ending', () => {
  it('has a picture of the weight and of both versions, if any traffic was shifted', () => {
    for (const [name, report] of named) {
      const rows = pictureIn(renderSummary(report));
      const names = report.weights.length > 0 ? ['weight', 'canary', 'stable'] : [];
      expect([name, [...rows.keys()]]).toEqual([name, names]);
      // As wide as a phone shows.
      for (const row of rows.values()) expect([...row].length).toBeLessThanOrEqual(28);
    }
  });

  it('has no line where nothing was counted', () => {
    const rows = pictureIn(renderSummary(reportOf('promoted')));
    // In the bake, stable has no traffic.
    expect(rows.get('stable')).toMatch(/^[▁-█]+·+$/);
    expect(rows.get('canary')).toMatch(/[▁-█]·+[▁-█]+·*$/);
    const { series: _, ...uncounted } = reportOf('promoted');
    const summary = renderSummary({ ...uncounted, series: undefined });
    expect(pictureIn(summary).get('canary')).toBeUndefined();
    expect(summary).toContain('(its requests are not yet counted by CloudWatch):');
  });

  it('tells 5% from 25% and 50%', () => {
    const weights = pictureIn(renderSummary(reportOf('promoted'))).get('weight') ?? '';
    expect([...new Set(weights)].join('')).toBe('▁▂▄█');
  });

  it('begins with an alert of one sentence that has the function, its version and the commit', () => {
    for (const [name, report] of named) {
      const summary = renderSummary(report);
      expect([name, summary.split('\n')[2]]).toEqual([
        name,
        expect.stringMatching(/^> \[!(NOTE|TIP|WARNING|CAUTION)\]$/),
      ]);
      const sentence = summary.split('\n')[3] ?? '';
      if (report.weights.length === 0) continue;
      expect([name, sentence]).toEqual([
        name,
        expect.stringContaining(`[\`${COMMIT.slice(0, 7)}\`]`),
      ]);
      if (report.functions.length === 1) expect(sentence).toContain('`orders` version 8');
    }
    expect(renderSummary(reportOf('rolled-back-errors')).split('\n')[3]).toMatchInlineSnapshot(
      `"> \`orders\` version 8 (commit [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4)) was rolled back after 13m: until the decision, it failed 29 of 2,083 requests (1.4%), against 44 of 10,813 (0.41%) on version 7."`,
    );
    expect(renderSummary(reportOf('rolled-back-alarm')).split('\n')[3]).toMatchInlineSnapshot(
      `"> Alarm orders\\-5xx fired while \`orders\` version 8 (commit [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4)) had 25% of the traffic: rolled back after 8m."`,
    );
    expect(renderSummary(reportOf('rolled-back-logs')).split('\n')[3]).toMatchInlineSnapshot(
      `"> \`orders\` version 8 (commit [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4)) was rolled back after 13m: until the decision, it failed 204 of 2,083 requests (9.8%), against 44 of 10,813 (0.41%) on version 7; its new failures are on \`POST /orders\`."`,
    );
    expect(renderSummary(reportOf('promoted')).split('\n')[3]).toMatchInlineSnapshot(
      `"> \`orders\` version 8 (commit [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4)) takes all traffic after 25m; it failed 52 of 11,931 requests (0.44%), against 80 of 20,775 (0.39%) on version 7: no sign of harm, not enough to rule it out."`,
    );
    expect(renderSummary(reportOf('held')).split('\n')[3]).toMatchInlineSnapshot(
      `"> \`orders\` version 8 (commit [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4)) keeps 25% of the traffic: Both versions fail more often than before the rollout \\(canary 6.1%, stable 5.9%, before 0.4%\\): the weight is held until someone has investigated."`,
    );
  });

  it.each(named)('%s: a file that is what its schema says,', (_, report) => {
    expect(exactProblemsOf(fileOf(report))).toEqual([]);
    expect(bytes(renderJson(report))).toBeLessThan(200_000);
  });

  it.each(named)(
    '%s: faces within the limits, without a hole, and nothing cut by GitHub',
    (_, report) => {
      const [summary, comment] = [renderSummary(report), renderComment(report)];
      expect(bytes(summary)).toBeLessThan(SUMMARY_LIMIT_BYTES / 10);
      expect(bytes(comment)).toBeLessThan(COMMENT_LIMIT_BYTES / 10);
      for (const text of [summary, comment]) {
        const html = asOnGitHub(text);
        expect(html).not.toMatch(/undefined|NaN|\[object|Infinity|→\s*<\//);
        expect(html).not.toMatch(/<\/?(script|style|iframe)/);
      }
    },
  );
});

describe('the questions after a rollback', () => {
  it('are answered: what, impact, since when, what to do, where to find details', () => {
    const summary = renderSummary(reportOf('rolled-back-errors'));
    expect(summary).toMatch(/\*\*Errors ×\d.*on version 8\.\*\*/);
    expect(summary).toMatch(/\*\*About \d+ requests failed\*\* .*since 16:0[789] UTC/);
    expect(summary).toContain('| filter @logStream like /\\[(8)\\]/');
    expect(summary).toContain('https://eu-west-1.console.aws.amazon.com/cloudwatch/home');
    expect(summary).toContain('[stage prod](https://eu-west-1.console.aws.amazon.com/apigateway');
    expect(summary).toContain('alarmsV2:alarm/orders-5xx');
  });

  it('are about slow requests if requests were slow', () => {
    const summary = renderSummary(reportOf('rolled-back-latency'));
    expect(summary).toMatch(/\*\*Slow responses ×\d.*on version 8\.\*\*/);
    expect(summary).toMatch(/\*\*About \d+ requests took longer\*\*/);
    expect(summary).toContain('| sort @duration desc');
  });

  it.each([
    ['rolled-back-alarm', 'Alarm orders\\-5xx fired'],
    ['rolled-back-hook', 'The step hook failed'],
  ])('%s says why in a few words', (name, words) => {
    expect(renderSummary(reportOf(name))).toContain(`**${words}.**`);
    expect(renderComment(reportOf(name))).toContain(`**${words}.**`);
  });

  it('are not about the new version after a cancellation', () => {
    expect(reportOf('rolled-back-cancelled').impact).toBeUndefined();
    expect(renderSummary(reportOf('rolled-back-cancelled'))).toContain(
      'Cancelled, rolled back after 3m',
    );
  });
});

describe('a request of a user', () => {
  it('is shown with its result and in the timeline', () => {
    const summary = renderSummary(reportOf('rolled-back-comment'));
    expect(summary).toContain('| 16:02:00 | hubot | 👎 | noted; it does not affect the rollout |');
    expect(summary).toContain(
      '| 16:03:00 | mona | `/canary rollback` | will be rolled back immediately |',
    );
    expect(summary).toContain(
      '| 16:03:00 | 🗣️ /canary rollback by mona: will be rolled back immediately |',
    );
    expect(renderSummary(reportOf('promoted'))).not.toContain('Commands from comments');
  });
});

describe('the commands that a comment offers', () => {
  const offered = (name: string) =>
    /`\/canary ([^`]+)`/.exec(renderComment(reportOf(name)))?.[1]?.split(' | ') ?? [];

  it.each([
    ['running', ['pause', 'promote', 'rollback']],
    ['paused', ['resume', 'promote', 'rollback']],
    ['held', ['pause', 'promote', 'rollback']],
    ['promoted', []],
    ['rolled-back-comment', []],
    ['stuck', []],
    ['planned', []],
  ])('%s: %j', (name, commands) => {
    expect(offered(name)).toEqual(commands);
  });

  it('match the state of the rollout: running or paused', () => {
    expect(renderComment(reportOf('running'))).toContain('Next: 50%, not before');
    expect(renderComment(reportOf('paused'))).toContain('Paused: the weight stays the same');
    expect(renderComment(reportOf('paused'))).not.toContain('Next:');
  });

  it('are those that are possible in the bake, and none without a pull request', () => {
    const running = reportOf('running');
    const baking = { ...running, open: { ...running.open!, phase: 'bake', step: undefined } };
    expect(possibleCommands(baking)).toEqual(['rollback']);
    expect(possibleCommands({ ...running, pull: undefined })).toEqual([]);
  });

  it.each(named)('%s: the comment of the action is never a command', (_, report) => {
    expect(parseComment(renderComment(report)).kind).toBe('none');
  });
});

describe('what was released', () => {
  const report = reportOf('promoted');
  const [before, after] = report.versions;
  const summaryOf = (versions: Report['versions']) => renderSummary({ ...report, versions });
  const compare = `https://github.com/octo-org/orders/compare/${'b81d0e7766554433221100ffeeddccbbaa998877'}...${COMMIT}`;

  it('links what changed since the previous version, and names commit and code', () => {
    expect(renderSummary(report)).toContain(
      `version 7 → 8 · of [\`3f9c2ab\`](https://github.com/octo-org/orders/commit/${COMMIT}) · what changed: [\`b81d0e7…3f9c2ab\`](${compare}) · code \`kkk8fPq3nD2m…\``,
    );
    expect(renderComment(report)).toContain(`[\`b81d0e7…3f9c2ab\`](${compare})`);
  });

  it.each([
    ['is not known', { ...before!, description: 'nightly build' }],
    ['is of another repository', { ...before!, description: `evil-org/orders@${COMMIT}, after 6` }],
    [
      'only looks like one',
      { ...before!, description: 'octo-org/orders@3f9c2ab)[x](https://e.com, after 6' },
    ],
    ['could not be read', undefined],
  ])('has no such link where the commit of the previous version %s', (_, stable) => {
    const versions = [...(stable ? [stable] : []), after!];
    expect(summaryOf(versions)).not.toContain('/compare/');
    expect(renderComment({ ...report, versions })).not.toContain('/compare/');
    expect(renderComment({ ...report, versions })).toContain(`/commit/${COMMIT}`);
  });

  it('shows the description of a version published outside the action as plain text', () => {
    const summary = summaryOf([{ ...after!, description: '<b>@octocat</b> | [x](https://e.com)' }]);
    expect(summary).toContain(
      '“&lt;b&gt;@\u200boctocat&lt;/b&gt; \\| \\[x\\]\\(https:\u200b//e.com\\)”',
    );
  });

  it('shows the changes once if all functions are from one commit', () => {
    const summary = renderSummary(reportOf('twenty-functions'));
    expect(summary.match(/\/compare\//g)).toHaveLength(1);
    expect(summary).toContain('- **What changed:** [`b81d0e7…3f9c2ab`]');
  });

  it('states that nothing changed if both are from one commit', () => {
    const summary = summaryOf([{ ...after!, version: '7' }, after!]);
    expect(summary).toContain('the same commit as before');
    expect(summary).not.toContain('/compare/');
  });
});

describe('the path of a rollout in one line', () => {
  const wayOf = (name: string) => /<br>(.*)/.exec(renderComment(reportOf(name)))?.[1];

  it.each([
    ['promoted', '✅ 5% → ✅ 25% → ✅ 50% → ✅ promotion → ✅ bake'],
    ['running', '✅ 5% → ⏳ 25% → 50% → promotion → bake'],
    ['rolled-back-errors', '✅ 5% → ❌ 25% → 50% → promotion → bake'],
    ['rolled-back-bake', '✅ 5% → ✅ 25% → ✅ 50% → ✅ promotion → ❌ bake'],
    ['held', '✅ 5% → ⏸️ 25% → 50% → promotion → bake'],
    ['unchanged', undefined],
    ['problems', undefined],
  ])('of one that is %s', (name, way) => {
    expect(wayOf(name)).toBe(way);
  });

  it('is shortened if there are very many steps', () => {
    expect(wayOf('thirty-hours')).toBe(
      '… → ✅ 78% → ✅ 81% → ✅ 84% → ✅ 87% → ✅ 90% → ✅ promotion → ✅ bake',
    );
  });
});
