// Makes the report of a run, for each way in which it can end.

import { type Evidence, sayEvidence } from '../analysis/evidence.ts';
import { formatDuration } from '../base/duration.ts';
import type { Ended, Moment } from '../controller/context.ts';
import type { Journal, ReportParts } from '../controller/recorder.ts';
import { sayImpact } from '../report/impact.ts';
import { advise, type Left, standsInWords, UNMONITORED } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import { type Plan, planSeconds } from '../rollout/plan.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import { servedSince } from '../rollout/weights.ts';
import type { Released } from '../targets/target.ts';
import { type OpenReporter, openParts } from './open-reports.ts';
import {
  asUnread,
  NO_PLAN,
  NOTHING_DONE,
  ofMoment,
  openReport,
  type Told,
} from './report-parts.ts';
import type { Job } from './run-context.ts';

export interface Reporter extends OpenReporter {
  running(moment: Moment, notes: readonly string[]): Report;
  ended(ended: Ended, notes: readonly string[]): Report;
  /** Nothing was changed: what would happen. */
  planned(
    functions: readonly Released[],
    plan: Plan,
    foresight: readonly string[],
    rest: { readonly notes: readonly string[]; readonly policy: string },
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
  { source }: Pick<Job, 'source'>,
  target: Told,
  journal: Journal,
  now: () => number,
): Reporter {
  const make = (parts: Omit<ReportParts, 'source'>) => journal.report({ source, ...parts });
  return {
    running: (moment, notes) =>
      make({
        ...ofMoment(target, moment, notes),
        outcome: 'running',
        reason: standsInWords(moment.standing, moment.rollout.record.functions),
        advice: [],
        commands: [],
      }),
    ended: (ended, notes) => {
      const { ending, moment } = ended;
      const to = now();
      const report = make({
        ...ofMoment(target, moment, notes),
        ...standsAfter(ended, target),
        outcome: ending.kind,
        open: ending.kind === 'held' ? openReport(moment) : undefined,
        reason: reasonOf(ended, journal, to),
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
        stands: standsInWords({ kind: 'stable' }, functions),
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
        stands: standsInWords({ kind: 'stable' }, functions),
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
  target: Told,
  functions: readonly FunctionChange[],
  made: string,
  notes: readonly string[],
): Omit<ReportParts, 'source'> {
  return {
    ...NOTHING_DONE,
    outcome: 'promoted',
    weight: 100,
    reason: `This is the first release, with nothing to compare it with: ${made}.`,
    stands: standsInWords({ kind: 'promoted', open: false }, functions),
    target: target.describe(),
    record: { functions, plan: NO_PLAN },
    notes,
  };
}

function adviceFor(ended: Ended, target: Told, to: number): readonly string[] {
  const { ending, rest, moment, presumed } = ended;
  const { record } = moment.rollout;
  return advise({
    ending,
    untouched: rest === 'untouched',
    trafficBack: !presumed && moment.standing.kind === 'stable',
    record,
    left: leftOf(ended),
    words: target.words,
    from: record.startedAt,
    to,
  });
}

/** What is to be run by hand: to mend, or to see what stands. */
function commandsFor(ended: Ended, target: Told): readonly string[] {
  const { ending, rest, moment, presumed } = ended;
  const { record, phase } = moment.rollout;
  const seen = presumed ? undefined : { phase, standing: moment.standing };
  if (ending.kind === 'stuck') return target.mendCommands(record, seen);
  if (ending.kind !== 'failed' || rest === 'untouched') return [];
  const left = leftOf(ended);
  return [...target.lookCommands(), ...(left ? target.mendCommands(record, left) : [])];
}

/** What a run that failed has read, and leaves to people; what another run has is that one's. */
function leftOf({ ending, rest, moment, presumed, theirs }: Ended): Left | undefined {
  const { standing, rollout } = moment;
  const open = standing.kind === 'foreign' || standing.kind === 'split';
  const failed = ending.kind === 'failed' && rest !== 'untouched';
  return failed && open && !presumed && !theirs ? { phase: rollout.phase, standing } : undefined;
}

/** What is served at the end, where that takes more words than of a rollout that goes on. */
function standsAfter(
  ended: Ended,
  target: Told,
): Partial<Pick<ReportParts, 'stands' | 'weight' | 'target'>> {
  const { moment, presumed } = ended;
  const stands = standsInWords(moment.standing, moment.rollout.record.functions);
  if (presumed) {
    return {
      stands: `${UNREAD} ${stands}`,
      weight: null,
      target: asUnread(target.describe(moment)),
    };
  }
  const left = leftOf(ended)?.standing;
  const open = left?.kind === 'split' && weightOf(left) > 0;
  return open ? { stands: `${stands} ${UNMONITORED}` } : {};
}

const UNREAD = 'What stands now could not be read. At worst:';

function refusalOf(problems: readonly string[]): string {
  const first = problems[0] ?? 'what stands could not be read';
  return problems.length > 1
    ? `Stopped before anything was shifted, by ${problems.length} problems.`
    : `Stopped before anything was shifted: ${first}`;
}

function reasonOf({ ending, moment }: Ended, journal: Journal, to: number): string {
  if (ending.kind === 'promoted') return `${PASSED}${unwatched(journal)}.`;
  const first = servedSince(moment.rollout);
  if (ending.kind !== 'rolled-back' || first === undefined) return ending.reason;
  return `${ending.reason.replace(/\.$/, '')}, rolled back after ${formatDuration(to - first)}`;
}

const PASSED = 'The canary went through all its steps and the bake';

/** What on-inconclusive: promote lets pass is said all the same, and what silence lets pass. */
function unwatched(journal: Journal): string {
  const doubts = journal.decisive().filter(({ verdict }) => verdict !== 'healthy');
  const unread = doubts.filter((evidence) => evidence.unread);
  const say = (some: readonly Evidence[]) => `(${some.map(sayEvidence).join('; ')})`;
  if (unread.length > 0) return `, the end of which could not be watched ${say(unread)}`;
  return doubts.length > 0 ? `, but nothing shows that it is healthy ${say(doubts)}` : '';
}

/** The report whose reason says what it has cost the users as well. */
function withImpact(report: Report): Report {
  const { reason, impact } = report;
  return impact ? { ...report, reason: `${reason}; ${sayImpact(impact)}` } : report;
}
