// Responses in pages, each with a token for the next page.

import { KnownError } from '../base/errors.ts';
import { type CallWords, call } from './call.ts';

/**
 * Follows the tokens of one paginated response. Throws on a repeated token, which would loop forever.
 *
 * @param doing for the error message: `reading the alarms`
 * @returns the token to request the next page with; `undefined`: that was the last page
 */
export function turnPages(doing: string): (token: string | undefined) => string | undefined {
  const turned = new Set<string>();
  return (token) => {
    if (!token) return undefined;
    // A token that is not a string would not be recognized when it repeats.
    if (typeof token !== 'string' || turned.has(token)) {
      throw new KnownError(`${doing}: the pages of the AWS response never end`);
    }
    turned.add(token);
    return token;
  };
}

/** All pages of an SDK paginator. */
export async function gather<P>(pages: AsyncIterable<P>): Promise<readonly P[]> {
  const all: P[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

interface Page<T> {
  readonly items?: readonly T[] | undefined;
  readonly position?: string | undefined;
}

/** The items of all pages of API Gateway, which are numbered by `position`. */
export async function readAll<T>(
  words: CallWords,
  send: (from: { readonly position?: string }) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const found: T[] = [];
  const turn = turnPages(words.doing);
  let position: string | undefined;
  do {
    const from = position === undefined ? {} : { position };
    const page = await call(words, () => send(from));
    found.push(...(page.items ?? []));
    position = turn(page.position);
  } while (position);
  return found;
}
