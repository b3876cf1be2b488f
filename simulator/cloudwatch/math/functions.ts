// The metric math functions of the simulator: FILL, IF, METRICS and the four aggregates (for an array, the
// result is a series; for a series, a number).

import { NotImplemented } from '../../service.ts';
import { validationError } from '../protocol/errors.ts';
import type { Expression } from './syntax.ts';
import type { Points, Scope, Value } from './types.ts';

type Evaluate = (tree: Expression) => Value;
type Apply = (args: readonly Expression[], scope: Scope, evaluate: Evaluate) => Value;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const FUNCTIONS: Readonly<Record<string, Apply | undefined>> = {
  SUM: aggregate(sum),
  AVG: aggregate((values) => sum(values) / values.length),
  MIN: aggregate((values) => Math.min(...values)),
  MAX: aggregate((values) => Math.max(...values)),
  FILL: fill,
  IF: choose,
  METRICS: (args, scope) => {
    const [part] = args;
    const wanted = part?.kind === 'text' ? part.value : '';
    const series = scope.metrics().filter(({ id }) => id.includes(wanted));
    return { kind: 'array', series };
  },
};

/** At each time, the aggregate covers only the series that have a point there. */
function aggregate(of: (values: readonly number[]) => number): Apply {
  return (args, _scope, evaluate) => {
    const value = evaluate(only(args));
    if (value.kind === 'scalar') return value;
    if (value.kind === 'series') {
      const values = [...value.points.values()];
      return { kind: 'scalar', value: values.length === 0 ? Number.NaN : of(values) };
    }
    const times = new Set(value.series.flatMap(({ points }) => [...points.keys()]));
    const points = new Map<number, number>();
    for (const time of times) {
      const present = value.series.flatMap((series) => series.points.get(time) ?? []);
      points.set(time, of(present));
    }
    return { kind: 'series', points };
  };
}

function fill(args: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  const [filled, filler, ...more] = args;
  if (filled === undefined || filler === undefined || more.length > 0) {
    throw validationError('FILL takes a time series or an array, and a filler');
  }
  if (filler.kind === 'word' && filler.word !== 'REPEAT') {
    throw new NotImplemented(`FILL with ${filler.word}`);
  }
  const value = evaluate(filled);
  const fillPoints = fillerOf(filler, scope, evaluate);
  if (value.kind === 'series') return { kind: 'series', points: fillPoints(value.points) };
  if (value.kind === 'scalar') throw validationError('FILL takes a time series or an array');
  const series = value.series.map(({ label, points }) => ({ label, points: fillPoints(points) }));
  return { kind: 'array', series };
}

function fillerOf(
  filler: Expression,
  scope: Scope,
  evaluate: Evaluate,
): (points: Points) => Points {
  if (filler.kind === 'word') return (points) => repeat(points, scope.times);
  const value = evaluate(filler);
  if (value.kind === 'array') throw validationError('FILL cannot fill with an array');
  return (points) => {
    const filled = new Map(points);
    for (const time of scope.times) {
      const missing = value.kind === 'scalar' ? value.value : value.points.get(time);
      if (!filled.has(time) && missing !== undefined) filled.set(time, missing);
    }
    return filled;
  };
}

function repeat(points: Points, times: readonly number[]): Points {
  const filled = new Map(points);
  let last: number | undefined;
  for (const time of times) {
    last = points.get(time) ?? last;
    if (last !== undefined) filled.set(time, last);
  }
  return filled;
}

/** `IF(condition, then, otherwise)`, point by point; without a value there is no point. */
function choose(args: readonly Expression[], _scope: Scope, evaluate: Evaluate): Value {
  const [condition, then, otherwise] = args.map(evaluate);
  if (condition === undefined || then === undefined || args.length > 3) {
    throw validationError('IF takes a condition, a value, and another value');
  }
  if (condition.kind === 'array') throw validationError('IF takes no array as its condition');
  if (condition.kind === 'scalar') {
    return (condition.value !== 0 ? then : otherwise) ?? { kind: 'series', points: new Map() };
  }
  const points = new Map<number, number>();
  for (const [time, met] of condition.points) {
    const chosen = pointOf(met !== 0 ? then : otherwise, time);
    if (chosen !== undefined) points.set(time, chosen);
  }
  return { kind: 'series', points };
}

function pointOf(value: Value | undefined, time: number): number | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'array') throw validationError('IF takes no arrays');
  return value.kind === 'scalar' ? value.value : value.points.get(time);
}

function only(args: readonly Expression[]): Expression {
  const [first, ...others] = args;
  if (first !== undefined && others.length === 0) return first;
  throw validationError('The function takes one argument');
}
