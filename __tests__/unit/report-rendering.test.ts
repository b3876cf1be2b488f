import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { COMMENT_LIMIT_BYTES, commentMarker, renderComment } from '../../src/report/comment.ts';
import { advise, standsInWords } from '../../src/report/endings.ts';
import { type LookLine, renderLookLine } from '../../src/report/look-line.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSummary, SUMMARY_LIMIT_BYTES } from '../../src/report/summary.ts';
import {
  bar,
  clockTime,
  count,
  dateTime,
  errorRate,
  phaseInWords,
  totalsInWords,
} from '../../src/report/words.ts';
import { mendCommands } from '../../src/rollout/mend.ts';
import { BEGAN, REPORT, REPORTS, TARGET } from './report-fixture.ts';
import { makeRecord, STAGE_RECORD } from './rollout-fixture.ts';

const render = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('the job summary', () => {
  it('of a promoted release', () => {
    expect(renderSummary(REPORTS.promoted)).toMatchInlineSnapshot(`
"## ✅ Promoted: \`orders\` 7 → 8 on \`orders-api/prod\`

**The canary went through all its steps and the bake.**

All traffic is served by what was released \\(orders 8\\).

### What was released

|  |  |
| --- | --- |
| Commit | \`0123456\` Round prices up by octocat |
| Run | [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) |
| REST API | \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\` |
| Deployment | \`old111\` → \`new222\` |
| Function \`orders\` | version 7 → 8 |
| Time | 2025-11-24 16:00 UTC, 20m |

### Steps

| Step | Weight | Held | Canary requests | failed | Stable requests | failed |
| --- | --- | --- | --- | --- | --- | --- |
| ▓░░░░░░░░░ 5% | 5% | 5m of 5m | 1,204 | 5 (0.42%) | 23,010 | 80 (0.35%) |
| ▓▓▓▓▓░░░░░ 50% | 50% | 10m of 10m | 24,001 | 0 (0%) | 23,999 | 0 (0%) |
| ▓▓▓▓▓▓▓▓▓▓ bake | 100% | 5m of 5m | 0 | 0 (–) | 0 | 0 (–) |

### Evidence at the end

| Witness | Verdict | Says |
| --- | --- | --- |
| alarm orders\\-5xx | 🟢 healthy | OK |
| canary traffic | 🟢 healthy | 1204 requests counted, 5 failed |

### Timeline

| Time | What |
| --- | --- |
| 16:00:00 UTC | shifted 5% to the canary |
| 16:15:00 UTC | promoted: all traffic goes to the new version |
"
`);
  });

  it('of a release that was rolled back', () => {
    expect(renderSummary(REPORTS['rolled-back'])).toMatchInlineSnapshot(`
"## ↩️ Rolled back: \`orders\` 7 → 8 on \`orders-api/prod\`

**alarm orders\\-5xx: in ALARM: Threshold Crossed: 1 datapoint \\[12.0\\] was greater than the threshold \\(5.0\\); rolled back 2m after the first shift**

All traffic is served by what stood before \\(orders 7\\).

### What to do

- Look into the logs /aws/lambda/orders \\(version 8\\) between 16:00:00 UTC and 16:05:00 UTC.

### What was tried

|  |  |
| --- | --- |
| Commit | \`0123456\` Round prices up by octocat |
| Run | [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) |
| REST API | \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\` |
| Deployment | \`old111\` |
| Function \`orders\` | version 7 → 8 |
| Time | 2025-11-24 16:00 UTC, 20m |

### Steps

| Step | Weight | Held | Canary requests | failed | Stable requests | failed |
| --- | --- | --- | --- | --- | --- | --- |
| ▓░░░░░░░░░ 5% | 5% | 5m of 5m | 1,204 | 5 (0.42%) | 23,010 | 80 (0.35%) |

Counted by the functions’ versions: the gateway showed no series of its own for the canary.

### Evidence at the end

| Witness | Verdict | Says |
| --- | --- | --- |
| alarm orders\\-5xx | 🔴 failing | in ALARM: 12 &gt; 5 |

### Timeline

| Time | What |
| --- | --- |
| 16:00:00 UTC | shifted 5% to the canary |
"
`);
  });

  it('of a release that is held', () => {
    expect(renderSummary(REPORTS.held)).toMatchInlineSnapshot(`
"## ⏸️ Held: \`orders\` 7 → 8 on \`orders-api/prod\`

**inconclusive: canary traffic: none counted in this step yet**

5% of the traffic is served by the canary \\(orders 8\\), the rest by what stood before \\(orders 7\\).

### What to do

- Run the action again to go on from here: it takes this rollout over.

### What is held

|  |  |
| --- | --- |
| Commit | \`0123456\` Round prices up by octocat |
| Run | [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) |
| REST API | \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\` |
| Deployment | \`old111\` |
| Function \`orders\` | version 7 → 8 |
| Time | 2025-11-24 16:00 UTC, 20m |

### Steps

| Step | Weight | Held | Canary requests | failed | Stable requests | failed |
| --- | --- | --- | --- | --- | --- | --- |
| ▓░░░░░░░░░ 5% | 5% | 5m of 5m | 1,204 | 5 (0.42%) | 23,010 | 80 (0.35%) |

### Evidence at the end

| Witness | Verdict | Says |
| --- | --- | --- |
| canary traffic | 🟡 inconclusive | none counted in this step yet |

### Timeline

| Time | What |
| --- | --- |
| 16:00:00 UTC | shifted 5% to the canary |
"
`);
  });

  it('of nothing to release', () => {
    expect(renderSummary(REPORTS.unchanged)).toMatchInlineSnapshot(`
"## ⚪ Unchanged: \`orders\` 7 → 7 on \`orders-api/prod\`

**There is nothing to release: code and configuration are those of the version that the stage serves.**

All traffic is served by what stood before \\(orders 7\\).

### What stands

|  |  |
| --- | --- |
| Commit | \`0123456\` Round prices up by octocat |
| Run | [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) |
| REST API | \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\` |
| Deployment | \`old111\` |
| Function \`orders\` | version 7 → 7 |
| Time | 2025-11-24 16:00 UTC, 20m |
"
`);
  });

  it('of a release that was refused', () => {
    expect(renderSummary(REPORTS.failed)).toMatchInlineSnapshot(`
"## ❌ Failed: \`a1b2c3d4e5/prod\`

**Stopped before anything was shifted, by 2 problems.**

No user was served anything new.

### Problems

- alarms: there is no alarm "orders\\-5xx" in eu\\-west\\-1
- functions: there is no function "orders" in eu\\-west\\-1

### What was asked for

|  |  |
| --- | --- |
| Commit | \`0123456\` Round prices up by octocat |
| Run | [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) |
| REST API | \`a1b2c3d4e5\`, stage \`prod\`, \`eu-west-1\` |
| Time | 2025-11-24 16:00 UTC, 20m |

### Notes

- the steps and the bake take 20m
"
`);
  });
});

