// Limits and times on the pages are those of the code. The figures of simulated releases come from `npm run bench`; those of
// costs are in cost-figures.test.ts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../../../chaos/faults.ts';
import { SCENARIOS as DEMOS } from '../../../demo/scenarios.ts';
import { closingSeconds } from '../../../src/analysis/closed.ts';
import { CALLS_PER_SECOND } from '../../../src/aws/lambda-client.ts';
import { readingSeconds } from '../../../src/rollout/bake.ts';
import { GRACE_SECONDS, rollbackSeconds } from '../../../src/rollout/way-back.ts';
import { type AliasNeeds, aliasPolicy } from '../../../src/targets/alias/alias-policy.ts';
import { renderPolicy } from '../../../src/targets/iam-policy.ts';
import { stagePolicy } from '../../../src/targets/stage/stage-policy.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** In one line, whatever its line breaks. */
const page = (name: string) => read(`docs/${name}.md`).replaceAll(/\s+/g, ' ');

/** A constant by its file, without an export for the test alone. */
function constant(file: string, name: string): number {
  const [, value] =
    new RegExp(`\\bconst ${name} = ([\\d_.]+(?: \\* [\\d_]+)*);`).exec(read(`src/${file}.ts`)) ??
    [];
  if (value === undefined) throw new Error(`src/${file}.ts has no number ${name}`);
  return value
    .split(' * ')
    .reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1);
}

const MIB = 1024 * 1024;

/** The page, its words with `#` for the figure, where the figure is, and the unit of the words. */
const FIGURES: readonly (readonly [string, string, string, string, number?])[] = [
  ['limits', '| steps | #;', 'rollout/steps', 'MAX_STEPS'],
  ['limits', 'of the # tags that a stage', 'rollout/tag-room', 'MOST_TAGS'],
  ['limits', '| your own metrics | # |', 'inputs/metric-fields', 'MAX_METRICS'],
  ['limits', '| smoke checks | # |', 'checks/parse-suite', 'MOST_CHECKS'],
  ['limits', '| weights with an approval | # |', 'rollout/given-approval', 'MOST_APPROVALS'],
  ['limits', '| config file | # KiB', 'inputs/config-file', 'MAX_BYTES', 1024],
  ['approvals', 'a file of # MB or more', 'github/codeowners', 'CODEOWNERS_LIMIT_BYTES', 1e6],
  ['aliases', 'in the last # days', 'targets/alias/judge-callers', 'DAYS'],
  ['code', 'in the last # days', 'targets/lambda/unqualified-callers', 'DAYS'],
  ['api-definition', 'at most # MB', 'inputs/api-definition', 'MAX_BYTES', MIB],
  ['after-a-rollback', 'tries for # seconds', 'action/show-follow-up', 'MAKE_UP_SECONDS'],
  ['hooks', 'more than # MB', 'hooks/answer', 'ANSWER_LIMIT_BYTES', MIB],
  ['hooks', 'that has # characters or more', 'inputs/address-secrets', 'SHORTEST'],
  ['hooks', 'values of # characters or more', 'inputs/address-secrets', 'SHORTEST_MASK'],
  ['hooks', "API's stages (#, unless", 'targets/stage/shadow-stage', 'STAGES_PER_API'],
  ['how-it-works', 'Every # seconds, the action reads', 'controller/observe', 'CHECK_SECONDS'],
  ['how-it-works', 'reads the metrics every # seconds', 'monitor/due-reading', 'LOOK_SECONDS'],
  ['judge-in-detail', 'of the # busiest', 'targets/stage/route-limit', 'MOST_ROUTES'],
  ['judge-in-detail', 'its timeout plus # seconds', 'analysis/closed', 'ANSWER_SLACK_SECONDS'],
  [
    'judge-in-detail',
    'at least # invocations',
    'targets/alias/observed-duration',
    'LEAST_INVOCATIONS',
  ],
  ['logs', 'at most # in total', 'logs/read-cost', 'CALLS_OF_A_RUN'],
  ['logs', 'lines of # characters', 'report/broke-section', 'LONGEST_SAMPLE'],
  ['logs', 'at least #% of the requests', 'logs/abstention', 'LEAST_SHARE', 0.01],
  ['overview', 'at least # minutes ago', 'targets/open-releases', 'LATE_SECONDS', 60],
  ['release-hours', 'at most # events', 'calendar/ical-events', 'MOST_EVENTS'],
  ['release-hours', 'and # MB', 'inputs/gate-fields', 'MOST_BYTES', MIB],
  ['report-schema', 'It is # characters wide', 'report/picture', 'COLUMNS'],
  ['report-schema', 'at most # points', 'report/plot-series', 'MOST_POINTS'],
  ['schedule', 'at most # must have the tags', 'base/alarm-ref', 'MOST_TAGGED'],
  ['smoke', '1 to # checks', 'checks/parse-suite', 'MOST_CHECKS'],
  ['smoke', '(at most #)', 'checks/parse-check', 'MOST_RETRIES'],
  ['smoke', 'to `#/m`', 'checks/parse-probe', 'MOST'],
  ['smoke', 'the first # characters', 'checks/pattern', 'MOST_MATCHED'],
  ['smoke', 'at least # characters, in one line', 'checks/parse-suite', 'SHORTEST_SECRET'],
  ['smoke', 'more than # MiB', 'checks/check-answer', 'BODY_LIMIT_BYTES', MIB],
  ['smoke', 'waits # seconds until all', 'targets/stage/lent-stage', 'LENT_SECONDS'],
  [
    'smoke',
    'sent again, for at most # seconds. These',
    'targets/stage/stage-reach',
    'PLAN_SECONDS',
  ],
  ['smoke', 'fewer than # requests a minute', 'rollout/low-traffic', 'LOW_TRAFFIC_PER_MINUTE'],
];

