// Reads log groups, and the events in them, page by page.

import { errorName, type KnownError, messageOf, rootOf } from '../base/errors.ts';
import type { LogEvent } from '../base/log-event.ts';
import { accountOf, type Place } from './arns.ts';
import { isDenied, isNotFound } from './aws-errors.ts';
import { call, required } from './call.ts';
import type { Clients } from './clients.ts';
import {
  CLOUDWATCH_LOGS,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  type FilterLogEventsOutput,
} from './logs-client.ts';
import { turnPages } from './pages.ts';

export interface LogQuery {
  readonly group: string;
  /** The beginning of the streams' names; omitted: all streams. */
  readonly streamPrefix?: string;
  /** Milliseconds since the epoch, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** In the syntax of CloudWatch Logs; omitted: all events. */
  readonly pattern?: string;
}

export interface LogPage {
  readonly events: readonly LogEvent[];
  readonly isLast: boolean;
}

export interface FoundGroup {
  readonly name: string;
  /** Twelve digits; empty if AWS names none. */
  readonly account: string;
  /** `undefined`: it keeps events for ever. */
  readonly retentionDays: number | undefined;
  /** `STANDARD` if AWS names none. */
  readonly logClass: string;
}

export interface LogEvents {
  /**
   * The pages of a query, each after one call. A page may be empty although more follow (CloudWatch Logs API reference,
   * FilterLogEvents). Throws a `KnownError`, for which `whyUnread` says what to do.
   */
  pages(query: LogQuery): AsyncIterable<LogPage>;
  /** `undefined` if there is no such group. */
  readGroup(name: string): Promise<FoundGroup | undefined>;
}

export function bindLogEvents({ place, open }: Clients<'normal'>): LogEvents {
  const client = open(CLOUDWATCH_LOGS);
  return {
    async *pages(query) {
      const words = {
        doing: `reading the log group "${query.group}"`,
        permission: { action: 'logs:FilterLogEvents', resource: eventsArn(place, query.group) },
      };
      const turn = turnPages(words.doing);
      let token: string | undefined;
      do {
        const input = { ...inputOf(query), ...(token !== undefined && { nextToken: token }) };
        const page = await call(words, () => client.send(new FilterLogEventsCommand(input)));
        const events = eventsIn(page, query.group, words.doing);
        token = turn(page.nextToken);
        yield { events, isLast: token === undefined };
      } while (token !== undefined);
    },
    readGroup: async (name) => {
      const words = {
        doing: `reading the settings of the log group "${name}"`,
        permission: { action: 'logs:DescribeLogGroups', resource: groupArn(place, '*') },
      };
      const turn = turnPages(words.doing);
      let token: string | undefined;
      do {
        const input = {
          logGroupNamePrefix: name,
          ...(token !== undefined && { nextToken: token }),
        };
        const page = await call(words, () => client.send(new DescribeLogGroupsCommand(input)));
        const found = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
        if (found) {
          const { retentionInDays: retentionDays, logGroupClass: logClass = 'STANDARD' } = found;
          return { name, account: accountOf(found.arn ?? ''), retentionDays, logClass };
        }
        token = turn(page.nextToken);
      } while (token !== undefined);
      return undefined;
    },
  };
}

function inputOf({ group, streamPrefix, from, to, pattern }: LogQuery) {
  return {
    logGroupName: group,
    ...(streamPrefix !== undefined && { logStreamNamePrefix: streamPrefix }),
    // AWS refuses fractions of a millisecond.
    startTime: Math.floor(from),
    // Inclusive, unlike that of GetLogEvents.
    endTime: Math.ceil(to) - 1,
    ...(pattern !== undefined && { filterPattern: pattern }),
  };
}

function eventsIn(
  { events = [] }: FilterLogEventsOutput,
  group: string,
  doing: string,
): LogEvent[] {
  return events.map(({ eventId, logStreamName, timestamp, ingestionTime, message }) => {
    const at = required(timestamp, doing, 'events.timestamp');
    return {
      id: eventId ?? '',
      group,
      stream: logStreamName ?? '',
      at,
      ingestedAt: ingestionTime ?? at,
      message: message ?? '',
    };
  });
}

/** Of a group; a policy for its events has `:*` at its end. */
export function groupArn({ partition, region }: Place, name: string, account = '*'): string {
  return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}

function eventsArn(place: Place, name: string): string {
  return `${groupArn(place, name)}:*`;
}

/** A log group, and whose it is: a group of the same name in another account is another one. */
export interface GroupName {
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

/** The group in the destination of a stage's access log, which may end with `:*`; `undefined`: it is not a group. */
export function groupIn(destinationArn: string): GroupName | undefined {
  const [, region, account, name] = LOG_GROUP_ARN.exec(destinationArn) ?? [];
  return region === undefined || account === undefined || name === undefined
    ? undefined
    : { region, account, name };
}

const LOG_GROUP_ARN =
  /^arn:[\w-]{1,20}:logs:([\w-]{1,30}):(\d{0,12}):log-group:([^:*]{1,512})(?::\*)?$/;

/** Why a group could not be read, and with it what the reader does. */
export type Unread = 'throttled' | 'missing' | 'denied' | 'class' | 'other';

/** @param error of a call above */
export function whyUnread(error: KnownError): Unread {
  const root = rootOf(error);
  if (errorName(root) === 'OverQuota') return 'throttled';
  if (isNotFound(root)) return 'missing';
  if (isDenied(root)) return 'denied';
  // The name is not among the documented errors of the operation (aws/karpenter-provider-aws#9567).
  const isClass =
    errorName(root) === 'InvalidOperationException' ||
    /not supported for this log class/.test(messageOf(root));
  return isClass ? 'class' : 'other';
}
