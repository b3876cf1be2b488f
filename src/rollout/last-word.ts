// How a rollout that was driven in pieces ended. Its tags are gone by then, and the next piece (an
// approval that comes late, a schedule that fires once more) must be able to say what became of it.

import { formatRolloutId, parseRolloutId, type RolloutId } from './release.ts';

export interface LastWord {
  readonly ended: 'promoted' | 'rolled-back';
  /** Seconds since the epoch. */
  readonly at: number;
  /** The run that ended it. */
  readonly by: RolloutId;
}

/** `rolled-back/1764000000/octo-org/orders/actions/runs/7/attempts/1`: fits into a tag. */
export function formatLastWord({ ended, at, by }: LastWord): string {
  return `${ended}/${Math.floor(at)}/${formatRolloutId(by)}`;
}

/** What a text of this form says; `undefined` when it says nothing. */
export function parseLastWord(text: string): LastWord | undefined {
  const [, ended, at, id = ''] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text) ?? [];
  const by = parseRolloutId(id);
  if (!by || (ended !== 'promoted' && ended !== 'rolled-back')) return undefined;
  return { ended, at: Number(at), by };
}
