// Replays a log as a rollout that changes nothing: both versions are the same, so every rollback is false.

import type { Chance } from '../../bench/judge/random.ts';
import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import type { LogLine } from './read-log.ts';

/** Who is assigned to a version at random: each request, as AWS does, or each client. */
export type Split = 'per request' | 'per client';

/** What is counted, as a test of a line. */
export type Event = (line: LogLine) => boolean;

/** Counts of one event, minute by minute. */
export interface Replayed {
  readonly minutes: readonly MinuteCounts[];
  /** Stable alone, the hour before. */
  readonly before: readonly Counts[];
}

/** The default schedule, in % and minutes; the last step is the bake with stable still serving. */
const STEPS = [
  { weight: 5, minutes: 5 },
  { weight: 25, minutes: 10 },
  { weight: 50, minutes: 10 },
  { weight: 95, minutes: 5 },
] as const;
const MINUTES_BEFORE = 60;
const MINUTES = MINUTES_BEFORE + STEPS.reduce((sum, { minutes }) => sum + minutes, 0);
/** As in the action: a changed weight may take this long to reach every server. */
const PROPAGATION_SECONDS = 60;

/**
 * The log, compressed in time so that it spans the hour before and the rollout, and rotated by a random part of it.
 * The first shift falls on a random second of a minute.
 *
 * @param overlays how many copies, each rotated differently and with clients of its own, are laid over each other
 */
export function replay(
  lines: readonly LogLine[],
  events: readonly Event[],
  { split, overlays }: { readonly split: Split; readonly overlays: number },
  chance: Chance,
): readonly Replayed[] {
  const first = lines[0]?.at ?? 0;
  const span = (lines.at(-1)?.at ?? 0) - first + 1;
  const shiftedAt = 60 * MINUTES_BEFORE + Math.floor(60 * chance.uniform());
  const tallies = events.map(() => Array.from({ length: MINUTES }, newTally));
  for (let copy = 0; copy < overlays; copy++) {
    const offset = chance.uniform();
    const drawn = new Map<string, number>();
    const drawFor = (client: string) => {
      const known = drawn.get(client) ?? chance.uniform();
      drawn.set(client, known);
      return known;
    };
    for (const line of lines) {
      const part = ((line.at - first + chance.uniform()) / span + offset) % 1;
      const second = part * MINUTES * 60;
      const draw = split === 'per request' ? chance.uniform() : drawFor(line.client);
      const side = draw < weightAt(second, shiftedAt) / 100 ? 'canary' : 'stable';
      events.forEach((isEvent, i) => {
        const counts = tallies[i]![Math.floor(second / 60)]![side];
        counts.requests += 1;
        if (isEvent(line)) counts.events += 1;
      });
    }
  }
  return tallies.map((tally) => ({
    before: tally.slice(0, MINUTES_BEFORE).map(({ stable }) => stable),
    minutes: tally.slice(MINUTES_BEFORE).map(({ canary, stable }, i): MinuteCounts => {
      const start = 60 * (MINUTES_BEFORE + i);
      return {
        minute: MINUTES_BEFORE + i,
        canary,
        stable,
        weight: weightAt(start + 59, shiftedAt),
        weightBefore: weightAt(start - PROPAGATION_SECONDS, shiftedAt),
      };
    }),
  }));
}

const newTally = () => ({
  canary: { requests: 0, events: 0 },
  stable: { requests: 0, events: 0 },
});

function weightAt(second: number, shiftedAt: number): number {
  let end = shiftedAt;
  if (second < end) return 0;
  for (const { weight, minutes } of STEPS) {
    end += 60 * minutes;
    if (second < end) return weight;
  }
  return STEPS[STEPS.length - 1]!.weight;
}
