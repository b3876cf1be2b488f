// A paused rollout. It is still judged, and rolled back if the new version is worse, but goes no further until
// it is resumed.

import { parseRolloutId, type RolloutId, rolloutKey } from './release.ts';

/** A request to keep the rollout at its current weight. */
export interface Pause {
  /** Seconds since the epoch. */
  readonly since: number;
  /** The run that received the request. */
  readonly by: RolloutId;
}

/** `1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab`. */
export function formatPause({ since, by }: Pause): string {
  return `${Math.floor(since)}/${rolloutKey(by)}`;
}

/** Parses a pause of this form; `undefined` if the text has another form. */
export function parsePause(text: string): Pause | undefined {
  const [, since, id = ''] = /^(\d{1,11})\/(.+)$/.exec(text) ?? [];
  const by = parseRolloutId(id);
  return by && { since: Number(since), by };
}
