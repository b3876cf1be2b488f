// Concurrent work on many functions.

import { isRefused } from '../aws/aws-errors.ts';
import { KnownError, MovedError, messageOf } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { isLostToAnother } from './ownership.ts';

/** High enough to send a call every 70 ms when each response takes half a second. */
const AT_ONCE = 8;
/** The number of the SDK's connections: a rollback must wait only for its turn, not for responses. */
const ALL_AT_ONCE = 50;

/**
 * Runs `work` on all items, a few at a time. After a failure it starts no further work, waits for the pending
 * work, and then throws one error that describes the failures.
 */
export function mapAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}

/** Like `mapAll`, without results. */
export async function forAll<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  await mapAll(items, work);
}

/** Like `forAll`, but a failure does not stop the work on other items. Used by rollbacks. */
export async function forEvery<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  await run(items, work, ALL_AT_ONCE, () => false);
}

async function run<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce: number,
  enough: (failures: readonly unknown[]) => boolean,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && !enough(failures)) {
      const index = next++;
      try {
        results[index] = await work(items[index] as T);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw joined(failures);
  return results;
}

function joined(failures: readonly unknown[]): unknown {
  // A bug comes first: the responses from AWS to the other calls do not explain it.
  const bug = failures.find((failure) => !(failure instanceof KnownError));
  if (bug !== undefined) return bug;
  const words = listed(failures.map(messageOf), '; ');
  const moved = failures.every((failure) => failure instanceof MovedError);
  const taken = failures.find(isLostToAnother);
  if (moved && taken) return taken;
  if (moved) return new MovedError(words);
  // If a retry may help one of them, it may help all of them together.
  const cause = failures.find((failure) => !isRefused(failure)) ?? failures[0];
  return new KnownError(words, { cause });
}
