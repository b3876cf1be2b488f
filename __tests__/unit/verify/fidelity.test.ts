import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CLAIMS, type Claim } from '../../../verify/fidelity/claims.ts';
import { renderTable } from '../../../verify/fidelity/table.ts';
import { replaceTable } from '../../../verify/fidelity/table-file.ts';
import { hear, type Statement, tally } from '../../../verify/hearing.ts';
import { Absent, type Witness } from '../../../verify/witness.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'));

/** What stands behind the SDK's waiters and providers of credentials. */
const BEHIND: Readonly<Record<string, string>> = {
  fromWebToken: 'AssumeRoleWithWebIdentity',
  waitUntilFunctionActiveV2: 'GetFunction',
  waitUntilFunctionUpdatedV2: 'GetFunction',
  waitUntilPublishedVersionActive: 'GetFunctionConfiguration',
};

/** Operations of the AWS API that these sources use: as commands, paginators, waiters and credentials. */
function operationsIn(sources: readonly string[]): readonly string[] {
  const found = sources.flatMap((source) => [
    ...source.matchAll(/\bnew ([A-Z]\w+)Command\(/g),
    ...source.matchAll(/\bpaginate([A-Z]\w+)\(/g),
    ...source.matchAll(/\b(waitUntil[A-Z]\w+)/g),
    ...source.matchAll(/\b(from[A-Z]\w+)\(\{/g),
  ]);
  return [...new Set(found.map(([, name = '']) => BEHIND[name] ?? name))].sort();
}

const claims: readonly Claim[] = CLAIMS;

describe('the table of fidelity', () => {
  it('knows every AWS operation that the action uses', () => {
    const known = new Set(claims.flatMap(({ operations }) => operations));
    const used = operationsIn(SOURCES);
    expect(used).toContain('UpdateStage');
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('would see an operation that is new', () => {
    const source =
      'await client.send(new DeleteStageCommand({})); paginateGetStages(a); waitUntilGone(b); waitUntilFunctionActiveV2(c); fromWebToken({})';
    expect(operationsIn([source])).toEqual([
      'AssumeRoleWithWebIdentity',
      'DeleteStage',
      'GetFunction',
      'GetStages',
      'waitUntilGone',
    ]);
  });

  it('has every claim of it in the document, with a witness or with what stays open', () => {
    const document = readFileSync(join(ROOT, 'docs/fidelity.md'), 'utf8');
    for (const { says, open } of claims) {
      const row = document.split('\n').find((line) => line.includes(says)) ?? '';
      expect(row).toContain(says);
      expect(row).not.toContain('✗');
      expect(row.includes('✓') || open !== undefined).toBe(true);
    }
  });
});

const witness = (name: string, testify: Witness['testify']): Witness => ({
  name,
  title: name,
  worth: '',
  byDefault: true,
  testify,
});

const options = {
  folder: '/nowhere',
  called: false,
  recordings: undefined,
  ownAccount: false,
  everything: false,
  say: () => undefined,
};

describe('a hearing', () => {
  it('counts what agrees, what does not, and what is not there', async () => {
    const statements = await hear(
      [
        witness('there', async ({ check }) => {
          await check('agrees', ['publish'], () => undefined);
          await check('disagrees', ['publish'], () => Promise.reject(new Error('no')));
        }),
        witness('absent', () => Promise.reject(new Absent('its tool is not installed'))),
        witness('broken', () => Promise.reject(new Error('it fell over'))),
      ],
      options,
    );
    expect(statements.map(({ result }) => result.kind)).toEqual([
      'passed',
      'failed',
      'skipped',
      'failed',
    ]);
    expect(tally(statements)).toBe('1 passed, 2 failed, 1 skipped');
  });
});

describe('writing the table', () => {
  const said = (name: string, kind: 'passed' | 'failed'): Statement => ({
    witness: name,
    check: 'a check',
    confirms: ['publish'],
    result: kind === 'passed' ? { kind } : { kind, why: 'no' },
  });
  const witnesses = ['one', 'two', 'three'].map((name) => witness(name, async () => undefined));
  const table = renderTable(witnesses, [said('one', 'passed'), said('two', 'failed')]);
  const row = table.split('\n').find((line) => line.includes('PublishVersion'));

  it('marks what each witness said, and names those who were not heard', () => {
    expect(row).toContain('| ✓ | ✗ |');
    expect(table).toContain('Not heard in that run: three.');
  });

  it('replaces what stands between the markers, and nothing else', () => {
    const open = '<!-- table: written by npm run verify -- --write-table -->';
    const before = `a\n${open}\nold\n<!-- /table -->\nb`;
    const after = replaceTable(before, 'new');
    expect(after).toBe(`a\n${open}\n\nnew\n\n<!-- /table -->\nb`);
    expect(replaceTable(after, 'new')).toBe(after);
    expect(() => replaceTable('no markers', 'new')).toThrow('lacks');
  });
});
