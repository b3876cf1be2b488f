// How a rollout that was driven in pieces ended. Its tags are gone by then, and the next piece (an
// approval that comes late, a schedule that fires once more) must be able to say what became of it.

import { parseRolloutId, type RolloutId, rolloutKey } from './release.ts';

export interface LastOutcome {
  readonly ended: 'promoted' | 'rolled-back';
  /** Seconds since the epoch. */
  readonly at: number;
  /** The run that ended it. */
  readonly by: RolloutId;
  /** Of what, as a fingerprint; versions of the action before it wrote none. */
  readonly of?: string;
}

/** `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1.0123456789ab/of/89abcdef`: fits into a tag. */
export function formatLastOutcome({ ended, at, by, of }: LastOutcome): string {
  const word = `${ended}/${Math.floor(at)}/${rolloutKey(by)}`;
  return of === undefined ? word : `${word}/of/${of}`;
}

/** What a text of this form says; `undefined` when it says nothing. */
export function parseLastOutcome(text: string): LastOutcome | undefined {
  const [, ended, at, rest = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
  const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
  const by = parseRolloutId(id);
  if (!by || (ended !== 'promoted' && ended !== 'rolled-back')) return undefined;
  return { ended, at: Number(at), by, ...(of !== undefined && { of }) };
}
