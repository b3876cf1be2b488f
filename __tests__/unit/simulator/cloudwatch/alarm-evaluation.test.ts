import { describe, expect, it } from '@jest/globals';
import {
  type Datapoint,
  type EvaluationSettings,
  evaluate,
  MISSING_DATA,
} from '../../../../simulator/cloudwatch/alarms/evaluation.ts';
import { reasonOf } from '../../../../simulator/cloudwatch/alarms/reason.ts';

const MINUTE = 60_000;

/** `'0 - X'`: not breaching, missing, breaching; oldest first. */
const points = (drawn: string, samples = 1000): readonly Datapoint[] =>
  drawn.split(' ').map((mark, index) => ({
    at: index * MINUTE,
    value: mark === '-' ? undefined : mark === 'X' ? 9 : 1,
    samples: mark === '-' ? undefined : samples,
  }));

const settings = (given: Partial<EvaluationSettings> = {}): EvaluationSettings => ({
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  threshold: 5,
  comparison: 'GreaterThanThreshold',
  missingData: 'missing',
  fewestSamples: 0,
  ...given,
});

describe('3 out of 3 in a range of five, by treatment of missing data', () => {
  it.each([
    ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA', 'keep', 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', 'keep', 'ALARM', 'OK'],
    ['- - - - X', 'keep', 'keep', 'ALARM', 'OK'],
    ['- - - X -', 'keep', 'keep', 'ALARM', 'OK'],
    ['X X X 0 0', 'OK', 'OK', 'OK', 'OK'],
    ['0 0 X X X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ])('%s', (drawn, ...expected) => {
    const outcomes = MISSING_DATA.map(
      (missingData) => evaluate(points(drawn), settings({ missingData })).outcome,
    );
    expect(outcomes).toEqual(expected);
  });
});

describe('2 out of 3', () => {
  it.each([
    ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', 'ALARM', 'keep', 'ALARM', 'OK'],
    ['- - - - X', 'keep', 'keep', 'ALARM', 'OK'],
    ['0 0 0 0 X', 'OK', 'OK', 'OK', 'OK'],
  ])('%s', (drawn, ...expected) => {
    const outcomes = MISSING_DATA.map(
      (missingData) =>
        evaluate(points(drawn), settings({ missingData, datapointsToAlarm: 2 })).outcome,
    );
    expect(outcomes).toEqual(expected);
  });
});

describe('comparison', () => {
  it.each([
    ['GreaterThanThreshold', 'OK', 'OK', 'ALARM'],
    ['GreaterThanOrEqualToThreshold', 'OK', 'ALARM', 'ALARM'],
    ['LessThanThreshold', 'ALARM', 'OK', 'OK'],
    ['LessThanOrEqualToThreshold', 'ALARM', 'ALARM', 'OK'],
  ] as const)('%s of 4, 5 and 6 with 5', (comparison, ...outcomes) => {
    const one = settings({ comparison, evaluationPeriods: 1, datapointsToAlarm: 1 });
    const found = [4, 5, 6].map((value) => evaluate([{ at: 0, value, samples: 1 }], one).outcome);
    expect(found).toEqual(outcomes);
  });
});

it('keeps the state while too few samples are behind a percentile', () => {
  const some = settings({ fewestSamples: 100 });
  expect(evaluate(points('X X X', 99), some).outcome).toBe('keep');
  expect(evaluate(points('X X X', 100), some).outcome).toBe('ALARM');
});

describe('the reason', () => {
  const words = {
    evaluationPeriods: 3,
    datapointsToAlarm: undefined,
    threshold: 5,
    comparison: 'GreaterThanThreshold',
    missingData: 'missing',
    statistic: 'Sum',
    unit: undefined,
    period: 60,
  } as const;

  it.each([
    [
      'X X X',
      {},
      'Threshold Crossed: 3 datapoints [9.0 (01/01/70 00:02:00), 9.0 (01/01/70 00:01:00), 9.0 (01/01/70 00:00:00)] were greater than the threshold (5.0).',
    ],
    [
      'X 0 X',
      { datapointsToAlarm: 2 },
      'Threshold Crossed: 2 out of the last 3 datapoints [9.0 (01/01/70 00:02:00), 9.0 (01/01/70 00:00:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).',
    ],
    [
      '0 X 0',
      { datapointsToAlarm: 3 },
      'Threshold Crossed: 2 out of the last 3 datapoints [1.0 (01/01/70 00:02:00), 1.0 (01/01/70 00:00:00)] were not greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    ['- - -', {}, 'Insufficient Data: 3 datapoints were unknown.'],
    [
      '- - -',
      { missingData: 'breaching' },
      'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
    ],
    [
      '- - X',
      { missingData: 'notBreaching' },
      'Threshold Crossed: 2 missing datapoints were treated as [NonBreaching].',
    ],
  ] as const)('of %s', (drawn, given, sentence) => {
    const said = { ...words, ...given };
    const evaluation = evaluate(
      points(drawn),
      settings({ missingData: said.missingData, datapointsToAlarm: said.datapointsToAlarm ?? 3 }),
    );
    expect(reasonOf(evaluation, said)).toBe(sentence);
  });
});
