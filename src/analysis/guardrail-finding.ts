// The guardrail as one more finding, once the canary has been without company.

import { compare } from './comparison.ts';
import { sum } from './counts.ts';
import type { Finding } from './finding.ts';
import { guardrailLimit, guardrailNats, unaccompanied } from './guardrail.ts';
import type { Series } from './series.ts';

/**
 * Failing when the canary's rate without company is beyond the limit, otherwise healthy: the
 * guardrail knows one kind of trouble only, and has nothing against what it cannot see.
 *
 * @returns undefined when stable has had requests in every minute
 */
export function guardrailFinding(
  errors: Series,
  falseRollbackRate: number,
  dispersion: number,
): Finding | undefined {
  const alone = unaccompanied(errors.minutes);
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
