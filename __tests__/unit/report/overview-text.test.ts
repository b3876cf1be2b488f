// The table of all open releases.

import { describe, expect, it } from '@jest/globals';
import { type OpenRelease, OVERVIEW_SCHEMA, type Overview } from '../../../src/report/overview.ts';
import { overviewLines, overviewMarkdown, waitsText } from '../../../src/report/overview-text.ts';

const AT = 1_764_000_000;
const ID = { repository: 'octo-org/orders', runId: '7', attempt: '1' };

const release = (parts: Partial<OpenRelease> = {}): OpenRelease => ({
  ...{ kind: 'alias', on: 'arn:aws:lambda:eu-west-1:1:function:orders', label: 'orders:live' },
  functions: [{ name: 'orders', from: '7', to: '8' }],
  ...{ phase: 'step 1/2', weight: 5, run: ID, startedAt: AT - 7200 },
  link: 'https://github.com/octo-org/orders/actions/runs/7/attempts/1',
  waitsFor: { kind: 'time', at: AT + 60 },
  ...parts,
});
const overview = (...releases: OpenRelease[]): Overview => ({
  ...{ schema: OVERVIEW_SCHEMA, account: '123456789012', region: 'eu-west-1', at: AT },
  ...{ releases, problems: [] },
});

describe('The table of open releases', () => {
  it('has a row for each, and text from outside as text', () => {
    const link = 'GitLab job 4711 of shop/<b>';
    const text = overviewMarkdown(
      overview(release({ pull: 12 }), release({ label: 'a|b', weight: null, functions: [], link })),
    );
    expect(text).toContain('## 2 releases are open in account 123456789012, eu-west-1');
    expect(text).toContain(
      '| `orders:live` | `orders` 7 → 8 | 5% | 2025-11-24 14:00 UTC (2h) | its time: it can continue at 16:01:00 UTC | [run](https://github.com/octo-org/orders/actions/runs/7/attempts/1), pull request 12 |',
    );
    expect(text).toContain('| a\\|b | the API definition | unknown |');
    expect(text).not.toContain('<b>');
  });

  it('fits into an issue, however many there are', () => {
    const label = 'a-function-with-a-long-name-that-somebody-has-given-it:production';
    const many = Array.from({ length: 600 }, () => release({ label }));
    const text = overviewMarkdown(overview(...many));
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text).toContain('*Shortened: the JSON file has all of them.*');
  });

  it('says in a terminal what could not be read', () => {
    const lines = overviewLines({ ...overview(release()), problems: ['x: AWS denies it'] });
    expect(lines.slice(0, 3)).toEqual([
      'One release is open in account 123456789012, eu-west-1',
      '',
      'orders:live  5%  step 1/2',
    ]);
    expect(lines.at(-1)).toBe('not read: x: AWS denies it');
  });
});

describe('What a release waits for', () => {
  it.each<[OpenRelease['waitsFor'], RegExp]>([
    [{ kind: 'approval', weight: 50 }, /^an approval: 50% needs an approval$/],
    [{ kind: 'door' }, /^an approval before any user is served$/],
    [{ kind: 'paused' }, /^a person to resume it/],
    [{ kind: 'time', at: AT + 200_000 }, /can continue at 2025-11-26 23:33 UTC$/],
    [
      { kind: 'nobody', since: AT - 3600 },
      /^a run: it could have continued since 2025-11-24 15:00 UTC$/,
    ],
    [{ kind: 'external', what: 'the alias is gone' }, /outside this action \(the alias is gone\)$/],
    [{ kind: 'start' }, /^its first step$/],
  ])('%j', (waits, text) => {
    expect(waitsText(waits, AT)).toMatch(text);
  });
});
