// The rules that must hold after every fault. Pure.

import type { Report } from '../src/report/report.ts';
import type { Fault } from './faults.ts';
import type { Finding } from './finding.ts';
import { judgeBrake, judgeGuarded } from './judge-person.ts';
import { type EndedStep, isWhole, type TrialResult, waitsForPeople } from './trial.ts';
import type { WorldState } from './worlds/world.ts';

/** @param failing whether the new version fails */
export function judge(
  result: TrialResult,
  fault: Fault | undefined,
  failing: boolean,
): readonly Finding[] {
  return [
    ...result.steps.flatMap((step) => judgeReport(step, fault)),
    ...judgeEnding(result, fault, failing),
    ...judgeSettings(result, fault),
    ...judgeBrake(result),
    ...judgeUsers(result),
  ];
}

function judgeEnding(
  result: TrialResult,
  fault: Fault | undefined,
  failing: boolean,
): readonly Finding[] {
  const ended = result.steps.at(-1);
  const last = ended?.state;
  if (!last) return [];
  if (fault?.ends === 'guarded') return judgeGuarded(ended, failing);
  if (fault?.ends === 'external' && result.hitOperation !== undefined)
    return judgeExternalRelease(result, last);
  if (!isWhole(last) && last.lost.length === 0) {
    return [{ breach: 'half-rolled', why: `the final state is ${last.traffic}: ${last.what}` }];
  }
  const without = failing ? 'stable' : 'released';
  const either = fault?.ends === 'whole' || (fault?.ends === 'safe' && last.traffic === 'stable');
  const why = `${last.traffic}; without the fault it is ${without}`;
  return [
    ...judgeAlone(result, fault),
    ...(either || last.traffic === without ? [] : [{ breach: 'wrong ending', why } as const]),
  ];
}

/** An external release must remain, unless the rollout ended before or after it. */
function judgeExternalRelease(
  { keepsExternalRelease }: TrialResult,
  last: WorldState,
): readonly Finding[] {
  const ended = (last.traffic === 'released' || last.traffic === 'stable') && !last.stored;
  if (keepsExternalRelease || ended) return [];
  return [{ breach: 'wrong ending', why: `the external release is gone: ${last.what}` }];
}

/** If the main and post step can finish alone, no later run may be needed. */
function judgeAlone(
  { steps, hitOperation }: TrialResult,
  fault: Fault | undefined,
): readonly Finding[] {
  const own = steps.filter(({ who }) => who !== 'next');
  const needed = own.length < steps.length;
  if (hitOperation === undefined || fault?.alone !== true || !needed || stillWaits(own)) return [];
  const left = own.findLast(({ who }) => who === 'post')?.state;
  const stored = left?.stored ? ', with stored state' : '';
  const why = `the job ended, and left ${left?.traffic}${stored}: ${left?.what}`;
  return [{ breach: 'half-rolled', why }];
}

/** A job that approves may die before it begins: the release then waits as before. */
function stillWaits(own: readonly EndedStep[]): boolean {
  const held = own.findLast(waitsForPeople)?.state;
  const left = own.at(-1)?.state;
  return held !== undefined && left?.stored === true && left.weight === held.weight;
}

export function judgeSettings(
  { steps }: Pick<TrialResult, 'steps'>,
  fault: Fault | undefined,
): readonly Finding[] {
  const last = steps.at(-1)?.state;
  if (!last || (fault?.ends === 'external' && last.traffic === 'external')) return [];
  return last.lost.map((why): Finding => ({ breach: 'lost setting', why }));
}

/** The report must match the actual state. */
export function judgeReport(step: EndedStep, fault: Fault | undefined): readonly Finding[] {
  const { report, state, who, exitCode } = step;
  if (!report) return judgeStepWithoutReport(step);
  const wrong = (why: string): Finding => ({ breach: 'wrong report', why: `${who}: ${why}` });
  const findings: Finding[] = [];
  const served = servedBy(report);
  const agrees = served === undefined || served === state.traffic || isMixed(report, state);
  if (!agrees && !excused(state, fault)) {
    findings.push(wrong(`"${report.outcome}: ${report.stands}", but the state is ${state.what}`));
  }
  const passes = ['promoted', 'held', 'unchanged', 'planned'].includes(report.outcome);
  if (exitCode !== null && passes !== (exitCode === 0)) {
    findings.push(wrong(`${report.outcome}, but the exit code is ${exitCode}`));
  }
  if (report.outcome === 'failed' && state.traffic === 'split' && report.commands.length === 0) {
    findings.push(wrong('traffic is split, and no repair command is given'));
  }
  return findings;
}