describe('the comment', () => {
  it('of a canary in progress', () => {
    expect(renderComment(REPORTS.running)).toMatchInlineSnapshot(`
"<!-- canary-action a1b2c3d4e5/prod -->

### 🐤 Canary in progress: \`orders\` 7 → 8 on \`orders-api/prod\`

▓░░░░░░░░░ 5% of the traffic on the new version

5% of the traffic is served by the canary \\(orders 8\\), the rest by what stood before \\(orders 7\\).

| at 5% | requests | failed | rate |
| --- | --- | --- | --- |
| canary | 1,204 | 5 | 0.42% |
| stable | 23,010 | 80 | 0.35% |

Next: 50%, not before 16:05:00 UTC

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · \`0123456\` · 16:02:00 UTC"
`);
  });

  it('of a promoted release', () => {
    expect(renderComment(REPORTS.promoted)).toMatchInlineSnapshot(`
"<!-- canary-action a1b2c3d4e5/prod -->

### ✅ Promoted: \`orders\` 7 → 8 on \`orders-api/prod\`

▓▓▓▓▓▓▓▓▓▓ 100% of the traffic on the new version

The canary went through all its steps and the bake.

| at 50% | requests | failed | rate |
| --- | --- | --- | --- |
| canary | 24,001 | 0 | 0% |
| stable | 23,999 | 0 | 0% |

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · \`0123456\` · 16:20:00 UTC"
`);
  });

  it('of a release that was rolled back', () => {
    expect(renderComment(REPORTS['rolled-back'])).toMatchInlineSnapshot(`
"<!-- canary-action a1b2c3d4e5/prod -->

### ↩️ Rolled back: \`orders\` 7 → 8 on \`orders-api/prod\`

░░░░░░░░░░ 0% of the traffic on the new version

alarm orders\\-5xx: in ALARM: Threshold Crossed: 1 datapoint \\[12.0\\] was greater than the threshold \\(5.0\\); rolled back 2m after the first shift

| at 5% | requests | failed | rate |
| --- | --- | --- | --- |
| canary | 1,204 | 5 | 0.42% |
| stable | 23,010 | 80 | 0.35% |

- Look into the logs /aws/lambda/orders \\(version 8\\) between 16:00:00 UTC and 16:05:00 UTC.

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · \`0123456\` · 16:20:00 UTC"
`);
  });

  it('of a release that was refused', () => {
    expect(renderComment(REPORTS.failed)).toMatchInlineSnapshot(`
"<!-- canary-action a1b2c3d4e5/prod -->

### ❌ Failed: \`a1b2c3d4e5/prod\`

░░░░░░░░░░ 0% of the traffic on the new version

Stopped before anything was shifted, by 2 problems.

- alarms: there is no alarm "orders\\-5xx" in eu\\-west\\-1

- functions: there is no function "orders" in eu\\-west\\-1

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · \`0123456\` · 16:20:00 UTC"
`);
  });

  it('begins with its marker, whatever the outcome', () => {
    for (const report of Object.values(REPORTS)) {
      expect(renderComment(report).split('\n')[0]).toBe('<!-- canary-action a1b2c3d4e5/prod -->');
    }
    expect(commentMarker('a/b--')).toBe('<!-- canary-action a/b-- -->');
  });

  it('says what comes next while it goes on', () => {
    const [first, second, bake] = REPORT.steps;
    const at = (steps: Report['steps']) => renderComment({ ...REPORTS.running, steps });
    expect(at([first!])).toContain('Next: 50%, not before 16:05:00 UTC');
    expect(at([first!, second!])).toContain('Next: promotion, not before 16:15:00 UTC');
    expect(at([first!, second!, bake!])).toContain('Watched on until 16:20:00 UTC (5m)');
    expect(renderComment(REPORT)).not.toContain('Next:');
  });
});

