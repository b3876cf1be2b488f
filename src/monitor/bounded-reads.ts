// Reads of logs that are not worth many calls.

import { type LogEvents, type LogQuery, whyUnread } from '../aws/log-events.ts';
import { known } from '../base/errors.ts';
import type { LogEvent } from '../base/log-event.ts';

export interface ReadBounds {
  readonly client: Pick<LogEvents, 'pages'>;
  readonly callsPerSecond: number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Never throws for what AWS answers: then there are no events. */
export type BoundedRead = (query: LogQuery) => Promise<readonly LogEvent[]>;

const MOST_PAGES = 4;

/**
 * One call after the other, as many a second as this job may make.
 *
 * @param mostCalls in all
 */
export function createBoundedReads(
  { client, callsPerSecond, sleep }: ReadBounds,
  mostCalls: number,
): BoundedRead {
  let calls = 0;
  const take = async () => {
    if (calls >= mostCalls) return false;
    if (calls > 0) await sleep(1000 / callsPerSecond);
    calls += 1;
    return true;
  };
  return async (query) => {
    const events: LogEvent[] = [];
    try {
      const pages = client.pages(query)[Symbol.asyncIterator]();
      for (let page = 0; page < MOST_PAGES && (await take()); page++) {
        const { value, done } = await pages.next();
        if (done) break;
        events.push(...value.events);
        if (value.isLast) break;
      }
    } catch (error) {
      const why = whyUnread(known(error));
      // No later call would be allowed either.
      if (why === 'denied' || why === 'class') calls = mostCalls;
    }
    return events;
  };
}
