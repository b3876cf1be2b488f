// A rollout that somebody paused: it is judged on, and taken back when it is worse, and goes no
// further until somebody resumes it.

import { parseRolloutId, type RolloutId, rolloutKey } from './release.ts';

/** Somebody asked for the rollout to stay where it is. */
export interface Pause {
  /** Seconds since the epoch. */
  readonly since: number;
  /** The run that was asked. */
  readonly by: RolloutId;
}

/** `1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab`. */
export function formatPause({ since, by }: Pause): string {
  return `${Math.floor(since)}/${rolloutKey(by)}`;
}

/** The pause that a text of this form says; `undefined` when it says none. */
export function parsePause(text: string): Pause | undefined {
  const [, since, id = ''] = /^(\d{1,11})\/(.+)$/.exec(text) ?? [];
  const by = parseRolloutId(id);
  return by && { since: Number(since), by };
}
