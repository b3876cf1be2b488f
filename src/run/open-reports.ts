// The reports of the commands that meet a rollout which another run began.

import type { Snapshot } from '../controller/context.ts';
import { describeTraffic, waysOut } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import type { FunctionChange } from '../rollout/release.ts';
import {
  type Make,
  NO_PLAN,
  NOTHING_DONE,
  ofSnapshot,
  type PublishedParts,
} from './report-parts.ts';

export interface OpenReporter {
  /** A rollout that is open, and was left as it is. @param said `undefined`: who is served what */
  open(snapshot: Snapshot, said: string | undefined): Report;
  /** There was nothing to do. @param reason a sentence */
  idle(reason: string): Report;
  /** All traffic was given to what stood before a promotion. */
  wentBack(changes: readonly FunctionChange[], reason: string): Report;
  /** Nothing of an open rollout was left, so that only its memory was removed. @param reason a sentence */
  forgot(snapshot: Snapshot, reason: string): Report;
  /** The way back behind a promotion was begun, and failed. */
  brokeOff(why: string): Report;
  /** The code of a pull request can be seen there. */
  previewed(
    changes: readonly FunctionChange[],
    seen: { readonly url: string; readonly label: string },
    notes: readonly string[],
  ): Report;
  /** Nothing was done, and that is not what was asked for. @param moment of the open rollout */
  declined(problems: readonly string[], snapshot?: Snapshot): Report;
}

/** For a rollout whose stage or alias somebody else has changed: what can be done. */
function byHand(
  target: PublishedParts,
  { rollout, trafficState }: Snapshot,
): Pick<Report, 'advice' | 'commands'> {
  if (trafficState.kind !== 'external') return { advice: [], commands: [] };
  const { record, phase } = rollout;
  const left = { phase, trafficState };
  return {
    advice: waysOut(left, { record, words: target.words }),
    commands: [...target.showCommands(), ...target.repairCommands(record, left)],
  };
}

export function openParts(target: PublishedParts, make: Make): OpenReporter {
  const none = noneOpen(target);
  return {
    ...oddEnds(target, make),
    open: (snapshot, said) =>
      make({
        ...ofSnapshot(target, snapshot, []),
        outcome: snapshot.rollout.paused ? 'held' : 'running',
        reason: said ?? describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions),
        ...byHand(target, snapshot),
      }),
    idle: (reason) => make({ ...none, outcome: 'unchanged', reason, target: target.describe() }),
    previewed: (functions, { url, label }, notes) =>
      make({
        ...none,
        outcome: 'previewed',
        reason: 'The code of the pull request is served by a stage of its own.',
        stands: 'No other stage was touched.',
        previewUrl: url,
        target: { ...target.describe(), previewLabel: label },
        record: { functions, plan: NO_PLAN },
        notes,
      }),
    wentBack: (functions, reason) =>
      make({
        ...none,
        outcome: 'rolled-back',
        reason,
        stands: describeTraffic({ kind: 'stable' }, functions),
        target: target.describe(),
        record: { functions, plan: NO_PLAN },
      }),
    declined: (problems, snapshot) =>
      make({
        ...(snapshot
          ? ofSnapshot(target, snapshot, [])
          : {
              ...none,
              target: target.describe(),
              stands: 'Nothing was changed.',
              weight: null,
            }),
        outcome: 'failed',
        reason: `Nothing was done: ${problems[0] ?? 'the current state could not be read'}`,
        problems,
        ...(snapshot?.trafficState.kind === 'external'
          ? byHand(target, snapshot)
          : { advice: [], commands: target.showCommands() }),
      }),
  };
}

function noneOpen({ words }: PublishedParts) {
  return {
    ...NOTHING_DONE,
    stands: `No rollout of this action is open on ${words}.`,
    record: { functions: [], plan: NO_PLAN },
    notes: [],
  };
}

/** Of the command rollback, where it finds nothing to take back, or does not come to its end. */
function oddEnds(target: PublishedParts, make: Make): Pick<OpenReporter, 'forgot' | 'brokeOff'> {
  const none = noneOpen(target);
  return {
    forgot: (snapshot, reason) =>
      make({
        ...ofSnapshot(target, snapshot, []),
        outcome: 'unchanged',
        open: undefined,
        reason,
        advice: [],
        commands: target.showCommands(),
      }),
    brokeOff: (why) =>
      make({
        ...none,
        outcome: 'failed',
        reason: `Rolling back failed: ${why}`,
        stands: 'What AWS serves now was not read after that.',
        weight: null,
        target: target.describe(undefined, 'unread'),
        commands: target.showCommands(),
      }),
  };
}
