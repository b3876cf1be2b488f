// CodeDeploy's names for schedules, spelled as in CodeDeploy, SAM and CDK.
// Semantics (CodeDeploy user guide, "deployment configurations"): the first increment is shifted at once. A
// canary then shifts the rest after its interval; a linear schedule shifts an equal share each interval, with
// the remainder last. The shift to 100% is the promotion, so it is not a step here.

import type { Step } from './plan.ts';

/** The names that CodeDeploy predefines for Lambda, without their prefix. */
export const PRESET_NAMES = [
  'AllAtOnce',
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
] as const;

const PREFIX = /^(?:CodeDeployDefault\.)?(?:Lambda)?/;
const CANARY = /^Canary(\d{1,3})Percent(\d{1,4})Minutes?$/;
const LINEAR = /^Linear(\d{1,3})PercentEvery(\d{1,4})Minutes?$/;

/**
 * The steps of a preset: any of `PRESET_NAMES`, or the same pattern with other numbers, with or without
 * `CodeDeployDefault.Lambda`. `undefined` for any other name.
 */
export function presetSteps(name: string): readonly Step[] | undefined {
  const short = name.replace(PREFIX, '');
  if (short === 'AllAtOnce') return [];
  const canary = numbers(CANARY.exec(short));
  if (canary) return [{ weight: canary.percent, holdSeconds: canary.minutes * 60 }];
  const linear = numbers(LINEAR.exec(short));
  return linear && linearSteps(linear.percent, linear.minutes * 60);
}

function numbers(match: RegExpExecArray | null) {
  const percent = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  // CodeDeploy's limits: at most 99% in one increment, and 2880 minutes in total.
  const valid = percent >= 1 && percent <= 99 && minutes >= 1 && minutes <= 2880;
  return valid ? { percent, minutes } : undefined;
}

function linearSteps(percent: number, holdSeconds: number): Step[] {
  const count = Math.ceil(100 / percent) - 1;
  return Array.from({ length: count }, (_, k) => ({ weight: percent * (k + 1), holdSeconds }));
}
