// StateReason and StateReasonData of an evaluation, as CloudWatch writes them.

import type {
  ComparisonOperator,
  Evaluation,
  MissingData,
  PresentDatapoint,
} from './evaluation.ts';

export interface ReasonSettings {
  readonly evaluationPeriods: number;
  /** As the user set it: without it, the sentence does not mention M out of N. */
  readonly datapointsToAlarm: number | undefined;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData;
  readonly statistic: string | undefined;
  readonly unit: string | undefined;
  /** Seconds. */
  readonly period: number;
}

const COMPARED: Readonly<Record<ComparisonOperator, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const TREATED: Readonly<Record<MissingData, string>> = {
  breaching: '[Breaching]',
  notBreaching: '[NonBreaching]',
  ignore: '[Ignored]',
  missing: '[Missing]',
};

/** One sentence for the resulting state. */
export function reasonOf(evaluation: Evaluation, settings: ReasonSettings): string {
  const { outcome, judged, filled } = evaluation;
  if (outcome === 'INSUFFICIENT_DATA') {
    return `Insufficient Data: ${count(settings.evaluationPeriods, 'datapoint')} ${were(settings.evaluationPeriods)} unknown.`;
  }
  const treated = `${count(filled, 'missing datapoint')} ${were(filled)} treated as ${TREATED[settings.missingData]}`;
  if (judged.length === 0) {
    const periods = count(settings.evaluationPeriods, 'period');
    return `Threshold Crossed: no datapoints were received for ${periods} and ${treated}.`;
  }
  const fills = settings.missingData === 'breaching' || settings.missingData === 'notBreaching';
  const parts = [knownOf(evaluation, settings), filled > 0 && fills ? treated : undefined];
  const found = parts.filter((part) => part !== undefined).join(' and ');
  return `Threshold Crossed: ${found}${transition(evaluation, settings)}.`;
}

/** The numbers behind the sentence, as JSON. */
export function reasonDataOf(evaluation: Evaluation, settings: ReasonSettings, at: number): string {
  const { judged } = evaluation;
  const oldest = judged[judged.length - 1];
  return JSON.stringify({
    version: '1.0',
    queryDate: stamp(at),
    startDate: oldest === undefined ? undefined : stamp(oldest.at),
    unit: settings.unit,
    statistic: settings.statistic,
    period: settings.period,
    recentDatapoints: judged.map(({ value }) => value).reverse(),
    threshold: settings.threshold,
    evaluatedDatapoints: judged.map((point) => ({
      timestamp: stamp(point.at),
      sampleCount: point.samples,
      value: point.value,
    })),
  });
}

/** `2026-01-31T12:00:00.000+0000` */
export const stamp = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');

function knownOf(evaluation: Evaluation, settings: ReasonSettings): string | undefined {
  const { outcome, judged, breaching } = evaluation;
  const shown =
    outcome === 'ALARM' ? breaching : judged.filter((point) => !breaching.includes(point));
  if (shown.length === 0) return undefined;
  const listed = shown.map(written).join(', ');
  const not = outcome === 'ALARM' ? '' : 'not ';
  const compared = `${not}${COMPARED[settings.comparison]} the threshold (${decimal(settings.threshold)})`;
  if (settings.datapointsToAlarm === undefined) {
    return `${count(shown.length, 'datapoint')} [${listed}] ${were(shown.length)} ${compared}`;
  }
  const last = `${shown.length} out of the last ${settings.evaluationPeriods} datapoints`;
  return `${last} [${listed}] ${were(shown.length)} ${compared}`;
}

function transition({ outcome }: Evaluation, settings: ReasonSettings): string {
  const { datapointsToAlarm: needed, evaluationPeriods } = settings;
  if (needed === undefined) return '';
  const [least, way] =
    outcome === 'ALARM' ? [needed, 'OK -> ALARM'] : [evaluationPeriods - needed + 1, 'ALARM -> OK'];
  return ` (minimum ${count(least, 'datapoint')} for ${way} transition)`;
}

/** `21.5 (26/10/23 16:42:00)` */
function written({ value, at }: PresentDatapoint): string {
  const [date = '', clock = ''] = new Date(at).toISOString().split(/[T.]/);
  const [year = '', month, day] = date.split('-');
  return `${decimal(value)} (${day}/${month}/${year.slice(2)} ${clock})`;
}

const decimal = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

const were = (number: number) => (number === 1 ? 'was' : 'were');
