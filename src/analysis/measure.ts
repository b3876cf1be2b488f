// A measure is counted for both versions: events among requests.

import type { MinuteCounts } from './counts.ts';
import type { PartScope } from './evidence.ts';
import type { Question } from './finding.ts';
import { CLASSES, type MeasureClass, type NotCompared } from './measure-class.ts';
import type { Series } from './series.ts';

/**
 * What is counted, and how the judge compares it. A new measure is one new file that creates a `Measure`, plus
 * its registration in the count sources that can count it.
 */
export interface Measure {
  /** Unique within a run: `errors`, `latency p90`, `metric orders placed`. */
  readonly id: string;
  readonly kind: MeasureKind;
  /** Which part of the traffic is counted. */
  readonly scope: Scope;
  readonly budget: Budget;
  /** What the judge compares, and the test that it uses. */
  ask(series: Series, context: JudgeContext): MeasureQuestion;
}

export type MeasureKind =
  | 'errors'
  | 'invocations'
  | 'route-errors'
  | 'client-errors'
  | 'route-client-errors'
  | 'slow'
  | 'custom'
  | 'probes';

/** Probes are in a class of their own: whatever is compared of users' requests, they are judged. */
type ClassName = MeasureClass | 'metrics' | 'probes';

const CLASS_OF: Readonly<Record<MeasureKind, ClassName>> = {
  errors: 'errors',
  invocations: 'errors',
  'route-errors': 'errors',
  'client-errors': 'client-errors',
  'route-client-errors': 'client-errors',
  slow: 'latency',
  custom: 'metrics',
  probes: 'probes',
};

export function classOf({ kind }: Pick<Measure, 'kind'>): ClassName {
  return CLASS_OF[kind];
}

/**
 * The classes that are not compared.
 *
 * @param measures those that are counted; `undefined`: not known
 * @param known those whose hour before is known: of single routes, only these are to be compared
 */
export function notCompared(
  compare: readonly MeasureClass[],
  measures: readonly Pick<Measure, 'kind' | 'scope'>[] | undefined,
  known: readonly Pick<Measure, 'scope'>[] = [],
): readonly NotCompared[] {
  const counted = measures?.map(classOf) ?? CLASSES;
  const classes = CLASSES.flatMap((what): NotCompared[] => {
    if (!compare.includes(what)) return [{ what, why: 'off' }];
    return counted.includes(what) ? [] : [{ what, why: 'not-counted' }];
  });
  const lacksRoutes = known.some(isOfRoute) && !measures?.some(isOfRoute);
  return lacksRoutes ? [...classes, { what: 'routes', why: 'not-counted' }] : classes;
}

export function isOfRoute({ scope }: Pick<Measure, 'scope'>): boolean {
  return scope.kind === 'route';
}

export type Scope = { readonly kind: 'all' } | PartScope;

export const ALL: Scope = { kind: 'all' };

/** `errors`, `errors of orders`, `errors of POST /orders`. */
export function measureId(name: string, scope: Scope): string {
  return scope.kind === 'all' ? name : `${name} of ${partName(scope)}`;
}

/** `orders`, `POST /orders`. */
export function partName(scope: PartScope): string {
  switch (scope.kind) {
    case 'function':
      return scope.name;
    case 'route':
      return `${scope.method} ${scope.resource}`;
  }
}

/** The scope as named by a source of evidence: only if it is part of the traffic. */
export function partOf(scope: Scope): { readonly scope?: PartScope } {
  return scope.kind === 'all' ? {} : { scope };
}

/** A measure's part of the false-rollback rate. */
export interface Budget {
  readonly parts: number;
  /** Whether all measures of the kind share the parts; otherwise each has this many. */
  readonly shared: boolean;
}

/** The settings that a measure may use. */
export interface JudgeContext {
  /** The measure's own part of the false-rollback rate, 0 to 1. */
  readonly falseRollbackRate: number;
  /** Cluster size of the events; `auto` derives it from the baseline. */
  readonly dispersion: 'auto' | number;
  /** How long after a change of the weight the canary may be slow. */
  readonly warmUpSeconds: number;
  /** % of the traffic that the canary gets after this step; 100 after the last. */
  readonly nextWeight: number;
  /** Whether requests are split, and counted, as configured: only then do successes count as evidence. */
  readonly sound: boolean;
  /** The minutes of the last look, as its test read them. */
  readonly earlier?: readonly MinuteCounts[];
}

export interface MeasureQuestion {
  /** The series in the form that the test reads. */
  readonly series: Series;
  readonly question: Question;
}
