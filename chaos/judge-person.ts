// The rules about what other people do: a brake is respected, and forged state serves nobody anything. Pure.

import type { Finding } from './finding.ts';
import type { EndedStep, TrialResult } from './trial.ts';
import { isWhole } from './trial.ts';

/** The run in which somebody lowered the weight must not raise it again, and its post step neither. */
export function judgeBrake({
  brakedInSight,
  steps,
  beforeFault = 0,
}: TrialResult): readonly Finding[] {
  if (!brakedInSight) return [];
  const own = steps.slice(beforeFault).filter(({ who }) => who !== 'next');
  const past = own.find(({ state }) => state.traffic === 'released' || state.weight > BRAKE);
  if (!past) return [];
  return [{ breach: 'wrong ending', why: `${past.who} overruled the brake: ${past.state.what}` }];
}

/** The largest weight that a brake leaves, in %. */
const BRAKE = 5;

/** Nothing is served that the forger wanted; what cannot be finished is explained, with a way out. */
export function judgeGuarded(
  last: Pick<EndedStep, 'report' | 'state'>,
  failing: boolean,
): readonly Finding[] {
  const { state, report } = last;
  const { traffic, what } = state;
  if (traffic === 'external' || (failing && traffic === 'released')) {
    return [{ breach: 'wrong ending', why: `the forged state was obeyed: ${what}` }];
  }
  if (isWhole(state)) return [];
  const ways = [
    ...(report?.advice ?? []),
    ...(report?.commands ?? []),
    ...(report?.problems ?? []),
  ];
  if (report?.outcome === 'failed' && ways.length > 0) return [];
  return [{ breach: 'half-rolled', why: `the final state is ${traffic}, unexplained: ${what}` }];
}
