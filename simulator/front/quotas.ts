// AWS's control-plane quotas as token buckets on the simulated clock. Off by default. Rates from the quota
// pages of API Gateway, Lambda and CloudWatch. If a page names no burst, it is the rate of one period.

import type { Clock } from '../clock.ts';

interface Limit {
  /** Operations that share the bucket; `*`: all operations of the service that are not in `except`. */
  readonly operations: readonly string[] | '*';
  readonly except?: readonly string[];
  readonly perSecond: number;
  readonly burst: number;
}

const one = (operation: string, count: number, seconds: number): Limit => ({
  operations: [operation],
  perSecond: count / seconds,
  burst: count,
});

const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  apigateway: [
    one('CreateDeployment', 1, 5),
    one('GetResources', 5, 2),
    one('CreateResource', 5, 1),
    one('DeleteResource', 5, 1),
    one('PutRestApi', 1, 1),
    one('ImportRestApi', 1, 3),
    one('CreateRestApi', 1, 3),
    one('DeleteRestApi', 1, 30),
    one('UpdateAccount', 1, 20),
    one('UpdateUsagePlan', 1, 20),
    { operations: '*', perSecond: 10, burst: 40 },
  ],
  lambda: [
    one('GetFunction', 100, 1),
    one('GetPolicy', 15, 1),
    // Invocations are limited by concurrency, not by this rate.
    { operations: '*', except: ['GetFunction', 'GetPolicy', 'Invoke'], perSecond: 15, burst: 15 },
  ],
  monitoring: [
    one('GetMetricData', 50, 1),
    one('GetMetricStatistics', 400, 1),
    one('DescribeAlarms', 9, 1),
    one('DescribeAlarmHistory', 3, 1),
    one('ListMetrics', 25, 1),
    one('PutMetricAlarm', 3, 1),
  ],
};

export interface Quotas {
  enabled: boolean;
  /** Takes a token from every bucket of the operation; returns `false` if one was empty. */
  take(service: string, operation: string): boolean;
}

export function createQuotas(clock: Clock, enabled: boolean): Quotas {
  const buckets = new Map<Limit, Bucket>();
  const bucketOf = (limit: Limit): Bucket => {
    const bucket = buckets.get(limit) ?? { tokens: limit.burst, filledAt: clock.now() };
    buckets.set(limit, bucket);
    return bucket;
  };
  const quotas: Quotas = {
    enabled,
    take: (service, operation) => {
      if (!quotas.enabled) return true;
      const drawn = (LIMITS[service] ?? []).filter((limit) => covers(limit, operation));
      for (const limit of drawn) refill(bucketOf(limit), limit, clock.now());
      if (drawn.some((limit) => bucketOf(limit).tokens < 1)) return false;
      for (const limit of drawn) bucketOf(limit).tokens -= 1;
      return true;
    },
  };
  return quotas;
}

interface Bucket {
  tokens: number;
  /** Milliseconds, simulated. */
  filledAt: number;
}

const covers = ({ operations, except = [] }: Limit, operation: string): boolean =>
  operations === '*' ? !except.includes(operation) : operations.includes(operation);

function refill(bucket: Bucket, limit: Limit, now: number): void {
  const gained = ((now - bucket.filledAt) / 1000) * limit.perSecond;
  bucket.tokens = Math.min(limit.burst, bucket.tokens + gained);
  bucket.filledAt = now;
}
