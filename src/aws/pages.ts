// Responses in pages, each with a token for the next page.

import { KnownError } from '../base/errors.ts';

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
