// What of a suite must not be shown: its secrets, and the values of headers that log somebody in.

import type { Suite } from './check.ts';
import { fill, namesIn, type Values } from './variables.ts';

const LOGIN_HEADERS: readonly string[] = ['authorization', 'cookie', 'x-api-key'];

/** Less is in every text. */
const SHORTEST = 5;

/** With the values of this run, some of which a login may have saved. */
export function secretsIn({ checks, secrets }: Suite, values: Values): readonly string[] {
  const headers = checks.flatMap(({ call }) =>
    call.kind === 'request' ? Object.entries(call.headers) : [],
  );
  const logins = headers.filter(([name]) => LOGIN_HEADERS.includes(name)).map(([, text]) => text);
  const used = logins.flatMap(namesIn).map((name) => String(values.get(name) ?? ''));
  const written = logins.map((text) => fill(text, values));
  // `Bearer x` is also secret without its first word.
  const bare = written.map((text) => text.replace(/^\S+\s+/, ''));
  const all = new Set([...Object.values(secrets), ...used, ...written, ...bare]);
  return [...all].filter((text) => text.length >= SHORTEST && !text.includes('${'));
}
