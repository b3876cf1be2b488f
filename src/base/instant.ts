// Times as AWS and its tools write them.

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Seconds since the epoch of `2030-01-31T12:00:00Z`; `undefined` for anything else, and without a time zone. */
export function parseInstant(text: string): number | undefined {
  const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at / 1000;
}
