import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Phase } from '../../../src/rollout/phase.ts';
import { type Plan, planSeconds } from '../../../src/rollout/plan.ts';
import { checkSchedule, type Lifetimes } from '../../../src/rollout/schedule-limits.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { repairCommands } from '../../../src/targets/stage/repair-commands.ts';
import { STAGE_RECORD, STARTED_AT } from './rollout-fixture.ts';

/** Ten minutes in total. */
const PLAN: Plan = {
  steps: [{ weight: 10, holdSeconds: 300 }],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 300,
};

const lasting = (bakeSeconds: number): Plan => ({ ...PLAN, steps: [], bakeSeconds });

const LONG: Lifetimes = {
  jobTimeoutSeconds: 21_600,
  credentialsExpireAt: undefined,
  temporary: false,
};

const check = (plan: Plan, parts: Partial<Lifetimes> = {}, hookSeconds = 0) =>
  checkSchedule(
    {
      seconds: planSeconds(plan),
      hookSeconds,
      words: 'the steps and the bake take',
      shorten: 'the steps',
    },
    { ...LONG, ...parts },
    STARTED_AT,
  );

describe('a schedule', () => {
  it('is not mentioned if it fits', () => {
    expect(check(PLAN)).toEqual({ problems: [], notes: [] });
    expect(check(PLAN, { credentialsExpireAt: STARTED_AT + 720, temporary: true })).toEqual({
      problems: [],
      notes: [],
    });
    expect(check(PLAN, { jobTimeoutSeconds: 720 })).toEqual({ problems: [], notes: [] });
  });

  it('must fit into the job with two minutes to spare', () => {
    expect(check(PLAN, { jobTimeoutSeconds: 719 }).problems).toEqual([
      'the steps and the bake take 10m, but the job ends after 11m59s (job-timeout): shorten the steps, or raise the timeout of the job and job-timeout',
    ]);
  });

  it('includes the time until the end of the bake has been read', () => {
    const stay = {
      seconds: planSeconds({ ...PLAN, readSeconds: 240 }),
      readSeconds: 240,
      hookSeconds: 0,
      words: 'the steps and the bake take',
      shorten: 'the steps',
    };
    const job = (jobTimeoutSeconds: number) =>
      checkSchedule(stay, { ...LONG, jobTimeoutSeconds }, STARTED_AT).problems;
    expect(job(960)).toEqual([]);
    expect(job(959)).toEqual([
      'the steps and the bake take 14m (including 4m until the end of the bake has been read), but the job ends after 15m59s (job-timeout): shorten the steps, or raise the timeout of the job and job-timeout',
    ]);
  });

  it('must fit into the lifetime of the credentials with two minutes to spare', () => {
    expect(check(PLAN, { credentialsExpireAt: STARTED_AT + 719 }).problems).toEqual([
      'the steps and the bake take 10m, but the AWS credentials expire in 11m59s: name the role in role-to-assume here, so that its session is renewed; or set role-duration-seconds: 900 where it is assumed (the role must allow that); or shorten the steps',
    ]);
    expect(check(PLAN, { credentialsExpireAt: STARTED_AT - 60 }).problems).toEqual([
      expect.stringContaining('but the AWS credentials have expired: name the role'),
    ]);
  });

  it('causes a note if it fits only when hooks are quick', () => {
    expect(check(PLAN, { jobTimeoutSeconds: 840 }, 120).notes).toEqual([]);
    expect(check(PLAN, { jobTimeoutSeconds: 839 }, 120)).toEqual({
      problems: [],
      notes: [
        'hooks may add 2m to the 10m of the schedule, if each uses the full hook-timeout, and the job ends after 13m59s',
      ],
    });
    const { notes } = check(PLAN, { credentialsExpireAt: STARTED_AT + 800 }, 120);
    expect(notes.join()).toMatch(/the AWS credentials expire after 13m20s/);
    expect(check(PLAN, { jobTimeoutSeconds: 719 }, 120).notes).toEqual([]);
  });

  it('of more than an hour causes a note if the expiry of temporary credentials is unknown', () => {
    expect(check(lasting(3480), { temporary: true }).notes).toEqual([]);
    expect(check(lasting(3481), { temporary: true })).toEqual({
      problems: [],
      notes: [
        'the steps and the bake take 58m1s, and it is unknown when the AWS credentials expire, by default after one hour: name the role in role-to-assume here, so that its session is renewed; or set role-duration-seconds: 3900 where it is assumed (the role must allow that), and credentials-expire-at here',
      ],
    });
    expect(check(lasting(7200))).toEqual({ problems: [], notes: [] });
  });

  it('causes a note if the environment has an expiry that is not a time', () => {
    expect(check(PLAN, { notATime: 'soon' }).notes).toEqual([
      'AWS_CREDENTIAL_EXPIRATION is "soon", which is not a time; expected for example 2030-01-31T12:00:00Z',
    ]);
  });

  it('is refused exactly when it does not fit, and the advice solves it', () => {
    const seconds = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(seconds, seconds, (bake, left) => {
        const { problems } = check(lasting(bake), {
          jobTimeoutSeconds: 1e9,
          credentialsExpireAt: STARTED_AT + left,
        });
        expect(problems.length === 0).toBe(bake + 120 <= left);
        const advised = Number(/role-duration-seconds: (\d+)/.exec(problems[0] ?? '')?.[1] ?? left);
        const again = check(lasting(bake), {
          jobTimeoutSeconds: 1e9,
          credentialsExpireAt: STARTED_AT + advised,
        });
        expect(again.problems).toEqual([]);
      }),
    );
  });
});