/** Of several aliases, one may have it all: a report gives the largest weight. */
function isMixed(report: Report, { traffic, weight }: WorldState): boolean {
  return traffic === 'split' && weight === 100 && report.weight === 100;
}

/** An external change may happen between a step's last check and ours. */
function excused({ traffic }: WorldState, fault: Fault | undefined): boolean {
  return traffic === 'external' && fault?.injection.kind === 'external-change';
}

/** What the report claims is served; `undefined` if it makes no claim that can be compared. */
function servedBy(report: Report): WorldState['traffic'] | undefined {
  const { outcome, weight } = report;
  switch (outcome) {
    case 'promoted':
      return 'released';
    case 'rolled-back':
      return 'stable';
    case 'held':
      return heldAt(weight);
    case 'failed':
    case 'stuck':
      return isAboutOwnState(report) ? servedAt(report) : undefined;
    default:
      return undefined;
  }
}

/** It may wait for a person before anybody is served. */
function heldAt(weight: Report['weight']): WorldState['traffic'] {
  if (weight === 0) return 'stable';
  return weight === 100 ? 'released' : 'split';
}

/** Without a plan, it is about no rollout. After an external change, the state is none of the action's own. */
function isAboutOwnState({ plan, cause }: Report): boolean {
  const external = cause?.kind === 'external-change' || cause?.kind === 'unfinished';
  return plan.steps.length > 0 && !external;
}

/** @returns `undefined` if the weight is unknown, or 0 before the first shift, when the canary may be open */
function servedAt({ weight, weights }: Report): WorldState['traffic'] | undefined {
  if (weight === null) return undefined;
  if (weight > 0) return weight === 100 ? 'released' : 'split';
  return weights.some((change) => change.weight > 0) ? 'stable' : undefined;
}

/** A step without a report was killed, or had nothing to do. */
function judgeStepWithoutReport(step: EndedStep): readonly Finding[] {
  const trace = judgeStackTrace(step);
  if (trace.length > 0) return trace;
  const { who, log, exitCode } = step;
  const quiet = who === 'main' && exitCode !== null && exitCode !== 0 && !log.includes('::error');
  return quiet ? [{ breach: 'wrong report', why: `${who} failed without a message:\n${log}` }] : [];
}

/** A stack trace is no message for a user. */
export function judgeStackTrace({ who, log }: EndedStep): readonly Finding[] {
  if (!/^\s+at .*\.js:\d+/m.test(log)) return [];
  return [{ breach: 'wrong report', why: `${who}: a stack trace:\n${log.slice(-1500)}` }];
}

/**
 * The simulated gateway times out a function after 29 seconds, which are two real seconds on the fast
 * clock. On a loaded machine, a 504 is therefore caused by the machine.
 */
const SLOW_MACHINE = 'HTTP 504';

/** The tolerance above the expected failures: standard deviations, and failures on top of them. */
const CHANCE = { deviations: 4, more: 3 } as const;

/** A good version fails no request; a bad one no more than its weights explain. */
export function judgeUsers({ users }: Pick<TrialResult, 'users'>): readonly Finding[] {
  const { requests, failures, due } = users;
  const failed = users.failed - (failures[SLOW_MACHINE] ?? 0);
  const chance = CHANCE.deviations * Math.sqrt(due.variance) + CHANCE.more;
  const most = due.mean > 0 ? due.mean + chance : 0;
  if (failed <= most) return [];
  const why = `${failed} of ${requests} requests failed; the weights explain ${due.mean.toFixed(1)}: ${JSON.stringify(failures)}`;
  return [{ breach: 'failed request', why }];
}
