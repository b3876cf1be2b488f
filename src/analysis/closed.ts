// Which minutes are closed: old enough that their counts in CloudWatch no longer grow.

/** CloudWatch's one-minute metrics arrive within about two minutes. */
const PUBLICATION_SECONDS = 120;
/** By then, what has ended is nearly always shown. */
export const USUALLY_SHOWN_SECONDS = 90;
/** Added to the longest response time: the rest of the minute, and its publication. */
const ANSWER_SLACK_SECONDS = 90;

/**
 * How old the end of a minute must be before its counts no longer grow, in seconds.
 *
 * @param longestAnswerSeconds the timeout of the integration or function
 */
export function closingSeconds(longestAnswerSeconds: number): number {
  return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}

/**
 * The last closed minute, counted from the epoch. A request counts in the minute in which it began, but is
 * published when it ends. So the successes of a slow canary arrive last: read too early, it shows only errors.
 * (AWS, "Using CloudWatch metrics with Lambda": "the timestamp reflects when the function was invoked".)
 *
 * @param nowSeconds seconds since the epoch
 * @param longestAnswerSeconds the timeout of the integration or function
 */
export function lastClosedMinute(nowSeconds: number, longestAnswerSeconds: number): number {
  return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}
