// The cost of reading logs: calls of a quota that the account shares, and transfer out of AWS.

import { callsPerSecond, quotaOf } from '../aws/log-quota.ts';
import { CALLS_OF_A_RUN, readCost } from '../logs/read-cost.ts';
import type { Preflight } from './preflight.ts';

export interface LogRun {
  /** How long traffic is split in this run. */
  readonly seconds: number;
  readonly region: string;
}

/** Less than a cent is not worth its digits. */
const LEAST_DOLLARS = 0.01;

/** @returns one sentence; none if logs are not read */
export function logCost(
  { read, requestsPerMinute = 0 }: Pick<Preflight['logs'], 'read' | 'requestsPerMinute'>,
  { seconds, region }: LogRun,
): readonly string[] {
  if (!read) return [];
  const { sources, requestBytes: lineBytes } = read;
  const hour = readCost({ requestsPerSecond: requestsPerMinute / 60, lineBytes, sources });
  const needed = Math.ceil((hour.callsPerHour * seconds) / 3600);
  if (needed === 0) return [];
  // A run that has made all its calls reads no further.
  const calls = Math.min(needed, CALLS_OF_A_RUN);
  const share = (perHour: number) => (perHour * seconds * calls) / needed / 3600;
  const [ours, all] = [callsPerSecond(region), quotaOf(region)];
  const limit = needed > calls ? ', the most that a run makes' : '';
  return [
    `cost: ${needed > calls ? 'up to' : 'about'} ${number(calls, 'call')} of FilterLogEvents to read logs${limit}, at most ${ours} of the ${all} a second that AWS allows the account in ${region}; ${transfer(share(hour.gigabytesPerHour), share(hour.dollarsPerHour))} if the runner is outside AWS, and free otherwise`,
  ];
}

function transfer(gigabytes: number, dollars: number): string {
  return dollars < LEAST_DOLLARS
    ? `less than ${LEAST_DOLLARS} USD for transfer`
    : `about ${figure(gigabytes)} GB (${figure(dollars)} USD at 0.09 USD per GB)`;
}

function number(value: number, thing: string): string {
  return `${value.toLocaleString('en-US')} ${thing}${value === 1 ? '' : 's'}`;
}

function figure(value: number): string {
  return value.toLocaleString('en-US', FIGURES);
}

const FIGURES = { maximumSignificantDigits: 2 } as const;
