// A schedule that is longer than the job or its credentials can neither finish nor roll back.

import { formatDuration } from '../base/duration.ts';

/** Reserved for preflight, publishing, the calls between the steps, and the report. */
const OVERHEAD_SECONDS = 120;
/** The default session of `aws-actions/configure-aws-credentials`. */
const DEFAULT_SESSION_SECONDS = 3600;

export interface Lifetimes {
  readonly jobTimeoutSeconds: number;
  /** Seconds since the epoch; `undefined` if the environment does not contain it. */
  readonly credentialsExpireAt: number | undefined;
  /** A session token means that the credentials expire, even if the time is unknown. */
  readonly temporary: boolean;
}

export interface ScheduleFindings {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** How long a run takes. */
export interface RunDuration {
  readonly seconds: number;
  /** The part of it after the bake, in which its last minutes are read; default 0. */
  readonly readSeconds?: number;
  /** The maximum time that hooks may add. */
  readonly hookSeconds: number;
  /** `the steps and the bake take`. */
  readonly words: string;
  /** What to shorten. */
  readonly shorten: string;
  /** An alternative that needs a shorter job, such as `do this instead, `. */
  readonly way?: string;
}

/** @param now seconds since the epoch */
export function checkSchedule(
  stay: RunDuration,
  lifetimes: Lifetimes,
  now: number,
): ScheduleFindings {
  const needed = stay.seconds + OVERHEAD_SECONDS;
  const problems: string[] = [];
  const notes: string[] = [];
  const reading = stay.readSeconds
    ? ` (including ${formatDuration(stay.readSeconds)} until the end of the bake has been read)`
    : '';
  const takes = `${stay.words} ${formatDuration(stay.seconds)}${reading}`;
  if (needed > lifetimes.jobTimeoutSeconds) {
    problems.push(
      `${takes}, but GitHub ends the job after ${formatDuration(lifetimes.jobTimeoutSeconds)} (job-timeout): shorten ${stay.shorten}, ${stay.way ?? ''}or raise timeout-minutes and job-timeout`,
    );
  }
  const left = lifetimes.credentialsExpireAt && lifetimes.credentialsExpireAt - now;
  if (left !== undefined && needed > left) {
    problems.push(
      `${takes}, but the AWS credentials expire in ${formatDuration(left)}: set role-duration-seconds: ${roundUp(needed)} (the role must allow it), name the role in role-to-assume here, so that its session is renewed, or shorten ${stay.shorten}`,
    );
  } else if (left === undefined && lifetimes.temporary && needed > DEFAULT_SESSION_SECONDS) {
    notes.push(
      `${takes}; AWS sessions last one hour unless role-duration-seconds is set: it must be at least ${roundUp(needed)} here`,
    );
  }
  if (problems.length === 0) notes.push(...hookNotes(stay, lifetimes.jobTimeoutSeconds, left));
  return { problems, notes };
}

/** Hooks rarely use all of their time limit, so a release is not refused because of it. */
function hookNotes(stay: RunDuration, jobSeconds: number, credentialSeconds: number | undefined) {
  const most = stay.seconds + stay.hookSeconds + OVERHEAD_SECONDS;
  const ends = [
    { seconds: jobSeconds, words: 'the job ends' },
    ...(credentialSeconds === undefined
      ? []
      : [{ seconds: credentialSeconds, words: 'the AWS credentials expire' }]),
  ];
  return ends
    .filter(({ seconds }) => most > seconds)
    .map(
      ({ seconds, words }) =>
        `hooks may add ${formatDuration(stay.hookSeconds)} to the ${formatDuration(stay.seconds)} of the schedule, if each uses the full hook-timeout, and ${words} after ${formatDuration(seconds)}`,
    );
}

function roundUp(seconds: number): number {
  return Math.ceil(seconds / 300) * 300;
}
