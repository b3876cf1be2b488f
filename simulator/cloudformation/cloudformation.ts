// The two calls of CloudFormation that show what a stack has: DescribeStacks and ListStackResources, in its only
// protocol (Query, XML). API reference, version 2010-05-15.

import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { World } from '../world.ts';
import { createStackStore, type SimulatedStack, type StackStore } from './store.ts';

const VERSION = '2010-05-15';
const NAMESPACE = `http://cloudformation.amazonaws.com/doc/${VERSION}/`;

/** AWS ends a page of ListStackResources after 1 MB (API reference), which no test needs. */
const PAGE_SIZE = 100;

export interface CloudFormation {
  readonly service: Service;
  readonly stacks: StackStore;
}

export function createCloudFormation({ place, random, clock }: World): CloudFormation {
  const stacks = createStackStore(place, random);
  const arnOf = (id: string) =>
    id.startsWith('arn:')
      ? id
      : (stacks.find(id)?.arn ??
        `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${id}/*`);
  const find = (id: string) => {
    const found = stacks.find(id);
    if (found) return found;
    throw new AwsError('ValidationError', 400, `Stack with id ${id} does not exist`);
  };
  const identify = (request: AwsRequest): Call => {
    const sent = parameters(request);
    const operation = sent.get('Action') ?? '';
    const id = sent.get('StackName') ?? '';
    const named = (result: () => string): Call => ({
      operation,
      permission: {
        action: `cloudformation:${operation}`,
        resource: id === '' ? '*' : arnOf(id),
      },
      perform: () => xml(200, responseOf(operation, result())),
    });
    if (operation === 'DescribeStacks' && id !== '') {
      return named(() => describe(find(id), new Date(clock.now()).toISOString()));
    }
    if (operation === 'ListStackResources') {
      return named(() =>
        listResources(find(id), sent.get('NextToken'), new Date(clock.now()).toISOString()),
      );
    }
    throw new NotImplemented(`CloudFormation ${operation}`);
  };
  const owns = (request: AwsRequest) => parameters(request).get('Version') === VERSION;
  return { service: { name: 'cloudformation', owns, identify, encodeError }, stacks };
}

function describe(stack: SimulatedStack & { readonly arn: string }, at: string): string {
  const outputs = Object.entries(stack.outputs ?? {}).map(([key, value]) =>
    element('member', { OutputKey: key, OutputValue: value }),
  );
  const members = element('member', {
    StackId: stack.arn,
    StackName: stack.name,
    CreationTime: at,
    StackStatus: stack.status ?? 'UPDATE_COMPLETE',
    DisableRollback: 'false',
    NotificationARNs: '',
    Capabilities: '',
    Parameters: '',
    Tags: '',
  });
  // A stack without outputs has no such element.
  const withOutputs =
    outputs.length === 0
      ? members
      : members.replace(/<\/member>$/, `<Outputs>${outputs.join('')}</Outputs></member>`);
  return `<Stacks>${withOutputs}</Stacks>`;
}

function listResources(stack: SimulatedStack, token: string | null, at: string): string {
  const from = token === null ? 0 : Number(/^page-(\d+)$/.exec(token)?.[1]);
  if (!Number.isInteger(from)) throw new AwsError('ValidationError', 400, 'NextToken is invalid');
  const rows = stack.resources.slice(from, from + PAGE_SIZE).map((resource) =>
    element('member', {
      LogicalResourceId: resource.logicalId,
      ...(resource.physicalId !== undefined && { PhysicalResourceId: resource.physicalId }),
      ResourceType: resource.type,
      LastUpdatedTimestamp: at,
      ResourceStatus: resource.status ?? 'CREATE_COMPLETE',
    }),
  );
  const next = from + PAGE_SIZE;
  const more = next < stack.resources.length ? `<NextToken>page-${next}</NextToken>` : '';
  return `<StackResourceSummaries>${rows.join('')}</StackResourceSummaries>${more}`;
}

function element(name: string, members: Readonly<Record<string, string>>): string {
  const content = Object.entries(members).map(
    ([key, value]) => `<${key}>${escapeXml(value)}</${key}>`,
  );
  return `<${name}>${content.join('')}</${name}>`;
}

function responseOf(operation: string, result: string): string {
  return `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${result}</${operation}Result></${operation}Response>`;
}

const parameters = ({ method, body, query }: AwsRequest): URLSearchParams =>
  method === 'POST' ? new URLSearchParams(body.toString()) : query;

const xml = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

function encodeError({ code, status, message }: AwsError): Reply {
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const error = element('Error', { Type: type, Code: code, Message: message });
  return xml(status, `<ErrorResponse xmlns="${NAMESPACE}">${error}</ErrorResponse>`);
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
