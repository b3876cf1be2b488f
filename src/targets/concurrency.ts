// Work on many functions at a time.

import { isRefused } from '../aws/aws-errors.ts';
import { KnownError, MovedError, messageOf } from '../base/errors.ts';
import { isLostToAnother } from './ownership.ts';

/** Enough that a call every 70 ms can be out although each takes half a second to answer. */
const AT_ONCE = 8;
/** As many as the SDK's connections: the way back must not wait for answers, only for its turn. */
const ALL_AT_ONCE = 50;

/**
 * Runs `work` on all of them, a few at a time. After a failure nothing new is begun; what is under
 * way is waited for, and then what failed is thrown, in words.
 */
export function mapAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}

/** The same, for its effects alone. */
export async function forAll<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  await mapAll(items, work);
}

/** The same, but none is left out because another failed: for the way back. */
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

function joined(failures: readonly unknown[]): Error {
  const words = failures.map(messageOf).join('; ');
  const moved = failures.every((failure) => failure instanceof MovedError);
  const taken = failures.find(isLostToAnother);
  if (moved && taken) return taken;
  if (moved) return new MovedError(words);
  // As long as one of them may go well at the next try, they may all together.
  const cause = failures.find((failure) => !isRefused(failure)) ?? failures[0];
  return new KnownError(words, { cause });
}
