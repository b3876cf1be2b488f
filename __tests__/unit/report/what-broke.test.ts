// What broke: which failures are shown, and in which words.

import { describe, expect, it } from '@jest/globals';
import { NO_EVENTS } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { FailureGroup } from '../../../src/logs/failure-groups.ts';
import { newLines } from '../../../src/report/broke-lines.ts';
import { whatBrokeSection } from '../../../src/report/broke-section.ts';
import { brokeInMarkdown, brokeText } from '../../../src/report/broke-text.ts';
import type { WhatBroke } from '../../../src/report/broken-kinds.ts';
import { renderComment } from '../../../src/report/comment-body.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { type LoggedFailures, whatBroke } from '../../../src/report/what-broke.ts';
import { BEGAN, REPORTS } from './report-fixture.ts';

const group = (parts: Partial<FailureGroup>): FailureGroup => ({
  method: 'POST',
  route: '/orders',
  status: 502,
  errorType: 'TypeError',
  location: 'checkout.mjs:41',
  firstSeen: (BEGAN + 12) * 1000 + 250,
  canary: 37,
  stable: 0,
  examples: ['e'],
  ...parts,
});

/** What the logs show of so many requests. */
function logged(
  failures: readonly FailureGroup[],
  requests = { canary: 241, stable: 4602 },
): LoggedFailures {
  const series = (count: number) => ({
    requests: count > 0 ? new Map([[BEGAN + 20, count]]) : new Map(),
    events: new Map(),
  });
  const sides = { canary: series(requests.canary), stable: series(requests.stable) };
  const row = { measure: errorsMeasure(), ...sides, promoted: NO_EVENTS };
  return { failures, table: { bucketSeconds: 1, closedUntil: BEGAN, rows: [row] } };
}

const WEIGHTS = [{ at: BEGAN, weight: 5 }];

function broken(...groups: readonly FailureGroup[]): WhatBroke {
  const found = whatBroke(logged(groups), WEIGHTS);
  if (!found) throw new Error('nothing broke');
  return found;
}

function reportOf(broke: WhatBroke | undefined, parts: Partial<Report> = {}): Report {
  return { ...REPORTS['rolled-back'], broke, ...parts };
}

const textOf = (only: Partial<FailureGroup>, parts: Partial<Report> = {}) =>
  brokeText(reportOf(broken(group(only)), parts));

/** Of an alias: without what only API Gateway knows. */
function invocation(parts: Partial<FailureGroup>): FailureGroup {
  const { method: _, route: __, status: ___, ...rest } = group({ how: 'error', ...parts });
  return { ...rest };
}

describe('What broke', () => {
  it('is what stable does not have, or not as often', () => {
    const { kinds } = broken(
      group({ status: 500, stable: 700 }),
      group({ status: 503, canary: 20, stable: 10 }),
      group({ status: 504, canary: 0, stable: 9 }),
      group({}),
    );
    expect(kinds).toEqual([
      {
        ...{ route: 'POST /orders', status: 502, errorType: 'TypeError' },
        ...{ location: 'checkout.mjs:41', canary: 37, stable: 0, firstSeen: BEGAN + 12 },
        ...{ novelty: 'new', newest: true },
      },
      expect.objectContaining({ status: 503, novelty: 'more' }),
    ]);
    expect(whatBroke(logged([group({ stable: 700 })]), WEIGHTS)).toBeUndefined();
    expect(whatBroke(logged([]), WEIGHTS)).toBeUndefined();
  });

  it('names the kind that began last, of those that stable does not have', () => {
    const later = (BEGAN + 90) * 1000;
    const { kinds } = broken(
      group({}),
      group({ status: 504, canary: 5, firstSeen: later }),
      group({ status: 503, canary: 20, stable: 10, firstSeen: later + 1 }),
    );
    expect(kinds.map(({ status, newest }) => [status, newest])).toEqual([
      [502, undefined],
      [504, true],
      [503, undefined],
    ]);
  });

  it('expects the requests of stable by the split, where only its failures are read', () => {
    const found = (stable: number, weight: number) =>
      whatBroke(logged([group({ stable })], { canary: 241, stable: 0 }), [{ at: BEGAN, weight }]);
    expect(found(0, 5)).toMatchObject({
      requests: { canary: 241, stable: null },
      kinds: [{ novelty: 'new' }],
    });
    expect(found(0, 95)).toMatchObject({ kinds: [{ novelty: 'unseen' }] });
    expect(found(100, 5)).toMatchObject({ kinds: [{ novelty: 'more' }] });
    expect(found(700, 5)).toBeUndefined();
    expect(whatBrokeSection(reportOf(found(100, 5)))).toContain(
      'The logs show 241 requests of the canary; of stable, only the failures were read.',
    );
  });

  it('is limited, and says how much is left out', () => {
    const many = Array.from({ length: 50 }, (_, i) => group({ route: `/${i}` }));
    const broke = broken(...many);
    expect([broke.kinds.length, broke.more]).toEqual([20, 30]);
    expect(whatBrokeSection(reportOf(broke))).toContain('30 more kinds of failures are left out.');
  });
});

