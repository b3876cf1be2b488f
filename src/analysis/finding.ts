// The finding of one test: its verdict and its numbers.

import { isSame } from '../base/same.ts';
import { type Comparison, compare } from './comparison.ts';
import { type Continued, createContinued } from './continued.ts';
import { type Counts, type MinuteCounts, sum } from './counts.ts';
import type { Evidence, EvidenceSource, MeasureSource, PartScope, Verdict } from './evidence.ts';
import type { HarmThreshold } from './harm-thresholds.ts';
import type { OpenMinute } from './open-minutes.ts';
import type { TestProfile } from './profile.ts';
import {
  type CourseTerms,
  createQuestionCourse,
  type PathPoint,
  pathPoint,
  type QuestionCourse,
} from './question-course.ts';
import type { ProvisionalReading, RollbackReading } from './rollback-test.ts';
import type { Harm } from './safe-bound.ts';
import type { Series } from './series.ts';
import { type ShownInterval, shownInterval } from './shown-interval.ts';

export interface Finding extends Evidence {
  readonly source: Compared;
  /** All counts compared so far: those of closed minutes, and those of open ones that decided. */
  readonly canary: Counts;
  readonly stable: Counts;
  readonly comparison: Comparison;
  readonly interval: ShownInterval | undefined;
  /** Evidence against the canary, and the threshold for a rollback; in nats. */
  readonly reading: RollbackReading;
  /** Evidence of safety, and the threshold for the step to end; in nats. */
  readonly safe: { readonly nats: number; readonly threshold: number };
  /**
   * The canary has clearly fewer events, of which more would be worse. This is no reason to roll back: either something
   * was mended, or it accepts what it should refuse.
   */
  readonly fell?: true;
  /** If it fails for all traffic: the function, and the route, that most of it comes from. */
  readonly mostly?: readonly PartScope[];
  /** The first minute, counted from the epoch, in which the test was failing. */
  readonly failingSince: number | undefined;
  /** From how many minutes it was decided, if the last of them were still arriving; otherwise absent. */
  readonly decidedFrom?: { readonly minutes: number; readonly arriving: number };
  /** If logs decided: how many seconds after the last change of the weight. Then all counts are those of the logs. */
  readonly fromLogs?: { readonly afterShift: number };
}

/** What a test can compare. */
export type Compared = MeasureSource | Extract<EvidenceSource, { kind: 'guardrail' }>;

/** Whether the evidence is a comparison with its numbers. */
export function isFinding(evidence: Evidence): evidence is Finding {
  return 'comparison' in evidence;
}

/**
 * Whether anything was compared: both sides in the same minute, or the canary with the guardrail's limit. The errors
 * of all traffic say nothing about one of the versions.
 */
export function isMade({ source, comparison }: Finding): boolean {
  return source.kind === 'guardrail'
    ? source.of === 'held-back' || (source.of !== 'all-traffic' && source.limit < 1)
    : !Number.isNaN(comparison.stableRate);
}

/** A finding, and its course over time. */
export interface Estimate {
  readonly source: MeasureSource;
  readonly finding: Finding;
  /** One point for each minute that was compared. */
  readonly path: readonly PathPoint[];
  /**
   * The canary's events beyond those that stable's rate predicts, in all minutes that are shown so far, also open ones:
   * so the parts of the traffic can be compared with the whole.
   */
  readonly excess: number;
}

export interface Question {
  readonly source: MeasureSource;
  /** Whether more or fewer events on the canary are worse. */
  readonly worse: 'more' | 'fewer';
  readonly falseRollbackRate: number;
  readonly standard: HarmThreshold;
  readonly profile: TestProfile;
  readonly materialRatio: number;
  /** Whether a difference that gets smaller by itself is no reason to roll back. */
  readonly mayFade?: true;
  readonly harm: Harm;
  /** Whether the opposite is worth knowing: a clear fall of what is feared to rise. */
  readonly tellsOpposite?: true;
}

/** What earlier looks at the same rollout worked out for one question. It makes a look shorter, and changes no result. */
export interface QuestionMemory {
  /** The minutes of the last look. */
  minutes(): readonly MinuteCounts[];
  /** The course of the question through the minutes. */
  follow(
    terms: CourseTerms,
    minutes: readonly MinuteCounts[],
  ): Continued<PathPoint, QuestionCourse>;
}

