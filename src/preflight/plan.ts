// Preflight of the plan: weights that follow the traffic where that was asked for, and what each
// step will be able to see.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { readDailyTraffic } from '../aws/history.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { automaticSteps, foresee } from '../rollout/foresight.ts';
import type { Plan } from '../rollout/plan.ts';
import { attempt, type Findings } from './findings.ts';
import type { StageFacts } from './stage.ts';

export interface PlanFacts {
  readonly plan: Plan;
  /** One sentence per step. */
  readonly foresight: readonly string[];
}

export async function inspectPlan(
  client: CloudWatchClient,
  inputs: Inputs,
  stage: StageFacts | undefined,
  findings: Findings,
  now: number,
): Promise<PlanFacts> {
  const { advance, bakeSeconds, analysis, falseRollbackRate } = inputs;
  // Read whatever the analysis is: a role that may not read metrics would hold at every step.
  const daily = stage
    ? await attempt(findings, () => readDailyTraffic(client, stage.apiName, inputs.stageName, now))
    : undefined;
  const steps = inputs.steps === 'auto' ? automaticSteps(daily, advance.kind) : inputs.steps;
  const plan = { steps, advance, bakeSeconds };
  if (!stage || analysis === 'off') return { plan, foresight: [] };
  const { says, warnings } = foresee(plan, daily, falseRollbackRate);
  findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
  return { plan, foresight: says };
}
