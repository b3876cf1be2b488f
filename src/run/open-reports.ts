// The reports of commands that find a rollout of another run.

import type { Snapshot } from '../controller/context.ts';
import { causeText } from '../report/cause-text.ts';
import { describeShare, describeTraffic, recoveryOptions } from '../report/outcomes.ts';
import { statusRefusedText } from '../report/plan-text.ts';
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

export interface DeclinedParts {
  /** Omitted: the command was refused. */
  readonly cause?: Cause;
  /** Lead out, in addition to those that show the current state. */
  readonly commands?: readonly string[] | undefined;
  /** Without a snapshot: % of the traffic on a new version; `null`: unknown; omitted: it was not read. */
  readonly weight?: number | null;
}

export interface OpenReporter {
  /** An open rollout. @param reason what the report does not say anyway: it describes the traffic */
  open(snapshot: Snapshot, reason: string): Report;
  /** There was nothing to do. @param reason a sentence @param cause omitted: just that */
  idle(reason: string, cause?: Cause): Report;
  /**
   * The same where AWS was read.
   *
   * @param weight % of the traffic on a new version; omitted: 0; `null`: unknown
   */
  nothingOpen(reason: string, weight?: number | null, cause?: Cause): Report;
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
  /** The command was refused, and nothing was done. @param snapshot of the open rollout */
  declined(problems: readonly string[], snapshot?: Snapshot, more?: DeclinedParts): Report;
  /** The command `status` found what it cannot show. */
  notShown(problem: string, commands: readonly string[] | undefined): Report;
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
  const none = noneOpen();
  const unchanged = { ...none, outcome: 'unchanged', target: target.describe() } as const;
  return {
    ...rollbackParts(target, make),
    ...declinedParts(target, make, linkTo),
    open: (snapshot, reason) =>
      make({
        ...ofSnapshot(target, snapshot, []),
        ...(isHeldAtZero(snapshot.rollout) ? doorOf(target, snapshot) : {}),
        outcome: snapshot.rollout.paused ? 'held' : 'running',
        cause: snapshot.rollout.paused && { kind: 'paused', by: snapshot.rollout.paused.by },
        reason,
        ...manualSteps(target, snapshot),
      }),
    idle: (reason, cause = NOTHING_TO_DO) =>
      make({
        ...unchanged,
        cause,
        reason,
        stands: cause.kind === 'removed' ? 'No other stage was changed.' : 'Nothing was changed.',
        weight: null,
      }),
    nothingOpen: (reason, weight = 0, cause = NOTHING_TO_DO) =>
      make({ ...unchanged, cause, reason, stands: standsAt(weight), weight }),
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
  };
}

const NOTHING_TO_DO = { kind: 'nothing-to-do' } as const;

/** Of a run that drives no rollout. */
function standsAt(weight: number | null | undefined): string {
  return weight === undefined ? 'The current state was not read.' : describeShare(weight, []);
}

function noneOpen() {
  return { ...NOTHING_DONE, record: { functions: [], plan: NO_PLAN }, notes: [] };
}

function declinedParts(
  target: PublishedParts,
  make: Make,
  linkTo: LinkTo,
): Pick<OpenReporter, 'declined' | 'notShown'> {
  const declined: OpenReporter['declined'] = (problems, snapshot, more = {}) => {
    const refused: Cause = { kind: 'refused', problems };
    const { cause = refused, commands = [], weight } = more;
    const steps =
      snapshot?.trafficState.kind === 'external'
        ? manualSteps(target, snapshot)
        : { advice: [], commands: target.showCommands() };
    return make({
      ...(snapshot
        ? ofSnapshot(target, snapshot, [])
        : {
            ...noneOpen(),
            target: target.describe(),
            stands: standsAt(weight),
            weight: weight ?? null,
          }),
      outcome: 'failed',
      cause,
      reason: causeText(refused, linkTo),
      problems,
      ...steps,
      commands: [...steps.commands, ...commands],
    });
  };
  return {
    declined,
    notShown: (problem, commands) => ({
      ...declined([problem], undefined, { commands, weight: null }),
      reason: statusRefusedText(problem),
    }),
  };
}

/** Of the command `rollback`, if there is nothing to roll back, or if it fails. */
function rollbackParts(
  target: PublishedParts,
  make: Make,
): Pick<OpenReporter, 'stateRemoved' | 'returnFailed'> {
  const none = noneOpen();
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
