// The README's tables follow action.yml, and the action can read every input that documents show.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/read.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

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

type With = Readonly<Record<string, unknown>>;

/** The `with` of every step in a piece of YAML that uses this action, or that names none. */
function stepsOfOurs(value: unknown): readonly With[] {
  if (Array.isArray(value)) return value.flatMap(stepsOfOurs);
  if (typeof value !== 'object' || value === null) return [];
  const { uses = 'org/canary-action@', with: inputs } = value as { uses?: unknown; with?: With };
  const inner = Object.entries(value).flatMap(([key, v]) => (key === 'with' ? [] : stepsOfOurs(v)));
  const ours = typeof uses === 'string' && uses.startsWith('org/canary-action@');
  return ours && inputs ? [inputs, ...inner] : inner;
}

/** What stands for GitHub's expressions. */
const VALUES: Readonly<Record<string, string>> = {
  '${{ vars.ORDERS_API }}': 'a1b2c3d4e5',
  '${{ inputs.version }}': '8',
  '${{ matrix.service }}': 'orders',
  '${{ matrix.service }}-5xx': 'orders-5xx',
  '${{ secrets.SLACK_WEBHOOK_URL }}': 'https://hooks.slack.com/services/T0/B0/x',
};

/** Reads a step's inputs as the action does. Rejects with everything that is wrong with them. */
function read(inputs: With): Promise<Inputs> {
  const variables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    VALUES[String(value)] ?? String(value),
  ]);
  return readInputs({
    AWS_REGION: 'eu-central-1',
    GITHUB_WORKSPACE: ROOT,
    ...Object.fromEntries(variables),
  });
}

describe('what the documents show', () => {
  const pages = ['README.md', 'docs/hooks.md', 'docs/report-schema.md'];
  const shown = pages.flatMap((page) =>
    yamlBlocks(readFileSync(join(ROOT, page), 'utf8')).flatMap((block) =>
      stepsOfOurs(parse(block)).map((inputs) => ({ page, inputs, text: JSON.stringify(inputs) })),
    ),
  );

  it('is every way to use the action', () => {
    expect(shown.length).toBeGreaterThanOrEqual(10);
  });

  it.each(shown)('$page: can be read: $text', async ({ inputs }) => {
    // The README's config file is the reader's own.
    if (inputs.config !== undefined) await expect(read(inputs)).rejects.toThrow('no such file');
    else expect(await read(inputs)).toMatchObject({ region: 'eu-central-1' });
  });
});

interface CalledJob {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The jobs that call a workflow of this project: what they give it, and what it declares. */
function callsOfOurs({ jobs }: { readonly jobs: Readonly<Record<string, CalledJob>> }) {
  return Object.values(jobs).flatMap(({ uses, with: given = {} }) => {
    const path = /^org\/canary-action\/(\.github\/workflows\/[\w-]+\.yml)@v1$/.exec(
      uses ?? '',
    )?.[1];
    if (path === undefined) return [];
    const { on } = parse(readFileSync(join(ROOT, path), 'utf8')) as {
      on: { workflow_call: { inputs: Record<string, { required?: boolean }> } };
    };
    return [{ given: Object.keys(given), declared: on.workflow_call.inputs }];
  });
}

const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yml'));
const workflows = examples
  .map((name) => ({ name, content: parse(readFileSync(join(ROOT, 'examples', name), 'utf8')) }))
  .filter(({ content }) => 'jobs' in content);

describe('the examples', () => {
  it('are workflows, and one config file', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(3);
    expect(examples).toHaveLength(workflows.length + 1);
  });

  it.each(workflows)('$name: can be read as it stands', async ({ content }) => {
    const ours = stepsOfOurs(content);
    const calls = callsOfOurs(content);
    expect(ours.length + calls.length).toBeGreaterThan(0);
    for (const { given, declared } of calls) {
      expect(Object.keys(declared)).toEqual(expect.arrayContaining(given));
      const required = Object.keys(declared).filter((name) => declared[name]?.required);
      expect(given).toEqual(expect.arrayContaining(required));
    }
    for (const inputs of ours) expect(await read(inputs)).toMatchObject({ region: 'eu-central-1' });
  });
});
