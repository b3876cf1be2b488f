// What of an address is as secret as a password: incoming webhooks carry their key in path or query.

/** Less than that is no key, and is in every text. */
const SHORTEST = 4;
/** A mask hides its text wherever it is in the log, so it has to be longer. */
const SHORTEST_MASK = 6;

/** Every part that must not come back in an answer; the host alone may be shown. */
export function addressSecrets(address: URL): readonly string[] {
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
    ...pathname.split('/').filter(isLikeKey),
    hash.slice(1),
    username,
    password,
  ];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST);
}

/** Words make up a path as well: those that nobody made up by hand. */
function isLikeKey(segment: string): boolean {
  return segment.length >= 16 || (segment.length >= 8 && /\d/.test(segment));
}

/**
 * What to mask of an address that somebody gave, be it one or not, plain and percent-encoded.
 *
 * @param open names that are in the log anyway, such as the stage's
 */
export function addressMasks(text: string, open: ReadonlySet<string>): readonly string[] {
  const secrets = URL.canParse(text) ? [text, ...addressSecrets(new URL(text))] : [text];
  const spelled = secrets.flatMap((secret) => [secret, decoded(secret)]);
  const all = spelled.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(all)].filter((mask) => mask.length >= SHORTEST_MASK && !open.has(mask));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: it is no encoding.
    return text;
  }
}
