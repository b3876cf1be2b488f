// What people get wrong in their workflow: refused at once, with everything that is wrong, and
// without a single call to AWS; or, where only AWS can know, without a change.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HelloApi } from '../../demo/hello-api.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { RunOptions } from '../support/runner.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';
import {
  acceptedWrites,
  attempt,
  makeApi,
  openAws,
  type Refusal,
  stateOf,
  twoAtATime,
} from './preflight-refusals.ts';

interface Case {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The problems, in order; a part of each. */
  readonly says: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Content of `canary.yml` in the checkout, or what prepares the checkout. */
  readonly checkout?: string | ((workspace: Workspace) => void);
}

const STAGE = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod' };
const CONFIG = { ...STAGE, config: 'canary.yml' };

const BAD: readonly Case[] = [
  {
    title: 'inputs that are empty',
    inputs: { 'rest-api-id': '', 'stage-name': '  ' },
    says: ['rest-api-id: it is missing or empty', 'stage-name: it is missing or empty'],
  },
  {
    title: 'an unknown input',
    inputs: { ...STAGE, alrams: 'orders-5xx' },
    says: ['alrams: this action has no such input. Did you mean "alarms"?'],
  },
  {
    title: 'a weight of 0',
    inputs: { ...STAGE, steps: '0%/5m' },
    says: ['steps: "0%/5m": a weight of 0% sends no traffic to the canary'],
  },
  {
    title: 'a weight above 100 with three decimals',
    inputs: { ...STAGE, steps: '100.001%/5m' },
    says: ['steps: "100.001%/5m": "100.001%" has more than two decimals'],
  },
  {
    title: 'a weight above 100',
    inputs: { ...STAGE, steps: '5%/5m, 101%/5m' },
    says: ['steps: "101%/5m": a weight of 101% is above 100%'],
  },
  {
    title: 'two per cent signs',
    inputs: { ...STAGE, steps: '5%%/5m' },
    says: ['steps: "5%%/5m": "5%%" is not a percentage'],
  },
  {
    title: 'steps that descend',
    inputs: { ...STAGE, steps: '50%/5m, 25%/5m' },
    says: ['steps: 25% follows 50%; expected each step to be larger than the last'],
  },
  {
    title: 'a step of no time',
    inputs: { ...STAGE, steps: '5%/0s' },
    says: ['steps: "5%/0s": a step of 0 s measures nothing'],
  },
  {
    title: 'a preset misspelt',
    inputs: { ...STAGE, steps: 'Canary10Percent5Minuts' },
    says: [
      'steps: "Canary10Percent5Minuts" is not the name of a preset. Did you mean "Canary10Percent5Minutes"?',
    ],
  },
  {
    title: 'the draft of a function',
    inputs: { ...STAGE, functions: 'orders:$LATEST' },
    says: ['functions: "orders:$LATEST": $LATEST changes with every update'],
  },
  {
    title: 'a function of another region',
    inputs: { ...STAGE, functions: 'arn:aws:lambda:eu-central-1:123456789012:function:orders' },
    says: ['is in eu-central-1, but the job uses us-east-1'],
  },
  {
    title: 'a stage variable that API Gateway refuses',
    inputs: { ...STAGE, 'stage-variable-overrides': 'greeting=Hello World!' },
    says: ['stage-variable-overrides: the value of "greeting" would be refused by API Gateway'],
  },
  {
    title: 'no region',
    inputs: STAGE,
    env: { AWS_REGION: '', AWS_DEFAULT_REGION: '' },
    says: ['AWS_REGION is not set; expected the step aws-actions/configure-aws-credentials'],
  },
  {
    title: 'a config file that is missing',
    inputs: CONFIG,
    says: ['config "canary.yml": there is no such file in the checkout'],
  },
  {
    title: 'a config file that is not YAML',
    inputs: CONFIG,
    checkout: 'steps: [5%/5m\nalarms: }',
    says: ['config "canary.yml" is not YAML: '],
  },
  {
    title: 'a config file with an unknown key',
    inputs: CONFIG,
    checkout: 'step: 5%/5m\n__proto__: x\ngithub-token: secret',
    says: [
      'config "canary.yml": unknown key "step". Did you mean "steps"?',
      'config "canary.yml": unknown key "__proto__".',
      'config "canary.yml": unknown key "github-token".',
    ],
  },
  {
    title: 'a config file outside the checkout',
    inputs: { ...STAGE, config: '../_temp/event.json' },
    says: ['config "../_temp/event.json": it is outside the checkout'],
  },
  {
    title: 'a config file that links out of the checkout',
    inputs: CONFIG,
    checkout: ({ checkout, temp }) => {
      writeFileSync(join(temp, 'secret.yml'), 'steps: 5%/5m');
      symlinkSync(join(temp, 'secret.yml'), join(checkout, 'canary.yml'));
    },
    says: ['config "canary.yml": it is outside the checkout'],
  },
  {
    title: 'a config file that is a folder',
    inputs: CONFIG,
    checkout: ({ checkout }) => mkdirSync(join(checkout, 'canary.yml')),
    says: ['config "canary.yml": it is a folder; expected a file'],
  },
  {
    title: 'a hook that is neither function nor safe address',
    inputs: {
      ...STAGE,
      'pre-traffic-hook': 'http://hooks.example.com/orders?token=ghs_token_of_the_job',
      'step-hook': 'smoke test',
      'post-traffic-hook': 'https://me:ghs_token_of_the_job@hooks.example.com/',
      'hook-timeout': '1h',
    },
    says: [
      'pre-traffic-hook: the address on "hooks.example.com"; expected an address that begins with https://',
      'step-hook: "smoke test"; expected one per line: a Lambda function',
      'post-traffic-hook: the address on "hooks.example.com" contains a user name or password',
      'hook-timeout: "1h"; expected from 1s to 15m',
    ],
  },
  {
    title: 'a secret in the config file',
    inputs: CONFIG,
    checkout: 'hook-secret: x',
    says: ['config "canary.yml": unknown key "hook-secret".'],
  },
  {
    title: 'everything at once',
    inputs: {
      'stage-name': 'a/b',
      steps: '0%/5m',
      alrams: 'x',
      comment: 'maybe',
      config: 'none.yml',
    },
    says: [
      'alrams: this action has no such input',
      'config "none.yml": there is no such file',
      'stage-name: "a/b"; expected a stage\'s name',
      'steps: "0%/5m"',
      'comment: "maybe"; expected true or false',
      'rest-api-id: it is missing or empty',
    ],
  },
];

