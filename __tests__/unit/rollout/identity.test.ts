// The owner of a rollout, down to the job, and whether the rollout matches the request.

import { describe, expect, it } from '@jest/globals';
import { drawRolloutId } from '../../../src/action/environment.ts';
import {
  isMuted,
  restoredVariables,
  type SavedState,
  stateToSave,
} from '../../../src/action/post-state.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { formatLastOutcome, parseLastOutcome } from '../../../src/rollout/last-outcome.ts';
import { formatPause, parsePause } from '../../../src/rollout/pause-tag.ts';
import { whyNoneRequested } from '../../../src/rollout/plan-difference.ts';
import {
  ownerTag,
  readStoredState,
  recordTags,
  type StoredState,
} from '../../../src/rollout/record.ts';
import {
  areSiblings,
  formatRolloutId,
  parseRolloutId,
  type RolloutId,
  rolloutKey,
  sameRollout,
} from '../../../src/rollout/release.ts';
import {
  fingerprint,
  ofRequestedTarget,
  type RequestedTarget,
} from '../../../src/rollout/requested-target.ts';
import { ofRequestedAliases } from '../../../src/targets/alias/asked-aliases.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { makeRecord, makeRemembered } from './rollout-fixture.ts';

const RUN: RolloutId = { repository: 'octo-org/orders', runId: '7', attempt: '1' };
const [A, B] = ['0123456789ab', 'ba9876543210'].map((job) => ({ ...RUN, job })) as [
  RolloutId,
  RolloutId,
];
const preparing = { kind: 'preparing' } as const;

describe("a job's identity", () => {
  it('is read as it was written, also from a version without jobs', () => {
    for (const id of [A, RUN, { ...RUN, attempt: '1.x' }]) {
      expect(parseRolloutId(rolloutKey(id))).toEqual(id);
      expect(parsePause(formatPause({ since: 5, by: id }))).toEqual({ since: 5, by: id });
      for (const about of [undefined, '89abcdef']) {
        const last = { ended: 'promoted', at: 5, by: id, ...(about && { of: about }) } as const;
        expect(parseLastOutcome(formatLastOutcome(last))).toEqual(last);
      }
      const memory = readStoredState(recordTags(makeRecord({ id }), preparing), stageCodec);
      expect(memory).toMatchObject({ storedRollout: { record: { id } } });
    }
  });

  it('distinguishes the jobs of one run, but not an attempt from its re-run', () => {
    expect([sameRollout(A, A), sameRollout(A, B), sameRollout(A, RUN)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(areSiblings(A, B)).toBe(true);
    const others = [A, RUN, { ...B, attempt: '2' }, { ...B, runId: '8' }];
    expect(others.map((other) => areSiblings(A, other))).toEqual([false, false, false, false]);
    expect(formatRolloutId(A)).toBe(formatRolloutId(B));
  });

  it('is taken over with the owner, and differs for every main step', () => {
    const tags = { ...recordTags(makeRecord({ id: A }), preparing), ...ownerTag(B) };
    expect(readStoredState(tags, stageCodec)).toMatchObject({
      storedRollout: { record: { id: B } },
    });
    const env = {
      GITHUB_REPOSITORY: 'octo-org/orders',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '1',
    };
    const [one, two] = [drawRolloutId(env), drawRolloutId(env)];
    expect(areSiblings(one, two)).toBe(true);
    expect(parseRolloutId(rolloutKey(one))).toEqual(one);
  });

  it('is read by the previous version as that of another run', () => {
    const before = /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,40})$/;
    expect(before.exec(rolloutKey(A))?.slice(1)).toEqual(['octo-org/orders', '7', `1.${A.job}`]);
  });
});

describe('the stored state', () => {
  const ON = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
  const ASKED = { orders: 'prod' };
  const asked: RequestedTarget = { on: ON, parts: ['orders:prod'] };
  const rollout = (aliases: Record<string, string>, on?: string): StoredState => {
    const functions = Object.keys(aliases).map((name) => ({ name, from: '1', to: '2' }));
    const target = { kind: 'alias', aliases } as const;
    const record = makeRecord({ id: A, functions, target, ...(on !== undefined && { on }) });
    return { kind: 'rollout', storedRollout: makeRemembered({ record }) };
  };

  it('matches the request with more functions or fewer, also from an earlier version', () => {
    for (const on of [ON, undefined]) {
      for (const aliases of [
        { orders: 'prod' },
        { carts: 'live', orders: 'prod' },
        { users: 'x' },
      ]) {
        const memory = rollout(aliases, on);
        expect(ofRequestedAliases(ofRequestedTarget(memory, asked), ASKED)).toBe(memory);
      }
    }
  });

  it('is another rollout if any alias differs, and names what it moves', () => {
    const of = (aliases: Record<string, string>) => ofRequestedAliases(rollout(aliases), ASKED);
    expect(of({ orders: 'staging' })).toEqual({ kind: 'another', of: 'orders:staging', id: A });
    expect(of({ carts: 'prod', orders: 'staging' })).toMatchObject({
      of: 'carts:prod and orders:staging',
    });
    expect(of({ a: 'x', b: 'x', c: 'x', orders: 'staging' })).toMatchObject({
      of: 'a:x, b:x and 2 more',
    });
  });

  it.each([
    ['another account', ON.replace('123456789012', '999999999999')],
    ['another Region', ON.replace('eu-west-1', 'eu-central-1')],
    ['another function', ON.replace('orders', 'payments')],
  ])('is not read where it was copied from %s', (_, on) => {
    const memory = ofRequestedTarget(rollout({ orders: 'prod' }, on), asked);
    expect(memory).toEqual({ kind: 'unreadable', why: `its tags are a copy of the tags of ${on}` });
  });

  it('is another rollout if a function takes part with another alias', () => {
    const part = { kind: 'takes-part', functionName: 'orders', rememberedBy: 'carts' } as const;
    const of = (more: object) => ofRequestedAliases({ ...part, id: A, ...more }, ASKED).kind;
    expect([of({}), of({ alias: 'prod' }), of({ alias: 'staging' })]).toEqual([
      'takes-part',
      'takes-part',
      'another',
    ]);
    expect(of({ alias: 'staging', id: undefined })).toBe('takes-part');
  });

  it('has a last outcome that matches the request, or from a version without a fingerprint', () => {
    const last = { ended: 'promoted', at: 5, by: A } as const;
    const of = (more: object) =>
      ofRequestedTarget({ kind: 'none', last: { ...last, ...more } }, asked) as { last?: object };
    expect(of({}).last).toEqual(last);
    expect(of({ of: fingerprint(asked) }).last).toEqual(last);
    const others = [['orders:staging'], ['orders:prod', 'users:prod'], []];
    for (const parts of others) {
      expect(of({ of: fingerprint({ ...asked, parts }) }).last).toBeUndefined();
    }
    expect(of({ of: fingerprint({ ...asked, on: 'arn' }) }).last).toBeUndefined();
  });
});

