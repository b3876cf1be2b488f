// Preflight of the plan: weights that follow the traffic where that was asked for, and what each
// step will be able to see.

import type { Inputs } from '../inputs/inputs.ts';
import { automaticSteps, foresee } from '../rollout/foresight.ts';
import type { Plan } from '../rollout/plan.ts';
import type { Gauge } from '../targets/gauge.ts';
import { attempt, type Findings } from './findings.ts';

export interface PlanFacts {
  readonly plan: Plan;
  /** One sentence per step. */
  readonly foresight: readonly string[];
}

/** @param gauge `undefined`: there is nothing whose traffic could be counted */
export async function inspectPlan(
  gauge: Gauge | undefined,
  inputs: Inputs,
  findings: Findings,
  now: number,
): Promise<PlanFacts> {
  const { advance, bakeSeconds, analysis, falseRollbackRate } = inputs;
  // Read whatever the analysis is: a role that may not read metrics would hold at every step.
  const daily = gauge && (await attempt(findings, () => gauge.readDaily(now)));
  const steps = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
  const plan = { steps, advance, bakeSeconds };
  if (!gauge || analysis === 'off') return { plan, foresight: [] };
  const { says, warnings } = foresee(plan, daily, falseRollbackRate);
  findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
  return { plan, foresight: says };
}
