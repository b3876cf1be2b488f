// The exact format in which a report is published, because programs of users read it.

import { describe, expect, it } from '@jest/globals';
import { fileOf, renderJson } from '../../../src/report/files.ts';
import { eventOf } from '../../../src/report/notify-event.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';
import { membersOf, readText, type Schema } from '../../support/formats.ts';
import { exactProblemsOf, reportSchema } from '../../support/report-validator.ts';
import { ALIAS_REPORT, STAGE_REPORT, STAGE_TARGET } from './format-fixture.ts';

describe('report.json', () => {
  it('has these members, of these types', () => {
    expect(membersOf(reportSchema as Schema).join('\n')).toBe(
      readText('report-members.txt').trimEnd(),
    );
  });

  it.each([
    ['a stage, with every member', 'report-stage.json', STAGE_REPORT],
    ['aliases, without those that may be absent', 'report-alias.json', ALIAS_REPORT],
  ])('is this text for %s', (_, file, report) => {
    expect(exactProblemsOf(fileOf(report))).toEqual([]);
    expect(renderJson(report)).toBe(readText(file));
  });
});

describe('The event for notify-url', () => {
  it.each([
    ['a stage', 'event-stage.json', STAGE_REPORT],
    ['aliases', 'event-alias.json', ALIAS_REPORT],
    [
      'aliases where the weight is not known',
      'event-unknown.json',
      { ...ALIAS_REPORT, weight: null },
    ],
  ])('is this text for %s', (_, file, report) => {
    expect(`${JSON.stringify(eventOf(report), null, 2)}\n`).toBe(readText(file));
  });

  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('names a stage in %s by its ARN', (region, partition) => {
    const target = stageReport({ ...STAGE_TARGET, region });
    expect(eventOf({ ...STAGE_REPORT, target }).resources).toEqual([
      `arn:${partition}:apigateway:${region}::/restapis/a1b2c3d4e5/stages/prod`,
    ]);
  });
});
