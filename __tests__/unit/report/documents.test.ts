import { describe, expect, it } from '@jest/globals';
import { commentMarker, renderComment } from '../../../src/report/comment-body.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { REPORT, REPORTS } from './report-fixture.ts';

describe('the job summary', () => {
  it('of a promoted release', () => {
    expect(renderSummary(REPORTS.promoted)).toMatchInlineSnapshot(`
"## ✅ Promoted: \`orders\` 7 → 8 on \`orders-api/prod\`

> [!TIP]
> \`orders\` version 8 (commit [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567)) takes all traffic after 15m; it failed 0 of 24,001 requests (0%), against 0 of 23,999 (0%) on version 7.

All traffic is served by the new version \\(orders 8\\).

Weight of the new version, and the share of requests that failed (canary up to 0.42%, stable up to 0.37%; · means not yet counted):

\`\`\`
weight  ▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████
        5%     50%           100%
canary  █▁··························
stable  ▇█··························
        16:00              16:20 UTC
\`\`\`

<details>
<summary>How it was decided</summary>

The canary completed all steps and the bake.

**Alarms and traffic**

| Check | State | Result |
| --- | --- | --- |
| 🟢 alarm [orders\\-5xx](https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/orders-5xx) | ok | OK |
| 🟢 canary traffic | enough requests | 1204 requests counted, 5 failed |

</details>

<details>
<summary>Steps, hooks and commands</summary>

**Steps**

| Step | Duration | Canary failed | Stable failed | Canary trend |
| --- | --- | --- | --- | --- |
| 5% | 5m of 5m | 5 of 1,204 (0.42%) | 80 of 23,010 (0.35%) | █▁· |
| 50% | 10m of 10m | 0 of 24,001 (0%) | 0 of 23,999 (0%) |  |
| bake | 5m of 5m | no requests | no requests |  |

**Hooks**

| Hook | Called | Weight | Result | Message |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

**Commands from comments**

| UTC | User | Command | Result |
| --- | --- | --- | --- |
| 16:03:20 | hubot | \`/canary pause\` | the weight stays the same until the rollout is resumed |

</details>

<details>
<summary>What was released</summary>

- **Commit:** [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) Round prices up by octocat
- **Run:** [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001)
- **In the console:** [stage prod](https://eu-west-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/stages?api=a1b2c3d4e5&region=eu-west-1) · [metrics](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#metricsV2:graph=~(metrics~(~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary))~view~'timeSeries~stat~'Sum~period~60~region~'eu-west-1~start~'2025-11-24T15*3a50*3a00.000Z~end~'2025-11-24T16*3a30*3a00.000Z)>)
- **REST API:** \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\`
- **Deployment:** \`old111\` → \`new222\`
- **Function \`orders\`:** version 7 → 8 · of [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) · what changed: [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · code \`q1W2e3R4t5Y6…\`
- **Plan:** 5% for 5m, 50% for 10m, promotion, then a bake of 5m
- **Time:** 2025-11-24 16:00 UTC, 20m

</details>

<details>
<summary>Timeline (2)</summary>

| UTC | What |
| --- | --- |
| 16:00:00 | 🔀 shifted 5% to the canary |
| 16:15:00 | 🔀 promoted: all traffic goes to the new version |

</details>
"
`);
  });

  it('of a release that was rolled back', () => {
    expect(renderSummary(REPORTS['rolled-back'])).toMatchInlineSnapshot(`
"## ↩️ Rolled back: \`orders\` 7 → 8 on \`orders-api/prod\`

> [!CAUTION]
> Alarm orders\\-5xx fired while \`orders\` version 8 (commit [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567)) had 100% of the traffic: rolled back after 20m.

All traffic is served by the previous version \\(orders 7\\).

Weight of the new version, and the share of requests that failed (canary up to 0.42%, stable up to 0.37%; · means not yet counted):

\`\`\`
weight  ▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████
        5%     50%           100%
canary  █▁··························
stable  ▇█··························
        16:00              16:20 UTC
\`\`\`

### Who was affected

**About 118 requests failed** because of the new version since 16:01 UTC. From then to the rollback, 60 of 241 (25%) failed; 1 of these would be expected at stable's rate. About 59 of them are estimated: CloudWatch has not counted the last minutes yet.

### What to do

- Look into the logs /aws/lambda/orders \\(version 8\\) between 16:00:00 UTC and 16:05:00 UTC.

The errors that the new version logged, in [Logs Insights](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:logs-insights$3FqueryDetail$3D~(end~'2025-11-24T16*3a20*3a00.000Z~start~'2025-11-24T16*3a00*3a00.000Z~timeType~'ABSOLUTE~tz~'UTC~editorString~'fields*20*40timestamp*2c*20*40log*2c*20*40requestId*2c*20*40message*0a*7c*20filter*20*40logStream*20like*20*2f*5c*5b*288*29*5c*5d*2f*0a*7c*20filter*20*40message*20like*20*2f*28*3fi*29*28error*7cexception*7cfatal*7ctimed*20out*7cstatus*3a*20timeout*29*2f*0a*7c*20sort*20*40timestamp*20asc*0a*7c*20limit*20200~source~(~'*2faws*2flambda*2forders))>); to run the query yourself, for \`/aws/lambda/orders\`, 16:00 UTC to 16:20 UTC:

\`\`\`
fields @timestamp, @log, @requestId, @message
| filter @logStream like /\\[(8)\\]/
| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/
| sort @timestamp asc
| limit 200
\`\`\`

<details>
<summary>How it was decided</summary>

**Alarm orders\\-5xx fired.** Alarm orders\\-5xx: in ALARM: Threshold Crossed: 1 datapoint \\[12.0\\] was greater than the threshold \\(5.0\\), rolled back after 2m

**Alarms and traffic**

| Check | State | Result |
| --- | --- | --- |
| 🔴 alarm [orders\\-5xx](https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/orders-5xx) | failing | in ALARM: 12 &gt; 5 |

</details>

<details>
<summary>Steps, hooks and commands</summary>

**Steps**

| Step | Duration | Canary failed | Stable failed | Canary trend |
| --- | --- | --- | --- | --- |
| 5% | 5m of 5m | 5 of 1,204 (0.42%) | 80 of 23,010 (0.35%) | █▁· |

Counted by function version, because API Gateway has no metrics for the canary alone. A 4XX or 5XX response that a function returns is not counted by version, so client errors are not compared, and neither is latency. Set canary-metric-dimension to the dimension that your account shows, or use alarms or metrics.

**Hooks**

| Hook | Called | Weight | Result | Message |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

**Commands from comments**

| UTC | User | Command | Result |
| --- | --- | --- | --- |
| 16:03:20 | hubot | \`/canary pause\` | the weight stays the same until the rollout is resumed |

</details>

<details>
<summary>What was tried</summary>

- **Commit:** [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) Round prices up by octocat
- **Run:** [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001)
- **In the console:** [stage prod](https://eu-west-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/stages?api=a1b2c3d4e5&region=eu-west-1) · [metrics](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#metricsV2:graph=~(metrics~(~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary))~view~'timeSeries~stat~'Sum~period~60~region~'eu-west-1~start~'2025-11-24T15*3a50*3a00.000Z~end~'2025-11-24T16*3a30*3a00.000Z)>)
- **REST API:** \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\`
- **Deployment:** \`old111\`
- **Function \`orders\`:** version 7 → 8 · of [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) · what changed: [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · code \`q1W2e3R4t5Y6…\`
- **Plan:** 5% for 5m, 50% for 10m, promotion, then a bake of 5m
- **Time:** 2025-11-24 16:00 UTC, 20m

</details>

<details>
<summary>Timeline (1)</summary>

| UTC | What |
| --- | --- |
| 16:00:00 | 🔀 shifted 5% to the canary |

</details>
"
`);
  });

  it('of a release that is held', () => {
    expect(renderSummary(REPORTS.held)).toMatchInlineSnapshot(`
"## ⏸️ Held: \`orders\` 7 → 8 on \`orders-api/prod\`

> [!WARNING]
> \`orders\` version 8 (commit [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567)) keeps 5% of the traffic: Inconclusive: canary traffic: none counted in this step yet.

5% of the traffic is served by the canary \\(orders 8\\), the rest by the current version \\(orders 7\\).

Weight of the new version, and the share of requests that failed (canary up to 0.42%, stable up to 0.37%; · means not yet counted):

\`\`\`
weight  ▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████
        5%     50%           100%
canary  █▁··························
stable  ▇█··························
        16:00              16:20 UTC
\`\`\`

### How to continue

- To continue, run the action again: it takes over this rollout.

<details>
<summary>How it was decided</summary>

**Alarms and traffic**

| Check | State | Result |
| --- | --- | --- |
| 🟡 canary traffic | inconclusive | none counted in this step yet |

</details>

<details>
<summary>Steps, hooks and commands</summary>

**Steps**

| Step | Duration | Canary failed | Stable failed | Canary trend |
| --- | --- | --- | --- | --- |
| 5% | 5m of 5m | 5 of 1,204 (0.42%) | 80 of 23,010 (0.35%) | █▁· |

**Hooks**

| Hook | Called | Weight | Result | Message |
| --- | --- | --- | --- | --- |
| pre-traffic | \`orders-smoke:live\` | 0% | 🟢 passed after 3s | 12 checks |

**Commands from comments**

| UTC | User | Command | Result |
| --- | --- | --- | --- |
| 16:03:20 | hubot | \`/canary pause\` | the weight stays the same until the rollout is resumed |

</details>

<details>
<summary>What is held</summary>

- **Commit:** [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) Round prices up by octocat
- **Run:** [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001)
- **In the console:** [stage prod](https://eu-west-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/stages?api=a1b2c3d4e5&region=eu-west-1) · [metrics](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#metricsV2:graph=~(metrics~(~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary))~view~'timeSeries~stat~'Sum~period~60~region~'eu-west-1~start~'2025-11-24T15*3a50*3a00.000Z~end~'2025-11-24T16*3a30*3a00.000Z)>)
- **REST API:** \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\`
- **Deployment:** \`old111\`
- **Function \`orders\`:** version 7 → 8 · of [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) · what changed: [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · code \`q1W2e3R4t5Y6…\`
- **Plan:** 5% for 5m, 50% for 10m, promotion, then a bake of 5m
- **Time:** 2025-11-24 16:00 UTC, 20m

</details>

<details>
<summary>Timeline (1)</summary>

| UTC | What |
| --- | --- |
| 16:00:00 | 🔀 shifted 5% to the canary |

</details>
"
`);
  });

  it('of nothing to release', () => {
    expect(renderSummary(REPORTS.unchanged)).toMatchInlineSnapshot(`
"## ⚪ Unchanged: \`orders\` 7 → 7 on \`orders-api/prod\`

> [!NOTE]
> \`orders\` version 7 (commit [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567)): There is nothing to release: code and configuration are the same as in the version that the stage serves.

All traffic is served by the previous version \\(orders 7\\).

Weight of the new version, and the share of requests that failed (canary up to 0.42%, stable up to 0.37%; · means not yet counted):

\`\`\`
weight  ▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████
        5%     50%           100%
canary  █▁··························
stable  ▇█··························
        16:00              16:20 UTC
\`\`\`

<details>
<summary>Steps, hooks and commands</summary>

**Commands from comments**

| UTC | User | Command | Result |
| --- | --- | --- | --- |
| 16:03:20 | hubot | \`/canary pause\` | the weight stays the same until the rollout is resumed |

</details>

<details>
<summary>Current state</summary>

- **Commit:** [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) Round prices up by octocat
- **Run:** [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001)
- **In the console:** [stage prod](https://eu-west-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/stages?api=a1b2c3d4e5&region=eu-west-1) · [metrics](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#metricsV2:graph=~(metrics~(~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod)~(~'AWS*2fApiGateway~'Count~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'orders-api~'Stage~'prod*2fCanary))~view~'timeSeries~stat~'Sum~period~60~region~'eu-west-1~start~'2025-11-24T15*3a50*3a00.000Z~end~'2025-11-24T16*3a30*3a00.000Z)>)
- **REST API:** \`orders-api\` (\`a1b2c3d4e5\`), stage \`prod\`, \`eu-west-1\`
- **Deployment:** \`old111\`
- **Function \`orders\`:** version 7 → 7 · of [\`89abcde\`](https://github.com/octo-org/orders/commit/89abcdef0123456789abcdef0123456789abcdef) · code \`Hf8kQ3nD2m0b…\`
- **Plan:** 5% for 5m, 50% for 10m, promotion, then a bake of 5m
- **Time:** 2025-11-24 16:00 UTC, 20m

</details>
"
`);
  });

  it('of a release that was refused', () => {
    expect(renderSummary(REPORTS.failed)).toMatchInlineSnapshot(`
"## ❌ Failed: \`a1b2c3d4e5/prod\`

> [!CAUTION]
> The new API definition (commit [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567)): Stopped before any traffic was shifted, because of 2 problems.

This run did not change what users are served.

Weight of the new version, and the share of requests that failed (canary up to 0.42%, stable up to 0.37%; · means not yet counted):

\`\`\`
weight  ▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████
        5%     50%           100%
canary  █▁··························
stable  ▇█··························
        16:00              16:20 UTC
\`\`\`

### Problems

- alarms: there is no alarm "orders\\-5xx" in eu\\-west\\-1 ([\`alarms-there-is-no\`](https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md#alarms-there-is-no))
- functions: there is no function "orders" in eu\\-west\\-1 ([\`functions-there-is-no\`](https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md#functions-there-is-no))

### Who was affected

It is not known yet: CloudWatch had not counted the requests of the new version.

<details>
<summary>Steps, hooks and commands</summary>

**Commands from comments**

| UTC | User | Command | Result |
| --- | --- | --- | --- |
| 16:03:20 | hubot | \`/canary pause\` | the weight stays the same until the rollout is resumed |

</details>

<details>
<summary>What was requested</summary>

- **Commit:** [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) Round prices up by octocat
- **Run:** [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001)
- **In the console:** [stage prod](https://eu-west-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/stages?api=a1b2c3d4e5&region=eu-west-1) · [metrics](<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#metricsV2:graph=~(metrics~(~(~'AWS*2fApiGateway~'Count~'ApiName~'~'Stage~'prod)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'~'Stage~'prod)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'~'Stage~'prod)~(~'AWS*2fApiGateway~'Count~'ApiName~'~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'5XXError~'ApiName~'~'Stage~'prod*2fCanary)~(~'AWS*2fApiGateway~'4XXError~'ApiName~'~'Stage~'prod*2fCanary))~view~'timeSeries~stat~'Sum~period~60~region~'eu-west-1~start~'2025-11-24T15*3a50*3a00.000Z~end~'2025-11-24T16*3a30*3a00.000Z)>)
- **REST API:** \`a1b2c3d4e5\`, stage \`prod\`, \`eu-west-1\`
- **Plan:** 5% for 5m, 50% for 10m, promotion, then a bake of 5m
- **Time:** 2025-11-24 16:00 UTC, 20m

</details>

<details>
<summary>Notes (1)</summary>

- the steps and the bake take 20m

</details>
"
`);
  });
});