describe('the commands that restore traffic', () => {
  const stage = { restApiId: 'a1b2c3d4e5', stageName: 'prod', region: 'eu-west-1' };
  const functions = [{ name: 'orders', from: '7', to: '8' }];
  const restore = (
    variables: Record<string, string | null>,
    overrides: Record<string, string> = {},
  ) =>
    repairCommands(stage, { ...STAGE_RECORD, variables, overrides }, undefined, functions)
      .slice(1)
      .join('\n');

  it('close the canary first, then restore the previous state', () => {
    const [close = '', back = ''] = repairCommands(stage, STAGE_RECORD, undefined, functions);
    expect(close).toMatch(/--patch-operations op=remove,path=\/canarySettings$/);
    expect(back).toMatch(
      /--patch-operations op=replace,path=\/deploymentId,value=old111 op=replace,path=\/variables\/version,value=7$/,
    );
  });

  const drafts = [{ resourceId: 'abc123', method: 'GET', from: 'arn:…:1/invocations', to: '' }];

  it.each<[string, Phase['kind'], TrafficState, readonly string[]]>([
    ['split', 'step', { kind: 'split', weight: 5 }, ['close']],
    ['an empty canary', 'step', { kind: 'stable', open: true }, ['close']],
    [
      'promoted beside its canary',
      'baking',
      { kind: 'promoted', open: true },
      ['close', 'restore', 'draft'],
    ],
    ['promoted', 'baking', { kind: 'promoted', open: false }, ['restore', 'draft']],
    ['back, but for the draft', 'baking', { kind: 'stable' }, ['draft']],
    ['not yet shifted', 'preparing', { kind: 'stable' }, ['draft']],
    ['back', 'step', { kind: 'stable' }, []],
    ["somebody else's", 'step', { kind: 'external', what: '' }, []],
    [
      "somebody else's, with our canary",
      'baking',
      { kind: 'external', what: '', canary: 'owned' },
      ['close'],
    ],
  ])('are those that are left where the stage is %s', (_, kind, trafficState, left) => {
    const phase = kind === 'step' ? { kind, index: 0, since: 0 } : { kind, since: 0 };
    const commands = repairCommands(
      stage,
      { ...STAGE_RECORD, drafts },
      { phase, trafficState },
      functions,
    );
    expect(commands.map(doing)).toEqual(left);
  });

  it('also restore the draft if the current state is unknown', () => {
    const commands = repairCommands(stage, { ...STAGE_RECORD, drafts }, undefined, functions);
    expect(commands.map(doing)).toEqual(['close', 'restore', 'draft']);
    expect(commands[2]).toContain('--resource-id abc123 --http-method GET');
  });

  it('restore no more than a promotion would have moved', () => {
    const promote = { deployment: true, variables: false, close: true };
    expect(repairCommands(stage, { ...STAGE_RECORD, promote })[1]).not.toContain('/variables/');
  });

  const doing = (command: string) => {
    if (command.startsWith('aws apigateway update-integration ')) return 'draft';
    return command.includes('op=remove,path=/canarySettings') ? 'close' : 'restore';
  };

  it('show only variables that hold the version of a function', () => {
    expect(restore({ version: 'orders:7' }, { version: 'orders:8' })).toContain('value=orders:7');
    expect(restore({ version: '7' }, { version: '8' })).toContain('value=7');
    for (const [before, ours] of [
      ['hunter2', '8'],
      ['7', 'hunter2'],
      ['7', '9'],
      ['payments:7', 'orders:8'],
      ['x,y', 'z'],
    ] as const) {
      const command = restore({ a: before }, { a: ours });
      expect(command).not.toContain(`value=${before}`);
      expect(command).not.toContain(before === '7' ? 'value=7' : before);
      expect(command).toContain(
        'op=replace,path=/variables/a,value=\\"${BEFORE_a:?set it to the value',
      );
    }
    expect(restore({ a: null })).toContain('op=remove,path=/variables/a');
  });

  it('stop at a hidden value until the user has set it', () => {
    const [, hidden = ''] = restore({ a: 'hunter2' }).split('\n');
    const command = hidden.replace('aws apigateway', 'printf "%s\\n"');
    const run = (env: Record<string, string>) =>
      spawnSync('sh', ['-c', command], { env: { PATH: process.env.PATH ?? '', ...env } });
    const stopped = run({});
    expect(stopped.status).not.toBe(0);
    expect(stopped.stdout.toString()).toBe('');
    expect(stopped.stderr.toString()).toContain(
      'BEFORE_a: set it to the value of the stage variable a',
    );
    const lines = run({ BEFORE_a: 'x,y&z $(id)' }).stdout.toString().split('\n');
    expect(lines).toContain('op=replace,path=/variables/a,value="x,y&z $(id)"');
  });

  it('give the shell nothing to execute, whatever the name of a variable', () => {
    const command = restore({ 'a}$(touch x)"': 'hunter2' }) ?? '';
    expect(command).toContain('path=/variables/a___touch_x__,');
  });
});
