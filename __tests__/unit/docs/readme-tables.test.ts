// action.yml, the README's tables and the config file's schema follow the declarations of the inputs,
// and the action can read every input that documents show.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { GENERATED } from '../../../tools/generate.ts';
import { withInputs, withTables } from '../../../tools/input-docs.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('what is written from the declarations of the inputs', () => {
  it.each(Object.keys(GENERATED))('%s is up to date; else: npm run generate', (file) => {
    expect(GENERATED[file]?.(read(file))).toBe(read(file));
  });

  it('comes back where a row is missing or a word has changed', () => {
    const row = /\n\| `steps` \|.*\|(?=\n)/;
    expect(README).toMatch(row);
    for (const stale of [README.replace(row, ''), README.replace('| `weight` |', '| `share` |')]) {
      expect(stale).not.toBe(README);
      expect(withTables(stale, read('action.yml'))).toBe(README);
    }
    const stale = read('action.yml').replace('  steps:\n', '  step:\n    default: 5%\n');
    expect(withInputs(stale)).toBe(read('action.yml'));
  });

  it('has its place, which a page without markers lacks', () => {
    expect(() => withTables('# canary-action\n', read('action.yml'))).toThrow(
      'has no markers <!-- inputs begin -->',
    );
    expect(() => withInputs('name: x\n')).toThrow('action.yml lacks inputs:');
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
  // An output that is a date is JSON.
  '${{ steps.aws.outputs.aws-expiration }}': '"2030-01-31T12:00:00.000Z"',
  '${{ matrix.service }}': 'orders',
  '${{ matrix.service }}-5xx': 'orders-5xx',
  '${{ secrets.SLACK_WEBHOOK_URL }}': 'https://hooks.slack.com/services/T0/B0/x',
};

/** Reads a step's inputs as the action does. Rejects with everything that is wrong with them. */
function readWith(inputs: With): Promise<Inputs> {
  const variables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    VALUES[String(value)] ?? String(value),
  ]);
  return readInputs(
    {
      AWS_REGION: 'eu-central-1',
      GITHUB_WORKSPACE: ROOT,
      ...Object.fromEntries(variables),
    },
    TARGET_KINDS,
  );
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
    if (inputs.config !== undefined) await expect(readWith(inputs)).rejects.toThrow('no such file');
    else expect(await readWith(inputs)).toMatchObject({ region: 'eu-central-1' });
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

  it.each(workflows)('$name: can be read unchanged', async ({ content }) => {
    const ours = stepsOfOurs(content);
    const calls = callsOfOurs(content);
    expect(ours.length + calls.length).toBeGreaterThan(0);
    for (const { given, declared } of calls) {
      expect(Object.keys(declared)).toEqual(expect.arrayContaining(given));
      const required = Object.keys(declared).filter((name) => declared[name]?.required);
      expect(given).toEqual(expect.arrayContaining(required));
    }
    for (const inputs of ours)
      expect(await readWith(inputs)).toMatchObject({ region: 'eu-central-1' });
  });
});
