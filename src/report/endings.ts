// What an ending means for people: who is served what now, and what to do.

import type { Ending } from '../rollout/command.ts';
import { formatWeight } from '../rollout/plan.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { type Standing, weightOf } from '../rollout/standing.ts';
import { clockTime } from './words.ts';

/** One sentence about who is served what. */
export function standsInWords(standing: Standing, functions: readonly FunctionChange[]): string {
  switch (standing.kind) {
    case 'stable':
      return `All traffic is served by what stood before${versions(functions, 'from')}.`;
    case 'split':
      return `${share(standing)} of the traffic is served by the canary${versions(functions, 'to')}, the rest by what stood before${versions(functions, 'from')}.`;
    case 'promoted':
      return `All traffic is served by what was released${versions(functions, 'to')}.`;
    case 'foreign':
      return `Someone else changed what stands: ${standing.what}.`;
  }
}

function share(split: Extract<Standing, { kind: 'split' }>): string {
  return `${split.most === undefined ? '' : 'Up to '}${formatWeight(weightOf(split))}`;
}

function versions(functions: readonly FunctionChange[], side: 'from' | 'to'): string {
  if (functions.length === 0) return '';
  const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
  return ` (${shown.join(', ')}${functions.length > 5 ? ', …' : ''})`;
}

export interface AdviceContext {
  readonly ending: Ending;
  /** No user was served the new version, and all that was prepared is cleared away. */
  readonly untouched: boolean;
  /** All traffic is known to be with what stood before. */
  readonly trafficBack: boolean;
  readonly record: RolloutRecord;
  /** The target, for a sentence. */
  readonly words: string;
  /** Seconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** What a person should do next; empty when nothing. */
export function advise(context: AdviceContext): readonly string[] {
  const { ending, untouched, trafficBack, words } = context;
  switch (ending.kind) {
    case 'promoted':
      return [];
    case 'rolled-back':
      return [
        ...whereToLook(context),
        'Fix it and release again: the rejected version stays published, and nothing points to it.',
      ];
    case 'held':
      return [
        'Run the action again to go on from here: it takes this rollout over.',
        'To take it back instead, run it with on-unfinished: rollback.',
      ];
    case 'stuck':
      return [
        trafficBack
          ? 'All traffic is with the version before. Put back the rest by running, in this order:'
          : 'Give all traffic back to the version before by running, in this order:',
      ];
    case 'failed':
      if (untouched) {
        return [
          'Nothing is left of it but published versions, which nothing points to. Release again.',
        ];
      }
      return [
        `The next run of the action finds what this one left on ${words}, and says what it would do with it. To see what stands:`,
      ];
  }
}

/** What functions logged is found by a query of the report's own. */
function whereToLook({ record, from, to }: AdviceContext): readonly string[] {
  if (record.functions.length > 0) return [];
  return [`Look into the canary's execution log between ${clockTime(from)} and ${clockTime(to)}.`];
}
