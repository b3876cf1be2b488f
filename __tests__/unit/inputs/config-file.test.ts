import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readConfigFile } from '../../../src/inputs/config-file.ts';
import { INPUT_NAMES } from '../../support/input-schema.ts';

const KNOWN = INPUT_NAMES;

describe('the config file', () => {
  let root: string;
  let checkout: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'config-'));
    checkout = join(root, 'checkout');
    mkdirSync(join(checkout, 'deploy'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const read = (path = 'canary.yml') => readConfigFile(path, checkout, KNOWN);
  const reading = (text: string) => {
    writeFileSync(join(checkout, 'canary.yml'), text);
    return read();
  };

  it('has twenty unknown keys named, and the number of the others', async () => {
    const { problems } = await reading(
      Array.from({ length: 25 }, (_, i) => `key${i}: x`).join('\n'),
    );
    expect(problems).toHaveLength(21);
    expect(problems[0]).toBe('config "canary.yml": unknown key "key0".');
    expect(problems.at(-1)).toBe('config "canary.yml": 5 more unknown keys');
  });

  it('sets every value in the same form as a workflow', async () => {
    const text = [
      'stage-name: prod',
      'functions: [orders, payments]',
      'version: { orders: 8, payments: 03 }',
      'stage-variable-overrides:',
      '  release: 1.10',
      '  build: 123456789012345678901234567890',
      '  mask: 0x1F',
      '  on: True',
      'steps: |',
      '  5%/5m',
      '  50%/10m',
      'comment: FALSE',
      'alarms:',
    ].join('\n');
    expect(await reading(text)).toEqual({
      problems: [],
      values: {
        'stage-name': 'prod',
        functions: 'orders\npayments',
        version: 'orders=8\npayments=03',
        'stage-variable-overrides':
          'release=1.10\nbuild=123456789012345678901234567890\nmask=0x1F\non=True',
        steps: '5%/5m\n50%/10m\n',
        comment: 'FALSE',
        alarms: '',
      },
    });
  });

  it('keeps the types of smoke checks, in which 7 and "7" differ', async () => {
    const { values, problems } = await reading(`
smoke:
  headers: { x-count: 1 }
  checks:
    - path: /orders
      expect: { json: { $.id: 7, $.sku: "7", $.price: 1.50, $.list: { equals: [1, "1", null, true] } } }
`);
    expect(problems).toEqual([]);
    const { checks } = JSON.parse(values.smoke ?? '') as {
      readonly checks: readonly { readonly expect: { readonly json: unknown } }[];
    };
    expect(checks[0]?.expect.json).toEqual({
      '$.id': 7,
      '$.sku': '7',
      '$.price': 1.5,
      '$.list': { equals: [1, '1', null, true] },
    });
  });

  it('keeps each value whole', async () => {
    const text = 'alarms: ["a, b", c]\ntemplate-parameters: { Note: "a Version=3", Stage: prod }';
    expect(await reading(text)).toEqual({
      problems: [],
      values: {
        alarms: '["a, b","c"]',
        'template-parameters': 'Note="a Version=3"\nStage=prod',
      },
    });
    const { problems } = await reading('template-parameters: { Note: "a\\nVersion=3" }');
    expect(problems).toEqual([expect.stringContaining('the value of "template-parameters"')]);
  });

  it('preserves any texts that were written into it', async () => {
    const texts = fc.dictionary(fc.constantFrom(...KNOWN), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const { values, problems } = await reading(stringify(given));
        expect(problems).toEqual([]);
        expect(values).toEqual({ ...given });
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '# nothing but a comment\n', '---\n', 'null'])('may be empty: %j', async (text) => {
    expect(await reading(text)).toEqual({ values: {}, problems: [] });
  });

  it('may be in a folder, or be a link within the checkout', async () => {
    writeFileSync(join(checkout, 'deploy', 'real.yml'), 'stage-name: prod');
    symlinkSync('real.yml', join(checkout, 'deploy', 'link.yml'));
    expect((await read('deploy/link.yml')).values).toEqual({ 'stage-name': 'prod' });
    expect((await read('./deploy/../deploy/real.yml')).problems).toEqual([]);
  });

  const BILLION = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`),
  ].join('\n');

  it.each([
    ['not YAML', 'a: [', 'is not YAML: '],
    ['two documents', 'stage-name: a\n---\nstage-name: b', 'is not YAML: '],
    [
      'a key twice',
      'stage-name: a\nstage-name: b',
      'is not YAML: Map keys must be unique; "stage-name" occurs twice',
    ],
    [
      'a key twice in a map',
      'stage-variable-overrides:\n  a: 1\n  b: 2\n  a: 3',
      '"a" occurs twice',
    ],
    ['a nest of brackets', '['.repeat(200_000), 'is not YAML: it is nested more than 100 deep'],
    ['an alias bomb', BILLION, 'Excessive alias count'],
    ['an anchor that is not there', 'stage-name: *nowhere', 'is not YAML: '],
    ['a list', '- stage-name', 'contains no settings; expected lines such as "stage-name: prod"'],
    ['a text', 'prod', 'contains no settings'],
    ['an unknown key', 'step: 5%/5m', 'unknown key "step". Did you mean "steps"?'],
    ['a key of the prototype', '__proto__: x', 'unknown key "__proto__".'],
    ['an inherited name', 'constructor: x', 'unknown key "constructor".'],
    ['a key that is a map', '? {a: b}\n: c', 'unknown key '],
    ['the token', 'github-token: x', 'unknown key "github-token".'],
    ['another config file', 'config: other.yml', 'unknown key "config".'],
    ['a nested map', 'version: { a: { b: c } }', 'the value of "version" is neither a string nor'],
    ['a nested list', 'alarms: [[a]]', 'the value of "alarms" is neither a string nor'],
  ])('is refused with %s', async (_, text, problem) => {
    expect((await reading(text)).problems).toEqual([expect.stringContaining(problem)]);
  });

  it('has all of its unknown keys listed', async () => {
    const { problems, values } = await reading('step: a\nalarm: b\nstage-name: prod');
    expect(problems).toHaveLength(2);
    expect(values).toEqual({ 'stage-name': 'prod' });
  });

  it('does not change the prototype of objects', async () => {
    await reading('__proto__: { polluted: yes }\nversion: { __proto__: 8 }');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is not read when it is larger than 256 KiB', async () => {
    const long = `alarms: ${'x'.repeat(300_000)}`;
    expect((await reading(long)).problems).toEqual([
      'config "canary.yml": it has 300008 bytes; expected at most 262144',
    ]);
  });

  it('is not read outside the checkout, however it is reached', async () => {
    writeFileSync(join(root, 'secret.yml'), 'stage-name: secret');
    mkdirSync(join(root, 'checkout-of-another'));
    writeFileSync(join(root, 'checkout-of-another', 'x.yml'), 'stage-name: secret');
    symlinkSync(join(root, 'secret.yml'), join(checkout, 'file-link.yml'));
    symlinkSync(root, join(checkout, 'folder-link'));
    const paths = [
      '../secret.yml',
      join(root, 'secret.yml'),
      'deploy/../../secret.yml',
      'file-link.yml',
      'folder-link/secret.yml',
      '../checkout-of-another/x.yml',
      '.',
      '/dev/zero',
    ];
    for (const path of paths) {
      const { values, problems } = await read(path);
      expect(values).toEqual({});
      expect(problems).toEqual([`config "${path}": it is outside the checkout`]);
    }
  });

  it('must be a file', async () => {
    execFileSync('mkfifo', [join(checkout, 'pipe.yml')]);
    expect((await read('deploy')).problems).toEqual([
      'config "deploy": it is a folder; expected a file',
    ]);
    expect((await read('pipe.yml')).problems).toEqual([
      'config "pipe.yml": it is not a regular file',
    ]);
    expect((await read('none.yml')).problems).toEqual([
      expect.stringContaining('there is no such file in the checkout'),
    ]);
    expect((await read('a\0b')).problems).toEqual([expect.stringContaining('config ')]);
  });
});
