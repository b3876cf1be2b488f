// The simulated CloudWatch Logs: keeps the lines of the other services and of clients, and returns them.

import type { Random } from '../random.ts';
import {
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { LogSink, World } from '../world.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { type Members, readMembers, text } from './fields.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { groupOperations } from './groups.ts';
import { createLogStore } from './log-store.ts';
import { groupArn, type Operations, type Scope } from './operation.ts';
import { putLogEvents } from './put-log-events.ts';
import { DEFAULT_LOGS_SETTINGS, type LogsSettings } from './settings.ts';
import { streamOperations } from './streams.ts';

export interface Logs {
  readonly service: Service;
  /** Receives the lines of the other services. */
  readonly sink: LogSink;
  /** Mutable on purpose: delays and losses may change while the simulator runs. */
  readonly settings: LogsSettings;
  /** Disturbs matching lines from now on, until the returned function is called. */
  readonly disturb: Delivery['disturb'];
}

export interface LogsDependencies {
  /** Of the logs alone, so that they shift no draw of another service. */
  readonly random: Random;
  readonly settings?: Partial<LogsSettings>;
}

const TARGET = /^Logs_20140328\.(\w+)$/;
const CONTENT_TYPE = { 'content-type': 'application/x-amz-json-1.1' };

export function createLogs(world: World, deps: LogsDependencies): Logs {
  const settings = { ...DEFAULT_LOGS_SETTINGS, ...deps.settings };
  const store = createLogStore(world.clock, settings);
  const delivery = createDelivery(world.clock, deps.random, { store, settings });
  const scope: Scope = { world, store, settings, random: deps.random };
  const operations: Operations = {
    ...groupOperations(scope),
    ...streamOperations(scope),
    PutLogEvents: (input) => putLogEvents(scope, input),
    FilterLogEvents: (input) => filterLogEvents(scope, input),
    GetLogEvents: (input) => getLogEvents(scope, input),
  };
  return {
    service: {
      name: 'logs',
      owns: (request) => operationOf(request) !== undefined,
      identify: (request) => identify(scope, operations, request),
      encodeError: (error) =>
        reply(error.status, { ...error.members, __type: error.code, message: error.message }),
    },
    ...delivery,
    settings,
  };
}

const operationOf = ({ headers }: AwsRequest) => TARGET.exec(headers['x-amz-target'] ?? '')?.[1];

function identify(scope: Scope, operations: Operations, request: AwsRequest): Call {
  const operation = operationOf(request) ?? '';
  const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!perform) throw new NotImplemented(`CloudWatch Logs ${operation || request.rawPath}`);
  const input = readMembers(request.body);
  return {
    operation,
    permission: { action: `logs:${operation}`, resource: resourceOf(scope, operation, input) },
    perform: () => reply(200, perform(input)),
  };
}

/**
 * The group with what AWS puts behind it in its denials, so that a policy needs `:*` behind the ARN of the group;
 * listing groups has no group of its own.
 */
function resourceOf(scope: Scope, operation: string, input: Members): string {
  if (operation === 'DescribeLogGroups') return '*';
  const named = [input.logGroupName, input.logGroupIdentifier, input.resourceArn].find(
    (value) => typeof value === 'string',
  );
  if (typeof named !== 'string') return '*';
  const arn = named.startsWith('arn:') ? named.replace(/:\*$/, '') : groupArn(scope, named);
  return `${arn}:log-stream:${text(input, 'logStreamName') ?? ''}`;
}

/** An operation without output has an empty body. */
function reply(status: number, members: Members | undefined): Reply {
  return { status, headers: CONTENT_TYPE, body: members ? JSON.stringify(members) : '' };
}