describe('The one line that matters', () => {
  it('names route, status, version, error, place and count', () => {
    const line = 'TypeError in checkout.mjs:41, 37 times, not on version 7';
    expect(textOf({})).toBe(`POST /orders 502 on version 8: ${line}`);
    const report = reportOf(broken(group({})));
    expect(brokeInMarkdown(report)).toBe(`\`POST /orders\` 502 on version 8: ${line}`);
    expect(renderComment(report)).toContain(`\n\n\`POST /orders\` 502 on version 8: ${line}\n\n`);
  });

  it.each([
    [{ canary: 1_204 }, 'POST /orders 502 on version 8: TypeError in checkout.mjs:41, 1,204 times'],
    [{ errorType: undefined, location: undefined }, 'POST /orders 502 on version 8, 37 times'],
    [{ errorType: undefined }, 'POST /orders 502 on version 8: in checkout.mjs:41, 37 times'],
    [
      { status: 504, errorType: 'INTEGRATION_TIMEOUT', location: undefined },
      'POST /orders 504 on version 8: INTEGRATION_TIMEOUT, 37 times',
    ],
  ])('%j', (only, text) => {
    const given = Object.fromEntries(
      Object.entries({ ...group({}), ...only }).filter(([, value]) => value !== undefined),
    );
    expect(brokeText(reportOf(broken(given as unknown as FailureGroup)))).toBe(
      `${text}, not on version 7`,
    );
  });

  it.each([
    [{}, 'orders on version 8: TypeError in checkout.mjs:41, 37 times, not on version 7'],
    [
      { functionName: 'carts' },
      'carts on version 4: TypeError in checkout.mjs:41, 37 times, not on version 3',
    ],
  ])('names the function of an alias: %j', (parts, text) => {
    const functions = [
      { name: 'carts', from: '3', to: '4' },
      { name: 'orders', from: '7', to: '8' },
    ];
    const of = 'functionName' in parts ? functions : functions.slice(1);
    expect(brokeText(reportOf(broken(invocation(parts)), { functions: of }))).toBe(text);
  });

  it('says how an invocation ended if it has no type', () => {
    const { errorType: _, location: __, ...plain } = invocation({ how: 'out-of-memory' });
    expect(brokeText(reportOf(broken(plain)))).toBe(
      'orders on version 8: out of memory, 37 times, not on version 7',
    );
  });

  it('names no version if several functions changed', () => {
    const functions = [
      { name: 'carts', from: '3', to: '4' },
      { name: 'orders', from: '7', to: '8' },
    ];
    expect(textOf({}, { functions })).toBe(
      'POST /orders 502 on the canary: TypeError in checkout.mjs:41, 37 times, not on stable',
    );
  });

  it('is not there if stable may have the failures as well', () => {
    expect(textOf({ stable: 50, canary: 37 })).toBe('');
    expect(textOf({ canary: 0.1 })).toBe('');
    expect(brokeText(reportOf(undefined))).toBe('');
    expect(renderComment(reportOf(undefined))).toBe(renderComment(REPORTS['rolled-back']));
    const promoted = { ...REPORTS.promoted, broke: broken(group({})) };
    expect(renderComment(promoted)).toBe(renderComment(REPORTS.promoted));
  });
});

