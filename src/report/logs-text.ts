// What the logs were as evidence, in sentences.

import { count } from './format.ts';
import type { LogsReport } from './report.ts';

/** Empty if they were not read. */
export function logsSentences(logs: LogsReport | undefined): readonly string[] {
  if (!logs) return [];
  const { requests, lagSeconds, calls, abstained, dimension } = logs;
  const { canary, stable } = requests;
  const ofStable = stable === null ? "stable's failures" : `${count(stable)} of stable`;
  const lag = lagSeconds === null ? '' : `; 99% of the lines could be read within ${lagSeconds}s`;
  return [
    `The logs show ${count(canary)} requests of the canary and ${ofStable} (${count(calls)} calls${lag}).`,
    ...(abstained.length > 0
      ? [`At the last check they were not enough for a decision: ${abstained.join('; ')}.`]
      : []),
    ...(dimension ? [dimensionText(dimension)] : []),
  ];
}

/** AWS documents neither. */
export function dimensionText({
  canarySeries,
  otherSeries,
}: NonNullable<LogsReport['dimension']>): string {
  return `Compared with the logs, ${CANARY[canarySeries]}, and ${OTHER[otherSeries]}.`;
}

const CANARY = {
  complete: "CloudWatch's metrics of the canary have all of its requests",
  empty: "CloudWatch's metrics of the canary have none of its requests",
  differs: "CloudWatch's metrics of the canary do not have exactly its requests",
} as const;

const OTHER = {
  'with-canary': 'those of the whole stage have them as well',
  'without-canary': 'those of the stage do not have them',
  differs: 'it is not clear whether those of the stage have them',
} as const;
