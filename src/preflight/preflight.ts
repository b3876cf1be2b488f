// Preflight: everything that can be known before anything is changed.

import type { Clients } from '../aws/clients.ts';
import type { Functions } from '../aws/functions.ts';
import type { RestApi } from '../aws/rest-api.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Plan } from '../rollout/plan.ts';
import { checkSchedule, type Lifetimes } from '../rollout/schedule-limits.ts';
import { inspectAlarms } from './alarms.ts';
import { type Findings, noFindings } from './findings.ts';
import { type FunctionFacts, inspectFunctions } from './functions.ts';
import { inspectPermissions } from './permissions.ts';
import { inspectPlan } from './plan.ts';
import { inspectStage, type StageFacts } from './stage.ts';

export interface Preflight {
  readonly findings: Findings;
  /** Missing when there are problems that hide them. */
  readonly stage: StageFacts | undefined;
  readonly functions: readonly FunctionFacts[];
  readonly plan: Plan;
  /** What each step will be able to see. */
  readonly foresight: readonly string[];
}

export interface Surroundings {
  readonly clients: Clients;
  readonly api: RestApi;
  readonly functions: Functions;
  readonly lifetimes: Lifetimes;
}

/** Looks at everything and changes nothing. Problems are listed, never thrown. */
export async function inspect(
  around: Surroundings,
  inputs: Inputs,
  now: number,
): Promise<Preflight> {
  const findings = noFindings();
  const stage = await inspectStage(around.api, inputs, findings);
  const functions = await inspectFunctions(around.functions, around.api, inputs, stage, findings);
  await inspectAlarms(around.clients.cloudWatch, inputs, findings);
  if (stage) await inspectPermissions(around.clients, inputs, functions, findings);
  if (
    inputs.functions.length === 0 &&
    inputs.definition === 'deployed' &&
    Object.keys(inputs.overrides).length === 0
  ) {
    findings.problems.push(
      'there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them',
    );
  }
  const { plan, foresight } = await inspectPlan(
    around.clients.cloudWatch,
    inputs,
    stage,
    findings,
    now,
  );
  const schedule = checkSchedule(plan, around.lifetimes, now);
  findings.problems.push(...schedule.problems);
  findings.notes.push(...schedule.notes);
  return { findings, stage, functions, plan, foresight };
}
