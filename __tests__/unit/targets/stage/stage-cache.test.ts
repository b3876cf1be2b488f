import { describe, expect, it } from '@jest/globals';
import { unequalShare } from '../../../../src/analysis/unequal-share.ts';
import { cachedMethods } from '../../../../src/aws/cached-methods.ts';
import { cacheNotes, decideCache } from '../../../../src/targets/stage/stage-cache.ts';

const CACHED = ['all methods'];

describe('whether a canary uses the cache of its stage', () => {
  it.each([
    ['auto', 'draft', CACHED, { uses: true, why: 'own-answers' }],
    ['auto', 'deployed', CACHED, { uses: false, why: 'shared-answers' }],
    ['auto', 'draft', [], { uses: false, why: 'no-cache' }],
    [true, 'draft', CACHED, { uses: true, why: 'chosen' }],
    [true, 'deployed', CACHED, { uses: true, why: 'chosen-and-shared' }],
    [false, 'draft', CACHED, { uses: false, why: 'chosen' }],
    [true, 'deployed', [], { uses: true, why: 'no-cache' }],
  ] as const)('%s, %s, %j: %j', (useStageCache, definition, cached, decision) => {
    expect(decideCache({ useStageCache, definition }, cached)).toEqual(decision);
  });

  it('is said with what cannot be compared, and not without a cache', () => {
    const decision = { uses: true, why: 'own-answers' } as const;
    expect(cacheNotes(decision, ['GET /orders'], true).join('\n')).toMatch(
      /caches answers of GET \/orders\. The canary uses the cache as well.*\n.*latency is not compared/,
    );
    expect(cacheNotes(decision, CACHED, false)).toHaveLength(1);
    expect(cacheNotes({ uses: false, why: 'no-cache' }, [], true)).toEqual([]);
  });
});

describe('the cached methods of a stage', () => {
  it.each([
    ['no cluster', { methodSettings: { '*/*': { cachingEnabled: true } } }, []],
    ['a cluster alone', { cacheClusterEnabled: true }, []],
    [
      'settings',
      {
        cacheClusterEnabled: true,
        methodSettings: {
          '*/*': { cachingEnabled: true, cacheTtlInSeconds: 300 },
          '~1orders~1{id}/GET': { cachingEnabled: true },
          'pets/GET': { cachingEnabled: true, cacheTtlInSeconds: 0 },
          'users/GET': { cachingEnabled: false },
        },
      },
      ['GET /orders/{id}', 'all methods'],
    ],
  ])('%s', (_, stage, expected) => {
    expect(cachedMethods(stage)).toEqual(expected);
  });
});

describe('the share of what a cache did not answer', () => {
  it('is bounded by three times the odds above, and by the weight below', () => {
    const counts = (requests: number) => ({ requests, events: 0 });
    const minute = { minute: 1, weight: 5, weightBefore: 5 };
    const share = unequalShare({ ...minute, canary: counts(20), stable: counts(80) });
    expect(share.low).toBe(0.05);
    expect(share.high).toBeCloseTo(0.75 / 1.75);
    expect(unequalShare({ ...minute, canary: counts(1), stable: counts(0) }).high).toBe(1);
    expect(unequalShare({ ...minute, canary: counts(0), stable: counts(0) }).high).toBe(0);
  });
});
