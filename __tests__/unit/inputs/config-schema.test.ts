// docs/config.schema.json and the reader of the config file accept and refuse the same files.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import type { Declaration } from '../../../src/inputs/declaration.ts';
import { ACTION } from '../../../src/inputs/input-host.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { INPUT_NAMES, INPUTS } from '../../support/input-schema.ts';
import { noNames } from '../../support/no-names.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'docs/config.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

type Given = Readonly<Record<string, string>>;

const STAGE: Given = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod', functions: 'orders' };
const ALIAS: Given = { functions: 'orders', alias: 'live' };

let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'schema-'));
  writeFileSync(
    join(workspace, 'template.yml'),
    'Resources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties: { FunctionName: orders, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce } }',
  );
  writeFileSync(
    join(workspace, 'appspec.yml'),
    'version: 0.0\nResources:\n  - orders:\n      Type: AWS::Lambda::Function\n      Properties: { Name: orders, Alias: live, CurrentVersion: 7, TargetVersion: 8 }',
  );
  writeFileSync(join(workspace, 'samconfig.toml'), '[default.deploy.parameters]');
  writeFileSync(join(workspace, 'samconfig.yaml'), 'prod: { deploy: { parameters: {} } }');
  writeFileSync(join(workspace, 'openapi.yml'), 'openapi: 3.0.1');
  writeFileSync(join(workspace, 'outputs.json'), '{ "shop": { "Orders": "shop-orders" } }');
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** The problems of the inputs, one per line; empty if they are valid. */
async function problemsOf(file: string, inputs: Given = {}): Promise<string> {
  writeFileSync(join(workspace, 'canary.yml'), file);
  const given = Object.entries({ ...inputs, config: 'canary.yml' });
  const env = given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const rest = { AWS_REGION: 'eu-west-1', GITHUB_WORKSPACE: workspace };
  return readInputs({ ...rest, ...Object.fromEntries(env) }, TARGET_KINDS, {
    ...ACTION,
    lookUp: noNames,
  }).then(
    () => '',
    (error: Error) => error.message,
  );
}

const example = readFileSync(join(ROOT, 'examples/canary.yml'), 'utf8');

