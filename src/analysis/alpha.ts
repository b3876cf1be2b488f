// Divides the false-rollback rate among the tests.

import type { Measure } from './measure.ts';

/** The share of the rate that each test may spend, 0 to 1. */
export interface AlphaSplit {
  of(measure: Measured): number;
  readonly guardrail: number;
}

type Measured = Pick<Measure, 'kind' | 'budget'>;

const GUARDRAIL_SHARE = 0.1;

/**
 * Divides the rate so that the shares of all tests add up to it (the union bound: with more tests, each is
 * stricter, and the rollout as a whole stays within the rate). For errors and latency alone, a rate of 1%
 * gives 0.6%, 0.3% and, for the guardrail, 0.1%.
 */
export function splitAlpha(falseRollbackRate: number, measures: readonly Measured[]): AlphaSplit {
  const sharers = ({ kind, budget }: Measured) =>
    budget.shared ? measures.filter((other) => other.kind === kind).length : 1;
  const kinds = new Map(measures.map(({ kind, budget }) => [kind, budget]));
  const count = (kind: Measured['kind']) => measures.filter((m) => m.kind === kind).length;
  const parts = [...kinds].reduce(
    (sum, [kind, { parts, shared }]) => sum + parts * (shared ? 1 : count(kind)),
    0,
  );
  const part = (falseRollbackRate * (1 - GUARDRAIL_SHARE)) / parts;
  return {
    of: (measure) => (measure.budget.parts * part) / sharers(measure),
    guardrail: falseRollbackRate * GUARDRAIL_SHARE,
  };
}
