// The finding of the guardrail, once the canary has had traffic while stable had none.

import { compare } from './comparison.ts';
import { sum } from './counts.ts';
import type { Finding } from './finding.ts';
import { canaryOnly, guardrailLimit, guardrailNats } from './guardrail.ts';
import type { Series } from './series.ts';

/**
 * Failing when the canary's rate in minutes without stable traffic exceeds the limit, otherwise healthy: the
 * guardrail finds only this one problem, and does not object to anything else.
 *
 * @returns undefined if the canary never had all of the traffic
 */
export function guardrailFinding(
  errors: Series,
  falseRollbackRate: number,
  dispersion: number,
): Finding | undefined {
  const alone = canaryOnly(errors.minutes);
  if (alone.length === 0) return undefined;
  const limit = guardrailLimit(errors.before);
  const threshold = -Math.log(falseRollbackRate);
  const path = alone.map((_, i) => guardrailNats(alone.slice(0, i + 1), limit, dispersion));
  const first = path.findIndex((nats) => nats >= threshold);
  const failing = first >= 0;
  const canary = sum(alone.map((m) => m.canary));
  return {
    source: { kind: 'guardrail', limit },
    verdict: failing ? 'failing' : 'healthy',
    canary,
    stable: sum(alone.map((m) => m.stable)),
    comparison: compare(alone),
    interval: undefined,
    reading: { nats: path.at(-1)!, threshold, failing },
    safe: { nats: 0, threshold: 0 },
    failingSince: alone[first]?.minute,
  };
}
