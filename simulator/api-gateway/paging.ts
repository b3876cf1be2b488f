// Paging as in API Gateway: `limit` and an opaque `position`.

import { badRequest } from './errors.ts';
import type { Input } from './request.ts';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 500;

export interface Page<T> {
  /** The API's model says `items`; on the wire it is `item`, for every list. */
  readonly item: readonly T[];
  /** Absent on the last page. */
  readonly position?: string;
}

/** The page of the list that the query requests. Throws BadRequest for an invalid position. */
export function pageOf<T>(list: readonly T[], { query }: Input): Page<T> {
  const asked = Number(query.get('limit') ?? DEFAULT_LIMIT);
  const limit = Math.min(Math.max(Math.trunc(asked) || DEFAULT_LIMIT, 1), MAX_LIMIT);
  const position = query.get('position');
  const start = position === null ? 0 : decode(position);
  const end = start + limit;
  return {
    item: list.slice(start, end),
    ...(end < list.length ? { position: encode(end) } : {}),
  };
}

const encode = (offset: number) => Buffer.from(`offset:${offset}`).toString('base64');

function decode(position: string): number {
  const [, offset] = /^offset:(\d+)$/.exec(Buffer.from(position, 'base64').toString()) ?? [];
  if (offset === undefined) throw badRequest('Invalid position parameter');
  return Number(offset);
}