export function createQuestionMemory(): QuestionMemory {
  let latest: { readonly terms: CourseTerms; readonly work: Work } | undefined;
  let last: readonly MinuteCounts[] = [];
  return {
    minutes: () => last,
    follow: (terms, minutes) => {
      if (!latest || !isSame(latest.terms, terms)) {
        latest = { terms, work: createContinued(() => createQuestionCourse(terms)) };
      }
      last = minutes;
      return latest.work(minutes);
    },
  };
}

type Work = (minutes: readonly MinuteCounts[]) => Continued<PathPoint, QuestionCourse>;

/**
 * Answers one question about one series. *Failing* once the rollback test has failed in any minute, closed or open;
 * *healthy* once the harm is ruled out in closed minutes and there is hardly any evidence against the canary (see
 * `verdictOf`); otherwise *inconclusive*. The same tests find that the canary has fewer events: with the sides
 * swapped, stable has more.
 */
export function find(
  series: Series,
  question: Question,
  memory: QuestionMemory = createQuestionMemory(),
): Estimate {
  const { profile, falseRollbackRate, materialRatio, harm, worse, mayFade = false } = question;
  const before = sum(series.before);
  const terms: CourseTerms = {
    rollback: { falseRollbackRate, profile, materialRatio, mayFade, before },
    tellsOpposite: question.tellsOpposite ?? false,
    worse,
    harm,
  };
  const { course, outputs } = memory.follow(terms, series.minutes);
  const closed = course.state();
  const { safeNats, fell } = closed;
  const early =
    closed.reading.failing || worse === 'fewer' ? [] : failingEarly(course, series.open ?? []);
  const last = early.at(-1);
  const reading = last?.provisional ?? closed.reading;
  const shown = early.map((one) => one.shown);
  const provisional = early.map((one) => one.provisional.minute);
  const comparison = compare(series.minutes, provisional);
  const { failing, threshold, nats } = reading;
  const { ratio } = comparison;
  const { dispersion } = profile;
  const decision = { failing, threshold, dispersion, worse, ratio, materialRatio };
  const { source, standard } = question;
  // A check reads most findings only for their verdicts.
  let interval: { readonly shown: ShownInterval | undefined } | undefined;
  const finding: Finding = {
    source,
    verdict: verdictOf(reading, safeNats, standard),
    canary: sum([closed.canary, ...shown.map((m) => m.canary)]),
    stable: sum([closed.stable, ...shown.map((m) => m.stable)]),
    comparison,
    get interval() {
      interval ??= { shown: shownInterval([...series.minutes, ...provisional], decision) };
      return interval.shown;
    },
    reading: { nats, threshold, failing },
    safe: { nats: safeNats, threshold: -Math.log(standard.falseSafeRate) },
    failingSince: last?.shown.minute ?? closed.failingSince,
    ...(fell && { fell }),
    ...(early.length > 0 && {
      decidedFrom: { minutes: series.minutes.length + early.length, arriving: early.length },
    }),
  };
  const path =
    early.length === 0
      ? outputs
      : [...outputs, ...early.map((one) => pathPoint(one.shown, worse, one.provisional))];
  const { excessEvents: excess } = compare(series.minutes, series.open);
  return { source, finding, path, excess };
}

/** The open minutes until the one in which the test fails; empty if it does not. */
function failingEarly(
  course: Pick<QuestionCourse, 'peek'>,
  open: readonly OpenMinute[],
): readonly { readonly shown: OpenMinute; readonly provisional: ProvisionalReading }[] {
  if (open.length === 0) return [];
  const readings = course.peek(open);
  const decisive = readings.findIndex(({ failing }) => failing);
  return readings
    .slice(0, decisive + 1)
    .map((provisional, i) => ({ shown: open[i]!, provisional }));
}

/** The verdict of the two tests: compares `safeNats` and the evidence against the canary with a threshold. */
export function verdictOf(
  reading: RollbackReading,
  safeNats: number,
  standard: HarmThreshold,
): Verdict {
  if (reading.failing) return 'failing';
  const safe = safeNats >= -Math.log(standard.falseSafeRate);
  const doubtful = reading.nats > standard.toleratedDoubt + ROUNDING;
  return safe && !doubtful ? 'healthy' : 'inconclusive';
}

/** Evidence begins at 0 nats. Up to this value it counts as unchanged. */
const ROUNDING = 1e-9;
