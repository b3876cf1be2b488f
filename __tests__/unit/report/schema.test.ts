// docs/report.schema.json describes exactly the members of the report.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { fileOf } from '../../../src/report/files.ts';
import type { Outcome } from '../../../src/report/report.ts';
import { exactProblemsOf, problemsOf, reportSchema } from '../../support/report-validator.ts';
import { REPORT, REPORTS } from './report-fixture.ts';

const PAGE = fileURLToPath(new URL('../../../docs/report-schema.md', import.meta.url));
const page = readFileSync(PAGE, 'utf8');
const FILE = fileOf(REPORT);

/** A copy without the member at a path such as `steps.0.canary.errors`. */
function without(value: unknown, path: string): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  delete holder[last];
  return copy;
}

describe('the report’s schema', () => {
  const outcomes = Object.keys(REPORTS) as Outcome[];

  it.each(outcomes)('matches a report that is %s, member by member', (outcome) => {
    expect(exactProblemsOf(fileOf(REPORTS[outcome]))).toEqual([]);
  });

  it('contains every outcome', () => {
    expect(problemsOf({ ...FILE, outcome: 'abandoned' })).toEqual([
      '/outcome must be equal to one of the allowed values',
    ]);
  });

  it('matches plans whose steps end by evidence', () => {
    const advance = { kind: 'evidence', minSeconds: 60, maxSeconds: 1800 };
    expect(exactProblemsOf({ ...FILE, plan: { ...REPORT.plan, advance } })).toEqual([]);
  });

  it.each([
    'reason',
    'steps.0.canary.errors',
    'functions.0.to',
    'evidence.0.says',
    'plan.bakeSeconds',
  ])('does not fit a report that lacks %s', (path) => {
    const holder = path.split('.').slice(0, -1).join('/');
    const name = path.split('.').at(-1);
    expect(problemsOf(without(FILE, path))).toEqual([
      `${holder && `/${holder}`} must have required property '${name}'`,
    ]);
  });

  it('allows new members, but no other meaning', () => {
    expect(problemsOf({ ...FILE, weather: 'fine' })).toEqual([]);
    expect(exactProblemsOf({ ...REPORT, weather: 'fine' })).not.toEqual([]);
    expect(problemsOf({ ...FILE, schema: 'canary-action/report/2' })).not.toEqual([]);
  });

  it('describes each member', () => {
    for (const name of Object.keys(reportSchema.properties)) expect(page).toContain(`\`${name}\``);
  });
});
