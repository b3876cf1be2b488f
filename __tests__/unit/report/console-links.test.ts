// The links of a report to the AWS console, in each partition.

import { describe, expect, it } from '@jest/globals';
import { alarmLink, logQuery, metricsLink } from '../../../src/report/console-links.ts';
import { link } from '../../../src/report/markdown.ts';
import type { Report } from '../../../src/report/report.ts';
import type { ConsoleLink, TargetReport } from '../../../src/report/target-report.ts';
import { aliasReport } from '../../../src/targets/alias/alias-report.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';
import { BEGAN, REPORT, TARGET } from './report-fixture.ts';

const ALARM = 'orders/5xx: über 10%';

function linksIn(region: string, target: TargetReport): readonly ConsoleLink[] {
  const report: Report = { ...REPORT, target };
  const query = logQuery(report, 'errors', BEGAN, BEGAN + 600);
  return [
    ...target.links,
    alarmLink(region, ALARM),
    metricsLink(report),
    ...(query ? [query.link] : []),
  ];
}

describe.each([
  ['aws', 'eu-west-1', 'eu-west-1.console.aws.amazon.com'],
  ['aws-cn', 'cn-north-1', 'cn-north-1.console.amazonaws.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
])('in the partition %s', (_, region, host) => {
  it.each<[string, TargetReport, readonly RegExp[]]>([
    [
      'a stage',
      stageReport({ ...TARGET, region, apiName: "o'rders & <co>" }),
      [/^\/apigateway\/main\/apis\/a1b2c3d4e5\/stages$/, /alarmsV2:alarm\//, /metricsV2:graph=~\(/],
    ],
    [
      'aliases',
      aliasReport(
        { kind: 'alias', region, aliases: ['orders:live', 'carts:blue-green_1'] },
        REPORT.functions,
      ),
      [/#\/functions\/orders\/aliases\/live$/, /#\/functions\/carts\/aliases\/blue-green_1$/],
    ],
  ])('the links of %s are whole addresses of that partition’s console', (_kind, target, forms) => {
    const links = linksIn(region, target);
    for (const { url } of links) {
      const { protocol, host: at, pathname, searchParams } = new URL(url);
      expect([protocol, at]).toEqual(['https:', host]);
      expect(pathname).toMatch(/^\/(apigateway|lambda|cloudwatch)\//);
      expect(searchParams.get('region')).toBe(region);
      // It is one Markdown link, whatever characters a name contains.
      expect(link('here', url)).toMatch(/^\[here\]\(.*\)$/);
      expect(url).toMatch(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/);
    }
    const tails = links.map(({ url }) => {
      const { pathname, hash } = new URL(url);
      return hash === '' ? pathname : hash;
    });
    for (const form of forms) expect(tails.some((tail) => form.test(tail))).toBe(true);
  });

  it('the name of an alarm is unchanged', () => {
    const { hash } = new URL(alarmLink(region, ALARM).url);
    expect(decodeURIComponent(hash.replace('#alarmsV2:alarm/', ''))).toBe(ALARM);
  });
});
