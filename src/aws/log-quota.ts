// How often logs may be read.

/** Regions in which AWS allows fewer calls. */
const SMALL_QUOTA: readonly string[] = [
  ...['ap-northeast-3', 'ap-southeast-3', 'ca-west-1', 'eu-central-1', 'il-central-1'],
];

/**
 * FilterLogEvents a second, for an account and Region (CloudWatch Logs user guide, "CloudWatch Logs quotas"). It cannot
 * be raised.
 */
export function quotaOf(region: string): number {
  if (region === 'us-east-1') return 25;
  return SMALL_QUOTA.includes(region) ? 5 : 10;
}

/** Calls a second that this job makes at most: others in the account read as well. */
export function callsPerSecond(region: string): number {
  return quotaOf(region) < 10 ? 1 : 2;
}
