// What an outcome means for users: which version serves traffic now, and what to do.

import type { Cause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/decision.ts';
import type { Phase } from '../rollout/phase.ts';
import { formatWeight, sameWeight, weightBefore } from '../rollout/plan.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import type { FunctionChange } from '../rollout/release.ts';
import {
  canRollBack,
  type External,
  type TrafficState,
  weightOf,
} from '../rollout/traffic-state.ts';
import { clockTime } from './format.ts';

/** One sentence about which version serves how much traffic. */
export function describeTraffic(
  trafficState: TrafficState,
  functions: readonly FunctionChange[],
): string {
  switch (trafficState.kind) {
    case 'stable':
      return `All traffic is served by the previous version${versions(functions, 'from')}.`;
    case 'split':
      return `${share(trafficState)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by the current version${versions(functions, 'from')}.`;
    case 'promoted':
      return `All traffic is served by the new version${versions(functions, 'to')}.`;
    case 'external':
      return `The state in AWS was changed outside this rollout: ${trafficState.what}. ${stillServed(trafficState, functions)}`;
  }
}

/**
 * What is known of the traffic where no release is driven.
 *
 * @param weight % of the traffic on another version than the current one; `null`: unknown
 */
export function describeShare(weight: number | null, functions: readonly FunctionChange[]): string {
  if (weight === null) return 'How the traffic is split now is not known.';
  if (weight === 0) return unsplit(functions);
  return `${formatWeight(weight)} of the traffic is served by the new version of an unfinished rollout${weight < 100 ? `, the rest by the current version${versions(functions, 'from')}` : ''}.`;
}

/** Without functions, it is not known whether an alias exists. */
function unsplit(functions: readonly FunctionChange[]): string {
  if (functions.length === 0) return 'The traffic is not split between versions.';
  const served = functions.filter(({ from }) => from !== '');
  return served.length === 0
    ? 'No version is served yet.'
    : `All traffic is served by the current version${versions(served, 'from')}.`;
}

/** How much traffic the new version still serves after a change outside this rollout. */
function stillServed({ weight, canary }: External, functions: readonly FunctionChange[]): string {
  const what = named(functions, 'to') || 'the new version';
  if (weight === 0) return `No traffic is served by ${what}.`;
  if (weight !== undefined) {
    return `${formatWeight(weight)} of the traffic is still served by ${what}, and it is not monitored.`;
  }
  const open = canary === 'owned' ? 'Its canary is still open, and it is not monitored. ' : '';
  return `${open}The share of traffic served by ${what} is unknown.`;
}

/** For a canary that a failed run leaves open. */
export const UNMONITORED = 'The canary is not monitored.';

function share(split: Extract<TrafficState, { kind: 'split' }>): string {
  return `${split.most === undefined ? '' : 'Up to '}${formatWeight(weightOf(split))}`;
}

function versions(functions: readonly FunctionChange[], side: 'from' | 'to'): string {
  return functions.length === 0 ? '' : ` (${named(functions, side)})`;
}

/** `orders 8, payments 3`. */
function named(functions: readonly FunctionChange[], side: 'from' | 'to'): string {
  const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
  return `${shown.join(', ')}${functions.length > 5 ? ', …' : ''}`;
}

/** The state that a failed run leaves unchanged. */
export interface LeftState {
  readonly phase: Phase;
  readonly trafficState: TrafficState;
}

export interface AdviceContext {
  readonly ending: Pick<Ending, 'kind'> & { readonly cause?: Pick<Cause, 'kind'> };
  /** No user was served the new version, and everything prepared has been cleaned up. */
  readonly untouched: boolean;
  /** All traffic is known to be on the previous version. */
  readonly trafficBack: boolean;
  readonly record: RolloutRecord;
  /** The state left for a person that no other run is known to own; `undefined` if nothing is left. */
  readonly left?: LeftState | undefined;
  /** The target, for a sentence. */
  readonly words: string;
  /** Seconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** What the user should do next; empty if nothing. */
export function advise(context: AdviceContext): readonly string[] {
  const { ending, untouched, trafficBack, words } = context;
  switch (ending.kind) {
    case 'promoted':
      return [];
    case 'rolled-back':
      return [
        ...executionLogAdvice(context),
        'Nothing is urgent: the previous version serves all requests. Fix the problem and release again. The rejected version stays published, but nothing points to it.',
      ];
    case 'held':
      // The report says what each command does.
      if (ending.cause?.kind === 'approval' || ending.cause?.kind === 'door') return [];
      return [
        'To continue, run the action again: it takes over this rollout.',
        'To roll it back instead, run the action with on-unfinished: rollback.',
      ];
    case 'stuck':
      return [
        trafficBack
          ? 'All traffic is on the previous version. Restore the rest by running, in this order:'
          : 'Return all traffic to the previous version by running, in this order:',
      ];
    case 'failed':
      if (untouched) {
        return ['Only published versions are left, and nothing points to them. Release again.'];
      }
      if (context.left) return recoveryOptions(context.left, context);
      return [
        `The next run of the action finds what this run left on ${words}, and reports what it would do. To see the current state:`,
      ];
  }
}

/** The options for the state that this run has left. */
export function recoveryOptions(
  { phase, trafficState }: LeftState,
  { record, words }: Pick<AdviceContext, 'record' | 'words'>,
): readonly string[] {
  const { steps } = record.plan;
  const step = phase.kind === 'step' ? steps[phase.index] : undefined;
  const manually =
    'run the action with command: rollback. To do it manually, use these commands; the first one shows what AWS serves, and the others do the same as the action:';
  if (trafficState.kind === 'split' && phase.kind === 'step' && step) {
    const wanted = formatWeight(step.weight);
    const before = weightBefore(record.plan, phase.index);
    const goOn = sameWeight(trafficState.weight, before)
      ? `run the action again with command: rollout: it takes over this rollout and shifts to ${wanted} again`
      : `set ${wanted} again, then run the action: it takes over this rollout`;
    return [`To continue, ${goOn}.`, `To roll back, ${manually}`];
  }
  return canRollBack(trafficState)
    ? [`To close what is left of this rollout on ${words}, ${manually}`]
    : [
        `Nothing on ${words} belongs to this rollout any longer. The next release is refused until its stored state is removed: run the action with command: rollback. To see what AWS serves:`,
      ];
}

/** Only for releases without functions: for functions, the report contains a log query. */
function executionLogAdvice({ record, from, to }: AdviceContext): readonly string[] {
  if (record.functions.length > 0) return [];
  return [`Check the canary's execution log between ${clockTime(from)} and ${clockTime(to)}.`];
}