describe('the comment', () => {
  it('of a canary in progress', () => {
    expect(renderComment(REPORTS.running)).toMatchInlineSnapshot(`
"<!-- canary-action eu-west-1/a1b2c3d4e5/prod -->

### 🐤 Canary in progress: \`orders\` 7 → 8 on \`orders-api/prod\`

5% of the traffic is served by the canary \\(orders 8\\), the rest by the current version \\(orders 7\\).

\`━───────────────────\` **5%** of the traffic on the new version<br>✅ 5% → ⏳ 50% → promotion → bake

| at 5% | requests | failed | rate |
| --- | --- | --- | --- |
| canary (8) | 1,204 | 5 | 0.42% |
| stable (7) | 23,010 | 80 | 0.35% |

Next: 50%, not before 16:05:00 UTC

To control the rollout, comment:<br>\`/canary pause | promote | rollback\`

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · 16:02:00 UTC"
`);
  });

  it('of a promoted release', () => {
    expect(renderComment(REPORTS.promoted)).toMatchInlineSnapshot(`
"<!-- canary-action eu-west-1/a1b2c3d4e5/prod -->

### ✅ Promoted: \`orders\` 7 → 8 on \`orders-api/prod\`

The canary completed all steps and the bake.

\`━━━━━━━━━━━━━━━━━━━━\` **100%** of the traffic on the new version<br>✅ 5% → ✅ 50% → ✅ promotion → ✅ bake

| at 50% | requests | failed | rate |
| --- | --- | --- | --- |
| canary (8) | 24,001 | 0 | 0% |
| stable (7) | 23,999 | 0 | 0% |

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · 16:20:00 UTC"
`);
  });

  it('of a release that was rolled back', () => {
    expect(renderComment(REPORTS['rolled-back'])).toMatchInlineSnapshot(`
"<!-- canary-action eu-west-1/a1b2c3d4e5/prod -->

### ↩️ Rolled back: \`orders\` 7 → 8 on \`orders-api/prod\`

**Alarm orders\\-5xx fired.** All traffic is served by the previous version \\(orders 7\\).

\`────────────────────\` **0%** of the traffic on the new version<br>✅ 5% → ❌ 50% → promotion → bake

| at 5% | requests | failed | rate |
| --- | --- | --- | --- |
| canary (8) | 1,204 | 5 | 0.42% |
| stable (7) | 23,010 | 80 | 0.35% |

About 118 requests failed because of it since 16:01 UTC.

- Look into the logs /aws/lambda/orders \\(version 8\\) between 16:00:00 UTC and 16:05:00 UTC.

- The query for its logs is in the summary of the [workflow run](https://github.com/octo-org/orders/actions/runs/7000000001).

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · [\`89abcde…0123456\`](https://github.com/octo-org/orders/compare/89abcdef0123456789abcdef0123456789abcdef...0123456789abcdef0123456789abcdef01234567) · 16:20:00 UTC"
`);
  });

  it('of a release that was refused', () => {
    expect(renderComment(REPORTS.failed)).toMatchInlineSnapshot(`
"<!-- canary-action eu-west-1/a1b2c3d4e5/prod -->

### ❌ Failed: \`a1b2c3d4e5/prod\`

Stopped before any traffic was shifted, because of 2 problems.

\`────────────────────\` **0%** of the traffic on the new version<br>✅ 5% → ❌ 50% → promotion → bake

- alarms: there is no alarm "orders\\-5xx" in eu\\-west\\-1 ([\`alarms-there-is-no\`](https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md#alarms-there-is-no))
- functions: there is no function "orders" in eu\\-west\\-1 ([\`functions-there-is-no\`](https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md#functions-there-is-no))

[Workflow run](https://github.com/octo-org/orders/actions/runs/7000000001) · [\`0123456\`](https://github.com/octo-org/orders/commit/0123456789abcdef0123456789abcdef01234567) · 16:20:00 UTC"
`);
  });

  it('begins with its marker for every outcome', () => {
    for (const report of Object.values(REPORTS)) {
      expect(renderComment(report).split('\n')[0]).toBe(
        '<!-- canary-action eu-west-1/a1b2c3d4e5/prod -->',
      );
    }
    expect(commentMarker('a/b--')).toBe('<!-- canary-action a/b-- -->');
  });

  it('names the next step while the rollout is running', () => {
    const [first, second, bake] = REPORT.steps;
    const at = (steps: Report['steps']) => renderComment({ ...REPORTS.running, steps });
    expect(at([first!])).toContain('Next: 50%, not before 16:05:00 UTC');
    expect(at([first!, second!])).toContain('Next: promotion, not before 16:15:00 UTC');
    expect(at([first!, second!, bake!])).toContain('Monitored until 16:20:00 UTC (5m)');
    expect(renderComment(REPORT)).not.toContain('Next:');
  });
});
