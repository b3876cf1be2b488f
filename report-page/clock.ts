// Times in UTC or in the reader's time zone.

export type Clock = 'utc' | 'local';

/** `16:03:10 UTC`, `18:03:10 (UTC+02:00)` of seconds since the epoch. */
export function timeOf(seconds: number, clock: Clock): string {
  const date = new Date(1000 * seconds);
  if (clock === 'utc') return `${date.toISOString().slice(11, 19)} UTC`;
  return `${date.toTimeString().slice(0, 8)} (${offsetAt(date)})`;
}

/** The reader's offset: `UTC+02:00`. */
export function offsetAt(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
