// One knob, the false-rollback rate, divided among the tests.

/** How the rate is divided: what each test may spend, 0 to 1. */
export interface AlphaSplit {
  readonly errors: number;
  /** For each of the latency series. */
  readonly latency: number;
  /** For each of the user's metrics. */
  readonly metric: number;
  readonly guardrail: number;
}

/** Of what the guardrail leaves, errors take two parts, latency and each metric one. */
const GUARDRAIL_SHARE = 0.1;
const ERROR_PARTS = 2;

/**
 * Divides the rate so that the parts of all tests sum to it (the union bound: with more tests each
 * is stricter, and the rollout as a whole stays within the rate). Errors and latency alone give
 * 0.6 %, 0.3 % and 0.1 % of 1 %.
 */
export function splitAlpha(
  falseRollbackRate: number,
  tests: { readonly latency: number; readonly metrics: number },
): AlphaSplit {
  const parts = ERROR_PARTS + (tests.latency > 0 ? 1 : 0) + tests.metrics;
  const part = (falseRollbackRate * (1 - GUARDRAIL_SHARE)) / parts;
  return {
    errors: ERROR_PARTS * part,
    latency: part / Math.max(1, tests.latency),
    metric: part,
    guardrail: falseRollbackRate * GUARDRAIL_SHARE,
  };
}
