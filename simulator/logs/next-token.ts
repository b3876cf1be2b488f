// Tokens for the next page: opaque to clients, and valid for 24 hours (API reference, NextToken).

import { invalidToken } from './errors.ts';

const LIFE_MS = 86_400_000;

export type TokenPart = string | number;

/** @param about what the token belongs to, such as an operation and a group */
export function writeToken(about: string, parts: readonly TokenPart[], now: number): string {
  return Buffer.from(JSON.stringify([about, Math.floor(now), ...parts])).toString('base64url');
}

/** @throws AwsError for a token that was not given for the same thing, or too long ago. */
export function readToken(about: string, token: string, now: number): readonly TokenPart[] {
  const [owner, issuedAt, ...parts] = parse(token);
  const isValid = owner === about && typeof issuedAt === 'number' && now - issuedAt <= LIFE_MS;
  if (!isValid) throw invalidToken();
  return parts;
}

function parse(token: string): readonly TokenPart[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
