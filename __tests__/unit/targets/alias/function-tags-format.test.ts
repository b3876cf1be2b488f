// Which function of a rollout has which tag, literally, from its beginning to what is left after its end.

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Aliases } from '../../../../src/aws/aliases.ts';
import type { FunctionCalls } from '../../../../src/aws/functions.ts';
import {
  PAUSED,
  pauseTag,
  type RolloutRecord,
  recordTags,
} from '../../../../src/rollout/record.ts';
import { createTagStore, type TagStore } from '../../../../src/targets/alias/tag-store.ts';
import { readFormat, type Tags } from '../../../support/formats.ts';

const { record, tags: TAGS } = readFormat<{
  readonly record: RolloutRecord & { readonly v: 1 };
  readonly tags: Tags;
}>('stored-alias.json');
const { v: _, ...RECORD } = record;

const OWNER = { 'canary-action:rollout': TAGS['canary-action:rollout'] };
const MARK = { ...OWNER, 'canary-action:with': 'carts' };

const arnOf = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;

/** Functions that are released to `live`, with nothing but tags, and at first with none. */
function account(...names: string[]) {
  const tags = new Map(names.map((name) => [arnOf(name), {} as Record<string, string>]));
  const of = (arn: string) => tags.get(arn) ?? {};
  const aliases = {
    readTags: async (arn: string) => of(arn),
    tag: async (arn: string, more: Tags) => void tags.set(arn, { ...of(arn), ...more }),
    untag: async (arn: string, keys: readonly string[]) =>
      void tags.set(
        arn,
        Object.fromEntries(Object.entries(of(arn)).filter(([key]) => !keys.includes(key))),
      ),
  } as unknown as Aliases;
  const functions = { read: async (name: string) => ({ arn: arnOf(name) }) };
  const live = Object.fromEntries(names.map((name) => [name, 'live']));
  return {
    store: createTagStore(aliases, functions as unknown as FunctionCalls, live),
    found: () => Object.fromEntries(names.map((name) => [name, of(arnOf(name))])),
  };
}

/** The record with these functions instead of its own. */
function recordOf(...names: string[]): RolloutRecord {
  return {
    ...RECORD,
    on: arnOf(names[0] ?? ''),
    functions: names.map((name) => ({ name, from: '7', to: '8' })),
    target: { kind: 'alias', aliases: Object.fromEntries(names.map((name) => [name, 'live'])) },
  };
}

async function begin(store: TagStore, record: RolloutRecord = RECORD): Promise<Tags> {
  const tags = recordTags(record, { kind: 'preparing' }, 100);
  await store.begin(tags, record.id, async () => {});
  return tags;
}

describe('The tags of a rollout of several aliases', () => {
  it('are on the first function, and the others refer to it', async () => {
    const { store, found } = account('orders', 'carts');
    await begin(store);
    expect(found()).toEqual({ carts: TAGS, orders: MARK });
  });

  it('change only on the first function during the rollout', async () => {
    const { store, found } = account('orders', 'carts');
    await begin(store);
    await store.write({ 'canary-action:phase': 'step/0/1764000060', 'canary-action:shifts': '1o' });
    await store.write(pauseTag({ since: 1_764_000_090, by: RECORD.id }));
    const step = {
      ...TAGS,
      'canary-action:phase': 'step/0/1764000060',
      'canary-action:shifts': '1o',
    };
    expect(found()).toEqual({
      carts: { ...step, 'canary-action:paused': `1764000090/${OWNER['canary-action:rollout']}` },
      orders: MARK,
    });
    await store.forget([PAUSED]);
    expect(found()).toEqual({ carts: step, orders: MARK });
  });

  it('are gone after its end', async () => {
    const { store, found } = account('orders', 'carts');
    await begin(store);
    await store.clear(undefined);
    expect(found()).toEqual({ carts: {}, orders: {} });
  });

  it('are gone but for its outcome where several runs drove it', async () => {
    const { store, found } = account('orders', 'carts');
    await begin(store);
    await store.clear({ ended: 'promoted', at: 1_764_001_200, by: RECORD.id });
    const last = `promoted/1764001200/${OWNER['canary-action:rollout']}/of/e7c55e1f`;
    expect(found()).toEqual({ carts: { 'canary-action:last': last }, orders: {} });
  });
});

describe('The tags of a rollout of one alias', () => {
  it('are on its function, without a reference to another one', async () => {
    const { store, found } = account('orders');
    await begin(store, recordOf('orders'));
    expect(Object.keys(found().orders ?? {})).toEqual([
      'canary-action:rollout',
      'canary-action:phase',
      'canary-action:record.1-3',
      'canary-action:record.2-3',
      'canary-action:record.3-3',
    ]);
    await store.clear(undefined);
    expect(found()).toEqual({ orders: {} });
  });
});

describe('The tags of a record that is too long for one function', () => {
  // Names that hardly become shorter when they are compressed.
  const names = Array.from(
    { length: 150 },
    (_, i) => `fn-${createHash('sha256').update(String(i)).digest('base64url').slice(0, 40)}`,
  ).sort();
  const [first = '', second = '', third = ''] = names;

  it('continue with the next function, which the previous one names', async () => {
    const { store, found } = account(...names);
    const tags = await begin(store, recordOf(...names));
    const chunks = Object.keys(tags).filter((key) => key.includes('record.'));
    const { [first]: own = {}, [second]: next = {}, [third]: other } = found();
    expect(chunks.length).toBeGreaterThan(22);
    expect(chunks.length).toBeLessThanOrEqual(44);
    expect(own).toEqual({
      ...OWNER,
      'canary-action:phase': 'preparing',
      ...Object.fromEntries(chunks.slice(0, 22).map((key) => [key, tags[key]])),
      'canary-action:more': second,
    });
    expect(next).toEqual({
      ...OWNER,
      'canary-action:with': first,
      ...Object.fromEntries(chunks.slice(22).map((key) => [key, tags[key]])),
    });
    expect(other).toEqual({ ...OWNER, 'canary-action:with': first });
  });
});
