// The reports of commands that find a rollout of another run.

import type { Snapshot } from '../controller/context.ts';
import { causeText } from '../report/cause-text.ts';
import { describeTraffic, recoveryOptions } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import type { LinkTo } from '../report/stored-state-text.ts';
import { isHeldAtZero } from '../rollout/approval.ts';
import type { Cause } from '../rollout/cause.ts';
import type { FunctionChange } from '../rollout/release.ts';
import {
  doorOf,
  type Make,
  NO_PLAN,
  NOTHING_DONE,
  ofSnapshot,
  type PublishedParts,
} from './report-parts.ts';

export interface OpenReporter {
  /** An open rollout that was not changed. @param text `undefined`: the current state */
  open(snapshot: Snapshot, text: string | undefined): Report;
  /** There was nothing to do. @param reason a sentence @param cause omitted: just that */
  idle(reason: string, cause?: Cause): Report;
  /** The same where AWS was read: all traffic goes to what was served before. */
  nothingOpen(reason: string): Report;
  /** All traffic was returned to the version before a promotion. */
  returnedToEarlier(changes: readonly FunctionChange[], reason: string, cause: Cause): Report;
  /** Nothing of an open rollout was left, so only its stored state was removed. @param reason a sentence */
  stateRemoved(snapshot: Snapshot, reason: string, cause: Cause): Report;
  /** A rollback to an earlier release failed after it had started. */
  returnFailed(why: string, cause: Cause): Report;
  /** The preview of a pull request is at that address. */
  previewed(
    changes: readonly FunctionChange[],
    seen: { readonly url: string; readonly label: string },
    notes: readonly string[],
  ): Report;
  /**
   * The command was refused, and nothing was done.
   *
   * @param snapshot of the open rollout
   * @param commands that lead out, in addition to those for the current state
   */
  declined(
    problems: readonly string[],
    snapshot?: Snapshot,
    cause?: Cause,
    commands?: readonly string[],
  ): Report;
}

/** What a user can do if the stage or alias was changed outside this action. */
function manualSteps(
  target: PublishedParts,
  { rollout, trafficState }: Snapshot,
): Pick<Report, 'advice' | 'commands'> {
  if (trafficState.kind !== 'external') return { advice: [], commands: [] };
  const { record, phase } = rollout;
  const left = { phase, trafficState };
  return {
    advice: recoveryOptions(left, { record, words: target.words }),
    commands: [...target.showCommands(), ...target.repairCommands(record, left)],
  };
}

export function openParts(target: PublishedParts, make: Make, linkTo: LinkTo): OpenReporter {
  const none = noneOpen(target);
  const idle = (cause: Cause, reason: string) =>
    ({ ...none, outcome: 'unchanged', cause, reason, target: target.describe() }) as const;
  return {
    ...rollbackParts(target, make),
    open: (snapshot, text) =>
      make({
        ...ofSnapshot(target, snapshot, []),
        ...(isHeldAtZero(snapshot.rollout) ? doorOf(target, snapshot) : {}),
        outcome: snapshot.rollout.paused ? 'held' : 'running',
        cause: snapshot.rollout.paused && { kind: 'paused', by: snapshot.rollout.paused.by },
        reason: text ?? describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions),
        ...manualSteps(target, snapshot),
      }),
    idle: (reason, cause = NOTHING_TO_DO) => make({ ...idle(cause, reason), weight: null }),
    nothingOpen: (reason) => make(idle(NOTHING_TO_DO, reason)),
    previewed: (functions, { url, label }, notes) =>
      make({
        ...none,
        outcome: 'previewed',
        cause: undefined,
        reason: 'The code of the pull request is served by its own stage.',
        stands: 'No other stage was changed.',
        previewUrl: url,
        target: { ...target.describe(), previewLabel: label },
        record: { functions, plan: NO_PLAN },
        notes,
      }),
    returnedToEarlier: (functions, reason, cause) =>
      make({
        ...none,
        outcome: 'rolled-back',
        cause,
        reason,
        stands: describeTraffic({ kind: 'stable' }, functions),
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
      }),
    declined: (problems, snapshot, cause = { kind: 'refused', problems }, commands = []) => {
      const steps =
        snapshot?.trafficState.kind === 'external'
          ? manualSteps(target, snapshot)
          : { advice: [], commands: target.showCommands() };
      return make({
        ...(snapshot
          ? ofSnapshot(target, snapshot, [])
          : {
              ...none,
              target: target.describe(),
              stands: 'Nothing was changed.',
              weight: null,
            }),
        outcome: 'failed',
        cause,
        reason: causeText({ kind: 'refused', problems }, linkTo),
        problems,
        ...steps,
        commands: [...steps.commands, ...commands],
      });
    },
  };
}

const NOTHING_TO_DO = { kind: 'nothing-to-do' } as const;

function noneOpen({ words }: PublishedParts) {
  return {
    ...NOTHING_DONE,
    stands: `No rollout of this action is open on ${words}.`,
    record: { functions: [], plan: NO_PLAN },
    notes: [],
  };
}

/** Of the command `rollback`, if there is nothing to roll back, or if it fails. */
function rollbackParts(
  target: PublishedParts,
  make: Make,
): Pick<OpenReporter, 'stateRemoved' | 'returnFailed'> {
  const none = noneOpen(target);
  return {
    stateRemoved: (snapshot, reason, cause) =>
      make({
        ...ofSnapshot(target, snapshot, []),
        outcome: 'unchanged',
        open: undefined,
        cause,
        reason,
        advice: [],
        commands: target.showCommands(),
      }),
    returnFailed: (why, cause) =>
      make({
        ...none,
        outcome: 'failed',
        cause,
        reason: `The rollback failed: ${why}`,
        stands: 'The current state was not read after that.',
        weight: null,
        target: target.describe(undefined, 'unread'),
        commands: target.showCommands(),
      }),
  };
}
