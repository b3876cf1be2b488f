// Which minutes are closed: old enough that CloudWatch's counts for them have stopped growing.

/** CloudWatch's one-minute metrics arrive within about two minutes. */
const PUBLICATION_SECONDS = 120;
/** Added to the longest answer: the end of the minute, and its publication. */
const ANSWER_SLACK_SECONDS = 90;

/**
 * How old a minute's end must be until its counts have stopped growing, in seconds.
 *
 * @param longestAnswerSeconds the integration's or the function's time-out
 */
export function closingSeconds(longestAnswerSeconds: number): number {
  return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}

/**
 * The last minute, counted from the epoch, that is closed. A request counts in the minute in which
 * it began but is published when it has ended, so a slow canary's successes arrive last: read too
 * early, its errors stand alone. (AWS, "Using CloudWatch metrics with Lambda": "the timestamp
 * reflects when the function was invoked".)
 *
 * @param nowSeconds seconds since the epoch
 * @param longestAnswerSeconds the integration's or the function's time-out
 */
export function lastClosedMinute(nowSeconds: number, longestAnswerSeconds: number): number {
  return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}