describe('the schema of the config file', () => {
  it('is of the draft that editors know', () => {
    expect(SCHEMA.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(example.split('\n')[0]).toBe(`# yaml-language-server: $schema=${SCHEMA.$id}`);
  });

  it('contains exactly the names that the file may contain', () => {
    expect(Object.keys(SCHEMA.properties)).toEqual(INPUT_NAMES);
    expect(SCHEMA.properties).not.toHaveProperty(['hook-secret']);
  });

  it.each([
    ['the example', example],
    ['nothing', ''],
    ['values that are left out', 'rest-api-id: a1\nstage-name: prod\nalarms:\nanalysis: ""'],
    [
      'a stage',
      'rest-api-id: a1\nstage-name: prod\nversion: { orders: 8 }\nfunctions: [orders]\nsteps: [5%/5m, 25%/10m]\ncomment: false\nmin-requests: 100\nstage-variable-overrides: { backend: blue, debug: true }\npromote: [deployment, close]\npre-traffic-hook: smoke\nshadow-stage: true',
    ],
    [
      'aliases',
      'functions: |\n  orders:live\n  payments\nalias: live\nversion: orders=8\non-split-alias: repair\nhook-timeout: 1m30s\npre-traffic-hook:\n  - orders-smoke:live\n  - https://checks.example.com/canary',
    ],
    ['a choice whose word YAML might take for a boolean', 'analysis: off\nroute-guard: off'],
  ])('takes %s, and so does the action', async (_, file) => {
    validate(parse(file));
    expect(validate.errors).toBeNull();
    const base = file.includes('functions') || file.includes('stage-name') ? {} : STAGE;
    expect(await problemsOf(file, base)).toBe('');
  });

  it.each([
    ['an unknown name', 'step: 5%/5m'],
    ['the token', 'github-token: x'],
    ['another config file', 'config: other.yml'],
    ['a secret', 'hook-secret: x'],
    ['a word that is not among the choices', 'route-guard: blok'],
    ['a number for a time', 'bake-time: 5'],
    ['a time with a unit that is none', 'bake-time: 5d'],
    ['yes for true', 'comment: yes'],
    ['a list of lists', 'alarms: [[a]]'],
    ['a map of maps', 'version: { a: { b: c } }'],
    ['a number below the least', 'min-requests: 0'],
    ['a session that is too long', 'role-duration-seconds: 90000'],
    ['a part of a promotion that is none', 'promote: [deployment, variable]'],
    ['a metric without a total', 'metrics: [{ name: a, namespace: b, events: c }]'],
    ['a metric with a key that is none', 'metrics: [{ name: a, better: higher }]'],
    ['a list at the top', '- stage-name'],
    ['an address without its scheme', 'notify-url: chat.example.com'],
  ])('refuses %s, and so does the action', async (_, file) => {
    expect(validate(parse(file))).toBe(false);
    expect(await problemsOf(file, STAGE)).toMatch(/^The inputs have /);
  });
});

/** Two texts that an input accepts, if they are not its allowed words or its default. */
const TEXTS: Readonly<Record<string, readonly [string, string]>> = {
  'rest-api-id': ['a1b2c3d4e5', 'f6g7h8i9j0'],
  'stage-name': ['prod', 'test'],
  alias: ['live', 'blue'],
  functions: ['orders', 'payments'],
  version: ['8', 'orders=8'],
  'code-sha256': [`${'a'.repeat(43)}=`, `orders=${'a'.repeat(43)}=`],
  'api-definition': ['openapi.yml', './openapi.yml'],
  code: ['dist/orders.zip', 'orders=dist/orders/'],
  'code-bucket': ['code-of-shop', 'code.of.shop'],
  stack: ['shop', 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1a2b'],
  'outputs-file': ['outputs.json', './outputs.json'],
  appspec: ['appspec.yml', './appspec.yml'],
  template: ['template.yml', './template.yml'],
  'sam-config': ['samconfig.toml', 'samconfig.yaml#prod'],
  'template-parameters': ['Stage=prod', 'Size=1'],
  steps: ['5%/5m', '10%/5m'],
  'max-step-time': ['20m', '30m'],
  alarms: ['errors', 'latency'],
  metrics: ['[]', '[ ]'],
  'stage-variable-overrides': ['backend=blue', 'debug=1'],
  'rollback-to': ['orders=7', 'payments=3'],
  'pre-traffic-hook': ['orders-smoke', 'orders-check'],
  'step-hook': ['orders-smoke', 'orders-check'],
  'post-traffic-hook': ['orders-smoke', 'orders-check'],
  window: ['Mon-Thu 09:00-16:00 Europe/Berlin', '09:00-16:00 UTC'],
  freeze: ['2026-12-18..2027-01-04 holidays', '2026-12-24'],
  'stop-switch': ['parameter=/releases/stop', 'alarm: stop'],
  'notify-url': ['https://a.example', 'https://b.example'],
  'keep-versions': ['5', '6'],
  'approve-at': ['50%', '0%'],
  approvers: ['CODEOWNERS services/orders', '@octo-org/releases'],
  door: ['true', 'api.example.com'],
  'role-to-assume': ['arn:aws:iam::123456789012:role/a', 'arn:aws:iam::123456789012:role/b'],
  'credentials-expire-at': ['2030-01-31T12:00:00Z', '"2030-01-31T12:00:00.000Z"'],
  environment: ['production', 'test'],
  'environment-url': ['https://a.example', 'https://b.example'],
};

const METRIC = {
  ...{ name: 'orders placed', worse: 'lower', namespace: 'Shop', events: 'Placed' },
  ...{ total: 'Checkouts', canary: { Version: '{to.orders}' }, stable: { Version: 7 } },
};

function declarationOf(name: string): Declaration {
  const declared = INPUTS[name];
  if (!declared) throw new Error(`there is no input ${name}`);
  return declared;
}

/** A value of every YAML kind, and texts that the input accepts. */
function samplesOf(name: string): readonly unknown[] {
  const { default: text, type } = declarationOf(name);
  const [first = text, second = text] = TEXTS[name] ?? type.words ?? [];
  const lists = [[first, second], [[first]], [METRIC]];
  const maps = [{ orders: 8 }, { orders: [8] }];
  return [first, second, '', null, 8, 1000, true, ...lists, ...maps];
}

/** Other inputs that this one requires. */
function othersOf(name: string): Given {
  if (name === 'template-parameters' || name === 'sam-config')
    return { ...ALIAS, template: 'template.yml' };
  if (name === 'template' || name === 'appspec') return {};
  const { [name]: _, ...others } = declarationOf(name).only === 'aliases' ? ALIAS : STAGE;
  return others;
}

/** Problems of several inputs together, not of a single one. */
const TOGETHER =
  /it is missing|it is empty|does not name its function|is not among|has no alias|has no effect/;

/** Whether the reader accepts the value, ignoring problems of the other inputs. */
async function isRead(name: string, value: unknown): Promise<boolean> {
  const problems = await problemsOf(stringify({ [name]: value }), othersOf(name));
  const ofThis = new RegExp(`^- (config "canary.yml": .*"${name}"|${name}[ :,])`);
  return !problems.split('\n').some((line) => ofThis.test(line) && !TOGETHER.test(line));
}

/** The schema requires quotes if a text looks like a number or a boolean. */
const QUOTED = ['number', 'boolean'];

/** These accept nearly any text, so the reader also accepts a list or a map as text. */
const ANY_TEXT: readonly string[] = [
  'alarms',
  'canary-metric-dimension',
  'environment',
  'notify-url',
];

describe('the schema and the action agree about a value of any kind', () => {
  it.each(INPUT_NAMES)('for %s', async (name) => {
    const disagreements: string[] = [];
    for (const value of samplesOf(name)) {
      const allowed = validate({ [name]: value });
      const stricter = QUOTED.includes(typeof value) || ANY_TEXT.includes(name);
      if (!allowed && stricter) continue;
      if (allowed !== (await isRead(name, value))) disagreements.push(JSON.stringify(value));
    }
    expect(disagreements).toEqual([]);
  });

  it.each(INPUT_NAMES)('and both accept its texts, empty and null, for %s', async (name) => {
    const [first, second] = samplesOf(name);
    for (const value of [first, second, '', null]) {
      expect([value, validate({ [name]: value })]).toEqual([value, true]);
      expect([value, await isRead(name, value)]).toEqual([value, true]);
    }
  });
});
