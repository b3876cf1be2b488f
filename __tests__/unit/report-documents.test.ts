import { describe, expect, it } from '@jest/globals';
import { commentMarker, renderComment } from '../../src/report/comment.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { REPORT, REPORTS } from './report-fixture.ts';

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
| Plan | 5% for 5m, 50% for 10m, promotion, then a bake of 5m |
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

### Hooks

| Hook | Asked | At | Result | Says |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

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

**alarm orders\\-5xx: in ALARM: Threshold Crossed: 1 datapoint \\[12.0\\] was greater than the threshold \\(5.0\\), rolled back after 2m**

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
| Plan | 5% for 5m, 50% for 10m, promotion, then a bake of 5m |
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

### Hooks

| Hook | Asked | At | Result | Says |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

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
| Plan | 5% for 5m, 50% for 10m, promotion, then a bake of 5m |
| Time | 2025-11-24 16:00 UTC, 20m |

### Steps

| Step | Weight | Held | Canary requests | failed | Stable requests | failed |
| --- | --- | --- | --- | --- | --- | --- |
| ▓░░░░░░░░░ 5% | 5% | 5m of 5m | 1,204 | 5 (0.42%) | 23,010 | 80 (0.35%) |

### Evidence at the end

| Witness | Verdict | Says |
| --- | --- | --- |
| canary traffic | 🟡 inconclusive | none counted in this step yet |

### Hooks

| Hook | Asked | At | Result | Says |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

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
| Plan | 5% for 5m, 50% for 10m, promotion, then a bake of 5m |
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
| Plan | 5% for 5m, 50% for 10m, promotion, then a bake of 5m |
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

alarm orders\\-5xx: in ALARM: Threshold Crossed: 1 datapoint \\[12.0\\] was greater than the threshold \\(5.0\\), rolled back after 2m

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
