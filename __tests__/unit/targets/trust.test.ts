import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  type RolloutRecord,
  readStoredState,
  recordTags,
  type StoredState,
} from '../../../src/rollout/record.ts';
import { beyondAliases } from '../../../src/targets/alias/alias-claim.ts';
import { createVoucher } from '../../../src/targets/lambda/voucher.ts';
import { sealOf } from '../../../src/targets/seal.ts';
import {
  describeDeployment,
  parseDeployment,
  parseSeal,
} from '../../../src/targets/stage/deployment-text.ts';
import {
  beyondStage,
  type RequestedStage,
  rewrittenFor,
} from '../../../src/targets/stage/stage-claim.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { BORNE_OUT, createTrust, doubtful } from '../../../src/targets/trust.ts';
import { makeRecord, makeRemembered, STAGE_RECORD } from '../rollout/rollout-fixture.ts';

type Beyond = (record: RolloutRecord) => string | undefined;
const onStage =
  (asked: Partial<RequestedStage> = {}): Beyond =>
  (record) =>
    beyondStage(record, { functions: ['orders'], variables: [], ...asked });
const onAliases =
  (asked: Readonly<Record<string, string>>): Beyond =>
  (record) =>
    beyondAliases(record, asked);
const ASKED = onStage();
const LIVE = onAliases({ orders: 'live' });
const ofAlias = (alias: string) =>
  makeRecord({ target: { kind: 'alias', aliases: { orders: alias } } });
const setting = (name: string, before: string | null, after: string) =>
  makeRecord({
    target: { ...STAGE_RECORD, variables: { [name]: before }, overrides: { [name]: after } },
  });

describe('A record is compared with the inputs', () => {
  it.each<[string, RolloutRecord, Beyond]>([
    ['a version in a variable', makeRecord(), ASKED],
    ['a function and its version', setting('fn', 'orders:7', 'orders:8'), ASKED],
    [
      'the whole ARN of a version',
      setting(
        'fn',
        'arn:aws:lambda:eu-west-1:111122223333:function:orders:7',
        'arn:aws:lambda:eu-west-1:111122223333:function:orders:8',
      ),
      ASKED,
    ],
    ['a variable that is named', setting('flag', null, 'on'), onStage({ variables: ['flag'] })],
    ['the alias that is named', ofAlias('live'), LIVE],
    ['fewer functions', ofAlias('live'), onAliases({ orders: 'live', carts: 'live' })],
  ])('and fits: %s', (_, record, beyond) => {
    expect(beyond(record)).toBeUndefined();
  });

  it.each<[RolloutRecord, Beyond, string]>([
    [makeRecord(), onStage({ functions: ['payments'] }), 'releases "orders" as well'],
    [makeRecord(), onStage({ functions: [] }), 'expected functions: orders'],
    [ofAlias('staging'), LIVE, 'moves the alias orders:staging, and this run names orders:live'],
    [setting('flag', null, 'on'), ASKED, 'sets the stage variable "flag" as well'],
    [setting('constructor', null, 'on'), ASKED, 'sets the stage variable "constructor" as well'],
    [setting('fn', 'payments:7', 'payments:8'), ASKED, 'sets the stage variable "fn" as well'],
    [setting('version', '6', '8'), ASKED, 'sets the stage variable "version" as well'],
    [setting('version', null, '8'), ASKED, 'sets the stage variable "version" as well'],
  ])('and goes beyond it', (record, beyond, said) => {
    expect(beyond(record)).toContain(said);
  });
});

describe('An integration may be rewritten', () => {
  const uri = (called: string) =>
    `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${called}/invocations`;
  const streamed = (called: string) =>
    uri(called).replace('2015-03-31', '2021-11-15').replace('/inv', '/response-streaming-inv');
  const draft = (from: string, to: string) => ({ resourceId: 'a', method: 'GET', from, to });
  const { functions } = makeRecord();
  const stage = { fn: 'orders' };

  it.each([
    [uri('orders:7'), uri('orders:8'), true],
    [uri('${stageVariables.fn}:7'), uri('${stageVariables.fn}:8'), true],
    [uri('orders:8'), uri('orders:7'), false],
    // The draft was newer or older than what the stage serves.
    [uri('orders:6'), uri('orders:8'), true],
    [streamed('orders:7'), streamed('orders:8'), true],
    [streamed('orders:7'), uri('orders:8'), false],
    [uri('evil:7'), uri('orders:8'), false],
    [uri('evil:7'), uri('evil:8'), false],
    [uri('orders:7'), uri('orders:$LATEST'), false],
    ['http://evil.example/:7/invocations', 'http://evil.example/:8/invocations', false],
    [uri('${stageVariables.other}:7'), uri('${stageVariables.other}:8'), false],
  ])('from %s to %s: %s', (from, to, may) => {
    expect(rewrittenFor(draft(from, to), functions, stage) !== undefined).toBe(may);
  });
});

