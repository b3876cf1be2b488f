// Turning an operation's output into what a protocol can write: absent members left out, dates
// in the protocol's own form.

import { randomUUID } from 'node:crypto';

/** A deep copy without `undefined` members and with every `Date` written by `writeDate`. */
export function toWire(value: unknown, writeDate: (date: Date) => unknown): unknown {
  if (value instanceof Date) return writeDate(value);
  if (Array.isArray(value)) return value.map((item) => toWire(item, writeDate));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([name, member]) => [name, toWire(member, writeDate)]));
}

export const requestIdHeader = () => ({ 'x-amzn-requestid': randomUUID() });
