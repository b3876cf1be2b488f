// The path of a request must stay in the API: it is put after the address of a stage, to which it must not add another
// host, and from which it must not climb to another stage.

import { percentDecoded } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';

export const LONGEST_PATH = 2048;

/** Of a path with its query. @returns why it is refused; `undefined`: it is not */
export function pathProblem(path: string): string | undefined {
  const expected = 'expected a path below the stage, such as /orders?limit=1';
  const wrong = (why: string) => `${quote(path)} ${why}; ${expected}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return wrong('is an address');
  if (!path.startsWith('/')) return wrong('does not begin with /');
  if (/^\/[/\\]/.test(path)) return wrong('begins with the name of a host');
  if (path.length > LONGEST_PATH) return wrong(`is longer than ${LONGEST_PATH} characters`);
  if (/[^\x21-\x7e]/.test(path)) return wrong('has a space or another character to be encoded');
  if (/[\\#]/.test(path)) return wrong('has a backslash or a #');
  const [plain = ''] = path.split('?');
  const segments = plain.split('/').map((segment) => percentDecoded(segment));
  if (segments.includes(undefined)) return wrong('has a % without two hexadecimal digits');
  const climbs = segments.some((segment) =>
    (segment ?? '').split(/[/\\]/).some((part) => part === '.' || part === '..'),
  );
  return climbs ? wrong('leaves the API (a segment is "." or "..")') : undefined;
}

/** Its address below that of a stage. Throws nothing: the path was checked. @returns `undefined`: it leaves the stage */
export function addressOf(base: string, path: string): URL | undefined {
  const within = new URL(base);
  const url = new URL(`${base}${path}`);
  // A custom domain may lead to a stage without a path of its own.
  const root = within.pathname.replace(/\/$/, '');
  const stays = url.origin === within.origin && url.pathname.startsWith(`${root}/`);
  return stays ? url : undefined;
}
