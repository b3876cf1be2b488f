// Converts an operation's output into values that a protocol can write: without absent members, with dates
// and numbers in the protocol's own form.

import { randomUUID } from 'node:crypto';

export interface Writer {
  date(date: Date): unknown;
  integer(value: number): unknown;
  double(value: number): unknown;
}

/** The members whose type is an integer; every other number of CloudWatch's answers is a double. */
const INTEGERS: ReadonlySet<string> = new Set(['Period', 'EvaluationPeriods', 'DatapointsToAlarm']);

/** A deep copy without `undefined` members; `name` is the member that holds the value. */
export function toWire(value: unknown, writer: Writer, name = ''): unknown {
  if (value instanceof Date) return writer.date(value);
  if (typeof value === 'number') {
    return INTEGERS.has(name) ? writer.integer(value) : writer.double(value);
  }
  if (Array.isArray(value)) return value.map((item) => toWire(item, writer, name));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, toWire(member, writer, key)]));
}

export const requestIdHeader = () => ({ 'x-amzn-requestid': randomUUID() });