describe('The seal of a record', () => {
  it('changes with all that is fixed, and not with whose it is or what is kept ready', () => {
    const seal = sealOf(makeRecord());
    const id = { repository: 'octo-org/orders', runId: '8', attempt: '2' };
    expect(seal).toMatch(/^[0-9a-f]{24}$/);
    expect(sealOf(makeRecord({ id, target: { ...STAGE_RECORD, warmed: { orders: 3 } } }))).toBe(
      seal,
    );
    const others: readonly Partial<RolloutRecord>[] = [
      { startedAt: 1 },
      { plan: { ...makeRecord().plan, bakeSeconds: 0 } },
      { functions: [{ name: 'orders', from: '6', to: '8' }] },
      { target: { ...STAGE_RECORD, deploymentId: 'old112' } },
      { target: { ...STAGE_RECORD, variables: { version: '6' } } },
      { target: { ...STAGE_RECORD, promote: { ...STAGE_RECORD.promote, close: false } } },
      { pull: 1 },
    ];
    for (const other of others) expect(sealOf(makeRecord(other))).not.toBe(seal);
  });

  it('is the same for the record that comes back out of tags', () => {
    const memory = readStoredState(recordTags(makeRecord(), { kind: 'preparing' }), stageCodec);
    expect(memory.kind === 'rollout' && sealOf(memory.storedRollout.record)).toBe(
      sealOf(makeRecord()),
    );
  });

  it('is in a description that still has its text, even if shortened', () => {
    const { id, functions } = makeRecord();
    const seal = sealOf(makeRecord());
    const text = describeDeployment(id, { after: 'old111', changes: functions, seal });
    expect(text).toBe(
      `canary-action: octo-org/orders run 7000000001 sealed ${seal} after old111: orders 7 to 8`,
    );
    expect(parseDeployment(text)).toEqual({ after: 'old111', changes: functions });
    expect(parseSeal(text)).toBe(seal);
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `fn${i}`, from: '7', to: '8' }));
    expect(parseSeal(describeDeployment(id, { after: 'old111', changes: many, seal }))).toBe(seal);
    expect(
      parseSeal(describeDeployment(id, { after: 'old111', changes: functions })),
    ).toBeUndefined();
    expect(parseSeal(text.replace('canary-action: ', ''))).toBeUndefined();
  });

  it('is in no other description', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(parseSeal(text)).toBeUndefined()));
  });
});

describe('Stored state is used', () => {
  const of = (record: RolloutRecord, canaryDeploymentId?: string): StoredState => ({
    kind: 'rollout',
    storedRollout: makeRemembered({ record, canaryDeploymentId }),
  });
  const never = async () => {
    throw new Error('nobody is to be asked');
  };
  const yes = async () => BORNE_OUT;
  const no = async () => doubtful('nothing says so');

  it('where this run wrote it, or its main step did', async () => {
    const trust = createTrust(ASKED);
    trust.writes(makeRecord());
    expect((await trust.vet(of(makeRecord()), never)).kind).toBe('rollout');
    const after = createTrust(ASKED);
    after.knows(sealOf(makeRecord()));
    expect((await after.vet(of(makeRecord()), never)).kind).toBe('rollout');
    expect(after.isOwn(makeRecord())).toBe(true);
    expect(after.isOwn(makeRecord({ startedAt: 1 }))).toBe(false);
  });

  it('not if something changed what this run wrote', async () => {
    const trust = createTrust(ASKED);
    trust.writes(makeRecord());
    const vetted = await trust.vet(of(makeRecord({ startedAt: 1 })), never);
    expect(vetted).toMatchObject({
      kind: 'unproven',
      why: 'its tags were changed after this run wrote them',
    });
  });

  it('if AWS confirms it, which is read once per claim', async () => {
    const trust = createTrust(ASKED);
    const ask = jest.fn(yes);
    for (const _ of [1, 2])
      expect((await trust.vet(of(makeRecord(), 'new222'), ask)).kind).toBe('rollout');
    expect(ask).toHaveBeenCalledTimes(1);
    await trust.vet(of(makeRecord(), 'new333'), ask);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(trust.isOwn(makeRecord())).toBe(false);
    expect(await trust.vet(of(makeRecord({ startedAt: 1 })), no)).toMatchObject({
      kind: 'unproven',
    });
  });

  it('and is checked again if traffic had been moved outside the rollout', async () => {
    const trust = createTrust(ASKED);
    const moved = async () => ({ kind: 'moved' }) as const;
    expect((await trust.vet(of(makeRecord()), moved)).kind).toBe('rollout');
    expect((await trust.vet(of(makeRecord()), no)).kind).toBe('unproven');
  });

  it('not if it exceeds the inputs', async () => {
    const trust = createTrust(ASKED);
    const more = makeRecord({ functions: [{ name: 'payments', from: '1', to: '2' }] });
    expect((await trust.vet(of(more), never)).kind).toBe('beyond');
  });
});

describe('A version vouches for the one before it', () => {
  const change = { name: 'orders', from: '7', to: '8' };
  const saying = (description: string) => ({ read: async () => ({ description }) as never });

  it('if its version’s description, or another source that only releasers can write, confirms it', async () => {
    expect(await createVoucher(saying('octo-org/orders@0a1b, after 7'))(change)).toBe(true);
    expect(await createVoucher(saying('octo-org/orders@0a1b, after 6'))(change)).toBe(false);
    expect(await createVoucher(saying(''))(change)).toBe(false);
    expect(await createVoucher({ read: async () => undefined })(change)).toBe(false);
    expect(await createVoucher(saying(''), [change])(change)).toBe(true);
    expect(await createVoucher(saying(''), [{ ...change, from: '6' }])(change)).toBe(false);
  });
});
