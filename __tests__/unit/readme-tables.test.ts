// The README's tables follow action.yml, and every workflow that the documents show can be run.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { inputNames } from '../../src/inputs/schema.ts';
import { readActionMetadata } from '../support/action-metadata.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const metadata = readActionMetadata(ROOT);

function check(readme: string): { readonly status: number | null; readonly says: string } {
  const file = join(folder, 'README.md');
  writeFileSync(file, readme);
  const script = join(ROOT, 'tools/readme-tables.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check', file]);
  return { status, says: stderr.toString() };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tables of the README', () => {
  it('are those of action.yml', () => {
    expect(check(README)).toEqual({ status: 0, says: '' });
  });

  it('are found stale when a row is missing or a word has changed', () => {
    const row = /\n\| `steps` \|.*\|(?=\n)/;
    expect(README).toMatch(row);
    for (const stale of [README.replace(row, ''), README.replace('| `weight` |', '| `share` |')]) {
      expect(check(stale).status).toBe(1);
      expect(check(stale).says).toContain('npm run docs:tables');
    }
  });

  it('are not looked for in a page without markers', () => {
    expect(check('# canary-action\n').says).toContain('has no markers <!-- inputs begin -->');
  });
});

/** Every YAML block of a Markdown page. */
function yamlBlocks(page: string): string[] {
  return [...page.matchAll(/^( *)```yaml\n([\s\S]*?)^\1```$/gm)].map(([, , block = '']) => block);
}

/** The `with` of every step in a piece of YAML that uses this action. */
function stepsOfOurs(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: inputs } = value as { uses?: unknown; with?: Record<string, unknown> };
  const inner = Object.values(value).flatMap(stepsOfOurs);
  const ours = typeof uses === 'string' && /^(\.\/|org\/canary-action@)/.test(uses);
  return ours ? [inputs ?? {}, ...inner] : inner;
}

function strangers(inputs: Record<string, unknown>): string[] {
  return Object.keys(inputs).filter((name) => !metadata.inputs.has(name));
}

const pages = ['README.md'];

describe('what the documents show', () => {
  it.each(pages)('%s: every YAML block can be read, and names inputs that exist', (page) => {
    for (const block of yamlBlocks(readFileSync(join(ROOT, page), 'utf8'))) {
      const documents = parseAllDocuments(block).map((d) => {
        expect(d.errors).toEqual([]);
        return d.toJS() as unknown;
      });
      for (const inputs of documents.flatMap(stepsOfOurs)) expect(strangers(inputs)).toEqual([]);
    }
  });

  it('uses the action in the README at least once', () => {
    expect(yamlBlocks(README).flatMap((block) => stepsOfOurs(parse(block)))).not.toHaveLength(0);
  });
});

const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yml'));

describe('the examples', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)('%s: uses the action with inputs that exist', (name) => {
    const text = readFileSync(join(ROOT, 'examples', name), 'utf8');
    const content: unknown = parse(text);
    if (!text.includes('\njobs:')) {
      expect(Object.keys(content as object).filter((key) => !isSetting(key))).toEqual([]);
      return;
    }
    const ours = stepsOfOurs(content);
    expect(ours).not.toHaveLength(0);
    for (const inputs of ours) expect(strangers(inputs)).toEqual([]);
  });
});

/** What may stand in a config file. */
function isSetting(name: string): boolean {
  return (inputNames() as readonly string[]).includes(name);
}