describe('a figure on a page', () => {
  it.each(FIGURES)('%s.md: %s', (name, words, file, key, unit = 1) => {
    const figure = Number((constant(file, key) / unit).toPrecision(9));
    expect(page(name)).toContain(words.replace('#', figure.toLocaleString('en-US')));
  });

  it('is the number of aliases that a cancelled job can roll back', () => {
    const aliases = Math.floor(rollbackSeconds() * CALLS_PER_SECOND);
    expect(page('several')).toContain(
      `about ${aliases} aliases can be rolled back in the ${GRACE_SECONDS} seconds`,
    );
    expect(page('limits')).toContain(
      `about ${aliases} can be rolled back in the ${GRACE_SECONDS} seconds`,
    );
    expect(page('several')).toContain(`Lambda allows ${CALLS_PER_SECOND + 1} calls a second`);
  });

  it('is the time in which the end of a bake is read', () => {
    const [usual, longer] = [
      readingSeconds(closingSeconds(30)),
      readingSeconds(closingSeconds(31)),
    ];
    expect([usual, longer > usual]).toEqual([240, true]);
    expect(page('limits')).toContain(
      'about four minutes in which the end of the bake is read (longer if a function may run for more than 30 seconds)',
    );
  });

  it('is the number of faults, and of their trials in npm test', () => {
    const chaos = page('never-half-rolled');
    expect(chaos).toContain(`each of ${FAULTS.length} faults, at each call`);
    expect(read('__tests__/e2e/chaos-sample.test.ts')).toContain('it.each(sample(40))');
    expect(chaos).toContain('a sample of forty trials');
  });

  it('is the number of scenarios of the demo', () => {
    expect(DEMOS).toHaveLength(5);
    expect(read('README.md')).toContain('`npm run demo -- --all` plays five scenarios');
  });

  it('is the same on both pages about the judge', () => {
    const table = (text: string) => text.slice(text.indexOf('## What it finds, and how fast'));
    const short = read('docs/judge.md')
      .split('\n')
      .filter((line) => /^\| .* \| [\d–,./ ]+ \| /.test(line));
    const [total, ...others] = short;
    expect(total).toContain('| 138–145 s by metrics, 17 s with logs |');
    expect(page('judge-in-detail')).toMatch(/\| fails every request \| 17 s, .* \| 138–145 s, /);
    for (const row of others) expect(table(read('docs/judge-in-detail.md'))).toContain(row);
    expect(others).toHaveLength(5);
    expect(others.at(-1)).toContain('| 20 minutes, about five failed requests |');
    expect(page('faq')).toContain('within about 20 minutes and five failed requests');
  });

  it('is the number of functions whose policy fits into a managed policy', () => {
    const most = (prunes: boolean) =>
      Math.min(...(['alias', 'stage'] as const).map((kind) => functionsIn(kind, prunes)));
    expect(page('permissions')).toContain(
      `A managed policy holds ${LARGEST_POLICY.toLocaleString('en-US')} characters, enough for about ${WORDS[most(false)]} functions, or ${WORDS[most(true)]} with \`keep-versions\`.`,
    );
  });
});

const WORDS: Readonly<Record<number, string>> = { 5: 'five', 6: 'six', 9: 'nine', 10: 'ten' };
/** IAM, "IAM and AWS STS quotas": without white space. */
const LARGEST_POLICY = 6144;
const PLACE = { region: 'eu-central-1', partition: 'aws' };

/** As many functions as one policy has room for. */
function functionsIn(kind: 'alias' | 'stage', prunes: boolean): number {
  let count = 1;
  while (sizeOf(kind, count + 1, prunes) <= LARGEST_POLICY) count += 1;
  return count;
}

function sizeOf(kind: 'alias' | 'stage', count: number, prunes: boolean): number {
  const functions: AliasNeeds['functions'] = Array.from({ length: count }, (_, i) => ({
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:shop-orders-${i}`,
    ...{ publishes: true, provisions: false, durable: false, code: undefined, stores: undefined },
  }));
  const stage = {
    ...{ restApiId: 'a1b2c3d4e5', stageName: 'prod', calls: [], readsAuthorizers: false },
    ...{ deploys: true, imports: false, readsServed: true, comparesRoutes: true },
    ...{ rewrites: [], grants: true, shadows: [], functions },
  };
  const policy = renderPolicy({
    target: (role) =>
      kind === 'alias'
        ? aliasPolicy({ functions, aliases: 'moved', smoke: undefined }, PLACE, { role, prunes })
        : stagePolicy(stage, PLACE, { role, prunes }),
    ...{ watchesAlarms: true, hooks: [], logs: [], stacks: [], gates: [] },
  });
  return policy.replaceAll(/\s/g, '').length;
}
