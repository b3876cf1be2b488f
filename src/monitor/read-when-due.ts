// Reads the counts when they may show something new.

import { lastClosedMinute } from '../analysis/closed.ts';
import { known } from '../base/errors.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { startOfMinute } from '../rollout/traffic.ts';
import { dueReading, type LastReading } from './due-reading.ts';
import { type CountsRead, isChanged, readCounts, type Sources } from './read-counts.ts';

type CountsReader = (rollout: StoredRollout, now: number) => Promise<CountsRead>;

export function readWhenDue(sources: Sources): CountsReader {
  let last: (LastReading & { readonly counts: CountsRead }) | undefined;
  const readAll: CountsReader = async (rollout, now) => {
    const counts = await readCounts(sources, rollout, now);
    const failed = counts.traffic.kind === 'unreadable' || counts.unread.length > 0;
    last = { rollout, counts, readAt: now, askedAt: now, failed };
    return counts;
  };
  return async (rollout, now) => {
    const due = dueReading(last, rollout, now);
    if (!last || due === 'all') return readAll(rollout, now);
    if (due === 'nothing') return last.counts;
    const { counts } = last;
    last = { ...last, askedAt: now };
    return (await mayFail(sources, rollout, now)) ? readAll(rollout, now) : counts;
  };
}

/** Whether a minute that is not closed may show that the canary fails. What cannot be read is said with the rest. */
async function mayFail(
  { countSource, settings }: Sources,
  { record }: StoredRollout,
  now: number,
): Promise<boolean> {
  if (settings.analysis === 'off') return false;
  const from = 60 * (lastClosedMinute(now, record.longestAnswerSeconds) + 1);
  const span = { from, to: startOfMinute(now) + 60 };
  try {
    return (await countSource.readFailures?.(record.functions.filter(isChanged), span)) ?? true;
  } catch (error) {
    known(error);
    return true;
  }
}
