import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { COMMENT_LIMIT_BYTES, renderComment } from '../../../src/report/comment-body.ts';
import { renderJson } from '../../../src/report/files.ts';
import { followUpOf } from '../../../src/report/follow-up.ts';
import { issueBody } from '../../../src/report/issue-text.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderSummary, SUMMARY_LIMIT_BYTES } from '../../../src/report/summary.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';
import { BEGAN, REPORT, REPORTS, TARGET } from './report-fixture.ts';

const render = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Text from outside, for every place where it can appear. */
const NASTY =
  '@octocat <img src=x onerror=alert(1)> [x](https://evil.example) ![p](//evil.example/p.png) ' +
  'www.evil.example | `a` | </td></table> <!-- --> #1 GH-2 $x$ \u2028 **b** ~~s~~ \\';

const nastyReport: Report = {
  ...REPORTS['rolled-back'],
  reason: NASTY,
  stands: NASTY,
  advice: [NASTY],
  problems: [NASTY],
  notes: [NASTY],
  people: [{ at: BEGAN, login: NASTY, asked: 'pause', result: NASTY }],
  versions: [{ ...REPORT.versions[1]!, description: NASTY, codeSha256: NASTY }],
  evidence: [
    {
      source: { kind: 'metric', name: NASTY },
      verdict: 'failing',
      detail: { kind: 'unreadable', why: NASTY },
    },
  ],
  broke: {
    requests: { canary: 10, stable: 90 },
    kinds: Array.from({ length: 7 }, () => ({
      ...{ route: NASTY, functionName: NASTY, errorType: NASTY, location: NASTY },
      ...{ canary: 1, stable: 0, firstSeen: BEGAN, novelty: 'new' as const, newest: true as const },
      samples: [NASTY],
    })),
    more: 0,
  },
  timeline: [{ at: BEGAN, kind: 'note', what: NASTY }],
  source: { ...REPORT.source, title: NASTY, actor: NASTY },
  target: stageReport({ ...TARGET, apiName: NASTY }),
};

describe('text from outside', () => {
  const allowed = [
    /^<\/?(h[23]|p|strong|ul|li|table|thead|tbody|tr|th|td|code|pre|details|summary|blockquote)>$/,
    /^<br>$|^<\/a>$/,
    /^<a href="https:\/\/github\.com\/octo-org\/orders\/(actions\/runs\/7000000001|commit\/[0-9a-f]{40}|compare\/[0-9a-f]{40}\.\.\.[0-9a-f]{40})">$/,
    /^<a href="https:\/\/eu-west-1\.console\.aws\.amazon\.com\/[\w/?=&;#:~()'*$.-]+">$/,
    /^<!-- canary-action (rollback )?eu-west-1\/a1b2c3d4e5\/prod( [0-9a-f]{40})? -->$/,
    /^<a href="https:\/\/github\.com\/org\/canary-action\/blob\/v1\/docs\/troubleshooting\.md#[a-z-]+">$/,
  ];
  const renderIssue = (report: Report) => {
    const followUp = followUpOf({
      ...{ ...report, outcome: 'rolled-back', reason: NASTY },
      cause: { kind: 'hook', evidence: [] },
    });
    if (followUp?.kind !== 'rejected') throw new Error('there is no issue');
    const commits = [{ sha: 'a'.repeat(40), title: NASTY, author: NASTY }];
    const author = { name: NASTY, login: undefined };
    return issueBody(followUp, { commits, more: 3, author });
  };

  it.each([
    ['the job summary', renderSummary],
    ['the comment', (report: Report) => renderComment(report)],
    ['the issue after a rollback', renderIssue],
  ] as const)('is but text in %s', (_, renderIt) => {
    const html = render(renderIt(nastyReport));
    expect(
      (html.match(/<[^>]*>/g) ?? []).filter((tag) => !allowed.some((form) => form.test(tag))),
    ).toEqual([]);
    const prose = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]*>/g, '');
    expect(prose).not.toMatch(/@octocat|#1\b|GH-2|www\.evil/);
    expect(prose).toContain('octocat');
  });

  it('does not change the shape of the tables', () => {
    const rows = (report: Report) => render(renderSummary(report)).match(/<t[rhd]\b/g)?.length;
    const plain = {
      ...nastyReport,
      evidence: [
        {
          source: { kind: 'alarm', name: 'a' },
          verdict: 'failing',
          detail: { kind: 'alarm-fired', reason: 'b' },
        },
      ] as const,
    };
    expect(rows(nastyReport)).toBe(
      rows({
        ...plain,
        timeline: [{ at: BEGAN, kind: 'note', what: 'x' }],
        source: REPORT.source,
        target: REPORT.target,
      }),
    );
  });
});

describe('a report that is too long for GitHub', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i}: ${'🦆 <&'.repeat(400)}`);

  it('is shortened in the summary, and points to the rest', () => {
    const summary = renderSummary({ ...REPORTS.failed, notes: many(2_000) });
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES);
    expect(bytes(summary)).toBeGreaterThan(SUMMARY_LIMIT_BYTES / 2);
    expect(summary).toMatch(
      /\*Shortened: the full report is in the file of the output `report`\.\*\n$/,
    );
    expect(summary).not.toContain('\uFFFD');
  });

  it('has twenty of its problems in the summary, and all of them in the file', () => {
    const report = {
      ...REPORTS.failed,
      problems: Array.from({ length: 50 }, (_, i) => `no ${i}.`),
    };
    const summary = renderSummary(report);
    expect(summary).toContain(
      '#preflight))\n- and 30 more\n\nThe rest is in the file of the output `report`.',
    );
    expect(summary).toContain('- no 19. ([`preflight`](');
    expect(JSON.parse(renderJson(report))).toMatchObject({ problems: report.problems });
    expect(renderSummary({ ...report, problems: report.problems.slice(0, 20) })).not.toContain(
      'The rest',
    );
  });

  it('is shortened in the comment, and points to the rest', () => {
    const comment = renderComment({ ...REPORTS.failed, advice: many(100) });
    expect(bytes(comment)).toBeLessThanOrEqual(COMMENT_LIMIT_BYTES);
    expect(comment).toContain(`*Shortened: see the [workflow run](${REPORT.source.runUrl}).*`);
    expect(comment.startsWith('<!-- canary-action')).toBe(true);
  });

  it('never exceeds the limits, whatever it contains', () => {
    const text = fc.string({ unit: 'binary', maxLength: 3_000 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 60 }), (reason, texts) => {
        const report = { ...REPORTS.failed, reason, advice: texts, problems: texts, notes: texts };
        expect(bytes(renderComment(report))).toBeLessThanOrEqual(COMMENT_LIMIT_BYTES);
        expect(bytes(renderSummary(report))).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES);
      }),
      { numRuns: 20 },
    );
  });
});

describe('every report', () => {
  it('has no missing values in its text', () => {
    for (const report of [...Object.values(REPORTS), nastyReport]) {
      for (const text of [renderSummary(report), renderComment(report)]) {
        const prose = render(text)
          .replace(/<code>.*?<\/code>/gs, 'code')
          .replace(/<[^>]*>/g, '');
        expect(prose).not.toMatch(/undefined|NaN|\[object|^\s*\||→\s*$/m);
      }
    }
  });
});
