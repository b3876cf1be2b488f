// Describes the age and owner of an open rollout, such as one left behind by a schedule that no longer runs.

import { formatDuration } from '../base/duration.ts';
import { nextStepAt } from './next-step.ts';
import type { StoredRollout } from './record.ts';

/** GitHub sometimes starts scheduled runs late, by minutes or more. */
const OVERDUE_SECONDS = 3600;

/** `started 75h ago (2026-11-18T09:00:00Z)`. @param now seconds since the epoch */
export function describeStart({ record: { startedAt } }: StoredRollout, now: number): string {
  return `started ${formatDuration(now - startedAt)} ago (${iso(startedAt)})`;
}

/**
 * One or two sentences about an open rollout.
 *
 * @param link to the last run that drove it
 * @param now seconds since the epoch
 */
export function describeOpen(rollout: StoredRollout, link: string, now: number): string {
  const open = `The open rollout was ${describeStart(rollout, now)}, and ${link} ran it last.`;
  const due = nextStepAt(rollout);
  if (due === undefined || now - due < OVERDUE_SECONDS) return open;
  const what = rollout.phase.kind === 'baking' ? 'bake could have ended' : 'step could have ended';
  return `${open} Its ${what} ${formatDuration(now - due)} ago: see what the last run reported, and whether the schedule of command: advance still runs.`;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