/** Commands to mend with, and a stranger's text in every place where one can stand. */
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
  evidence: [{ witness: NASTY, verdict: 'failing', says: NASTY }],
  timeline: [{ at: BEGAN, what: NASTY }],
  source: { ...REPORT.source, title: NASTY, actor: NASTY },
  target: { ...TARGET, apiName: NASTY },
};

describe("a stranger's text", () => {
  const allowed =
    /^<\/?(h[23]|p|strong|ul|li|table|thead|tbody|tr|th|td|code|pre)>$|^<a href="https:\/\/github\.com\/octo-org\/orders\/actions\/runs\/7000000001">$|^<\/a>$|^<!-- canary-action a1b2c3d4e5\/prod -->$/;

  it.each([
    ['the job summary', renderSummary],
    ['the comment', renderComment],
  ] as const)('is but text in %s', (_, renderIt) => {
    const html = render(renderIt(nastyReport));
    expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !allowed.test(tag))).toEqual([]);
    const prose = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]*>/g, '');
    expect(prose).not.toMatch(/@octocat|#1\b|GH-2|www\.evil/);
    expect(prose).toContain('octocat');
  });

  it('does not change the shape of the tables', () => {
    const rows = (report: Report) => render(renderSummary(report)).match(/<t[rhd]\b/g)?.length;
    const plain = {
      ...nastyReport,
      evidence: [{ witness: 'a', verdict: 'failing', says: 'b' }] as const,
    };
    expect(rows(nastyReport)).toBe(
      rows({
        ...plain,
        timeline: [{ at: BEGAN, what: 'x' }],
        source: REPORT.source,
        target: REPORT.target,
      }),
    );
  });
});

