// An input that nothing uses is refused where a release begins.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { INPUTS } from '../../support/input-schema.ts';

type Given = Readonly<Record<string, string>>;

const STAGE: Given = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod' };
const HOOK = { 'pre-traffic-hook': 'orders-smoke' };

function environment(inputs: Given): Given {
  const variables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return { AWS_REGION: 'eu-west-1', ...Object.fromEntries(variables) };
}

async function problemsOf(inputs: Given): Promise<readonly string[]> {
  try {
    await readInputs(environment({ ...STAGE, ...inputs }), TARGET_KINDS);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

interface Row {
  readonly input: string;
  readonly value: string;
  /** Why it has no effect, completed by what. */
  readonly says: string;
  readonly given?: Given;
  /** With which it has one. */
  readonly repaired: Given;
}

const METRICS =
  '[{ name: orders, worse: lower, namespace: Shop, events: Placed, total: Checkouts, canary: { V: "2" }, stable: { V: "1" } }]';

const ROWS: readonly Row[] = [
  {
    input: 'on-alarm-at-start',
    value: 'continue',
    says: 'without alarms; expected alarms,',
    repaired: { alarms: 'errors' },
  },
  ...[
    ['compare', 'errors'],
    ['false-rollback-rate', '2%'],
    ['dispersion', '2'],
    ['metrics', METRICS],
  ].map(([input = '', value = '']) => ({
    input,
    value,
    says: 'with analysis: off; expected analysis: enforce or observe,',
    given: { analysis: 'off' },
    repaired: { analysis: 'observe' },
  })),
  {
    input: 'min-step-time',
    value: '2m',
    says: 'with advance: time; expected advance: evidence,',
    repaired: { advance: 'evidence' },
  },
  ...[{ 'bake-time': '0s' }, { steps: 'AllAtOnce' }].map((given) => ({
    input: 'hold-back',
    value: '10%',
    says: 'without steps or a bake, which it changes; expected steps and a bake-time,',
    given,
    repaired: { 'bake-time': '5m', steps: '50%/5m' },
  })),
  {
    input: 'hook-timeout',
    value: '90s',
    says: 'without hooks; expected pre-traffic-hook, step-hook or post-traffic-hook,',
    repaired: { 'post-traffic-hook': 'orders-smoke' },
  },
  {
    input: 'hook-secret',
    value: 'correct horse battery',
    says: 'without a hook address or notify-url, whose requests it signs; expected one of them,',
    given: HOOK,
    repaired: { 'step-hook': 'https://checks.example.com' },
  },
  {
    input: 'hook-secret',
    value: 'correct horse battery',
    says: 'without a hook address or notify-url,',
    repaired: { 'notify-url': 'https://chat.example.com' },
  },
  {
    input: 'on-closed',
    value: 'wait',
    says: 'without anything that closes; expected window, freeze or stop-switch,',
    repaired: { 'stop-switch': 'alarm=stop' },
  },
  {
    input: 'override-freeze',
    value: 'fix for INC-42',
    says: 'without window or freeze; expected one of them,',
    repaired: { window: 'Mon-Thu 09:00-16:00 UTC' },
  },
  {
    input: 'feedback',
    value: 'hold',
    says: 'with comment: false, because it reads reactions to the comment; expected comment: true,',
    given: { comment: 'false' },
    repaired: { comment: 'true' },
  },
  {
    input: 'environment-url',
    value: 'https://shop.example.com',
    says: 'without environment; expected environment,',
    repaired: { environment: 'production' },
  },
  {
    input: 'role-duration-seconds',
    value: '7200',
    says: 'without role-to-assume; expected role-to-assume,',
    repaired: { 'role-to-assume': 'arn:aws:iam::123456789012:role/release' },
  },
  {
    input: 'shadow-stage',
    value: 'true',
    says: 'without pre-traffic-hook, smoke or door, which alone can call the stage; expected pre-traffic-hook, smoke or door,',
    repaired: HOOK,
  },
];

describe('An input that nothing uses', () => {
  it.each(ROWS)('$input is refused: $says', async ({ input, value, says, given, repaired }) => {
    const problems = await problemsOf({ ...given, [input]: value });
    expect(problems).toEqual([expect.stringContaining(`- ${input}: it has no effect ${says}`)]);
    expect(problems.join()).toMatch(new RegExp(` or no ${input}$`));
    expect(problems.join()).not.toContain('correct horse battery');
    expect(await problemsOf({ ...given, [input]: value, ...repaired })).toEqual([]);
  });

  it.each(ROWS)('$input may say its default', async ({ input, given }) => {
    expect(await problemsOf({ ...given, [input]: INPUTS[input]?.default ?? '' })).toEqual([]);
  });

  it.each(ROWS)('$input does not stop a rollback', async ({ input, value, given }) => {
    expect(await problemsOf({ command: 'rollback', ...given, [input]: value })).toEqual([]);
  });
});

describe('An input of a config file that nothing uses', () => {
  it('is said, and stops no workflow that shares the file', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'effect-'));
    try {
      writeFileSync(join(workspace, 'canary.yml'), `metrics: ${METRICS}`);
      const env = environment({ ...STAGE, config: 'canary.yml', analysis: 'off' });
      const inputs = await readInputs({ ...env, GITHUB_WORKSPACE: workspace }, TARGET_KINDS);
      expect(inputs.understood).toEqual([
        'config: metrics: it has no effect with analysis: off; expected analysis: enforce or observe, or no metrics',
      ]);
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });
});

describe('A promotion of nothing', () => {
  const NOTHING = 'promote: the canary would be tested and none of it promoted; expected';
  const OVERRIDES = { 'stage-variable-overrides': 'backend=blue' };
  it.each<[string, string, Given]>([
    ['deployment', 'of the draft alone', { promote: 'variables, close' }],
    [
      'variables',
      'of overrides on the same deployment',
      { ...OVERRIDES, definition: 'deployed', promote: 'deployment, close' },
    ],
  ])('is refused, expecting %s (%s)', async (expected, _, inputs) => {
    expect(await problemsOf(inputs)).toEqual([`- ${NOTHING} ${expected}`]);
    expect(await problemsOf({ ...inputs, promote: expected })).toEqual([]);
  });

  it('is not what a promotion of one of two things is', async () => {
    for (const promote of ['deployment', 'variables', 'deployment, variables']) {
      expect(await problemsOf({ ...OVERRIDES, promote })).toEqual([]);
    }
  });
});
