// AWS's control-plane quotas as token buckets on the simulated clock. Off by default. Rates from the quota
// pages of API Gateway, Lambda, CloudWatch and CloudWatch Logs. If a page names no burst, it is the rate of one
// period.

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

type Limits = Readonly<Record<string, readonly Limit[]>>;

const LIMITS: Limits = {
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

/** Regions whose rates of CloudWatch Logs differ from those of most. */
const FEWER_LOG_CALLS = 'ap-northeast-3 ap-southeast-3 ca-west-1 eu-central-1 il-central-1'.split(
  ' ',
);

const logLimits = (region: string): readonly Limit[] => {
  const filters = FEWER_LOG_CALLS.includes(region) ? 5 : 10;
  return [
    one('FilterLogEvents', region === 'us-east-1' ? 25 : filters, 1),
    one('GetLogEvents', ['us-west-2', 'eu-west-1', 'eu-central-1'].includes(region) ? 10 : 25, 1),
    one('DescribeLogGroups', 10, 1),
    one('DescribeLogStreams', 25, 1),
    one('CreateLogGroup', 10, 1),
    one('CreateLogStream', 50, 1),
    one('PutLogEvents', region === 'us-east-1' ? 1500 : 800, 1),
  ];
};

export interface Quotas {
  enabled: boolean;
  /**
   * Calls per second by operation, such as `{FilterLogEvents: 2}`: instead of AWS's rate, and even if the others are
   * off. For an account whose other callers take a part of its quota, for example.
   */
  perSecond: Readonly<Record<string, number>>;
  /** Takes a token from every bucket of the operation; returns `false` if one was empty. */
  take(service: string, operation: string): boolean;
}

export function createQuotas(clock: Clock, enabled: boolean, region: string): Quotas {
  const limits: Limits = { ...LIMITS, logs: logLimits(region) };
  const buckets = new Map<Limit, Bucket>();
  const chosen = new Map<string, Limit>();
  const bucketOf = (limit: Limit): Bucket => {
    const bucket = buckets.get(limit) ?? { tokens: limit.burst, filledAt: clock.now() };
    buckets.set(limit, bucket);
    return bucket;
  };
  const chosenLimit = (operation: string, rate: number): Limit => {
    const known = chosen.get(operation);
    const limit = known?.perSecond === rate ? known : one(operation, rate, 1);
    chosen.set(operation, limit);
    return limit;
  };
  const limitsOf = (service: string, operation: string): readonly Limit[] => {
    const rate = Object.hasOwn(quotas.perSecond, operation)
      ? quotas.perSecond[operation]
      : undefined;
    if (rate !== undefined) return [chosenLimit(operation, rate)];
    if (!quotas.enabled) return [];
    return (limits[service] ?? []).filter((limit) => covers(limit, operation));
  };
  const quotas: Quotas = {
    enabled,
    perSecond: {},
    take: (service, operation) => {
      const drawn = limitsOf(service, operation);
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
