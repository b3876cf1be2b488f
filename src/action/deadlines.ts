// When a rollback that does not work is given up, in the main step and in the post step.

/** Left to the post step, so that it can try as well, in seconds. */
const POST_SECONDS = 300;

/** For the last try and the report of the post step, in seconds. */
const LAST_WORD_SECONDS = 120;

/** Of a post step after a cancelled main step: the runner gives it five minutes in all. */
const AFTER_CANCEL_SECONDS = 180;

/** What is always tried: a job that is told a time too short is not over by that. */
const LEAST_SECONDS = 60;

/**
 * When the main step leaves a rollback that does not work to the post step. All in seconds since the
 * epoch. The job may end earlier, since what ran before this action is not known: it is then cancelled,
 * which is noticed.
 *
 * @param endsAt when GitHub ends the job, as far as `job-timeout` tells
 */
export function mainGivesUpAt(begunAt: number, endsAt: number): number {
  return Math.max(endsAt - POST_SECONDS, begunAt + LEAST_SECONDS);
}

/** The same of the post step, which nobody tells that the job is cancelled. */
export function postGivesUpAt(begunAt: number, endsAt: number, cancelled: boolean): number {
  const least = begunAt + LEAST_SECONDS;
  const most = cancelled ? begunAt + AFTER_CANCEL_SECONDS : Number.POSITIVE_INFINITY;
  return Math.max(least, Math.min(endsAt - LAST_WORD_SECONDS, most));
}
