import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { DEFAULT_PROFILE, SPARSE_PROFILE } from '../../../src/analysis/profile.ts';
import { type CourseTerms, createQuestionCourse } from '../../../src/analysis/question-course.ts';
import { DEFAULT_HARM } from '../../../src/analysis/safe-bound.ts';

const side = (most: number) =>
  fc
    .record({ requests: fc.nat(most), share: fc.constantFrom(0, 0.01, 0.05, 0.5, 1) })
    .map((one) => ({
      requests: one.requests,
      events: Math.round(one.requests * one.share),
    }));

interface Drawn extends Pick<MinuteCounts, 'canary' | 'stable' | 'weight'> {
  /** 0: the weight changed in it. */
  readonly moved: number;
}

function numberedFrom(first: number, drawn: readonly Drawn[]): MinuteCounts[] {
  return drawn.map(({ moved, weight, ...sides }, i) => ({
    ...{ minute: first + i, ...sides, weight },
    weightBefore: moved === 0 ? 0 : weight,
  }));
}

const minutes: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({
    canary: side(200),
    stable: side(400),
    weight: fc.constantFrom(5, 50),
    moved: fc.nat(3),
  }),
  { maxLength: 12 },
);

const terms = fc
  .record({
    profile: fc.constantFrom(DEFAULT_PROFILE, SPARSE_PROFILE),
    worse: fc.constantFrom<CourseTerms['worse'][]>('more', 'fewer'),
    tellsOpposite: fc.boolean(),
    mayFade: fc.boolean(),
  })
  .map(({ profile, mayFade, ...more }): CourseTerms => {
    const before = { requests: 6000, events: 60 };
    const rollback = { falseRollbackRate: 0.005, profile, materialRatio: 1.2, mayFade, before };
    return { rollback, harm: DEFAULT_HARM, ...more };
  });

describe('A copy of a course', () => {
  it('goes on as the course does, and neither changes the other', () => {
    fc.assert(
      fc.property(terms, minutes, minutes, minutes, (given, begun, other, own) => {
        const numbered = numberedFrom(0, [...begun, ...own]);
        const apart = numberedFrom(begun.length, other);
        const course = createQuestionCourse(given);
        for (const minute of numbered.slice(0, begun.length)) course.add(minute);
        const copy = course.fork();
        const state = JSON.stringify(course.state());
        course.peek(apart);
        for (const minute of apart) copy.add(minute);
        expect(JSON.stringify(course.state())).toBe(state);
        const path = numbered.slice(begun.length).map((minute) => course.add(minute));
        const afresh = createQuestionCourse(given);
        expect(path).toEqual(numbered.map((minute) => afresh.add(minute)).slice(begun.length));
        expect(course.state()).toEqual(afresh.state());
        expect(course.peek(apart)).toEqual(afresh.peek(apart));
      }),
      { numRuns: 300 },
    );
  });
});
