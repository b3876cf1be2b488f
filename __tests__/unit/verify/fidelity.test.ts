import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CLAIMS, type Claim } from '../../../verify/fidelity/claims.ts';
import { renderTable } from '../../../verify/fidelity/table.ts';
import { replaceTable } from '../../../verify/fidelity/table-file.ts';
import { type CheckResult, runVerifiers, tally } from '../../../verify/run-verifiers.ts';
import { Unavailable, type Verifier } from '../../../verify/verifier.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'));

/** The operations that the SDK's waiters and credential providers call. */
const OPERATION_OF: Readonly<Record<string, string>> = {
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
  return [...new Set(found.map(([, name = '']) => OPERATION_OF[name] ?? name))].sort();
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

  it('lists every claim in the document, with a verifier or an open question', () => {
    const document = readFileSync(join(ROOT, 'docs/fidelity.md'), 'utf8');
    for (const { text, open } of claims) {
      const row = document.split('\n').find((line) => line.includes(text)) ?? '';
      expect(row).toContain(text);
      expect(row).not.toContain('✗');
      expect(row.includes('✓') || open !== undefined).toBe(true);
    }
  });
});

const verifier = (name: string, verify: Verifier['verify']): Verifier => ({
  name,
  title: name,
  shows: '',
  byDefault: true,
  verify,
});

const options = {
  folder: '/nowhere',
  named: false,
  recordings: undefined,
  logs: [],
  templates: undefined,
  ownAccount: false,
  everything: false,
  print: () => undefined,
};

describe('running verifiers', () => {
  it('counts what passes, what fails, and what is skipped', async () => {
    const results = await runVerifiers(
      [
        verifier('there', async ({ check }) => {
          await check('agrees', ['publish'], () => undefined);
          await check('disagrees', ['publish'], () => Promise.reject(new Error('no')));
        }),
        verifier('absent', () => Promise.reject(new Unavailable('its tool is not installed'))),
        verifier('broken', () => Promise.reject(new Error('it fell over'))),
      ],
      options,
    );
    expect(results.map(({ result }) => result.kind)).toEqual([
      'passed',
      'failed',
      'skipped',
      'failed',
    ]);
    expect(tally(results)).toBe('1 passed, 2 failed, 1 skipped');
  });

  it('runs a few at once, and prints them one after the other', async () => {
    const lines: string[] = [];
    const began: string[] = [];
    let end = () => {};
    const long = new Promise<void>((resolve) => {
      end = resolve;
    });
    const names = ['first', 'second', 'third', 'fourth'];
    const all = names.map((name) =>
      verifier(name, async ({ check }) => {
        began.push(name);
        if (name === 'fourth') end();
        if (name === 'first') await long;
        await check(`of ${name}`, [], () => undefined);
      }),
    );
    const results = await runVerifiers(all, {
      ...options,
      print: (line) => lines.push(line.trim()),
    });
    expect(began).toEqual(names);
    expect(results.map(({ check }) => check)).toEqual(names.map((name) => `of ${name}`));
    const sections = names.flatMap((name) => [
      expect.stringMatching(`^== ${name}:`),
      `passed   of ${name}`,
    ]);
    expect(lines).toEqual(sections);
  });
});

describe('writing the table', () => {
  const resultOf = (name: string, kind: 'passed' | 'failed'): CheckResult => ({
    verifier: name,
    check: 'a check',
    confirms: ['publish'],
    result: kind === 'passed' ? { kind } : { kind, why: 'no' },
  });
  const verifiers = ['one', 'two', 'three'].map((name) => verifier(name, async () => undefined));
  const table = renderTable(verifiers, [resultOf('one', 'passed'), resultOf('two', 'failed')]);
  const row = table.split('\n').find((line) => line.includes('PublishVersion'));

  it('marks the results of each verifier, and names those that did not run', () => {
    expect(row).toContain('| ✓ | ✗ |');
    expect(table).toContain('Not part of that run: three.');
  });

  it('replaces the text between the markers, and nothing else', () => {
    const open = '<!-- table: written by npm run verify -- --write-table -->';
    const before = `a\n${open}\nold\n<!-- /table -->\nb`;
    const after = replaceTable(before, 'new');
    expect(after).toBe(`a\n${open}\n\nnew\n\n<!-- /table -->\nb`);
    expect(replaceTable(after, 'new')).toBe(after);
    expect(() => replaceTable('no markers', 'new')).toThrow('lacks');
  });
});
