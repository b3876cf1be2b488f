// Answers that come in pages, each with a token for the next.

import { KnownError } from '../base/errors.ts';

/**
 * Follows the tokens of one answer. A token that comes twice would go round for ever.
 *
 * @param doing for the failure: `reading the alarms`
 * @returns what the next page is asked with; `undefined`: that was the last
 */
export function turnPages(doing: string): (token: string | undefined) => string | undefined {
  const turned = new Set<string>();
  return (token) => {
    if (!token) return undefined;
    // What is no text is never the same twice.
    if (typeof token !== 'string' || turned.has(token)) {
      throw new KnownError(`${doing}: the pages of AWS's answer have no end`);
    }
    turned.add(token);
    return token;
  };
}

/** All pages of a paginator of the SDK. */
export async function gather<P>(pages: AsyncIterable<P>): Promise<readonly P[]> {
  const all: P[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
