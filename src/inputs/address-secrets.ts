// The parts of an address that are as secret as a password: incoming webhooks have their key in path or query.

import { percentDecoded } from '../base/foreign-text.ts';

/** Less than that is no key, and is in every text. */
const SHORTEST = 4;
/** A mask hides its text everywhere in the log, so it must be longer. */
const SHORTEST_MASK = 6;

/** All parts that must not be shown when a response repeats them; only the host may be shown. */
export function addressSecrets(address: URL): readonly string[] {
  return partsOf(address, () => true);
}

/** @param isSecret which segments of the path are secret on their own */
function partsOf(address: URL, isSecret: (segment: string) => boolean): readonly string[] {
  const { href, pathname, search, hash, username, password } = address;
  const query = search.slice(1);
  const pairs = query === '' ? [] : query.split('&');
  const parts = [
    href,
    pathname + search,
    pathname,
    query,
    ...pairs,
    ...pairs.map((pair) => pair.replace(/^[^=]*=/, '')),
    ...pathname.split('/').filter(isSecret),
    hash.slice(1),
    username,
    password,
  ];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST);
}

/** Whether a path segment looks generated: paths also contain words, which a mask would hide everywhere in the log. */
function isLikeKey(segment: string): boolean {
  return segment.length >= 16 || (segment.length >= 8 && /\d/.test(segment));
}

/**
 * What to mask of a given address, valid or not: the secret parts, plain and percent-encoded.
 *
 * @param open names that are in the log anyway, such as that of the stage
 */
export function addressMasks(text: string, open: ReadonlySet<string>): readonly string[] {
  const secrets = URL.canParse(text) ? [text, ...partsOf(new URL(text), isLikeKey)] : [text];
  const spelled = secrets.flatMap((secret) => [secret, percentDecoded(secret) ?? secret]);
  const all = spelled.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(all)].filter((mask) => mask.length >= SHORTEST_MASK && !open.has(mask));
}
