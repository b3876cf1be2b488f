// A third kind of target needs no change in src/: it fulfills the contract, its inputs are read, its record is
// stored, the loop drives it, and reports show it.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runLoop } from '../../../src/controller/loop.ts';
import { masksOf } from '../../../src/inputs/masks.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { schemaOf } from '../../../src/inputs/schema.ts';
import { eventOf } from '../../../src/report/notify-event.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { readStoredState, recordTags, type StoredRollout } from '../../../src/rollout/record.ts';
import { aliasKind } from '../../../src/targets/alias/alias-kind.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import type { Target } from '../../../src/targets/target.ts';
import { memoryKind } from '../../support/memory-kind/memory-kind.ts';
import { createMemoryRouter } from '../../support/memory-kind/memory-router.ts';
import { connectMemory } from '../../support/memory-kind/memory-target.ts';
import { holdsContract } from '../../support/target-contract.ts';
import { loopOf, newAccount, passing } from '../controller/pieces-play.ts';
import { REPORT } from '../report/report-fixture.ts';
import { makeRecord, PLAN, STARTED_AT } from '../rollout/rollout-fixture.ts';

const KINDS = [...TARGET_KINDS, memoryKind];

async function prepare(target: Target): Promise<StoredRollout> {
  const setup = await target.inspect({ problems: [], notes: [] });
  if (!setup) throw new Error('there are problems');
  const functions = [{ name: 'orders', from: '1', to: '2' }];
  const record = makeRecord({
    functions,
    target: setup.record(functions),
    on: setup.storedOn,
  });
  const preparing = { say: () => undefined, pause: async () => undefined, stopped: () => false };
  return setup.prepare(record, preparing);
}

describe('A kind of target that src/ does not know', () => {
  holdsContract(async () => {
    const router = createMemoryRouter('orders-router', '1');
    const target = connectMemory(router, 'orders');
    return {
      target,
      simulator: router,
      moves: 'SetRouter',
      lie: { canary: { weight: 26 } },
      repairs: /^memory set-router /,
      prepare: () => prepare(target),
      trafficState: async () => (await router.read()).split,
      tags: async () => (await router.read()).tags,
      meddle: async () => {
        await router.set({ serves: '9' });
      },
      close: async () => undefined,
    };
  });

  it('has its inputs read, declared and kept out of the masks', async () => {
    const env = { AWS_REGION: 'eu-west-1', 'INPUT_MEMORY-ROUTER': 'orders-router' };
    const { target } = await readInputs({ ...env, INPUT_FUNCTIONS: 'orders' }, KINDS);
    expect(target).toEqual({ kind: 'memory', memoryRouter: 'orders-router' });
    await expect(readInputs(env, TARGET_KINDS)).rejects.toThrow(/memory-router: .* no such input/);
    const schema = schemaOf(KINDS);
    expect(schema.inputs['memory-router']).toMatchObject({ only: 'routers' });
    const given: Readonly<Record<string, string>> = {
      'memory-router': 'orders-router',
      'step-hook': 'https://hooks.example/x?router=orders-router&token=3f9c2ab4d5e6',
    };
    const masks = masksOf(schema, (name) => given[name] ?? '');
    expect(masks).toContain('3f9c2ab4d5e6');
    expect(masks).not.toContain('orders-router');
  });

  it('is not chosen, and does not change what is chosen, where its inputs are not given', async () => {
    const env = { AWS_REGION: 'eu-west-1', INPUT_FUNCTIONS: 'orders:live' };
    expect(await readInputs(env, KINDS)).toEqual(await readInputs(env, TARGET_KINDS));
  });

  it('has its part of a record stored, and checked', () => {
    const target = { kind: 'memory', router: 'orders-router' };
    const tags = recordTags(makeRecord({ target }), { kind: 'preparing' });
    expect(readStoredState(tags, memoryKind.codec)).toMatchObject({
      kind: 'rollout',
      storedRollout: { record: { target } },
    });
    expect(readStoredState(tags, aliasKind.codec).kind).toBe('unreadable');
    const wrong = makeRecord({ target: { ...target, router: '$(touch pwned)' } });
    const forged = recordTags(wrong, { kind: 'preparing' });
    expect(readStoredState(forged, memoryKind.codec).kind).toBe('unreadable');
  });

  it('is shown by reports as it says', () => {
    const target = connectMemory(createMemoryRouter('orders-router', '1'), 'orders').describe();
    const report = { ...REPORT, target };
    expect(renderSummary(report)).toContain('- **Router:** orders-router');
    expect(eventOf(report)).toMatchObject({
      resources: ['arn:aws:memory:eu-west-1::orders-router'],
    });
    expect(JSON.parse(JSON.stringify(report)).target).toEqual({
      kind: 'memory',
      region: 'eu-west-1',
    });
  });
});

describe('The loop drives it', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: STARTED_AT * 1000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['to the promotion', 'healthy', 'promoted', '2'],
    ['back', 'failing', 'rolled-back', '1'],
  ] as const)('%s', async (_, verdict, ending, serves) => {
    const router = createMemoryRouter('orders-router', '1');
    const target = connectMemory(router, 'orders');
    const rollout = await prepare(target);
    const account = { ...newAccount(PLAN, STARTED_AT), verdictAt: () => verdict };
    const loop = loopOf(account, target, { kind: 'to-the-end' }, rollout.record.id);
    const ended = await passing(runLoop(loop, { rollout, trafficState: { kind: 'stable' } }));
    expect(ended.ending.kind).toBe(ending);
    expect((await router.read()).split).toEqual({ serves });
  });
});
