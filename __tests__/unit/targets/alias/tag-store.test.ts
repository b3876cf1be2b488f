import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Aliases } from '../../../../src/aws/aliases.ts';
import type { FunctionCalls } from '../../../../src/aws/functions.ts';
import { KnownError } from '../../../../src/base/errors.ts';
import { recordTags } from '../../../../src/rollout/record.ts';
import type { RolloutId } from '../../../../src/rollout/release.ts';
import { createTagStore, type TagStore } from '../../../../src/targets/alias/tag-store.ts';
import { makeRecord } from '../../rollout/rollout-fixture.ts';

const OURS: RolloutId = { repository: 'octo-org/orders', runId: '1', attempt: '1' };
const THEIRS: RolloutId = { repository: 'octo-org/checkout', runId: '2', attempt: '1' };
const LINK = 'octo-org/checkout/actions/runs/2/attempts/1';

/** The alias of each function. */
const live = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'live']));

/**
 * Functions with nothing but tags; tags of those in `closed` cannot be read, and of those in `sealed` not
 * removed.
 */
function account(...names: string[]) {
  const tags = new Map(names.map((name) => [name, new Map([['team', 'shop']])]));
  const closed = new Set<string>();
  const sealed = new Set<string>();
  const of = (arn: string) => tags.get(arn) ?? new Map<string, string>();
  const aliases = {
    readTags: async (arn: string) => {
      if (closed.has(arn)) throw new KnownError('not authorized to perform: lambda:ListTags');
      return Object.fromEntries(of(arn));
    },
    tag: async (arn: string, more: Record<string, string>) => {
      for (const [key, value] of Object.entries(more)) of(arn).set(key, value);
    },
    untag: async (arn: string, keys: readonly string[]) => {
      if (sealed.has(arn)) throw new KnownError('not authorized to perform: lambda:UntagResource');
      for (const key of keys) of(arn).delete(key);
    },
  } as unknown as Aliases;
  const functions = {
    read: async (name: string) => (tags.has(name) ? { arn: name } : undefined),
  } as unknown as FunctionCalls;
  return {
    tags,
    closed,
    sealed,
    stored: (...released: string[]) => createTagStore(aliases, functions, live(released)),
    left: () => [...tags].flatMap(([name, own]) => [...own.keys()].map((key) => `${name} ${key}`)),
  };
}

function begin(
  stored: TagStore,
  id: RolloutId,
  names: readonly string[],
  pause: () => Promise<void> = async () => undefined,
): Promise<void> {
  const functions = names.map((name) => ({ name, from: '1', to: '2' }));
  const record = makeRecord({ id, functions, target: { kind: 'alias', aliases: live(names) } });
  return stored.begin(recordTags(record, { kind: 'preparing' }, 200), id, pause);
}

