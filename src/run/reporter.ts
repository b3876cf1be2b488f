// Makes the report of a run, for each way in which it can end.

import type { LoopResult, Snapshot } from '../controller/context.ts';
import type { Recorder, ReportParts } from '../controller/recorder.ts';
import { causeText } from '../report/cause-text.ts';
import { endingText } from '../report/ending-text.ts';
import {
  advise,
  describeShare,
  describeTraffic,
  type LeftState,
  UNMONITORED,
} from '../report/outcomes.ts';
import { type PlannedEffect, plannedText, planRefusedText } from '../report/plan-text.ts';
import type { Report } from '../report/report.ts';
import type { LinkTo } from '../report/stored-state-text.ts';
import type { BlindSpot } from '../rollout/blind-spots.ts';
import type { Cause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/decision.ts';
import type { Plan } from '../rollout/plan.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import { servedSince } from '../rollout/weights.ts';
import type { FunctionToRelease } from '../targets/target.ts';
import { type OpenReporter, openParts } from './open-reports.ts';
import {
  doorOf,
  type Make,
  NO_PLAN,
  NOTHING_DONE,
  ofSnapshot,
  openReport,
  type PublishedParts,
} from './report-parts.ts';
import type { RunContext } from './run-context.ts';

export interface Reporter extends OpenReporter {
  running(snapshot: Snapshot, notes: readonly string[]): Report;
  ended(ended: LoopResult, notes: readonly string[]): Report;
  /** What would happen; nothing was changed. */
  planned(
    functions: readonly FunctionToRelease[],
    plan: Plan,
    foresight: readonly string[],
    more: {
      readonly notes: readonly string[];
      readonly policy: string;
      readonly planPolicy: string;
      readonly blindSpots: readonly BlindSpot[];
      /** % of the traffic on a new version now; `null`: unknown. */
      readonly weight: number | null;
      readonly effect: PlannedEffect;
    },
  ): Report;
  unchanged(
    changes: readonly FunctionChange[],
    why: string,
    plan: Plan,
    notes: readonly string[],
  ): Report;
  /** There was nothing to compare with. */
  first(changes: readonly FunctionChange[], made: string, notes: readonly string[]): Report;
  /**
   * Stopped before any user was served the new version.
   *
   * @param cause omitted: what preflight found
   * @param weight the % of the traffic that a new version has now; omitted: it was not read
   */
  refused(
    problems: readonly string[],
    notes: readonly string[],
    cause?: Cause,
    weight?: number | null,
  ): Report;
  /** A plan found what a release would be refused for. @param weight as of `planned` */
  notPlanned(problems: readonly string[], notes: readonly string[], weight: number | null): Report;
}

/** @param now seconds since the epoch */
export function createReporter(
  { source, linkTo }: Pick<RunContext, 'source'> & { readonly linkTo: LinkTo },
  target: PublishedParts,
  recorder: Recorder,
  now: () => number,
): Reporter {
  const make = (parts: Omit<ReportParts, 'source'>) => recorder.report({ source, ...parts });
  const because = (cause: Cause) => ({ cause, reason: causeText(cause, linkTo) });
  return {
    running: (snapshot, notes) =>
      make({
        ...ofSnapshot(target, snapshot, notes),
        outcome: 'running',
        cause: undefined,
        reason: describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions),
        advice: [],
        commands: [],
      }),
    ended: (ended, notes) => endedReport({ target, recorder, make, linkTo }, ended, notes, now()),
    planned: (released, plan, foresight, { effect, weight, ...more }) => {
      const functions = released.map(({ name, from, version }) => ({
        name,
        from,
        to: version ?? 'a version to be published',
      }));
      return make({
        ...NOTHING_DONE,
        outcome: 'planned',
        cause: undefined,
        reason: plannedText(plan, effect),
        stands: describeShare(weight, functions),
        target: target.describe(),
        record: { functions, plan },
        foresight,
        ...more,
        weight,
      });
    },
    unchanged: (functions, why, plan, notes) =>
      make({
        ...NOTHING_DONE,
        outcome: 'unchanged',
        ...because({ kind: 'nothing-new', why }),
        stands: describeShare(0, functions),
        target: target.describe(),
        record: { functions, plan },
        notes,
      }),
    first: (functions, made, notes) =>
      make({
        ...firstParts(target, functions, notes),
        ...because({ kind: 'first-release', made }),
      }),
    ...refusedParts(target, make, linkTo),
    ...openParts(target, make, linkTo),
  };
}

