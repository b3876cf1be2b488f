// The cost of reading logs: calls of a quota that the account shares, and transfer out of AWS.

import { callsPerSecond, quotaOf } from '../aws/log-quota.ts';
import { CALLS_OF_A_RUN, readCost } from '../logs/read-cost.ts';
import type { Preflight } from './preflight.ts';

export interface LogRun {
  /** How long traffic is split in this run. */
  readonly seconds: number;
  readonly region: string;
}

/** @returns one sentence; none if logs are not read */
export function logCost(
  { read, requestsPerMinute = 0 }: Pick<Preflight['logs'], 'read' | 'requestsPerMinute'>,
  { seconds, region }: LogRun,
): readonly string[] {
  if (!read) return [];
  const { sources, requestBytes: lineBytes } = read;
  const hour = readCost({ requestsPerSecond: requestsPerMinute / 60, lineBytes, sources });
  const share = (perHour: number) => (perHour * seconds) / 3600;
  const calls = Math.ceil(share(hour.callsPerHour));
  const gigabytes = share(hour.gigabytesPerHour).toLocaleString('en-US', FIGURES);
  const dollars = share(hour.dollarsPerHour).toLocaleString('en-US', FIGURES);
  const [ours, all] = [callsPerSecond(region), quotaOf(region)];
  const most = CALLS_OF_A_RUN.toLocaleString('en-US');
  return [
    `cost: about ${calls.toLocaleString('en-US')} calls of FilterLogEvents to read logs, at most ${ours} of the ${all} a second that AWS allows the account in ${region}, and at most ${most} in a run; about ${gigabytes} GB (${dollars} USD at 0.09 USD per GB) if the runner is outside AWS, and free otherwise`,
  ];
}

const FIGURES = { maximumSignificantDigits: 2 } as const;
