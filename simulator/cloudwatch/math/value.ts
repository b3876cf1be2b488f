// Evaluates a metric math tree with the series that it refers to. If one of two series has no point at a
// time, it counts as 0; a division by zero gives no point (CloudWatch User Guide, "Using math expressions
// with CloudWatch metrics").

import { NotImplemented } from '../../service.ts';
import { validationError } from '../protocol/errors.ts';
import { FUNCTIONS } from './functions.ts';
import type { Expression, Operator } from './syntax.ts';
import type { Points, Scope, Series, Value } from './types.ts';

/** The value of the expression. Throws `ValidationError` or `NotImplemented`. */
export function evaluateExpression(tree: Expression, scope: Scope): Value {
  switch (tree.kind) {
    case 'number':
      return { kind: 'scalar', value: tree.value };
    case 'reference':
      return scope.resolve(tree.id);
    case 'list':
      return { kind: 'array', series: tree.items.flatMap((item) => seriesOf(item, scope)) };
    case 'negation':
      return combine('-', { kind: 'scalar', value: 0 }, evaluateExpression(tree.of, scope));
    case 'operation':
      return combine(
        tree.operator,
        evaluateExpression(tree.left, scope),
        evaluateExpression(tree.right, scope),
      );
    case 'call':
      return call(tree.name, tree.args, scope);
    default:
      throw validationError(`${tree.kind === 'word' ? tree.word : tree.value} is not a value here`);
  }
}

function call(name: string, args: readonly Expression[], scope: Scope): Value {
  const apply = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (apply === undefined) throw new NotImplemented(`the metric math function ${name}`);
  return apply(args, scope, (arg) => evaluateExpression(arg, scope));
}

function seriesOf(item: Expression, scope: Scope): readonly Series[] {
  const value = evaluateExpression(item, scope);
  if (value.kind === 'array') return value.series;
  if (value.kind === 'scalar') throw validationError('An array must hold time series only');
  return [{ label: item.kind === 'reference' ? item.id : '', points: value.points }];
}

const COMPUTE: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
  '^': (left, right) => left ** right,
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  OR: (left, right) => Number(left !== 0 || right !== 0),
};

function combine(operator: Operator, left: Value, right: Value): Value {
  if (left.kind === 'array' && right.kind === 'array') {
    throw validationError(`The operator ${operator} cannot be used between two arrays`);
  }
  if (left.kind === 'array') {
    return mapArray(left.series, (points) => combine(operator, { kind: 'series', points }, right));
  }
  if (right.kind === 'array') {
    return mapArray(right.series, (points) => combine(operator, left, { kind: 'series', points }));
  }
  const compute = COMPUTE[operator];
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    return { kind: 'scalar', value: compute(left.value, right.value) };
  }
  const points = new Map<number, number>();
  for (const time of timesOf(left, right)) {
    const result = compute(at(left, time), at(right, time));
    if (Number.isFinite(result)) points.set(time, result);
  }
  return { kind: 'series', points };
}

type Plain = Exclude<Value, { kind: 'array' }>;

const at = (value: Plain, time: number) =>
  value.kind === 'scalar' ? value.value : (value.points.get(time) ?? 0);

const timesOf = (...values: readonly Plain[]): readonly number[] => [
  ...new Set(values.flatMap((value) => (value.kind === 'scalar' ? [] : [...value.points.keys()]))),
];

function mapArray(series: readonly Series[], change: (points: Points) => Value): Value {
  const changed = series.map(({ label, points }) => {
    const value = change(points);
    return { label, points: value.kind === 'series' ? value.points : new Map<number, number>() };
  });
  return { kind: 'array', series: changed };
}
