// The tests of one question, minute by minute.

import {
  addTo,
  type Counts,
  type MinuteCounts,
  NO_COUNTS,
  swapSides,
  type Writable,
  withoutEvents,
} from './counts.ts';
import type { OpenMinute } from './open-minutes.ts';
import {
  createRollbackTest,
  type ProvisionalReading,
  type RollbackReading,
  type RollbackSettings,
  type RollbackTest,
} from './rollback-test.ts';
import { createSafeBound, type Harm, type SafeBound } from './safe-bound.ts';

/** The counts and the evidence of a test after one minute. */
export interface PathPoint {
  /** Counted from the epoch. */
  readonly minute: number;
  /** Events are the bad ones: for a metric of which fewer is worse, the requests without it. */
  readonly canary: Counts;
  readonly stable: Counts;
  /** Evidence against the canary, and the threshold for a rollback; in nats. */
  readonly nats: number;
  readonly threshold: number;
}

/** All that the course of a question depends on, besides the minutes. */
export interface CourseTerms {
  readonly rollback: RollbackSettings;
  readonly worse: 'more' | 'fewer';
  readonly harm: Harm;
  readonly tellsOpposite: boolean;
}

/** What all minutes so far show. */
export interface CourseState {
  readonly reading: RollbackReading;
  /** Evidence of safety, in nats. */
  readonly safeNats: number;
  /** The canary has clearly fewer events. */
  readonly fell: boolean;
  /** The first minute, counted from the epoch, in which the test was failing. */
  readonly failingSince: number | undefined;
  readonly canary: Counts;
  readonly stable: Counts;
}

export interface QuestionCourse {
  /** Takes the next closed minute. */
  add(minute: MinuteCounts): PathPoint;
  state(): CourseState;
  /** What later minutes show, whose counts are still arriving. It changes nothing here. */
  peek(open: readonly OpenMinute[]): readonly ProvisionalReading[];
  /** A copy, which may be added to without a change of this one. */
  fork(): QuestionCourse;
}

export function createQuestionCourse(terms: CourseTerms): QuestionCourse {
  const { rollback, harm, tellsOpposite } = terms;
  const { falseRollbackRate, profile } = rollback;
  return resume(
    terms,
    {
      test: createRollbackTest(rollback),
      // The same test with the sides swapped, so the probability that it wrongly tells of a fall is the same.
      opposite: tellsOpposite ? createRollbackTest(rollback) : undefined,
      bound: createSafeBound(harm, profile.dispersion),
    },
    {
      reading: { nats: 0, threshold: -Math.log(falseRollbackRate), failing: false },
      safeNats: 0,
      fell: false,
      failingSince: undefined,
      canary: { ...NO_COUNTS },
      stable: { ...NO_COUNTS },
    },
  );
}

/** It is changed with each minute. */
interface State extends Writable<CourseState> {
  readonly canary: Writable<Counts>;
  readonly stable: Writable<Counts>;
}

interface Tests {
  readonly test: RollbackTest;
  readonly opposite: RollbackTest | undefined;
  readonly bound: SafeBound;
}

function resume(terms: CourseTerms, tests: Tests, state: State): QuestionCourse {
  const { test, opposite, bound } = tests;
  const { worse } = terms;
  return {
    add: (minute) => {
      const asked = worse === 'more' ? minute : swapSides(minute);
      const reading = test.add(asked);
      state.reading = reading;
      state.safeNats = bound.add(asked);
      state.fell = opposite?.add(swapSides(asked)).failing ?? false;
      if (reading.failing) state.failingSince ??= minute.minute;
      addTo(state.canary, minute.canary);
      addTo(state.stable, minute.stable);
      return pathPoint(minute, worse, reading);
    },
    state: () => copyOf(state),
    peek: test.peek,
    fork: () =>
      resume(
        terms,
        { test: test.fork(), opposite: opposite?.fork(), bound: bound.fork() },
        copyOf(state),
      ),
  };
}

function copyOf(state: State): State {
  return { ...state, canary: { ...state.canary }, stable: { ...state.stable } };
}

export function pathPoint(
  shown: MinuteCounts,
  worse: 'more' | 'fewer',
  { nats, threshold }: RollbackReading,
): PathPoint {
  const { minute, canary, stable } = worse === 'more' ? shown : withoutEvents(shown);
  return { minute, canary, stable, nats, threshold };
}
