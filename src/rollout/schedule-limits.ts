// A schedule that is longer than the job or its credentials can neither finish nor roll back.

import { formatDuration } from '../base/duration.ts';
import { quote } from '../base/quote.ts';

/** Reserved for preflight, publishing, the calls between the steps, and the report. */
const OVERHEAD_SECONDS = 120;
/** The default session of `aws-actions/configure-aws-credentials`. */
const DEFAULT_SESSION_SECONDS = 3600;

export interface Lifetimes {
  readonly jobTimeoutSeconds: number;
  /** Seconds since the epoch; `undefined` if the environment does not contain it. */
  readonly credentialsExpireAt: number | undefined;
  /** What the environment says instead of a time. */
  readonly notATime?: string;
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
  /** What to shorten; absent: nothing can be. */
  readonly shorten?: string;
  /** An alternative that needs a shorter job, such as `do this instead, `. */
  readonly way?: string;
}

/**
 * How long the steps and the bake may take in this job, in seconds.
 *
 * @param now seconds since the epoch
 */
export function secondsAvailable(
  { jobTimeoutSeconds, credentialsExpireAt, temporary }: Lifetimes,
  now: number,
): number {
  const unknown = temporary ? DEFAULT_SESSION_SECONDS : Number.POSITIVE_INFINITY;
  const ofCredentials = credentialsExpireAt === undefined ? unknown : credentialsExpireAt - now;
  return Math.min(jobTimeoutSeconds, ofCredentials) - OVERHEAD_SECONDS;
}

/** @param now seconds since the epoch */
export function checkSchedule(
  stay: RunDuration,
  lifetimes: Lifetimes,
  now: number,
): ScheduleFindings {
  const reading = stay.readSeconds
    ? ` (including ${formatDuration(stay.readSeconds)} until the end of the bake has been read)`
    : '';
  const takes = `${stay.words} ${formatDuration(stay.seconds)}${reading}`;
  const needed = stay.seconds + OVERHEAD_SECONDS;
  const { credentialsExpireAt: end, jobTimeoutSeconds } = lifetimes;
  const left = end === undefined ? undefined : end - now;
  const problems: string[] = [];
  const notes: string[] = [];
  if (needed > jobTimeoutSeconds) {
    const shorter = stay.shorten ? `shorten ${stay.shorten}, ${stay.way ?? ''}or ` : '';
    problems.push(
      `${takes}, but the job ends after ${formatDuration(jobTimeoutSeconds)} (job-timeout): ${shorter}raise the timeout of the job and job-timeout`,
    );
  }
  if (left === undefined) notes.push(...unknownEndNotes(takes, needed, lifetimes));
  else if (needed > left) problems.push(`${takes}, but ${expiryProblem(stay, needed, left)}`);
  if (problems.length === 0) notes.push(...hookNotes(stay, jobTimeoutSeconds, left));
  return { problems, notes };
}

const RENEWED = 'name the role in role-to-assume here, so that its session is renewed';

function expiryProblem({ shorten }: RunDuration, needed: number, left: number): string {
  const when =
    left > 0
      ? `the AWS credentials expire in ${formatDuration(left)}`
      : 'the AWS credentials have expired';
  const shorter = shorten ? `; or shorten ${shorten}` : '';
  return `${when}: ${RENEWED}; or set ${longerSession(needed)}${shorter}`;
}

function unknownEndNotes(
  takes: string,
  needed: number,
  { notATime, temporary }: Lifetimes,
): readonly string[] {
  const notes: string[] = [];
  if (temporary && needed > DEFAULT_SESSION_SECONDS) {
    notes.push(
      `${takes}, and it is unknown when the AWS credentials expire, by default after one hour: ${RENEWED}; or set ${longerSession(needed)}, and credentials-expire-at here`,
    );
  }
  if (notATime !== undefined) {
    notes.push(
      `AWS_CREDENTIAL_EXPIRATION is ${quote(notATime)}, which is not a time; expected for example 2030-01-31T12:00:00Z`,
    );
  }
  return notes;
}

function longerSession(seconds: number): string {
  return `role-duration-seconds: ${roundUp(seconds)} where it is assumed (the role must allow that)`;
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