describe('the stored state of aliases', () => {
  it('shows for each function which one stores its rollout, and who owns it', async () => {
    const { stored } = account('a', 'b', 'c');
    await begin(stored('a', 'b'), THEIRS, ['a', 'b']);
    expect(await stored('b', 'c').read()).toEqual({
      kind: 'takes-part',
      functionName: 'b',
      rememberedBy: 'a',
      id: THEIRS,
      alias: 'live',
    });
    expect((await stored('b', 'c').readOf('c')).kind).toBe('none');
  });

  it('prevents the start of a rollout that shares a function, and writes nothing then', async () => {
    const { stored, left } = account('a', 'b', 'c');
    await begin(stored('b', 'c'), THEIRS, ['b', 'c']);
    const before = left();
    for (const names of [['a', 'b'], ['a', 'c'], ['b'], ['c']]) {
      await expect(begin(stored(...names), OURS, names)).rejects.toThrow(LINK);
    }
    expect(left()).toEqual(before);
  });

  it('goes to the last of two that write at once, and the other leaves nothing of its own', async () => {
    const { stored, tags, left } = account('a', 'b', 'c');
    const early = begin(stored('a', 'b'), OURS, ['a', 'b'], async () => {
      // The later run, which also found everything free, writes everything.
      tags.set('b', new Map([['team', 'shop']]));
      await begin(stored('b', 'c'), THEIRS, ['b', 'c']);
    });
    await expect(early).rejects.toThrow(LINK);
    expect((await stored('b', 'c').read()).kind).toBe('rollout');
    await stored('a', 'b').clear(undefined);
    await stored('b', 'c').clear(undefined);
    expect(left()).toEqual(['a team', 'b team', 'c team']);
  });

  it('treats a function with unreadable tags as owned by another rollout', async () => {
    const { stored, closed } = account('a', 'b');
    await begin(stored('a', 'b'), THEIRS, ['a', 'b']);
    closed.add('a');
    expect(await stored('b').read()).toMatchObject({ kind: 'takes-part', id: THEIRS });
    await expect(begin(stored('b'), OURS, ['b'])).rejects.toThrow(LINK);
  });

  it.each(['is gone', 'has forgotten it', 'remembers another one'])(
    'counts no mark whose function %s',
    async (how) => {
      const { stored, tags, left } = account('a', 'b', 'c');
      await begin(stored('a', 'b'), THEIRS, ['a', 'b']);
      if (how === 'is gone') tags.delete('a');
      else tags.set('a', new Map([['team', 'shop']]));
      if (how === 'remembers another one') await begin(stored('a', 'c'), THEIRS, ['a', 'c']);
      expect((await stored('b').read()).kind).toBe('none');
      await begin(stored('b'), OURS, ['b']);
      expect((await stored('b').read()).kind).toBe('rollout');
      await stored('b').clear(undefined);
      expect(left().filter((tag) => tag.startsWith('b '))).toEqual(['b team']);
    },
  );

  it('keeps the mark of another rollout when it clears its own', async () => {
    const { stored, tags } = account('a', 'b', 'c');
    await begin(stored('a', 'b'), OURS, ['a', 'b']);
    tags.get('b')?.set('canary-action:with', 'c');
    await stored('a', 'b').clear(undefined);
    expect([...(tags.get('a') ?? []).values()]).toEqual(['shop']);
    expect(tags.get('b')?.get('canary-action:with')).toBe('c');
  });

  it('reports the earlier owner even if it may not remove its own marks', async () => {
    const { stored, tags, sealed } = account('a', 'b', 'c');
    const early = begin(stored('a', 'c'), OURS, ['a', 'c'], async () => {
      tags.set('a', new Map([['team', 'shop']]));
      await begin(stored('a', 'b'), THEIRS, ['a', 'b']);
      sealed.add('c');
    });
    await expect(early).rejects.toThrow(LINK);
    expect((await stored('c').read()).kind).toBe('none');
  });

  it('writes its part of a long record again where another run wrote over it and came too late', async () => {
    const shared = Array.from({ length: 150 }, (_, i) => {
      // A name that hardly becomes shorter when it is compressed.
      return `shared-${createHash('sha256').update(String(i)).digest('base64url')}`;
    }).sort();
    const [first, second] = [
      ['a', ...shared],
      ['b', ...shared.slice(0, 120)],
    ];
    const { stored, tags } = account(...first, 'b');
    const early = begin(stored(...first), OURS, first, async () => {
      const mark = tags.get(shared[0] ?? '');
      expect([...(mark?.keys() ?? [])].join()).toContain('canary-action:record.');
      // The later run has marked it, with a part of its own record, but has not yet written its first function.
      for (const key of mark?.keys() ?? []) if (key.includes('record.')) mark?.delete(key);
      mark?.set('canary-action:record.23-40', 'theirs');
      mark?.set('canary-action:with', 'b');
    });
    await early;
    expect((await stored(...first).read()).kind).toBe('rollout');
    expect((await stored(...second).readOf(shared[0] ?? '')).kind).toBe('takes-part');
  });
});