function refusedParts(
  target: PublishedParts,
  make: Make,
  linkTo: LinkTo,
): Pick<Reporter, 'refused' | 'notPlanned'> {
  const refused: Reporter['refused'] = (problems, notes, given, weight = null) => {
    const cause = given ?? { kind: 'preflight', problems };
    // What is refused at once may be a run that continues a release, whose traffic was shifted before.
    const kind = cause.kind === 'refused' ? 'refused' : 'preflight';
    return make({
      ...NOTHING_DONE,
      outcome: 'failed',
      cause,
      reason: causeText({ kind, problems }, linkTo),
      stands: 'This run did not change what users are served.',
      target: target.describe(),
      record: { functions: [], plan: NO_PLAN },
      problems,
      notes,
      weight,
    });
  };
  return {
    refused,
    notPlanned: (problems, notes, weight) => ({
      ...refused(problems, notes, undefined, weight),
      reason: planRefusedText(problems),
      stands: describeShare(weight, []),
    }),
  };
}

interface EndingParts {
  readonly target: PublishedParts;
  readonly recorder: Recorder;
  readonly make: Make;
  readonly linkTo: LinkTo;
}

function endedReport(
  { target, recorder, make, linkTo }: EndingParts,
  ended: LoopResult,
  notes: readonly string[],
  to: number,
): Report {
  const { ending, snapshot } = ended;
  const cause = causeOfEnding(ending, recorder);
  const report = make({
    ...ofSnapshot(target, snapshot, notes),
    ...stateAfter(ended, target),
    outcome: ending.kind,
    cause,
    open: ending.kind === 'held' ? openReport(snapshot) : undefined,
    ...(ending.kind === 'held' ? doorOf(target, snapshot) : {}),
    reason: causeText(cause, linkTo),
    advice: adviceFor(ended, target, to),
    commands: commandsFor(ended, target),
  });
  if (ending.kind === 'promoted') return report;
  // The impact on users is known once the report is made.
  const { impact, weights } = report;
  const first = servedSince(snapshot.rollout);
  const last = weights.findLast(({ weight }) => weight === 0)?.at ?? to;
  const servedSeconds = first === undefined ? undefined : last - first;
  return { ...report, reason: endingText(ending, { linkTo, servedSeconds, impact }) };
}

function firstParts(
  target: PublishedParts,
  functions: readonly FunctionChange[],
  notes: readonly string[],
): Omit<ReportParts, 'source' | 'cause' | 'reason'> {
  return {
    ...NOTHING_DONE,
    outcome: 'promoted',
    weight: 100,
    stands: describeTraffic({ kind: 'promoted', open: false }, functions),
    target: target.describe(),
    record: { functions, plan: NO_PLAN },
    notes,
  };
}

function adviceFor(ended: LoopResult, target: PublishedParts, to: number): readonly string[] {
  const { ending, cleanup, snapshot, presumed } = ended;
  const { record } = snapshot.rollout;
  return advise({
    ending,
    untouched: cleanup === 'nothing-served',
    trafficBack: !presumed && snapshot.trafficState.kind === 'stable',
    record,
    left: leftOf(ended),
    words: target.words,
    from: record.startedAt,
    to,
  });
}

/** Commands to run manually: to repair, or to show the current state. */
function commandsFor(ended: LoopResult, target: PublishedParts): readonly string[] {
  const { ending, cleanup, snapshot, presumed } = ended;
  const { record, phase } = snapshot.rollout;
  const observation = presumed ? undefined : { phase, trafficState: snapshot.trafficState };
  if (ending.kind === 'stuck') return target.repairCommands(record, observation);
  if (ending.kind !== 'failed' || cleanup === 'nothing-served') return [];
  const left = leftOf(ended);
  return [...target.showCommands(), ...(left ? target.repairCommands(record, left) : [])];
}

/** What a failed run has read and leaves to users; what another run owns is not included. */
function leftOf({
  ending,
  cleanup,
  snapshot,
  presumed,
  theirs,
}: LoopResult): LeftState | undefined {
  const { trafficState, rollout } = snapshot;
  const open = trafficState.kind === 'external' || trafficState.kind === 'split';
  const failed = ending.kind === 'failed' && cleanup !== 'nothing-served';
  return failed && open && !presumed && !theirs
    ? { phase: rollout.phase, trafficState }
    : undefined;
}

/** The state at the end, if it needs more words than the state of a running rollout. */
function stateAfter(
  ended: LoopResult,
  target: PublishedParts,
): Partial<Pick<ReportParts, 'stands' | 'weight' | 'target'>> {
  const { snapshot, presumed } = ended;
  const stands = describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions);
  if (presumed) {
    return {
      stands: `${UNREAD} ${stands}`,
      weight: null,
      target: target.describe(snapshot, 'unread'),
    };
  }
  const left = leftOf(ended)?.trafficState;
  const open = left?.kind === 'split' && weightOf(left) > 0;
  return open ? { stands: `${stands} ${UNMONITORED}` } : {};
}

const UNREAD = 'The current state could not be read. At worst:';

function causeOfEnding(ending: Ending, recorder: Recorder): Cause {
  if (ending.kind !== 'promoted') return ending.cause;
  const evidence = recorder.deciding().filter(({ verdict }) => verdict !== 'healthy');
  return { kind: 'completed', evidence };
}
