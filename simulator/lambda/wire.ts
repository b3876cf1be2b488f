// Lambda's REST-JSON protocol: reading requests and writing answers.

import { AwsError, type Reply } from '../service.ts';
import { validation } from './errors.ts';

/** The input of an operation. Labels of the path are decoded; operations parse the body themselves. */
export interface Input {
  readonly labels: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A JSON object as sent by a client, not checked yet. */
export type Members = Readonly<Record<string, unknown>>;

/** @throws AwsError `SerializationException` if the body is not a JSON object. */
export function readMembers(body: Buffer): Members {
  const members = membersIn(body);
  if (members) return members;
  throw new AwsError('SerializationException', 400, 'Could not parse request body as JSON object');
}

/** `undefined`: the body is no object. */
export function membersIn(body: Buffer): Members | undefined {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return isMembers(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws AwsError `ValidationException` if the member is missing. */
export function requiredString(members: Members, name: string): string {
  const value = optionalString(members, name);
  if (value === undefined) throw validation('null', camel(name), 'Member must not be null');
  return value;
}

/** @throws AwsError `SerializationException` if the member is present and not a string. */
export function optionalString(members: Members, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    throw new AwsError('SerializationException', 400, `${name} can not be converted to a String`);
  }
  return value;
}

/** @throws AwsError `ValidationException` if the member is present and out of bounds. */
export function optionalInteger(
  members: Members,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new AwsError('SerializationException', 400, `${name} can not be converted to an Integer`);
  }
  if (value < least || value > most) {
    const constraint =
      value < least
        ? `Member must have value greater than or equal to ${least}`
        : `Member must have value less than or equal to ${most}`;
    throw validation(String(value), camel(name), constraint);
  }
  return value;
}

/** The name of a member in AWS's validation messages. */
const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Writes an answer; members that are `undefined` are omitted. */
export function jsonReply(status: number, body: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

export const noContent: Reply = { status: 204, headers: {}, body: '' };

/** Lambda spells the member `Message` with a capital letter only in errors for something not found. */
export function errorReply(error: AwsError): Reply {
  const spelling = error.code === 'ResourceNotFoundException' ? 'Message' : 'message';
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': error.code,
      ...error.headers,
    },
    body: JSON.stringify({ ...error.members, [spelling]: error.message }),
  };
}

/** Returns one page of a list. The marker is the index of the first item, in base64. */
export function page<T>(
  items: readonly T[],
  query: URLSearchParams,
  most: number,
): { readonly items: readonly T[]; readonly NextMarker?: string } {
  const requested = Number(query.get('MaxItems') ?? most);
  if (!Number.isInteger(requested) || requested < 1 || requested > 10_000) {
    throw validation(String(requested), 'maxItems', 'Member must have value between 1 and 10000');
  }
  const marker = query.get('Marker');
  const start = marker ? Number(Buffer.from(marker, 'base64').toString()) : 0;
  if (!Number.isInteger(start) || start < 0) throw validation(marker ?? '', 'marker', 'Invalid');
  const end = start + Math.min(requested, most);
  const NextMarker = Buffer.from(String(end)).toString('base64');
  return { items: items.slice(start, end), ...(end < items.length && { NextMarker }) };
}
