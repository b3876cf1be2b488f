// The reports of the commands that meet a rollout which another run began.

import type { Moment } from './craft.ts';
import { standsInWords } from './report/endings.ts';
import type { Report } from './report/report.ts';
import { type Make, NO_PLAN, NOTHING_DONE, ofMoment, type Told } from './report-parts.ts';
import type { FunctionChange } from './rollout/release.ts';

export interface OpenReporter {
  /** A rollout that is open, and was left as it is. @param said `undefined`: who is served what */
  open(moment: Moment, said: string | undefined): Report;
  /** There was nothing to do. @param reason a sentence */
  idle(reason: string): Report;
  /** All traffic was given to what stood before a promotion. */
  wentBack(changes: readonly FunctionChange[], reason: string): Report;
  /** The code of a pull request can be seen there. */
  previewed(changes: readonly FunctionChange[], url: string, notes: readonly string[]): Report;
  /** Nothing was done, and that is not what was asked for. @param moment of the open rollout */
  declined(problems: readonly string[], moment?: Moment): Report;
}

export function openParts(target: Told, make: Make): OpenReporter {
  const none = {
    ...NOTHING_DONE,
    stands: `No rollout of this action is open on ${target.words}.`,
    record: { functions: [], plan: NO_PLAN },
    notes: [],
  };
  return {
    open: (moment, said) =>
      make({
        ...ofMoment(target, moment, []),
        outcome: moment.rollout.paused ? 'held' : 'running',
        reason: said ?? standsInWords(moment.standing, moment.rollout.record.functions),
        advice: [],
        commands: [],
      }),
    idle: (reason) => make({ ...none, outcome: 'unchanged', reason, target: target.describe() }),
    previewed: (functions, url, notes) =>
      make({
        ...none,
        outcome: 'previewed',
        reason: 'The code of the pull request is served by a stage of its own.',
        stands: 'No other stage was touched.',
        previewUrl: url,
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
        notes,
      }),
    wentBack: (functions, reason) =>
      make({
        ...none,
        outcome: 'rolled-back',
        reason,
        stands: standsInWords({ kind: 'stable' }, functions),
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
      }),
    declined: (problems, moment) =>
      make({
        ...(moment
          ? ofMoment(target, moment, [])
          : { ...none, target: target.describe(), stands: 'Nothing was changed.' }),
        outcome: 'failed',
        reason: `Nothing was done: ${problems[0] ?? 'what stands could not be read'}`,
        problems,
        advice: [],
        commands: target.lookCommands(),
      }),
  };
}
