// The client of CloudFormation, for the two calls that are needed. Like that of CloudWatch Logs, it is the client of
// CloudWatch with another name, protocol and address (decision 33): the package of CloudFormation has the schemas of
// all of its operations.

import type { CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import type { Client } from '@smithy/core/client';
import type { AwsService, ClientSettings } from './clients.ts';
import { clientAt, operationsOf, schemasOf } from './small-client.ts';

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

const { shape, list } = schemasOf(NAMESPACE);

const OUTPUT = shape('Output', { OutputKey: 0, OutputValue: 0 });
const STACK = shape('Stack', {
  ...{ StackId: 0, StackName: 0, StackStatus: 0 },
  Outputs: () => list('Outputs', OUTPUT),
});
const SUMMARY = shape('StackResourceSummary', {
  ...{ LogicalResourceId: 0, PhysicalResourceId: 0, ResourceType: 0, ResourceStatus: 0 },
});

const operation = operationsOf<Input, Output>(NAMESPACE, 'CloudFormation', 'CloudFormationClient');

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

/** The rules of `@aws-sdk/client-cloudformation` give the same address. */
function createStacksClient(settings: ClientSettings): StacksClient {
  const client = clientAt('cloudformation', {
    ...settings,
    ...{ serviceId: 'CloudFormation', signingName: 'cloudformation', protocol: AwsQueryProtocol },
    protocolSettings: {
      defaultNamespace: NAMESPACE,
      xmlNamespace: `http://cloudformation.amazonaws.com/doc/${VERSION}/`,
      version: VERSION,
    },
  });
  return client as unknown as StacksClient;
}
