// Whether the release fits into its jobs: into one, or with approvals, each part between two of them into one.

import type { HookPoint } from '../analysis/evidence.ts';
import { checksAt } from '../checks/check.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { formatWeight, type Plan } from '../rollout/plan.ts';
import { type PlanPart, partsOf, weightAt } from '../rollout/plan-parts.ts';
import {
  checkSchedule,
  type Lifetimes,
  type RunDuration,
  type ScheduleFindings,
} from '../rollout/schedule-limits.ts';

/** Whether later runs continue the release. */
export function isStart({ command, planOf }: Pick<Inputs, 'command' | 'planOf'>): boolean {
  return (command === 'plan' ? planOf : command) === 'start';
}

type Given = Pick<Inputs, 'command' | 'planOf' | 'holdSeconds' | 'hooks' | 'smoke'>;

/** @param now seconds since the epoch */
export function checkParts(
  plan: Plan,
  inputs: Given,
  lifetimes: Lifetimes,
  now: number,
): ScheduleFindings {
  const found = staysIn(plan, inputs).map((stay, part) =>
    checkSchedule(stay, part === 0 ? lifetimes : ofLaterJob(lifetimes), now),
  );
  return {
    problems: found.flatMap(({ problems }) => problems),
    notes: [...new Set(found.flatMap(({ notes }) => notes))],
  };
}

/** Which has credentials of its own. */
function ofLaterJob({ jobTimeoutSeconds }: Lifetimes): Lifetimes {
  return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
}

/** How long each run of the release lasts: after `start`, others continue it as they like. */
function staysIn(plan: Plan, inputs: Given): readonly RunDuration[] {
  const { holdSeconds } = inputs;
  if (!isStart(inputs)) return partsOf(plan).map((part) => stayOf(plan, part, inputs));
  const hookSeconds = hookSecondsAt('pre-traffic', inputs);
  return [{ seconds: holdSeconds, hookSeconds, words: 'hold-for takes', shorten: 'hold-for' }];
}

function stayOf(plan: Plan, part: PlanPart, inputs: Given): RunDuration {
  const { next, end, seconds, readSeconds } = part;
  const steps = (end ?? plan.steps.length) - next;
  const before = next === 0 ? hookSecondsAt('pre-traffic', inputs) : 0;
  const after = end === undefined ? hookSecondsAt('post-traffic', inputs) : 0;
  return {
    ...{ seconds, readSeconds },
    hookSeconds: before + steps * hookSecondsAt('step', inputs) + after,
    words: wordsOf(plan, part),
    shorten: isBakeAlone(plan, part) ? 'bake-time' : 'the steps',
    way: 'split the release across runs (command: start, then advance), ',
  };
}

function hookSecondsAt(point: HookPoint, { hooks, smoke }: Given): number {
  const checks = smoke && checksAt(smoke, point).length > 0 ? smoke.limitSeconds : 0;
  return hooks.calls[point].length * hooks.timeoutSeconds + checks;
}

function isBakeAlone({ steps }: Plan, { next }: PlanPart): boolean {
  return next > 0 && next === steps.length;
}

function wordsOf(plan: Plan, part: PlanPart): string {
  const { next, end } = part;
  const from = next === 0 ? '' : ` from ${formatWeight(weightAt(plan, next))}`;
  if (end === undefined) {
    return isBakeAlone(plan, part) ? 'the bake takes' : `the steps${from} and the bake take`;
  }
  return `the steps${from} to the approval of ${formatWeight(weightAt(plan, end))} take`;
}
