// Pure: whether the canary uses the stage's cache, and why.

import { listed } from '../../base/listed.ts';
import type { StageInputs } from './stage-inputs.ts';

export interface CacheDecision {
  /** Whether the canary uses the stage's cache. */
  readonly uses: boolean;
  readonly why: CacheReason;
}

export type CacheReason =
  /** The stage caches nothing. */
  | 'no-cache'
  /** Answers of different deployments are cached separately. */
  | 'own-answers'
  /** Answers of one deployment are cached together, whichever version gave them. */
  | 'shared-answers'
  /** The input says so, and no version gets the other's answers. */
  | 'chosen'
  /** The input says so, although the versions then get each other's answers. */
  | 'chosen-and-shared';

/**
 * By default, a canary with a deployment of its own uses the cache: AWS caches the answers of different deployments
 * separately, and without a cache the canary's users would wait longer, and its backend would get many times the
 * requests. With stable's deployment, both have one key (developer guide, "Set up an API Gateway canary release
 * deployment"). Canary users would then get the previous version's answers, and all users those of the new one,
 * whatever its weight.
 *
 * @param cached the methods whose answers the stage may cache
 */
export function decideCache(
  { useStageCache: asked, definition }: Pick<StageInputs, 'useStageCache' | 'definition'>,
  cached: readonly string[],
): CacheDecision {
  const shares = definition === 'deployed';
  if (cached.length === 0) return { uses: asked === true, why: 'no-cache' };
  if (asked === 'auto') {
    return shares ? { uses: false, why: 'shared-answers' } : { uses: true, why: 'own-answers' };
  }
  return { uses: asked, why: asked && shares ? 'chosen-and-shared' : 'chosen' };
}

/** What users should know of it before the release; empty without a cache. */
export function cacheNotes(
  { uses, why }: CacheDecision,
  cached: readonly string[],
  compares: boolean,
): readonly string[] {
  if (why === 'no-cache') return [];
  const use = `use-stage-cache: the stage caches answers of ${listed(cached)}. ${USE[why](uses)}`;
  return compares ? [use, NOT_COMPARED] : [use];
}

const USE: Readonly<Record<Exclude<CacheReason, 'no-cache'>, (uses: boolean) => string>> = {
  'own-answers': () =>
    'The canary uses the cache as well: it has a deployment of its own, and AWS caches its answers separately',
  'shared-answers': () =>
    'The canary does not use the cache: it has the deployment of the stage, so each version would get answers of the other. All of its requests reach the backend',
  chosen: (uses) =>
    uses
      ? 'The canary uses the cache as well'
      : 'The canary does not use the cache, so all of its requests reach the backend, and its users wait longer',
  'chosen-and-shared': () =>
    'The canary uses the cache and has the deployment of the stage, so each version gets answers of the other: users get those of the new version whatever its weight. With use-stage-cache: auto, the canary does not use the cache',
};

const NOT_COMPARED =
  'use-stage-cache: an answer from the cache is fast and never fails, and the versions get different shares of such answers. So only requests that reached a backend are compared, latency is not compared, and errors only roll back if they are more than three times as frequent';
