// action.yml, the tables of the documents and the config file's schema follow the declarations of the inputs, and the
// action can read every input that documents show.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ACTION } from '../../../src/inputs/input-host.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { readAccountAccess } from '../../../src/inputs/read-all-releases.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { GENERATED } from '../../../tools/generate.ts';
import { REQUIRED, withInputs, withOverview, withTables } from '../../../tools/input-docs.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('what is written from the declarations of the inputs', () => {
  it.each(Object.keys(GENERATED))('%s is up to date; else: npm run generate', (file) => {
    expect(GENERATED[file]?.(read(file))).toBe(read(file));
  });

  it.each([
    { page: 'README.md', write: withOverview, row: /\n\| \[`steps`\].*\|(?=\n)/ },
    { page: 'docs/inputs.md', write: withTables, row: /\n\| <a id="input-steps">.*\|(?=\n)/ },
  ])('comes back where a row of $page is missing or a word has changed', ({ page, write, row }) => {
    const text = read(page);
    expect(text).toMatch(row);
    for (const stale of [text.replace(row, ''), text.replace('| `weight` |', '| `share` |')]) {
      expect(stale).not.toBe(text);
      expect(write(stale, read('action.yml'))).toBe(text);
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

  it('names every input in the README, and describes each in one line of action.yml', () => {
    const { inputs } = parse(read('action.yml')) as {
      readonly inputs: Readonly<Record<string, { readonly description: string }>>;
    };
    for (const [name, { description }] of Object.entries(inputs)) {
      expect(read('README.md')).toContain(`[\`${name}\`](docs/inputs.md#input-${name})`);
      expect(read('docs/inputs.md')).toContain(`<a id="input-${name}"></a>`);
      expect(read('action.yml')).toContain(`description: '${description.replaceAll("'", "''")}'\n`);
    }
  });
});

describe('the inputs that the documents call required', () => {
  const values: Readonly<Record<string, string>> = {
    functions: 'orders',
    alias: 'live',
    'rest-api-id': 'a1b2c3d4e5',
    'stage-name': 'prod',
  };
  const kinds = [...new Set(Object.values(REQUIRED))];

  it.each(kinds)('%s are enough, and none can be left out', async (kind) => {
    const names = Object.keys(REQUIRED).filter((name) => REQUIRED[name] === kind);
    const all = Object.fromEntries(names.map((name) => [name, values[name]]));
    expect(await readWith(all)).toMatchObject({ region: 'eu-central-1' });
    for (const name of names) await expect(readWith({ ...all, [name]: '' })).rejects.toThrow();
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
  '${{ matrix.functions }}': 'orders, payments',
  '${{ matrix.service }}-5xx': 'orders-5xx',
  '${{ vars.RELEASE_ROLE }}': 'arn:aws:iam::123456789012:role/canary-release-orders',
  '${{ secrets.SLACK_WEBHOOK_URL }}': 'https://hooks.slack.com/services/T0/B0/x',
};

/** The same for a step that names no target. */
function readAll(inputs: With) {
  const env = { AWS_REGION: 'eu-central-1' };
  return readAccountAccess(env, (name) => String(inputs[name] ?? ''), TARGET_KINDS, ACTION);
}

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
      // What steps set in their env.
      SMOKE_TOKEN: 'a-token-of-the-reader',
      ...Object.fromEntries(variables),
    },
    TARGET_KINDS,
  );
}

const OF_THE_READER = [
  ...['config', 'template', 'appspec', 'api-definition'].map(
    (name) => [name, 'there is no such file in the checkout'] as const,
  ),
  ...['stack', 'outputs-file'].map((name) => [name, 'names cannot be looked up here'] as const),
];

describe('what the documents show', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const shown = pages.flatMap((page) =>
    yamlBlocks(readFileSync(join(ROOT, page), 'utf8')).flatMap((block) =>
      stepsOfOurs(parse(block, { logLevel: 'silent' })).map((inputs) => ({
        page,
        inputs,
        text: JSON.stringify(inputs),
      })),
    ),
  );

  it('is every way to use the action', () => {
    expect(shown.length).toBeGreaterThanOrEqual(10);
  });

  it.each(shown)('$page: can be read: $text', async ({ inputs }) => {
    // The files, stacks and outputs are the reader's own: nothing else is wrong.
    const [, cannot] = OF_THE_READER.find(([name]) => inputs[name] !== undefined) ?? [];
    if (String(inputs.all) === 'true') {
      expect(readAll(inputs)).toMatchObject({ region: 'eu-central-1' });
    } else if (cannot === undefined) {
      expect(await readWith(inputs)).toMatchObject({ region: 'eu-central-1' });
    } else {
      const text = (await readWith(inputs).catch((error: Error) => error.message)) as string;
      // What a config file would set is missing without it.
      const [, ...problems] = text.split('\n').filter((line) => !line.includes('it is missing'));
      expect(problems).toEqual([expect.stringContaining(cannot)]);
    }
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
    for (const inputs of ours) {
      if (inputs['outputs-file'] !== undefined) {
        await expect(readWith(inputs)).rejects.toThrow(
          /have one problem; .*\n- .*names cannot be looked up here$/,
        );
        continue;
      }
      const read = String(inputs.all) === 'true' ? readAll(inputs) : await readWith(inputs);
      expect(read).toMatchObject({ region: 'eu-central-1' });
    }
  });
});