describe('a report that is too long for GitHub', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i}: ${'🦆 <&'.repeat(400)}`);

  it('is shortened in the summary, and says where the rest is', () => {
    const summary = renderSummary({ ...REPORTS.failed, problems: many(2_000) });
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES);
    expect(bytes(summary)).toBeGreaterThan(SUMMARY_LIMIT_BYTES / 2);
    expect(summary).toMatch(
      /\*Shortened: the whole report is in the file of the output `report`\.\*\n$/,
    );
    expect(summary).not.toContain('\uFFFD');
  });

  it('is shortened in the comment, and says where the rest is', () => {
    const comment = renderComment({ ...REPORTS.failed, advice: many(100) });
    expect(bytes(comment)).toBeLessThanOrEqual(COMMENT_LIMIT_BYTES);
    expect(comment).toContain(`*Shortened: see the [workflow run](${REPORT.source.runUrl}).*`);
    expect(comment.startsWith('<!-- canary-action')).toBe(true);
  });

  it('never passes the limits, whatever it holds', () => {
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

const LOOK: LookLine = {
  at: BEGAN + 65,
  where: 'step 1/2',
  weight: 5,
  secondsLeft: 235,
  canary: { requests: 1204, errors: 5 },
  stable: { requests: 23_010, errors: 0 },
  verdict: 'healthy',
  decisive: [],
  alarms: [],
};

describe('the line of a look', () => {
  it('holds step, weight, time left, counts and verdict', () => {
    expect(renderLookLine(LOOK)).toMatchInlineSnapshot(
      `"16:01:05  step 1/2   ▓░░░░░░░░░     5%  3m55s left     canary 1,204 req, 5 failed (0.42%)  stable 23,010 req, 0 failed (0%)  healthy"`,
    );
    expect(renderLookLine({ ...LOOK, canary: { requests: 0, errors: 0 } })).toContain(
      'canary no requests yet',
    );
  });

  it('counts the alarms, and names the first that speaks', () => {
    const alarms = [
      { witness: 'alarm a', verdict: 'healthy', says: 'OK' },
      { witness: 'alarm b', verdict: 'failing', says: 'in ALARM: 12 > 5' },
      { witness: 'alarm c', verdict: 'failing', says: 'in ALARM: 6 > 5' },
    ] as const;
    const line = renderLookLine({ ...LOOK, verdict: 'failing', decisive: alarms, alarms });
    expect(line).toMatch(/ {2}alarms 1\/3 ok {2}failing: alarm b: in ALARM: 12 > 5 \(\+1\)$/);
  });
});

describe('words', () => {
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

  it('for counts, bars and times', () => {
    expect(count(1_234_567)).toBe('1,234,567');
    expect([0, 4, 5, 50, 100, 250, -3].map((p) => bar(p))).toEqual([
      '░░░░░░░░░░',
      '░░░░░░░░░░',
      '▓░░░░░░░░░',
      '▓▓▓▓▓░░░░░',
      '▓▓▓▓▓▓▓▓▓▓',
      '▓▓▓▓▓▓▓▓▓▓',
      '░░░░░░░░░░',
    ]);
    expect(clockTime(BEGAN)).toBe('16:00:00 UTC');
    expect(dateTime(BEGAN)).toBe('2025-11-24 16:00 UTC');
    expect(totalsInWords({ requests: 0, errors: 0 })).toBe('no requests');
    expect(totalsInWords({ requests: 1, errors: 0 })).toBe('1 request, none failed');
    expect(totalsInWords({ requests: 1204, errors: 5 })).toBe('1,204 requests, 5 failed (0.42%)');
    expect(phaseInWords({ kind: 'step', index: 1, since: 0 }, 3)).toBe('step 2/3');
    expect(phaseInWords({ kind: 'baking', since: 0 }, 3)).toBe('bake');
  });
});

describe('an ending', () => {
  const functions = [{ name: 'orders', from: '7', to: '8' }];

  it('says who is served what', () => {
    expect(standsInWords({ kind: 'stable' }, functions)).toBe(
      'All traffic is served by what stood before (orders 7).',
    );
    expect(standsInWords({ kind: 'split', weight: 12.5 }, functions)).toBe(
      '12.5% of the traffic is served by the canary (orders 8), the rest by what stood before (orders 7).',
    );
    expect(standsInWords({ kind: 'promoted', open: false }, [])).toBe(
      'All traffic is served by what was released.',
    );
    expect(standsInWords({ kind: 'foreign', what: 'x' }, [])).toBe(
      'Someone else changed the stage: x.',
    );
    const seven = Array.from({ length: 7 }, (_, i) => ({ name: `f${i}`, from: '1', to: '2' }));
    expect(standsInWords({ kind: 'stable' }, seven)).toContain('(f0 1, f1 1, f2 1, f3 1, f4 1, …)');
  });

  const context = {
    record: makeRecord({
      target: { ...STAGE_RECORD, variables: { url: 'https://x/?a=1', gone: null } },
    }),
    words: 'the stage "prod" of REST API a1b2c3d4e5',
    from: BEGAN,
    to: BEGAN + 300,
    stuck: false,
  };

  it('says what to do, and nothing when all is well', () => {
    expect(advise({ ...context, ending: { kind: 'promoted' } })).toEqual([]);
    expect(advise({ ...context, ending: { kind: 'rolled-back', reason: 'x' } })[0]).toBe(
      'Look into the logs /aws/lambda/orders (version 8) between 16:00:00 UTC and 16:05:00 UTC.',
    );
    expect(advise({ ...context, ending: { kind: 'held', reason: 'x' } }).join()).toContain(
      'on-unfinished: rollback',
    );
    expect(advise({ ...context, ending: { kind: 'failed', reason: 'x' } })[0]).toContain(
      'Look at the stage',
    );
  });

  it('that is stuck gives commands that can be copied as they are', () => {
    const stuck = { ...context, stuck: true, ending: { kind: 'failed', reason: 'x' } as const };
    const stage = { restApiId: 'a1b2c3d4e5', stageName: 'prod', region: 'eu-west-1' };
    const before = { ...STAGE_RECORD, variables: { url: 'https://x/?a=1', gone: null } };
    const commands = mendCommands(stage, before);
    expect(commands).toEqual([
      'aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations op=remove,path=/canarySettings',
      'aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations op=replace,path=/deploymentId,value=old111 ' +
        `op=replace,path=/variables/url,value='"https://x/?a=1"' op=remove,path=/variables/gone`,
    ]);
    const report = { ...REPORTS.failed, advice: advise(stuck), commands };
    for (const text of [renderSummary(report), renderComment(report)]) {
      const [, block = ''] = /<pre><code>(.*?)\n<\/code><\/pre>/s.exec(render(text)) ?? [];
      expect(block.replaceAll('&quot;', '"').split('\n')).toEqual(commands);
    }
  });
});

describe('every report', () => {
  it('has no hole in it', () => {
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
