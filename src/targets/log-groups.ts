// Whether log groups can be read, before a release depends on it.

import type { Place } from '../aws/arns.ts';
import type { Permission } from '../aws/aws-errors.ts';
import { groupArn, type LogEvents, whyUnread } from '../aws/log-events.ts';
import { type KnownError, known } from '../base/errors.ts';

export interface GroupFindings {
  readonly problems: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * One read of a second and one of the settings for each group: the permissions for both are then known as well.
 *
 * @param account that the groups must belong to; empty: not known
 */
export async function inspectGroups(
  logs: LogEvents,
  names: readonly string[],
  account: string,
  now: number,
): Promise<GroupFindings> {
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const read = await failureOf(() => readOnce(logs, name, now));
      const settings = await failureOf(() => checkSettings(logs, name, account));
      return [read && whyNot(read, name), settings && whyNot(settings, name)];
    }),
  );
  const all = found.flat().filter((each) => each !== undefined);
  const texts = (kind: Finding['kind']) => [
    ...new Set(all.filter((each) => each.kind === kind).map(({ text }) => text)),
  ];
  return { problems: texts('problem'), doubts: texts('doubt') };
}

interface Finding {
  readonly kind: 'problem' | 'doubt';
  readonly text: string;
}

async function readOnce(logs: LogEvents, group: string, now: number): Promise<undefined> {
  const to = Math.floor(now) * 1000;
  for await (const _ of logs.pages({ group, from: to - 1000, to })) break;
  return undefined;
}

async function checkSettings(
  logs: LogEvents,
  name: string,
  account: string,
): Promise<Finding | undefined> {
  const group = await logs.readGroup(name);
  if (!group) return missing(name);
  if (account !== '' && group.account !== '' && group.account !== account) {
    return {
      kind: 'problem',
      text: `the log group "${name}" belongs to the account ${account}, but this job can only read that of the same name in ${group.account}; expected a log group in the account of the job`,
    };
  }
  const { logClass } = group;
  return logClass === 'INFREQUENT_ACCESS' || logClass === 'DELIVERY'
    ? wrongClass(name, logClass)
    : undefined;
}

async function failureOf(
  read: () => Promise<Finding | undefined>,
): Promise<Finding | KnownError | undefined> {
  try {
    return await read();
  } catch (error) {
    return known(error);
  }
}

function whyNot(found: Finding | KnownError, name: string): Finding | undefined {
  if (!(found instanceof Error)) return found;
  switch (whyUnread(found)) {
    case 'missing':
      return missing(name);
    case 'class':
      return wrongClass(name, 'INFREQUENT_ACCESS');
    // Others read at the same time. During the release there are more tries.
    case 'throttled':
      return { kind: 'doubt', text: `reading the log group "${name}" is throttled at the moment` };
    case 'denied':
    case 'other':
      return { kind: 'problem', text: found.message };
  }
}

function missing(name: string): Finding {
  return { kind: 'doubt', text: `the log group "${name}" does not exist yet` };
}

/** The class of a group cannot be changed (CloudWatch Logs user guide, "Log classes"). */
function wrongClass(name: string, logClass: string): Finding {
  return {
    kind: 'problem',
    text: `the log group "${name}" has the class ${logClass}, whose events AWS does not return; expected a group of the class STANDARD (the class of a group cannot be changed)`,
  };
}

/** What the role needs. A policy for the events of a group has `:*` behind its ARN. */
export function logPermissions(
  place: Place,
  names: readonly string[],
  account: string,
): readonly Permission[] {
  const owner = account === '' ? '*' : account;
  return [
    ...[...new Set(names)].map((name) => ({
      action: 'logs:FilterLogEvents',
      resource: `${groupArn(place, name, owner)}:*`,
    })),
    { action: 'logs:DescribeLogGroups', resource: '*' },
  ];
}
