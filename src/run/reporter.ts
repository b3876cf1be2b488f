// Makes the report of a run, for each way in which it can end.

import type { Evidence } from '../analysis/evidence.ts';
import { formatDuration } from '../base/duration.ts';
import type { LoopResult, Snapshot } from '../controller/context.ts';
import type { Recorder, ReportParts } from '../controller/recorder.ts';
import { describeEvidence } from '../report/evidence-text.ts';
import { describeImpact } from '../report/impact.ts';
import { advise, describeTraffic, type Left, UNMONITORED } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import { type Plan, planSeconds } from '../rollout/plan.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import { servedSince } from '../rollout/weights.ts';
import type { FunctionToRelease } from '../targets/target.ts';
import { type OpenReporter, openParts } from './open-reports.ts';
import {
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
  /** Nothing was changed: what would happen. */
  planned(
    functions: readonly FunctionToRelease[],
    plan: Plan,
    foresight: readonly string[],
    cleanup: { readonly notes: readonly string[]; readonly policy: string },
  ): Report;
  unchanged(
    changes: readonly FunctionChange[],
    why: string,
    plan: Plan,
    notes: readonly string[],
  ): Report;
  /** There was nothing to compare with. */
  first(changes: readonly FunctionChange[], made: string, notes: readonly string[]): Report;
  /** Stopped before any user was served the new version. */
  refused(problems: readonly string[], notes: readonly string[]): Report;
}

/** @param now seconds since the epoch */
export function createReporter(
  { source }: Pick<RunContext, 'source'>,
  target: PublishedParts,
  recorder: Recorder,
  now: () => number,
): Reporter {
  const make = (parts: Omit<ReportParts, 'source'>) => recorder.report({ source, ...parts });
  return {
    running: (snapshot, notes) =>
      make({
        ...ofSnapshot(target, snapshot, notes),
        outcome: 'running',
        reason: describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions),
        advice: [],
        commands: [],
      }),
    ended: (ended, notes) => {
      const { ending, snapshot } = ended;
      const to = now();
      const report = make({
        ...ofSnapshot(target, snapshot, notes),
        ...standsAfter(ended, target),
        outcome: ending.kind,
        open: ending.kind === 'held' ? openReport(snapshot) : undefined,
        reason: reasonOf(ended, recorder, to),
        advice: adviceFor(ended, target, to),
        commands: commandsFor(ended, target),
      });
      return withImpact(report);
    },
    planned: (released, plan, foresight, { notes, policy }) => {
      const functions = released.map(({ name, from, version }) => ({
        name,
        from,
        to: version ?? 'a version to be published',
      }));
      return make({
        ...NOTHING_DONE,
        outcome: 'planned',
        reason: `Nothing stands in the way; it would take at least ${formatDuration(planSeconds(plan))}.`,
        stands: describeTraffic({ kind: 'stable' }, functions),
        target: target.describe(),
        record: { functions, plan },
        foresight,
        policy,
        notes,
      });
    },
    unchanged: (functions, why, plan, notes) =>
      make({
        ...NOTHING_DONE,
        outcome: 'unchanged',
        reason: `There is nothing to release: ${why}.`,
        stands: describeTraffic({ kind: 'stable' }, functions),
        target: target.describe(),
        record: { functions, plan },
        notes,
      }),
    first: (functions, made, notes) => make(firstParts(target, functions, made, notes)),
    refused: (problems, notes) =>
      make({
        ...NOTHING_DONE,
        outcome: 'failed',
        reason: refusalOf(problems),
        stands: 'This run served nobody anything new.',
        target: target.describe(),
        record: { functions: [], plan: NO_PLAN },
        problems,
        notes,
      }),
    ...openParts(target, make),
  };
}

function firstParts(
  target: PublishedParts,
  functions: readonly FunctionChange[],
  made: string,
  notes: readonly string[],
): Omit<ReportParts, 'source'> {
  return {
    ...NOTHING_DONE,
    outcome: 'promoted',
    weight: 100,
    reason: `This is the first release, with nothing to compare it with: ${made}.`,
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

/** What is to be run by hand: to mend, or to see what stands. */
function commandsFor(ended: LoopResult, target: PublishedParts): readonly string[] {
  const { ending, cleanup, snapshot, presumed } = ended;
  const { record, phase } = snapshot.rollout;
  const observation = presumed ? undefined : { phase, trafficState: snapshot.trafficState };
  if (ending.kind === 'stuck') return target.repairCommands(record, observation);
  if (ending.kind !== 'failed' || cleanup === 'nothing-served') return [];
  const left = leftOf(ended);
  return [...target.showCommands(), ...(left ? target.repairCommands(record, left) : [])];
}

/** What a run that failed has read, and leaves to people; what another run has is that one's. */
function leftOf({ ending, cleanup, snapshot, presumed, theirs }: LoopResult): Left | undefined {
  const { trafficState, rollout } = snapshot;
  const open = trafficState.kind === 'external' || trafficState.kind === 'split';
  const failed = ending.kind === 'failed' && cleanup !== 'nothing-served';
  return failed && open && !presumed && !theirs
    ? { phase: rollout.phase, trafficState }
    : undefined;
}

/** What is served at the end, where that takes more words than of a rollout that goes on. */
function standsAfter(
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

function refusalOf(problems: readonly string[]): string {
  const first = problems[0] ?? 'the current state could not be read';
  return problems.length > 1
    ? `Stopped before anything was shifted, by ${problems.length} problems.`
    : `Stopped before anything was shifted: ${first}`;
}

function reasonOf({ ending, snapshot }: LoopResult, recorder: Recorder, to: number): string {
  if (ending.kind === 'promoted') return `${PASSED}${unwatched(recorder)}.`;
  const first = servedSince(snapshot.rollout);
  if (ending.kind !== 'rolled-back' || first === undefined) return ending.reason;
  return `${ending.reason.replace(/\.$/, '')}, rolled back after ${formatDuration(to - first)}`;
}

const PASSED = 'The canary went through all its steps and the bake';

/** What on-inconclusive: promote lets pass is said all the same, and what silence lets pass. */
function unwatched(recorder: Recorder): string {
  const doubts = recorder.deciding().filter(({ verdict }) => verdict !== 'healthy');
  const unread = doubts.filter((evidence) => evidence.unread);
  const say = (some: readonly Evidence[]) => `(${some.map(describeEvidence).join('; ')})`;
  if (unread.length > 0) return `, the end of which could not be watched ${say(unread)}`;
  return doubts.length > 0 ? `, but nothing shows that it is healthy ${say(doubts)}` : '';
}

/** The report whose reason says what it has cost the users as well. */
function withImpact(report: Report): Report {
  const { reason, impact } = report;
  return impact ? { ...report, reason: `${reason}; ${describeImpact(impact)}` } : report;
}
