// Parameter Store of Systems Manager, as far as a switch needs it: PutParameter, GetParameter, GetParameterHistory and
// DeleteParameter (API reference, version 2014-11-06), in its only protocol (AwsJson1.1).

import { callerArn } from '../front/sts.ts';
import { type Members, readMembers, text } from '../logs/fields.ts';
import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { World } from '../world.ts';

/** One version of a parameter. */
interface Version {
  readonly value: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** An ARN. */
  readonly by: string;
}

export interface ParameterStore {
  /** @param by the ARN of who writes it; omitted: the caller of the simulator */
  put(name: string, value: string, by?: string): void;
  remove(name: string): void;
}

const TARGET = /^AmazonSSM\.(\w+)$/;
const CONTENT_TYPE = { 'content-type': 'application/x-amz-json-1.1' };
/** "MaxResults": 1 to 50. */
const MOST_RESULTS = 50;

export function createSsm(world: World): { service: Service; parameters: ParameterStore } {
  const { clock, place } = world;
  const stored = new Map<string, Version[]>();
  const arnOf = (name: string) =>
    name.startsWith('arn:')
      ? name
      : `arn:${place.partition}:ssm:${place.region}:${place.account}:parameter/${name.replace(/^\//, '')}`;
  const versionsOf = (input: Members): Version[] => {
    const name = text(input, 'Name') ?? '';
    const found = [...stored].find(([each]) => each === name || arnOf(each) === name);
    // AWS sends no message with it (aws/aws-cli#3473).
    if (!found) throw new AwsError('ParameterNotFound', 400, '');
    return found[1];
  };
  const add = (name: string, version: Version) => {
    stored.set(name, [...(stored.get(name) ?? []), version]);
  };
  const operations: Readonly<Record<string, (input: Members) => Members>> = {
    PutParameter: (input) => {
      const [name = '', value = ''] = [text(input, 'Name'), text(input, 'Value')];
      if (stored.has(name) && input.Overwrite !== true) {
        const message =
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.';
        throw new AwsError('ParameterAlreadyExists', 400, message);
      }
      const type = text(input, 'Type') ?? stored.get(name)?.at(-1)?.type ?? 'String';
      add(name, { value, type, at: clock.now(), by: callerArn(place) });
      return { Version: stored.get(name)?.length, Tier: 'Standard' };
    },
    GetParameter: (input) => {
      const versions = versionsOf(input);
      const name = text(input, 'Name') ?? '';
      return { Parameter: { ...shown(name, versions, versions.length), ARN: arnOf(name) } };
    },
    GetParameterHistory: (input) => {
      const versions = versionsOf(input);
      const name = text(input, 'Name') ?? '';
      const most = Number(input.MaxResults ?? MOST_RESULTS);
      const from = Number(text(input, 'NextToken') ?? 0);
      const all = versions.map((version, i) => ({
        ...shown(name, versions, i + 1),
        LastModifiedUser: version.by,
      }));
      const next = from + most;
      return {
        Parameters: all.slice(from, next),
        ...(next < all.length && { NextToken: String(next) }),
      };
    },
    DeleteParameter: (input) => {
      versionsOf(input);
      stored.delete(text(input, 'Name') ?? '');
      return {};
    },
  };
  return {
    service: {
      name: 'ssm',
      owns: (request) => operationOf(request) !== undefined,
      identify: (request) => identify(request, operations, arnOf),
      encodeError: (error) =>
        reply(error.status, { ...error.members, __type: error.code, message: error.message }),
    },
    parameters: {
      put: (name, value, by = callerArn(place)) =>
        add(name, { value, type: 'String', at: clock.now(), by }),
      remove: (name) => void stored.delete(name),
    },
  };
}

function shown(name: string, versions: readonly Version[], number: number): Members {
  const version = versions[number - 1];
  return {
    Name: name,
    Type: version?.type,
    Value: version?.value,
    Version: number,
    LastModifiedDate: (version?.at ?? 0) / 1000,
    DataType: 'text',
  };
}

const operationOf = ({ headers }: AwsRequest) => TARGET.exec(headers['x-amz-target'] ?? '')?.[1];

function identify(
  request: AwsRequest,
  operations: Readonly<Record<string, (input: Members) => Members>>,
  arnOf: (name: string) => string,
): Call {
  const operation = operationOf(request) ?? '';
  const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!perform) throw new NotImplemented(`Systems Manager ${operation || request.rawPath}`);
  const input = readMembers(request.body);
  return {
    operation,
    permission: { action: `ssm:${operation}`, resource: arnOf(text(input, 'Name') ?? '') },
    perform: () => reply(200, perform(input)),
  };
}

const reply = (status: number, members: Members): Reply => ({
  status,
  headers: CONTENT_TYPE,
  body: JSON.stringify(members),
});