describe('a rollback for functions', () => {
  const open = { functions: [{ name: 'orders', from: '1', to: '2' }] };
  const named = (...names: string[]) => ({
    functions: names.map((name) => ({ name, version: undefined })),
  });

  it('is refused if the open rollout moves none of them', () => {
    expect(whyNoneRequested(named(), open)).toBeUndefined();
    expect(whyNoneRequested(named('orders', 'users'), open)).toBeUndefined();
    expect(whyNoneRequested(named('users'), open)).toMatch(
      /"users" is requested, but "orders" is open/,
    );
    expect(whyNoneRequested(named('users'), { functions: [] })).toMatch(
      /only the definition is open/,
    );
  });
});

describe('what a main step passes to its post step', () => {
  const MEND = {
    words: 'the alias orders:live',
    commands: ['aws lambda'],
    on: undefined,
    seal: '',
  };
  const inputsOf = (env: Record<string, string>): Promise<Inputs> =>
    readInputs({ AWS_REGION: 'eu-west-1', ...env }, TARGET_KINDS);

  it.each([
    [
      'a stage',
      {
        'INPUT_REST-API-ID': 'a1b2c3d4e5',
        'INPUT_STAGE-NAME': 'prod',
        INPUT_FUNCTIONS: 'orders',
        'INPUT_CANARY-METRIC-DIMENSION': '{stage}-x',
        INPUT_COMMENT: 'false',
        INPUT_ENVIRONMENT: 'production',
        'INPUT_ENVIRONMENT-URL': 'https://orders.example.com',
      },
    ],
    [
      'aliases',
      {
        INPUT_FUNCTIONS: 'orders:staging, arn:aws:lambda:eu-west-1:123456789012:function:carts',
        INPUT_ALIAS: 'live',
        INPUT_COMMAND: 'advance',
        'INPUT_ON-CANCEL': 'hold',
        'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::123456789012:role/release',
        'INPUT_ROLE-DURATION-SECONDS': '7200',
      },
    ],
  ])('names %s as the inputs did, for inputs of its own', async (_, env) => {
    const inputs = await inputsOf(env);
    const kept: SavedState = JSON.parse(JSON.stringify(stateToSave(inputs, A, MEND, env)));
    const again = await readInputs(
      restoredVariables(kept, { INPUT_FUNCTIONS: 'payments' }),
      TARGET_KINDS,
    );
    const { command, target, role, onCancel, region, comment, environment, environmentUrl } =
      inputs;
    const same = { command, target, role, onCancel, region, comment, environment, environmentUrl };
    expect(again).toMatchObject(same);
    const labels = ({ functions }: Inputs) => functions.map(({ name, alias }) => [name, alias]);
    expect(labels(again)).toEqual(labels(inputs));
  });

  it('has the secrets of the main step only if they are given again', async () => {
    const env = {
      INPUT_FUNCTIONS: 'orders:live',
      'INPUT_GITHUB-TOKEN': 'ghs_x',
      'INPUT_NOTIFY-URL': 'https://example.com/secret',
      'INPUT_HOOK-SECRET': 'hush-hush',
    };
    const kept = stateToSave(await inputsOf(env), A, MEND, env);
    expect(JSON.stringify(kept)).not.toMatch(/ghs_x|secret"|example\.com|hush/);
    expect(restoredVariables(kept, env)).toMatchObject({ 'INPUT_HOOK-SECRET': 'hush-hush' });
    expect(await readInputs(restoredVariables(kept, env), TARGET_KINDS)).toMatchObject({
      githubToken: 'ghs_x',
      notify: { url: 'https://example.com/secret' },
    });
    const short = { ...env, 'INPUT_HOOK-SECRET': 'x' };
    expect(restoredVariables(kept, short)).toMatchObject({ 'INPUT_HOOK-SECRET': '' });
    const foreign = {
      ...env,
      'INPUT_GITHUB-TOKEN': 'ghs_y',
      'INPUT_NOTIFY-URL': 'https://b.example',
    };
    const there = await readInputs(restoredVariables(kept, foreign), TARGET_KINDS);
    expect(there).toMatchObject({ githubToken: '', notify: undefined, hooks: { secret: '' } });
    expect([isMuted(kept, env), isMuted(kept, foreign), isMuted(kept, {})]).toEqual([
      false,
      true,
      true,
    ]);
    const silent = stateToSave(await inputsOf({ INPUT_FUNCTIONS: 'orders:live' }), A, MEND, {});
    expect(isMuted(silent, {})).toBe(false);
  });
});
