// The finding of the guardrail, once the canary has had traffic while stable had none.

import { compare } from './comparison.ts';
import { type MinuteCounts, sum } from './counts.ts';
import { exactPath, highMinutes } from './exact-test.ts';
import type { Finding } from './finding.ts';
import { canaryOnly, guardrailLimit, guardrailNats, guardrailPath } from './guardrail.ts';
import type { Series } from './series.ts';

/** A function whose invocations are compared with a limit of their own. */
export interface GuardedFunction {
  readonly of: 'functions';
  readonly name: string;
}

/**
 * Failing when the canary's rate in minutes without stable traffic exceeds the limit, otherwise healthy: the
 * guardrail finds only this one problem, and does not object to anything else. Inconclusive if there is no limit.
 *
 * @param guarded whose errors these are, if not those of all requests
 * @returns undefined if the canary never had all of the traffic
 */
export function guardrailFinding(
  errors: Series,
  falseRollbackRate: number,
  dispersion: number,
  guarded?: GuardedFunction,
): Finding | undefined {
  const alone = canaryOnly(errors.minutes);
  if (alone.length === 0) return undefined;
  const limit = guardrailLimit(errors.before);
  const source = { kind: 'guardrail', limit, ...guarded } as const;
  return limited(source, alone, falseRollbackRate, dispersion);
}

/**
 * The same for errors that are not counted by version, so that nobody knows whose they are: failing when so many of
 * all requests fail that no service would accept it. In an incident, this may roll back a good version.
 *
 * @param series all requests as the canary's
 */
export function unattributedFinding(
  { minutes, before }: Series,
  falseRollbackRate: number,
  dispersion: number,
): Finding | undefined {
  const split = minutes.filter(
    ({ weight, weightBefore, canary }) =>
      weight > 0 && Math.max(weight, weightBefore) < 100 && canary.requests > 0,
  );
  if (split.length === 0) return undefined;
  const limit = guardrailLimit(before);
  const source = { kind: 'guardrail', limit, of: 'all-traffic' } as const;
  return limited(source, split, falseRollbackRate, dispersion);
}

/**
 * The guardrail while stable has a small share: failing when far more of the canary's requests fail than of stable's.
 * Inconclusive while so many of the canary's fail that no service would accept it, and stable has too few requests to
 * show whose fault that is. Otherwise healthy. It shares the guardrail's part of the false-rollback rate.
 *
 * @returns undefined if the canary never had such a weight
 */
export function heldBackFinding(
  { minutes, before }: Series,
  falseRollbackRate: number,
  dispersion: number,
): Finding | undefined {
  const high = highMinutes(minutes);
  if (high.length === 0) return undefined;
  const limit = guardrailLimit(before);
  const source = { kind: 'guardrail', limit, of: 'held-back' } as const;
  const found = guarded(source, high, exactPath(high, dispersion), falseRollbackRate);
  if (found.verdict === 'failing') return found;
  const recent = highMinutes(minutes.slice(-RECENT_MINUTES));
  const accepted = guardrailNats(recent, limit, dispersion) < -Math.log(falseRollbackRate);
  return accepted ? found : { ...found, verdict: 'inconclusive' };
}

/** What is over decides nothing: an incident that has ended does not hold a release. */
const RECENT_MINUTES = 3;

/** Compares the canary's sums with the limit after each minute. */
function limited(
  source: Extract<Finding['source'], { kind: 'guardrail' }>,
  alone: readonly MinuteCounts[],
  falseRollbackRate: number,
  dispersion: number,
): Finding {
  const { limit } = source;
  const path = guardrailPath(alone, limit, dispersion);
  const found = guarded(source, alone, path, falseRollbackRate);
  return limit < 1 ? found : { ...found, verdict: 'inconclusive' };
}

/** @param path the evidence after each minute, in nats */
function guarded(
  source: Extract<Finding['source'], { kind: 'guardrail' }>,
  minutes: readonly MinuteCounts[],
  path: readonly number[],
  falseRollbackRate: number,
): Finding {
  const threshold = -Math.log(falseRollbackRate);
  const first = path.findIndex((nats) => nats >= threshold);
  const failing = first >= 0;
  const canary = sum(minutes.map((m) => m.canary));
  return {
    source,
    verdict: failing ? 'failing' : 'healthy',
    canary,
    stable: sum(minutes.map((m) => m.stable)),
    comparison: compare(minutes),
    interval: undefined,
    reading: { nats: path.at(-1)!, threshold, failing },
    safe: { nats: 0, threshold: 0 },
    failingSince: minutes[first]?.minute,
  };
}
