// The client of CloudFormation, for the two calls that are needed. Like that of CloudWatch Logs, it is the client of
// CloudWatch with another name, protocol and address (decision 33): the package of CloudFormation has the schemas of
// all of its operations.

import { CloudWatchClient, type CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { type Client, makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { $SchemaRef, StaticListSchema, StaticStructureSchema } from '@smithy/types';
import type { AwsService, ClientSettings } from './clients.ts';

const NAMESPACE = 'com.amazonaws.cloudformation';
const VERSION = '2010-05-15';

interface Answered {
  readonly $metadata: object;
}

export interface DescribeStacksInput {
  readonly StackName: string;
}

export interface DescribeStacksOutput extends Answered {
  readonly Stacks?: readonly {
    readonly StackId?: string;
    readonly StackName?: string;
    readonly StackStatus?: string;
    readonly Outputs?: readonly { readonly OutputKey?: string; readonly OutputValue?: string }[];
  }[];
}

export interface ListStackResourcesInput {
  readonly StackName: string;
  readonly NextToken?: string;
}

export interface ListStackResourcesOutput extends Answered {
  readonly StackResourceSummaries?: readonly {
    readonly LogicalResourceId?: string;
    readonly PhysicalResourceId?: string;
    readonly ResourceType?: string;
    readonly ResourceStatus?: string;
  }[];
  readonly NextToken?: string;
}

type Input = DescribeStacksInput | ListStackResourcesInput;
type Output = DescribeStacksOutput | ListStackResourcesOutput;

export type StacksClient = Client<object, Input, Output, CloudWatchClientResolvedConfig>;

// Schemas as the SDK generates them: a kind, a namespace, a name, traits, and for a structure its members and their
// types (0: text).
function shape(name: string, members: Readonly<Record<string, $SchemaRef>>): StaticStructureSchema {
  return [3, NAMESPACE, name, 0, Object.keys(members), Object.values(members)];
}

function list(name: string, member: StaticStructureSchema): StaticListSchema {
  return [1, NAMESPACE, name, 0, () => member];
}

const OUTPUT = shape('Output', { OutputKey: 0, OutputValue: 0 });
const STACK = shape('Stack', {
  ...{ StackId: 0, StackName: 0, StackStatus: 0 },
  Outputs: () => list('Outputs', OUTPUT),
});
const SUMMARY = shape('StackResourceSummary', {
  ...{ LogicalResourceId: 0, PhysicalResourceId: 0, ResourceType: 0, ResourceStatus: 0 },
});

const command = makeBuilder<CloudWatchClientResolvedConfig, Input, Output>(
  {
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  },
  'CloudFormation',
  'CloudFormationClient',
  getEndpointPlugin,
);

function operation<I extends Input, O extends Output>(
  name: string,
  input: StaticStructureSchema,
  output: StaticStructureSchema,
) {
  return command<I, O>({}, () => [], name, [9, NAMESPACE, name, 0, () => input, () => output]);
}

export const DescribeStacksCommand = operation<DescribeStacksInput, DescribeStacksOutput>(
  'DescribeStacks',
  shape('DescribeStacksInput', { StackName: 0 }),
  shape('DescribeStacksOutput', { Stacks: () => list('Stacks', STACK) }),
);

export const ListStackResourcesCommand = operation<
  ListStackResourcesInput,
  ListStackResourcesOutput
>(
  'ListStackResources',
  shape('ListStackResourcesInput', { StackName: 0, NextToken: 0 }),
  shape('ListStackResourcesOutput', {
    StackResourceSummaries: () => list('StackResourceSummaries', SUMMARY),
    NextToken: 0,
  }),
);

export const CLOUDFORMATION: AwsService<StacksClient> = {
  create: createStacksClient,
  // Both calls read, by POST.
  isRead: () => true,
};

function createStacksClient(settings: ClientSettings): StacksClient {
  const client = new CloudWatchClient({
    ...settings,
    ...{ serviceId: 'CloudFormation', signingName: 'cloudformation', protocol: AwsQueryProtocol },
    protocolSettings: {
      defaultNamespace: NAMESPACE,
      xmlNamespace: `http://cloudformation.amazonaws.com/doc/${VERSION}/`,
      version: VERSION,
    },
  });
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
  };
  return client as unknown as StacksClient;
}

/** That of CloudWatch with another name; the rules of `@aws-sdk/client-cloudformation` give the same. */
function addressOf(cloudWatch: URL): URL {
  const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, 'cloudformation');
  return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}
