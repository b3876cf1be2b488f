// Assertions for what cannot happen. An impossible value throws; it is never replaced by a default.

/** A contradiction in the code itself: never a response from AWS, GitHub or a hook. */
export class ImpossibleError extends Error {
  override readonly name = 'ImpossibleError';
}

/**
 * The value itself. Throws an `ImpossibleError` when there is none.
 *
 * @param what must always be true, as a clause: `the plan has step 3`
 */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new ImpossibleError(`expected that ${what}`);
  return value;
}
