// PutLogEvents: what a batch must satisfy, and which of its events are rejected.

import { invalidParameter, invalidValue } from './errors.ts';
import { instant, isMembers, type Members, requiredText } from './fields.ts';
import type { Entry, LogGroup } from './log-store.ts';
import { EVENT_OVERHEAD_BYTES } from './model.ts';
import type { Scope } from './operation.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** API reference, PutLogEvents. */
const MAX_BATCH_BYTES = 1_048_576;
const MAX_EVENTS = 10_000;
const OLDEST_DAYS = 14;
const NEWEST_HOURS = 2;

export function putLogEvents({ world, store }: Scope, input: Members): Members {
  const group = store.group(requiredText(input, 'logGroupName'));
  const stream = store.stream(group, requiredText(input, 'logStreamName'));
  const entries = entriesIn(input);
  checkBatch(entries);
  const now = Math.floor(world.clock.now());
  const { accepted, rejected } = sift(entries, group, now);
  checkSpan(accepted);
  for (const entry of accepted) store.ingest(group, stream, entry, now);
  // The token has had no meaning since 2023, but it is still there (recorded).
  const nextSequenceToken = `${now}`.padStart(56, '49');
  return { nextSequenceToken, ...(rejected && { rejectedLogEventsInfo: rejected }) };
}

function entriesIn({ logEvents }: Members): readonly Entry[] {
  const length = Array.isArray(logEvents) ? logEvents.length : 0;
  if (!Array.isArray(logEvents) || length === 0 || length > MAX_EVENTS) {
    const constraint = `Member must have length less than or equal to ${MAX_EVENTS}, and greater than or equal to 1`;
    throw invalidValue(`${length} events`, 'logEvents', constraint);
  }
  return logEvents.map((event, i) => {
    const member = `logEvents.${i + 1}.member`;
    const timestamp = isMembers(event) ? instant(event, 'timestamp') : undefined;
    const message = isMembers(event) ? requiredText(event, 'message') : '';
    if (timestamp === undefined) {
      throw invalidValue('null', `${member}.timestamp`, 'Member must not be null');
    }
    if (message === '') {
      const constraint = 'Member must have length greater than or equal to 1';
      throw invalidValue('', `${member}.message`, constraint);
    }
    return { timestamp, message };
  });
}

function checkBatch(entries: readonly Entry[]): void {
  const isOrdered = entries.every(
    ({ timestamp }, i) => timestamp >= (entries[i - 1]?.timestamp ?? 0),
  );
  if (!isOrdered) {
    throw invalidParameter(
      'Log events in a single PutLogEvents request must be in chronological order.',
    );
  }
  const bytes = entries.reduce(
    (sum, { message }) => sum + Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES,
    0,
  );
  if (bytes > MAX_BATCH_BYTES) {
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${MAX_BATCH_BYTES}`);
  }
}

/** Of the events that are not rejected. */
function checkSpan(entries: readonly Entry[]): void {
  const span = (entries.at(-1)?.timestamp ?? 0) - (entries[0]?.timestamp ?? 0);
  if (span > DAY_MS) {
    throw invalidParameter(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  }
}

interface Sifted {
  readonly accepted: readonly Entry[];
  /** `undefined`: none. Ends are exclusive, starts are inclusive. */
  readonly rejected:
    | {
        readonly tooOldLogEventEndIndex?: number;
        readonly expiredLogEventEndIndex?: number;
        readonly tooNewLogEventStartIndex?: number;
      }
    | undefined;
}

/** In order of time, so the old ones are at the beginning and the new ones at the end. */
function sift(
  entries: readonly Entry[],
  { retentionDays = Number.POSITIVE_INFINITY }: LogGroup,
  now: number,
): Sifted {
  const from = (oldest: number) => {
    const first = entries.findIndex(({ timestamp }) => timestamp >= oldest);
    return first === -1 ? entries.length : first;
  };
  const tooOld = from(now - OLDEST_DAYS * DAY_MS);
  const expired = from(now - retentionDays * DAY_MS);
  const tooNew = from(now + NEWEST_HOURS * HOUR_MS + 1);
  const start = Math.max(tooOld, expired);
  const rejected = {
    ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
    ...(expired > tooOld && { expiredLogEventEndIndex: expired }),
    ...(tooNew < entries.length && { tooNewLogEventStartIndex: tooNew }),
  };
  return {
    accepted: entries.slice(start, tooNew),
    rejected: Object.keys(rejected).length > 0 ? rejected : undefined,
  };
}
