// What the main step leaves to the post step, in the state that the runner keeps for it, and how both end.

import { getState, saveState } from '@actions/core';
import { KnownError, messageOf } from '../base/errors.ts';

/** Names in the state that the main step saves for the post step. */
export const STATE = {
  /** What the main step began; without it there is nothing to finish. */
  kept: 'kept',
  ended: 'ended',
  cancelled: 'cancelled',
  /** The outcome that was published. */
  published: 'told',
  /** Why the main step was rolling back, or what it left to the post step. */
  cause: 'cause',
  /** What is to follow the release on GitHub; it is done once the outcome is published. */
  followUp: 'followUp',
  /** When GitHub ends the job, according to job-timeout, in seconds since the epoch. */
  endsAt: 'endsAt',
} as const;

/** For the post step. The disk may be full, which is no bug. */
export function save(name: string, value: string): void {
  try {
    saveState(name, value);
  } catch (error) {
    throw new KnownError(messageOf(error), { cause: error });
  }
}

/** What the main step saved; `undefined`: nothing. */
export function readState<T>(name: string): T | undefined {
  const state = getState(name);
  return state === '' ? undefined : (JSON.parse(state) as T);
}

/** Told apart from a release that was rolled back or refused. */
export const STUCK_EXIT_CODE = 2;
