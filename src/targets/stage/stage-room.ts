// Whether the tags of a stage have room for a rollout.

import { KnownError } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import { expectedTags, type RolloutRecord, recordTags } from '../../rollout/record.ts';
import { type TagNeed, whyLittleRoom, whyNoRoom } from '../../rollout/tag-room.ts';

type Tags = Readonly<Record<string, string>>;

export function checkStageRoom(
  stageName: string,
  tags: Tags,
  record: RolloutRecord,
  signs: boolean,
  { problems, notes }: Problems,
): void {
  const written = { ...recordTags(record, { kind: 'preparing' }), ...expectedTags(record) };
  const need = needOf(written, signs);
  const of = `the stage "${stageName}"`;
  const none = whyNoRoom(of, tags, need);
  const little = whyLittleRoom(of, tags, need);
  if (none !== undefined) problems.push(none);
  if (little !== undefined) notes.push(little);
}

/** Immediately before the first write, with the tags to be written. Throws a `KnownError`. */
export function assertStageRoom(stageName: string, found: Tags, written: Tags): void {
  const why = whyNoRoom(`the stage "${stageName}"`, found, needOf(written, false));
  if (why !== undefined) throw new KnownError(why);
}

function needOf(record: Tags, signs: boolean): TagNeed {
  // The canary's deployment, the times of the shifts, the outcome, a pause.
  const written = Object.keys(record).length;
  return { certain: written + (signs ? 3 : 2), possible: signs ? 1 : 2 };
}
