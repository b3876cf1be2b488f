// GetResources of the Resource Groups Tagging API (API reference, version 2017-01-26), in its only protocol (AwsJson1.1).
// AWS shows a change of tags some time after it was made; here it is shown at once.

import { type Members, readMembers, text } from '../logs/fields.ts';
import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';

export interface TaggedResource {
  readonly arn: string;
  /** As in ResourceTypeFilters: `cloudwatch:alarm`. */
  readonly type: string;
  readonly tags: ReadonlyMap<string, string>;
}

const TARGET = 'ResourceGroupsTaggingAPI_20170126.GetResources';
const CONTENT_TYPE = { 'content-type': 'application/x-amz-json-1.1' };
/** "ResourcesPerPage": 1 to 100. */
const PAGE_SIZE = 100;

/** @param resources of all services that have tags here */
export function createTagging(resources: () => readonly TaggedResource[]): Service {
  return {
    name: 'tagging',
    owns: ({ headers }) => headers['x-amz-target'] === TARGET,
    identify: (request) => identify(request, resources),
    encodeError: (error) =>
      reply(error.status, { ...error.members, __type: error.code, Message: error.message }),
  };
}

function identify(request: AwsRequest, resources: () => readonly TaggedResource[]): Call {
  const target = request.headers['x-amz-target'] ?? '';
  if (target !== TARGET) throw new NotImplemented(`the tagging API: ${target || request.rawPath}`);
  const input = readMembers(request.body);
  return {
    operation: 'GetResources',
    permission: { action: 'tag:GetResources', resource: '*' },
    perform: () => reply(200, getResources(input, resources())),
  };
}

interface Filter {
  readonly Key?: string;
  readonly Values?: readonly string[];
}

function getResources(input: Members, resources: readonly TaggedResource[]): Members {
  const filters = (input.TagFilters ?? []) as readonly Filter[];
  const types = (input.ResourceTypeFilters ?? []) as readonly string[];
  const size = Number(input.ResourcesPerPage ?? PAGE_SIZE);
  const token = text(input, 'PaginationToken') ?? '';
  const from = token === '' ? 0 : Number(token);
  if (!Number.isInteger(from)) {
    throw new AwsError('PaginationTokenExpiredException', 400, 'The PaginationToken is expired');
  }
  const found = resources
    .filter(({ tags }) => tags.size > 0 && filters.every((filter) => matches(filter, tags)))
    .filter(({ type }) => types.length === 0 || types.some((each) => isOfType(type, each)))
    .sort((a, b) => (a.arn < b.arn ? -1 : 1));
  const next = from + size;
  return {
    // At the end, AWS returns an empty token.
    PaginationToken: next < found.length ? String(next) : '',
    ResourceTagMappingList: found.slice(from, next).map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    })),
  };
}

/** Without values, any value matches. */
function matches({ Key = '', Values = [] }: Filter, tags: ReadonlyMap<string, string>): boolean {
  const value = tags.get(Key);
  return value !== undefined && (Values.length === 0 || Values.includes(value));
}

/** A filter may name only the service. */
function isOfType(type: string, filter: string): boolean {
  return type === filter || type.startsWith(`${filter}:`);
}

const reply = (status: number, members: Members): Reply => ({
  status,
  headers: CONTENT_TYPE,
  body: JSON.stringify(members),
});
