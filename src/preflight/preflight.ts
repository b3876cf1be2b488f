// Preflight: everything that can be known before anything is changed.

import type { NormalClients } from '../aws/clients.ts';
import { oneCredentialsProblem } from '../aws/credential-errors.ts';
import { noProblems, type Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type BlindSpot, blindSpots } from '../rollout/blind-spots.ts';
import { bakesAlone, type HoldBack } from '../rollout/hold-back.ts';
import type { Plan } from '../rollout/plan.ts';
import { type Lifetimes, secondsAvailable } from '../rollout/schedule-limits.ts';
import { wayBackText } from '../rollout/way-back.ts';
import type { Target, TargetSetup } from '../targets/target.ts';
import { inspectAlarms } from './check-alarms.ts';
import { checkClock } from './check-clock.ts';
import { inspectHooks } from './check-hooks.ts';
import { inspectLogs, type LogFacts } from './check-logs.ts';
import { checkParts, isStart } from './check-parts.ts';
import { inspectTags, type RunFacts } from './check-tags.ts';
import { inspectPlan } from './choose-plan.ts';

export interface Preflight {
  readonly findings: Problems;
  /** Absent when problems prevent it. */
  readonly opening: TargetSetup | undefined;
  readonly plan: Plan;
  readonly holdBack: HoldBack;
  /** Those of the notes that say why the release may not come to its end. */
  readonly warnings: readonly string[];
  /** What each step can detect. */
  readonly forecast: readonly string[];
  /** What this release could break without the judge seeing it. */
  readonly blindSpots: readonly BlindSpot[];
  readonly logs: LogFacts & {
    /** Of the last day; `undefined`: not known. */
    readonly requestsPerMinute: number | undefined;
  };
}

export interface PreflightServices {
  readonly target: Target;
  readonly clients: NormalClients;
  readonly lifetimes: Lifetimes;
  readonly run: RunFacts;
  /** From the first signal until a cancelled job is killed; absent: as in GitHub Actions. */
  readonly graceSeconds?: number | undefined;
}

/** Reads everything and changes nothing. Problems are returned, never thrown. */
export async function inspect(
  { target, clients, lifetimes, run, graceSeconds }: PreflightServices,
  inputs: Inputs,
  now: number,
): Promise<Preflight> {
  const findings = noProblems();
  const opening = await target.inspect(findings);
  if (opening?.movedOneByOne) {
    findings.notes.push(...wayBackText(opening.movedOneByOne, graceSeconds));
  }
  await inspectAlarms(clients, inputs, findings);
  await inspectHooks({ clients, opening }, inputs.hooks, findings);
  if (inputs.smoke) {
    const { inspectSmoke } = await import('./check-smoke.ts');
    await inspectSmoke({ clients, target, opening }, inputs.smoke, inputs, findings);
  }
  const availableSeconds = isStart(inputs)
    ? Number.POSITIVE_INFINITY
    : secondsAvailable(lifetimes, now);
  const logs = await inspectLogs(target, opening, inputs, findings);
  const watched = opening && { countSource: target.countSource, opening, availableSeconds };
  const { plan, holdBack, forecast, seen } = await inspectPlan(watched, inputs, findings, now);
  const schedule = checkParts(plan, inputs, lifetimes, now);
  findings.problems.push(...schedule.problems);
  findings.notes.push(...schedule.notes);
  checkClock(clients.clock.ahead(), findings);
  // The record can only be composed if nothing contradicts it.
  if (opening && findings.problems.length === 0) {
    await inspectTags(opening, run, plan, inputs, findings, now);
  }
  const { alarms, metrics, region } = inputs;
  const given = {
    alarms: alarms.length,
    metrics: metrics.length,
    region,
    bakesAlone: inputs.compare.includes('errors') && plan.bakeSeconds > 0 && bakesAlone(holdBack),
  };
  const spots = seen ? blindSpots({ ...seen, ...given }) : [];
  return {
    findings: { ...findings, problems: [...oneCredentialsProblem(findings.problems)] },
    opening,
    plan,
    holdBack,
    warnings: schedule.notes,
    forecast,
    blindSpots: spots,
    logs: { ...logs, requestsPerMinute: seen?.requestsPerMinute },
  };
}
