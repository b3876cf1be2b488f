// Evaluates data points to an alarm state. Pure. The rules, and the table that the tests repeat, are from
// the CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data".

export const STATE_VALUES = ['INSUFFICIENT_DATA', 'ALARM', 'OK'] as const;
export type StateValue = (typeof STATE_VALUES)[number];

export const COMPARISONS = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
} as const;

export type ComparisonOperator = keyof typeof COMPARISONS;

export const MISSING_DATA = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
export type MissingData = (typeof MISSING_DATA)[number];

/** One period; `value` is `undefined` if it has no data. */
export interface Datapoint {
  /** Milliseconds; the period's start. */
  readonly at: number;
  readonly value: number | undefined;
  readonly samples: number | undefined;
}

export type PresentDatapoint = Datapoint & { readonly value: number };

export interface EvaluationSettings {
  /** N: the number of data points that are evaluated. */
  readonly evaluationPeriods: number;
  /** M: the number of data points that must breach. */
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData;
  /** If the newest point has fewer samples, the state is kept. 0: always evaluate. */
  readonly fewestSamples: number;
}

export interface Evaluation {
  /** `keep`: the state does not change. */
  readonly outcome: StateValue | 'keep';
  /** The evaluated points, newest first. */
  readonly judged: readonly PresentDatapoint[];
  /** The breaching points, newest first. */
  readonly breaching: readonly PresentDatapoint[];
  /** The number of missing points that were filled in according to `missingData`. */
  readonly filled: number;
}

/**
 * CloudWatch reads a few more periods than N, so that it can evaluate real data if some are missing. AWS
 * does not document how many more; its own example has two.
 */
export const evaluationRange = (evaluationPeriods: number) => evaluationPeriods + 2;

/** Evaluates the points of the evaluation range, which are sorted oldest first. */
export function evaluate(points: readonly Datapoint[], settings: EvaluationSettings): Evaluation {
  const present = points.filter(isPresent).reverse();
  const judged = present.slice(0, settings.evaluationPeriods);
  const breaches = COMPARISONS[settings.comparison];
  const breaching = judged.filter(({ value }) => breaches(value, settings.threshold));
  const filled = settings.evaluationPeriods - judged.length;
  const [newest] = judged;
  const tooFew = (newest?.samples ?? settings.fewestSamples) < settings.fewestSamples;
  const outcome = tooFew
    ? 'keep'
    : outcomeOf({ points, known: judged.length, breaching, filled }, settings);
  return { outcome, judged, breaching, filled };
}

interface Findings {
  readonly points: readonly Datapoint[];
  readonly known: number;
  readonly breaching: readonly PresentDatapoint[];
  readonly filled: number;
}

function outcomeOf(findings: Findings, settings: EvaluationSettings): Evaluation['outcome'] {
  const { points, known, breaching, filled } = findings;
  const { datapointsToAlarm, missingData } = settings;
  if (breaching.length >= datapointsToAlarm) return 'ALARM';
  if (filled === 0 || missingData === 'notBreaching') return 'OK';
  if (missingData === 'breaching') {
    return breaching.length + filled >= datapointsToAlarm ? 'ALARM' : 'OK';
  }
  if (known === 0) return missingData === 'missing' ? 'INSUFFICIENT_DATA' : 'keep';
  if (breaching.length < known) return 'OK';
  // All known points breach, but they are fewer than M. The alarm waits for the next points, so that it
  // does not fire at the first point of a series ("- - - - X"), but not forever ("- - X - -").
  const oldest = breaching[breaching.length - 1];
  const age = points.length - points.findIndex((point) => point.at === oldest?.at);
  return missingData === 'missing' && age >= datapointsToAlarm ? 'ALARM' : 'keep';
}

const isPresent = (point: Datapoint): point is PresentDatapoint => point.value !== undefined;