describe('input that is wrong by itself', () => {
  let simulator: Simulator;
  const said = new Map<Case, Refusal>();
  beforeAll(async () => {
    simulator = await openAws();
    await twoAtATime(BAD, async (one) => void said.set(one, await runCase(simulator, one)));
  });
  afterAll(() => simulator.close());

  it.each(BAD.map((one) => [one.title, one] as const))('%s is refused', (_, one) => {
    const { exitCode, errors, calls, outputs, summary } = said.get(one)!;
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ outcome: 'failed', cause: 'refused' });
    for (const text of one.says) expect(outputs.reason).toContain(text);
    expect(summary).toContain('## ❌ Failed');
    expect(summary.match(/^- /gm)).toHaveLength(one.says.length);
    expect(errors).toHaveLength(1);
    const [headline = '', ...problems] = errors[0]!.split('\n');
    const count = one.says.length === 1 ? 'one problem' : `${one.says.length} problems`;
    expect(headline).toBe(`The inputs have ${count}; nothing was changed in AWS.`);
    expect(problems).toEqual(one.says.map((text) => expect.stringContaining(text)));
    expect(calls).toEqual([]);
  });

  it('never shows the token, nor a stack', () => {
    for (const { log } of said.values()) {
      expect(log).not.toContain('ghs_token_of_the_job');
      expect(log).not.toMatch(/^\s+at /m);
    }
  });
});

function runCase(simulator: Simulator, { inputs, env = {}, checkout }: Case): Promise<Refusal> {
  const workspace = createWorkspace();
  if (typeof checkout === 'string') writeFileSync(join(workspace.checkout, 'canary.yml'), checkout);
  else checkout?.(workspace);
  return attempt(simulator, { inputs, env, workspace });
}

const UNKNOWN: readonly { title: string; inputs: Record<string, string>; says: string }[] = [
  {
    title: 'the id of an HTTP API',
    inputs: { 'rest-api-id': 'h0ttp0api0' },
    says: 'rest-api-id: there is no REST API "h0ttp0api0" in us-east-1. HTTP and WebSocket APIs are not visible here',
  },
  {
    title: 'a stage that is missing',
    inputs: { 'stage-name': 'porduction' },
    says: 'has no stage "porduction"; a canary needs a stage that already serves a deployment',
  },
  {
    title: 'a function that is missing',
    inputs: { functions: 'no-such-function' },
    says: 'functions: there is no function "no-such-function" in us-east-1',
  },
  {
    title: 'a version that is missing',
    inputs: { version: '99' },
    says: 'version: "known" has no published version 99',
  },
  {
    title: 'an alarm that is missing',
    inputs: { alarms: 'no-such-alarm' },
    says: 'alarms: there is no alarm "no-such-alarm" in us-east-1',
  },
  {
    title: 'a function of another account',
    inputs: { functions: 'arn:aws:lambda:us-east-1:999999999999:function:known' },
    says: 'functions: "known" belongs to account 999999999999, but the job uses account 123456789012',
  },
];

describe('input that only AWS knows to be wrong', () => {
  let simulator: Simulator;
  let api: HelloApi;
  let before: unknown;
  const said = new Map<string, Refusal>();
  beforeAll(async () => {
    simulator = await openAws();
    api = await makeApi(simulator, 'known');
    before = await stateOf(api);
    const usual = {
      'rest-api-id': api.restApiId,
      'stage-name': 'prod',
      functions: 'known',
      version: '1',
    };
    await twoAtATime(UNKNOWN, async ({ title, inputs }) => {
      const version = inputs.functions?.includes('no-such') ? { version: '' } : {};
      const options: RunOptions = { inputs: { ...usual, ...version, ...inputs } };
      said.set(title, await attempt(simulator, options));
    });
  });
  afterAll(() => simulator.close());

  it.each(UNKNOWN.map(({ title, says }) => [title, says]))('%s is refused', (title, says) => {
    const { exitCode, errors, outputs, summary, calls } = said.get(title)!;
    expect(exitCode).toBe(1);
    expect(errors.join('\n')).toContain(says);
    expect(outputs.outcome).toBe('failed');
    expect(summary).toContain('❌ Failed');
    expect(acceptedWrites(calls)).toEqual([]);
  });

  it('leaves AWS as it was', async () => {
    expect(await stateOf(api)).toEqual(before);
  });
});
