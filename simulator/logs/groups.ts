// Log groups: create, delete, list, retention and tags.

import { groupExists, invalidParameter, noGroup } from './errors.ts';
import { type Members, requiredText, text, textMap, texts, whole, word } from './fields.ts';
import type { LogGroup } from './log-store.ts';
import { LOG_CLASSES } from './model.ts';
import { readToken, writeToken } from './next-token.ts';
import { checkedName, groupArn, type Operations, type Scope } from './operation.ts';

export function groupOperations(scope: Scope): Operations {
  const { store } = scope;
  return {
    CreateLogGroup: (input) => create(scope, input),
    DeleteLogGroup: (input) => void store.remove(store.group(requiredText(input, 'logGroupName'))),
    DescribeLogGroups: (input) => describe(scope, input),
    PutRetentionPolicy: (input) => {
      const group = store.group(requiredText(input, 'logGroupName'));
      group.retentionDays = retentionIn(input);
      return undefined;
    },
    DeleteRetentionPolicy: (input) => {
      store.group(requiredText(input, 'logGroupName')).retentionDays = undefined;
      return undefined;
    },
    ListTagsForResource: (input) => ({
      tags: Object.fromEntries(tagged(scope, input).tags),
    }),
    TagResource: (input) => {
      const { tags } = tagged(scope, input);
      for (const [key, value] of Object.entries(textMap(input, 'tags') ?? {})) tags.set(key, value);
      return undefined;
    },
    UntagResource: (input) => {
      const { tags } = tagged(scope, input);
      for (const key of texts(input, 'tagKeys') ?? []) tags.delete(key);
      return undefined;
    },
  };
}

const MAX_NAME = 512;

function create({ store }: Scope, input: Members): undefined {
  const name = requiredText(input, 'logGroupName');
  if (name.length > MAX_NAME) {
    throw invalidParameter(
      'Invalid LogGroup or LogStream, both must have length less than or equal to 512.',
    );
  }
  checkedName(name);
  const logClass = word(input, 'logGroupClass', LOG_CLASSES) ?? 'STANDARD';
  if (store.groups.has(name)) throw groupExists();
  const group = store.create(name, logClass);
  for (const [key, value] of Object.entries(textMap(input, 'tags') ?? {})) {
    group.tags.set(key, value);
  }
}

/** API reference, PutRetentionPolicy. */
const RETENTIONS = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557],
  ...[2922, 3288, 3653],
];

function retentionIn(input: Members): number {
  const days = whole(input, 'retentionInDays', [1, Number.MAX_SAFE_INTEGER]);
  if (days === undefined) throw invalidParameter('retentionInDays is required');
  if (!RETENTIONS.includes(days)) {
    throw invalidParameter(`The specified retention period of ${days} days is not valid.`);
  }
  return days;
}

/** The group of a resource ARN, which has no `:*` behind it. */
function tagged(scope: Scope, input: Members): LogGroup {
  const arn = requiredText(input, 'resourceArn');
  const found = [...scope.store.groups.values()].find(({ name }) => groupArn(scope, name) === arn);
  if (!found) throw noGroup();
  return found;
}

const GROUPS_PER_PAGE = 50;
const ABOUT = 'DescribeLogGroups';

function describe(scope: Scope, input: Members): Members {
  const prefix = text(input, 'logGroupNamePrefix');
  const pattern = text(input, 'logGroupNamePattern');
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const logClass = word(input, 'logGroupClass', LOG_CLASSES);
  const limit = whole(input, 'limit', [1, GROUPS_PER_PAGE]) ?? GROUPS_PER_PAGE;
  const token = text(input, 'nextToken');
  const now = scope.world.clock.now();
  const after = token === undefined ? '' : String(readToken(ABOUT, token, now)[0]);
  const fitting = [...scope.store.groups.values()]
    .filter(({ name }) => name > after)
    .filter(({ name }) => name.startsWith(prefix ?? '') && name.includes(pattern ?? ''))
    .filter((group) => (logClass ?? group.logClass) === group.logClass)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = fitting.slice(0, limit);
  const last = page.at(-1);
  // With a pattern there was a token even behind the only group (recorded).
  const goesOn = last !== undefined && (fitting.length > limit || pattern !== undefined);
  return {
    logGroups: page.map((group) => view(scope, group, pattern === undefined)),
    ...(goesOn && { nextToken: writeToken(ABOUT, [last.name], now) }),
  };
}

/** @param inFull a search by pattern returns fewer members (recorded). */
function view(scope: Scope, group: LogGroup, inFull: boolean): Members {
  const { name, logClass, createdAt, retentionDays, timeline } = group;
  const arn = groupArn(scope, name);
  return {
    logGroupName: name,
    creationTime: createdAt,
    ...(retentionDays !== undefined && { retentionInDays: retentionDays }),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    logGroupClass: logClass,
    ...(inFull && { storedBytes: timeline.bytes, deletionProtectionEnabled: false }),
  };
}
