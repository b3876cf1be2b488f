import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { INPUT_NAMES } from '../../support/input-schema.ts';

type Given = Readonly<Record<string, string>>;

const MINIMUM: Given = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod' };

const environment = (inputs: Given, more: Given = {}) => ({
  AWS_REGION: 'eu-west-1',
  ...Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  ),
  ...more,
});

const read = (inputs: Given = {}, more: Given = {}) =>
  readInputs(environment({ ...MINIMUM, ...inputs }, more), TARGET_KINDS);

const HASH = `${'Ab1+/'.repeat(8)}abc=`;

/** The problems with these inputs, without the headline; empty when there are none. */
const problemsOf = async (inputs: Given, more: Given = {}): Promise<readonly string[]> => {
  try {
    await read(inputs, more);
    return [];
  } catch (error) {
    const [headline, ...lines] = (error as Error).message.split('\n');
    expect(headline).toMatch(/^The inputs have .* problems?; nothing was changed in AWS\.$/);
    return lines.map((line) => line.replace(/^- /, ''));
  }
};

/** What else some inputs need. */
const WITH: Readonly<Record<string, Given>> = {
  'on-alarm-at-start': { alarms: 'errors' },
  promote: { functions: 'orders' },
};

describe('the inputs', () => {
  it('have a default except for the API and the stage', async () => {
    expect(await read()).toEqual({
      region: 'eu-west-1',
      command: 'rollout',
      target: {
        kind: 'stage',
        restApiId: 'a1b2c3d4e5',
        stageName: 'prod',
        overrides: {},
        useStageCache: 'auto',
        promote: { deployment: true, variables: true, close: true },
        definition: 'draft',
        routeGuard: 'block',
        invokePermission: 'check',
        canaryDimension: '{stage}/Canary',
        shadowStage: undefined,
        splits: true,
        compares: true,
        tellsHooks: false,
      },
      functions: [],
      steps: [
        { weight: 5, holdSeconds: 300 },
        { weight: 25, holdSeconds: 600 },
        { weight: 50, holdSeconds: 600 },
      ],
      advance: { kind: 'time', maxSeconds: undefined },
      bakeSeconds: 300,
      alarms: [],
      onAlarmAtStart: 'stop',
      analysis: 'enforce',
      compare: ['errors', 'client-errors', 'latency'],
      falseRollbackRate: 0.01,
      logs: 'auto',
      logSamples: false,
      dispersion: 'auto',
      warmUpSeconds: 60,
      minRequests: 1,
      metrics: [],
      onInconclusive: 'hold',
      onUnfinished: 'resume',
      supersede: 'fail',
      onCancel: 'rollback',
      planOf: 'rollout',
      onOtherPlan: 'fail',
      holdSeconds: 0,
      rollbackTo: undefined,
      asked: { steps: undefined, advance: undefined, bakeSeconds: undefined, functions: [] },
      hooks: {
        calls: { 'pre-traffic': [], step: [], 'post-traffic': [] },
        timeoutSeconds: 60,
        secret: '',
      },
      gates: { times: undefined, override: '', stop: undefined },
      onClosed: 'fail',
      jobTimeoutSeconds: 21_600,
      preview: 'stage',
      previewLimit: 'refuse',
      previewAgeSeconds: 1_209_600,
      protectedStages: ['prod', 'production', 'live'],
      onPullRequest: 'refuse',
      onRollback: 'none',
      comment: true,
      commit: '',
      feedback: 'report',
      environment: '',
      environmentUrl: '',
      stacks: [],
      understood: [],
      githubToken: '',
      door: false,
      approvals: undefined,
    });
  });

  it.each<[string, string, string, unknown]>([
    ['functions', 'orders, payments\nrefunds', 'functions', ['orders', 'payments', 'refunds']],
    ['alarms', 'a b, c\nd, a b', 'alarms', ['a b', 'c', 'd']],
    [
      'alarms',
      'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders: 5xx',
      'alarms',
      ['arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders: 5xx'],
    ],
    [
      'alarms',
      'a, arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a, b',
      'alarms',
      ['arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a', 'b'],
    ],
    [
      'alarms',
      'tag:team=shop, tag: x\ntag:a=b=c',
      'alarms',
      ['tag:team=shop', 'tag: x', 'tag:a=b=c'],
    ],
    ['on-alarm-at-start', 'continue', 'onAlarmAtStart', 'continue'],
    [
      'stage-variable-overrides',
      'a=1,2\nurl = https://x/?a=b&c',
      'overrides',
      { a: '1,2', url: 'https://x/?a=b&c' },
    ],
    ['use-stage-cache', 'TRUE', 'useStageCache', true],
    ['promote', 'variables,close', 'promote', { deployment: false, variables: true, close: true }],
    ['definition', 'deployed', 'definition', 'deployed'],
    ['route-guard', 'warn', 'routeGuard', 'warn'],
    ['invoke-permission', 'grant', 'invokePermission', 'grant'],
    ['on-inconclusive', 'rollback', 'onInconclusive', 'rollback'],
    ['on-unfinished', 'fail', 'onUnfinished', 'fail'],
    ['canary-metric-dimension', 'x', 'canaryDimension', 'x'],
    ['job-timeout', '90m', 'jobTimeoutSeconds', 5400],
    ['plan-of', 'start', 'planOf', 'start'],
    ['comment', 'false', 'comment', false],
    ['github-token', 'ghs_x', 'githubToken', 'ghs_x'],
    ['bake-time', '0s', 'bakeSeconds', 0],
    ['hold-back', '', 'holdBack', undefined],
    ['hold-back', '0%', 'holdBack', 0],
    ['hold-back', 'none', 'holdBack', 0],
    ['hold-back', '2.5 %', 'holdBack', 2.5],
    ['analysis', 'observe', 'analysis', 'observe'],
    ['false-rollback-rate', '0.5%', 'falseRollbackRate', 0.005],
    ['compare', 'latency, errors', 'compare', ['errors', 'latency']],
    ['dispersion', '2.5', 'dispersion', 2.5],
    ['min-requests', '100', 'minRequests', 100],
    ['steps', 'auto', 'steps', 'auto'],
    ['steps', 'AllAtOnce', 'steps', []],
  ])('%s: %j is read as %s', async (name, text, member, value) => {
    const inputs = (await read({ ...WITH[name], [name]: text })) as unknown as Record<
      string,
      unknown
    >;
    const found = { ...inputs, ...(inputs.target as object) }[member];
    const named = name === 'functions' ? (found as { name: string }[]).map((f) => f.name) : found;
    expect(named).toEqual(value);
  });

  it('determine when a step may end', async () => {
    const advanceOf = async (inputs: Given) => (await read(inputs)).advance;
    expect(await advanceOf({ 'max-step-time': '20m' })).toEqual({ kind: 'time', maxSeconds: 1200 });
    expect(await advanceOf({ advance: 'evidence' })).toEqual({
      kind: 'evidence',
      minSeconds: 60,
      maxSeconds: 1800,
    });
    expect(
      await advanceOf({ advance: 'evidence', 'min-step-time': '2m', 'max-step-time': '1h' }),
    ).toEqual({ kind: 'evidence', minSeconds: 120, maxSeconds: 3600 });
  });

  it.each<[string, string, string]>([
    ['rest-api-id', 'https://x', 'rest-api-id: "https://x"; expected the ID of a REST API'],
    ['rest-api-id', 'a/b', 'expected the ID of a REST API'],
    ['stage-name', 'pröd', 'stage-name: "pröd"; expected a stage\'s name'],
    ['stage-name', 'a'.repeat(129), "expected a stage's name"],
    ['functions', 'orders, orders', 'functions: "orders" is listed twice'],
    ['functions', 'a b', 'functions: "a b" is not a function; expected a name or an ARN'],
    ['functions', 'orders:$LATEST', '$LATEST changes with every update'],
    ['functions', 'orders:7', 'has the qualifier "7"; expected the function alone'],
    [
      'functions',
      'arn:aws:lambda:us-east-1:123456789012:function:orders',
      'is in us-east-1, but the job uses eu-west-1',
    ],
    ['functions', 'arn:aws:s3:::bucket', 'is not a function'],
    ['version', '$LATEST', 'version: "$LATEST"; expected the number of a published version'],
    ['version', 'orders=live', 'expected the number of a published version'],
    ['code-sha256', 'abc', 'code-sha256: "abc"; expected the CodeSha256 that Lambda returns'],
    ['code-sha256', HASH, `code-sha256: "${HASH}" does not name its function, and 0 are listed`],
    ['code-sha256', `order=${HASH}`, 'code-sha256: "order" is not among the functions.'],
    ['version', '8', 'version: "8" does not name its function, and 0 are listed'],
    ['version', 'orders=8', 'version: "orders" is not among the functions.'],
    ['version', 'orders=8, orders=9', 'version: "orders" is listed twice'],
    ['steps', '5%%/5m', 'steps: "5%%/5m": "5%%" is not a percentage'],
    ['bake-time', '5', 'bake-time: "5" is not a duration; expected for example 30s, 5m or 1h30m'],
    ['hold-back', '5', 'hold-back: "5"; expected a percentage from 0% to 50% such as 5%, or none'],
    ['hold-back', '51%', 'expected a percentage from 0% to 50%'],
    [
      'hold-back',
      '50%',
      'hold-back: the bake would be a step of 50%, but the last of the steps is 50% already; expected a smaller hold-back',
    ],
    ['job-timeout', '6 hours', 'job-timeout: "6 hours" is not a duration'],
    ['alarms', 'x'.repeat(256), 'is longer than an alarm name can be'],
    [
      'alarms',
      'arn:aws:cloudwatch:us-east-1:123456789012:alarm:a',
      'alarms: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a" is in us-east-1, but the job uses eu-west-1',
    ],
    [
      'alarms',
      'arn:aws-us-gov:cloudwatch:eu-west-1:123456789012:alarm:a',
      "is in the partition aws-us-gov, but the job's Region eu-west-1 is in aws",
    ],
    [
      'functions',
      'arn:aws-cn:lambda:eu-west-1:123456789012:function:orders',
      "is in the partition aws-cn, but the job's Region eu-west-1 is in aws",
    ],
    [
      'step-hook',
      'arn:aws-eusc:lambda:eu-west-1:123456789012:function:smoke',
      "is in the partition aws-eusc, but the job's Region eu-west-1 is in aws",
    ],
    [
      'role-to-assume',
      'arn:aws-cn:iam::123456789012:role/deploy',
      "is in the partition aws-cn, but the job's Region eu-west-1 is in aws",
    ],
    ['alarms', 'tag:=shop', 'alarms: "tag:=shop" is not a tag; expected tag:KEY=VALUE or tag:KEY'],
    ['alarms', 'tag:a=b#', 'alarms: "tag:a=b#" is not a tag'],
    ['on-alarm-at-start', 'ignore', 'on-alarm-at-start: "ignore"; expected stop, continue.'],
    [
      'route-guard',
      'blok',
      'route-guard: "blok"; expected block, warn, off. Did you mean "block"?',
    ],
    ['use-stage-cache', 'yes', 'use-stage-cache: "yes"; expected auto, true or false'],
    ['stage-variable-overrides', 'hunter2 and more=x', 'the text before "=" in line 1 is not a'],
    ['stage-variable-overrides', 'api key=x', 'the text before "=" in line 1 is not a'],
    ['stage-variable-overrides', 'api-key=x', '"api-key" is not a stage variable'],
    ['stage-variable-overrides', 'a', 'line 1 has no "="; expected name=value, one per line'],
    ['stage-variable-overrides', 'a-b=1', '"a-b" is not a stage variable\'s name'],
    ['stage-variable-overrides', 'a=1\na=2', '"a" is listed twice'],
    ['stage-variable-overrides', 'a=', 'the value of "a" would be refused by API Gateway'],
    ['stage-variable-overrides', `a=${'x'.repeat(513)}`, 'would be refused by API Gateway'],
    ['promote', 'close', 'promote: "close" promotes nothing'],
    [
      'promote',
      'deploymnt',
      'promote: "deploymnt"; expected deployment, variables, close. Did you mean "deployment"?',
    ],
    [
      'canary-metric-dimension',
      'x'.repeat(256),
      'is longer than the 255 characters of a dimension value',
    ],
    ['false-rollback-rate', '0%', 'expected a percentage from 0.01% to 10%'],
    ['false-rollback-rate', '11%', 'expected a percentage from 0.01% to 10%'],
    [
      'compare',
      'client-error',
      'expected errors, client-errors, latency. Did you mean "client-errors"?',
    ],
    ['compare', ',', '"," names nothing to compare; expected errors, client-errors, latency'],
    ['dispersion', '0.5', 'expected auto, or a number from 1'],
    ['min-requests', '0', 'expected a whole number from 1'],
    ['alrams', 'x', 'alrams: this action has no such input. Did you mean "alarms"?'],
    ['hook-secret', 'x', 'hook-secret: its value (not shown) is too short, or has several lines'],
    ['hook-secret', 'long enough\nfor two', 'expected at least 8 characters in one line'],
    ['alarms', 'Array', 'alarms: "Array" is what GitHub makes of a value of fromJSON'],
    ['functions', 'Array', 'functions: "Array" is what GitHub makes of a value of fromJSON'],
    ['environment', 'Object', '"Object" is what GitHub makes of a value of fromJSON'],
  ])('%s: %j is refused: %s', async (name, text, problem) => {
    expect(await problemsOf({ [name]: text })).toEqual([expect.stringContaining(problem)]);
  });

  it.each(['$', '{', '}', '@', '%', '+', ' ', '"', "'", '|', '<', 'é'])(
    'refuse a stage variable with the character %j, as API Gateway does',
    async (char) => {
      expect(await problemsOf({ 'stage-variable-overrides': `a=b${char}c` })).toEqual([
        expect.stringContaining('would be refused by API Gateway'),
      ]);
    },
  );

  it('of others are ignored', async () => {
    expect(await problemsOf({ 'outer-name': 'x' })).toEqual([]);
  });

  it('that are lists may be JSON', async () => {
    const names = JSON.stringify(['orders', 'carts'], undefined, 2);
    const { functions, alarms } = await read({ functions: names, alarms: '["a, b", "c"]' });
    expect(functions.map(({ name }) => name)).toEqual(['orders', 'carts']);
    expect(alarms).toEqual(['a, b', 'c']);
  });

  it('have twenty problems listed, and the number of the others', async () => {
    const alarms = Array.from({ length: 25 }, (_, i) => String(i).padEnd(300, 'x')).join();
    const problems = await problemsOf({ alarms });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 5 more');
  });

  it('have all their problems listed together', async () => {
    const problems = await problemsOf({
      'rest-api-id': '',
      'stage-name': ' ',
      steps: '0%/5m, 5%%/5m',
      comment: 'maybe',
      alrams: 'x',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^alrams: /),
      expect.stringMatching(/^steps: "0%/),
      expect.stringMatching(/^steps: "5%%/),
      expect.stringMatching(/^comment: /),
      expect.stringMatching(/^rest-api-id: it is missing/),
      expect.stringMatching(/^stage-name: it is missing/),
    ]);
  });

  it('name aliases instead of a stage, one for all or one for each', async () => {
    const none = { 'rest-api-id': '', 'stage-name': '' };
    const { target, functions } = await read({
      ...none,
      functions: 'orders, payments:blue',
      alias: 'live',
    });
    expect(target).toEqual({
      kind: 'alias',
      onSplit: 'fail',
      seesMore: false,
      firstRelease: 'refuse',
      unusedAlias: 'refuse',
    });
    expect(functions.map((f) => [f.name, f.alias])).toEqual([
      ['orders', 'live'],
      ['payments', 'blue'],
    ]);
    expect(await problemsOf({ ...none, alias: 'live' })).toEqual([
      expect.stringMatching(/^functions: it is empty/),
    ]);
    expect(await problemsOf({ ...none, functions: 'orders, payments:blue' })).toEqual([
      expect.stringMatching(/^alias: "orders" has no alias, but others have one/),
    ]);
    const digits = await problemsOf({ ...none, functions: 'orders', alias: '123' });
    expect(digits[0]).toMatch(/^alias: "123"; expected an alias/);
    const invalid = { functions: 'orders', alias: 'live', 'first-release': 'yes' };
    expect(await problemsOf({ ...none, ...invalid })).toEqual([
      'first-release: "yes"; expected refuse, allow.',
    ]);
    const both = { functions: 'orders', alias: 'live', 'route-guard': 'warn' };
    expect(await problemsOf(both)).toEqual([
      'alias: rest-api-id, stage-name, route-guard are for the canary of a stage; expected one or the other',
    ]);
  });

  it('refuse those of aliases for a stage', async () => {
    expect(await problemsOf({ 'first-release': 'allow', 'on-split-alias': 'repair' })).toEqual([
      'rest-api-id: first-release, on-split-alias are for an alias; expected one or the other',
    ]);
  });

  it('need a Region', async () => {
    const none = { AWS_REGION: '' };
    expect(await problemsOf({}, none)).toEqual([expect.stringMatching(/^AWS_REGION is not set/)]);
    expect(await problemsOf({}, { AWS_REGION: 'eu west' })).toEqual([
      'AWS_REGION "eu west" is not a region; expected for example eu-central-1',
    ]);
    const fallback = await read({}, { ...none, AWS_DEFAULT_REGION: 'us-east-1' });
    expect(fallback.region).toBe('us-east-1');
  });

  it('assign a version to each function', async () => {
    const versions = async (inputs: Given) =>
      (await read(inputs)).functions.map((f) => [f.name, f.version]);
    expect(await versions({ functions: 'orders', version: '8' })).toEqual([['orders', '8']]);
    const two = { functions: 'orders, payments', version: 'payments=3' };
    expect(await versions(two)).toEqual([
      ['orders', undefined],
      ['payments', '3'],
    ]);
    const odd = { functions: 'constructor, toString', version: 'toString=3' };
    expect(await versions(odd)).toEqual([
      ['constructor', undefined],
      ['toString', '3'],
    ]);
  });

  it('may be ARNs of the same Region, whose account is kept', async () => {
    const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
    expect((await read({ functions: arn })).functions).toEqual([
      { name: 'orders', account: '123456789012', version: undefined },
    ]);
  });

  it('come from the config file if the workflow does not set them', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'inputs-'));
    try {
      writeFileSync(
        join(workspace, 'canary.yml'),
        'stage-name: from-file\nrest-api-id: fromfile\nsteps: [10%/1m, 20%/2m]\nversion: 8\nfunctions: orders',
      );
      const env = environment(
        { config: 'canary.yml', 'stage-name': 'given' },
        { GITHUB_WORKSPACE: workspace },
      );
      expect(await readInputs(env, TARGET_KINDS)).toMatchObject({
        target: { restApiId: 'fromfile', stageName: 'given' },
        steps: [{ weight: 10 }, { weight: 20 }],
        functions: [{ name: 'orders', version: '8' }],
      });
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });

  it('never make the read fail except with a list of problems', async () => {
    const name = fc.constantFrom(...INPUT_NAMES);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'a:=,\n%/1m$ -{}[]') }),
      fc.constantFrom('__proto__', 'constructor=1', 'toString', '\0', '\ud800'),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, text), async (inputs) => {
        for (const problem of await problemsOf(inputs)) expect(problem.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
