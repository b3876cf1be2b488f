// Which state some data points put an alarm in. Pure. The rules, and the table that the tests
// repeat: CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data".

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

/** One period; `value` is `undefined` where it has no data. */
export interface Datapoint {
  /** Milliseconds; the period's start. */
  readonly at: number;
  readonly value: number | undefined;
  readonly samples: number | undefined;
}

export type PresentDatapoint = Datapoint & { readonly value: number };

export interface EvaluationSettings {
  /** N: how many data points are judged. */
  readonly evaluationPeriods: number;
  /** M: how many of them must breach. */
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData;
  /** With fewer samples behind the newest point the state is kept. 0: always judge. */
  readonly fewestSamples: number;
}

export interface Evaluation {
  /** `keep`: whatever the state was, it stays. */
  readonly outcome: StateValue | 'keep';
  /** The points judged, newest first. */
  readonly judged: readonly PresentDatapoint[];
  /** Those of them that breach, newest first. */
  readonly breaching: readonly PresentDatapoint[];
  /** How many points had to be filled in, as `missingData` says. */
  readonly filled: number;
}

/**
 * CloudWatch looks at somewhat more periods than N, so that it can judge real data where some
 * are missing. By how many AWS does not say; its own example has two more.
 */
export const evaluationRange = (evaluationPeriods: number) => evaluationPeriods + 2;

/** Judges the points of the evaluation range, given oldest first. */
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
  // All that is known breaches, yet it is fewer than M. An alarm waits for the next points, so as
  // not to go off at the first of a series ("- - - - X"), but not for ever ("- - X - -").
  const oldest = breaching[breaching.length - 1];
  const age = points.length - points.findIndex((point) => point.at === oldest?.at);
  return missingData === 'missing' && age >= datapointsToAlarm ? 'ALARM' : 'keep';
}

const isPresent = (point: Datapoint): point is PresentDatapoint => point.value !== undefined;
