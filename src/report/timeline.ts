// Which entries the timeline of a report has, and how many.

import { type Evidence, isAlarm, sameSource } from '../analysis/evidence.ts';
import { describeEvidence } from './evidence-text.ts';
import type { TimelineEntry } from './report.ts';

/**
 * Alarms that changed, and comparisons that failed, since the previous check.
 *
 * @param now seconds since the epoch
 */
export function newEvents(
  before: readonly Evidence[],
  observation: readonly Evidence[],
  now: number,
): TimelineEntry[] {
  return observation.flatMap((evidence): TimelineEntry[] => {
    const { source, verdict, since } = evidence;
    const last = before.find((e) => sameSource(e.source, source))?.verdict ?? 'healthy';
    if (verdict === last) return [];
    const what = describeEvidence(evidence);
    if (isAlarm(evidence)) return [{ at: since ?? now, kind: 'alarm', what }];
    // A failed hook has a separate entry. Missing data and inconclusive evidence come and go.
    const failed = verdict === 'failing' && !['hook', 'smoke'].includes(source.kind);
    return failed ? [{ at: now, kind: 'verdict', what }] : [];
  });
}

/** Alarms that keep changing for thirty hours must not fill a report. */
const FIRST_ENTRIES = 100;
const LAST_ENTRIES = 200;

/** Sorted by time; if there are very many entries, only the first and the last. */
export function shortened(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const entries = timeline.toSorted((a, b) => a.at - b.at);
  const left = entries.length - FIRST_ENTRIES - LAST_ENTRIES;
  const gap = entries[FIRST_ENTRIES];
  if (left <= 0 || !gap) return entries;
  return [
    ...entries.slice(0, FIRST_ENTRIES),
    {
      at: gap.at,
      kind: 'note',
      what: `${left} more ${left === 1 ? 'entry' : 'entries'}, not shown here`,
    },
    ...entries.slice(-LAST_ENTRIES),
  ];
}
