// What cannot happen is said to be so, and not replaced by a default.

/** A contradiction in the code itself: never a response from AWS, GitHub or a hook. */
export class ImpossibleError extends Error {
  override readonly name = 'ImpossibleError';
}

/** @param what is always there: `the plan has step 3` */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new ImpossibleError(`expected that ${what}`);
  return value;
}