describe('The section of the summary', () => {
  it('has a row for each kind, and says how many requests the logs show', () => {
    const { examples: _, ...other } = group({
      ...{ status: 504, errorType: 'INTEGRATION_TIMEOUT', canary: 20, stable: 10 },
    });
    const { location: __, ...elsewhere } = other;
    const section = whatBrokeSection(reportOf(broken(group({}), { ...elsewhere, examples: [] })));
    expect(section).toBe(`### What broke

**\`POST /orders\` 502 on version 8: TypeError in checkout.mjs:41, 37 times, not on version 7.**

<details>
<summary>All 2 kinds of failures, with counts and times</summary>

| Where | Status | Error | Place | On version 8 | On version 7 | Since (UTC) |
| --- | --- | --- | --- | --- | --- | --- |
| \`POST /orders\` 🆕 | 502 | TypeError | \`checkout.mjs:41\` | 37 | none | 16:00:12 |
| \`POST /orders\` | 504 | INTEGRATION\\_TIMEOUT |  | 20 | 10 | 16:00:12 |

🆕 marks the failures that began last, of those that only the new version has.

</details>

The logs show 241 requests of the canary and 4,602 of stable.`);
    expect(renderSummary(reportOf(broken(group({}))))).toContain('### What broke');
    expect(whatBrokeSection(reportOf(undefined))).toBe('');
  });

  it('has no column that is empty, and says "none yet" where stable had too few requests', () => {
    const few = whatBroke(logged([invocation({ canary: 1 })], { canary: 20, stable: 20 }), WEIGHTS);
    expect(whatBrokeSection(reportOf(few))).toContain(
      `| Where | Error | Place | On version 8 | On version 7 | Since (UTC) |
| --- | --- | --- | --- | --- | --- |
| \`orders\` | TypeError | \`checkout.mjs:41\` | 1 | none yet | 16:00:12 |`,
    );
  });

  it('has at most three masked lines of 300 characters, and only if there are some', () => {
    const broke = broken(group({}));
    const samples = ['word '.repeat(200), 'b', 'c', 'd'];
    const withLines = { ...broke, kinds: broke.kinds.map((kind) => ({ ...kind, samples })) };
    const [, block = ''] = whatBrokeSection(reportOf(withLines)).split('```');
    expect(
      block
        .trim()
        .split('\n')
        .map((line) => line.length),
    ).toEqual([300, 1, 1]);
    expect(renderComment(reportOf(withLines))).not.toContain('word');
  });
});

describe('The lines of the log', () => {
  const functions = [{ name: 'orders', from: '7', to: '8' }];

  it('say each kind once, and the place in the code when it becomes known', () => {
    const said = new Set<string>();
    const lines = (...groups: readonly FailureGroup[]) =>
      newLines(broken(...groups), functions, said);
    const { location: _, errorType: __, ...bare } = group({ canary: 3 });
    expect(lines(bare)).toEqual([
      'New failures: POST /orders 502 on version 8, 3 times, not on version 7',
    ]);
    expect(lines({ ...bare, canary: 9 })).toEqual([]);
    expect(lines(group({ canary: 12 }))).toEqual([
      'New failures: POST /orders 502 on version 8: TypeError in checkout.mjs:41, 12 times, not on version 7',
    ]);
    expect(lines(group({ canary: 30 }), group({ status: 503, stable: 10 }))).toEqual([]);
  });

  it('tell the failures of an alias apart by type and place', () => {
    const said = new Set<string>();
    const one = invocation({});
    const other = invocation({ location: 'cart.mjs:7' });
    expect(newLines(broken(one, other), functions, said)).toHaveLength(2);
    expect(newLines(broken(one, other), functions, said)).toEqual([]);
  });

  it('wait until stable would have shown the same, or until there are three', () => {
    const said = new Set<string>();
    const linesAfter = (canary: number, requests: number) => {
      const sides = { canary: requests, stable: requests };
      const broke = whatBroke(logged([group({ canary })], sides), WEIGHTS);
      return broke ? newLines(broke, functions, said) : [];
    };
    expect(linesAfter(1, 20)).toEqual([]);
    expect(linesAfter(2, 20)).toEqual([]);
    expect(linesAfter(3, 20)).toHaveLength(1);
    expect(linesAfter(4, 20)).toEqual([]);
  });

  it('end after twenty kinds', () => {
    const said = new Set<string>();
    const all = Array.from({ length: 60 }, (_, i) =>
      newLines(broken(group({ route: `/${i}` })), functions, said),
    ).flat();
    expect(all).toHaveLength(20);
    expect(all.at(-1)).toBe('There are more kinds of new failures; the report has them.');
  });

  it('are one line each, whatever the log contains', () => {
    const lines = newLines(
      broken(group({ method: 'A\n::error::x', route: `/\u202e${'x'.repeat(500)}` })),
      functions,
      new Set(),
    );
    expect(lines.join('')).not.toMatch(/[\n\r\u202e]/);
    expect(lines.join('').length).toBeLessThan(300);
  });
});
