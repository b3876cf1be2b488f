// How a line of a service becomes an event: some time later, in another order, or not at all.

import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { LogSink } from '../world.ts';
import type { LogStore } from './log-store.ts';
import type { LogsSettings } from './settings.ts';

/**
 * What happens to matching lines of services, besides the settings. Absent members match every line.
 */
export interface Disturbance {
  /** The exact name of a group. */
  readonly group?: string;
  /** A part of the message. */
  readonly contains?: string;
  /** Simulated seconds in addition; default 0. */
  readonly seconds?: number;
  /** Whether the line is lost. */
  readonly lost?: boolean;
}

export interface Delivery {
  readonly sink: LogSink;
  /** Disturbs matching lines that are *written from now on*, until the returned function is called. */
  disturb(disturbance: Disturbance): () => void;
}

export function createDelivery(
  clock: Clock,
  random: Random,
  parts: { readonly store: LogStore; readonly settings: LogsSettings },
): Delivery {
  const { store, settings } = parts;
  const disturbances = new Set<Disturbance>();
  /** What happens to one line; always draws the same number of values, so that a setting shifts no later draw. */
  const fateOf = (groupName: string, message: string): Fate => {
    const fitting = [...disturbances].filter((each) => fits(each, groupName, message));
    const isLost = random.next() < settings.lostShare || fitting.some(({ lost }) => lost);
    const times = random.next() < settings.duplicateShare ? 2 : 1;
    const extraSeconds = Math.max(0, ...fitting.map(({ seconds = 0 }) => seconds));
    return { times: isLost || message === '' ? 0 : times, extraSeconds };
  };
  const write: LogSink['write'] = ({ group: groupName, stream: streamName, lines }) => {
    const group = store.groups.get(groupName) ?? store.create(groupName);
    const stream = group.streams.get(streamName) ?? store.createStream(group, streamName);
    const delaySeconds = drawDelay(random, settings);
    const now = clock.now();
    for (const { at, writtenAt = now, message } of lines) {
      const { times, extraSeconds } = fateOf(groupName, message);
      const timestamp = Math.floor(at);
      // Lines of one millisecond keep their order within a stream.
      const least = stream.lastTimestamp === timestamp ? (stream.lastIngestion ?? now) : now;
      const arrival = writtenAt + (delaySeconds + extraSeconds) * 1000;
      const ingestionTime = Math.floor(Math.max(arrival, least));
      for (let i = 0; i < times; i += 1) {
        store.ingest(group, stream, { timestamp, message }, ingestionTime);
      }
    }
  };
  return {
    sink: { write },
    disturb: (disturbance) => {
      disturbances.add(disturbance);
      return () => void disturbances.delete(disturbance);
    },
  };
}

interface Fate {
  /** How often it is ingested; 0: it is lost. */
  readonly times: number;
  readonly extraSeconds: number;
}

/** In simulated seconds. */
function drawDelay(random: Random, settings: LogsSettings): number {
  const usual = settings.deliverySeconds * (0.5 + random.next());
  const isLate = random.next() < settings.lateShare;
  const late = -Math.log(1 - random.next()) * settings.lateSeconds;
  return isLate ? usual + late : usual;
}

function fits({ group, contains }: Disturbance, groupName: string, message: string): boolean {
  const isInGroup = (group ?? groupName) === groupName;
  return isInGroup && (contains === undefined || message.includes(contains));
}
