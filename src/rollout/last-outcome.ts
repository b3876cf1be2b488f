// How a rollout that was split across runs ended. Its tags are gone by then, and the next run (a late
// approval, another scheduled run) must be able to report the outcome.

import { parseRolloutId, type RolloutId, rolloutKey } from './release.ts';

export interface LastOutcome {
  readonly ended: 'promoted' | 'rolled-back';
  /** Seconds since the epoch. */
  readonly at: number;
  /** The run that ended it. */
  readonly by: RolloutId;
  /** What was released, as a fingerprint. Earlier versions of the action did not write it. */
  readonly of?: string;
}

/**
 * Formats for a tag:
 * `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab/of/89abcdef`.
 */
export function formatLastOutcome({ ended, at, by, of }: LastOutcome): string {
  const word = `${ended}/${Math.floor(at)}/${rolloutKey(by)}`;
  return of === undefined ? word : `${word}/of/${of}`;
}

/** Parses a text of this form; `undefined` if it has another form. */
export function parseLastOutcome(text: string): LastOutcome | undefined {
  const [, ended, at, rest = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
  const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
  const by = parseRolloutId(id);
  if (!by || (ended !== 'promoted' && ended !== 'rolled-back')) return undefined;
  return { ended, at: Number(at), by, ...(of !== undefined && { of }) };
}
