// Resources of the account and Region by their tags. AWS shows a change of tags some time after it was made.

import { FIND_BY_TAG } from './arns.ts';
import { call, required } from './call.ts';
import type { Clients } from './clients.ts';
import { turnPages } from './pages.ts';
import { GetResourcesCommand, TAGGING } from './tagging-client.ts';

export interface TagFilter {
  readonly key: string;
  /** `undefined`: any value. */
  readonly value: string | undefined;
}

export interface FoundByTag {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** AWS returns up to 100 resources in a page. */
const PAGE_SIZE = 100;

/**
 * Throws a `KnownError`.
 *
 * @param filters a resource needs all of them
 * @param types such as `cloudwatch:alarm`
 * @param most stops after a page with which there are more than this; omitted: reads all of them
 */
export async function findByTags(
  { open }: Clients<'normal'>,
  filters: readonly TagFilter[],
  types: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Promise<readonly FoundByTag[]> {
  const client = open(TAGGING);
  const names = filters.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`));
  const doing = `finding what has the tag ${names.join(' and ')}`;
  const turn = turnPages(doing);
  const found: FoundByTag[] = [];
  let next: string | undefined;
  do {
    const token = next;
    const page = await call({ doing, permission: FIND_BY_TAG }, () =>
      client.send(
        new GetResourcesCommand({
          TagFilters: filters.map(({ key, value }) => ({
            Key: key,
            ...(value !== undefined && { Values: [value] }),
          })),
          ...{ ResourceTypeFilters: types, ResourcesPerPage: PAGE_SIZE },
          ...(token && { PaginationToken: token }),
        }),
      ),
    );
    for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
      const tags = Tags.map(({ Key = '', Value = '' }) => [Key, Value]);
      found.push({
        arn: required(ResourceARN, doing, 'ResourceARN'),
        tags: Object.fromEntries(tags),
      });
    }
    next = found.length > most ? undefined : turn(page.PaginationToken);
  } while (next);
  return found;
}
