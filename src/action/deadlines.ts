// When the main step and the post step give up a rollback that keeps failing.

/** Reserved for the post step, so that it can try as well, in seconds. */
const POST_SECONDS = 300;

/** Reserved for the last attempt and the report of the post step, in seconds. */
const LAST_WORD_SECONDS = 120;

/** For a post step after a cancelled main step: the runner gives it five minutes in total. */
const AFTER_CANCEL_SECONDS = 180;

/** The minimum for every attempt: a configured job timeout that is too short does not prevent it. */
const LEAST_SECONDS = 60;

/**
 * When the main step leaves a failing rollback to the post step. All in seconds since the epoch. The job may end
 * earlier, because the time before this action is not known. It is then cancelled, and the action gets a signal.
 *
 * @param endsAt when GitHub ends the job, according to `job-timeout`
 */
export function mainStepDeadline(begunAt: number, endsAt: number): number {
  return Math.max(endsAt - POST_SECONDS, begunAt + LEAST_SECONDS);
}

/** The same for the post step, which gets no signal when the job is cancelled. */
export function postStepDeadline(begunAt: number, endsAt: number, cancelled: boolean): number {
  const least = begunAt + LEAST_SECONDS;
  const most = cancelled ? begunAt + AFTER_CANCEL_SECONDS : Number.POSITIVE_INFINITY;
  return Math.max(least, Math.min(endsAt - LAST_WORD_SECONDS, most));
}
