// The client of CloudWatch Logs, for the two calls that are needed. It is the client of CloudWatch with another name,
// protocol and address, because the package of CloudWatch Logs has the schemas of all of its operations and would add a
// tenth to the bundle (decision 33).

import { CloudWatchClient, type CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import { type Client, makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { $SchemaRef, StaticListSchema, StaticStructureSchema } from '@smithy/types';
import { errorName, messageOf, type SdkError } from '../base/errors.ts';
import type { AwsService, ClientSettings } from './clients.ts';

const NAMESPACE = 'com.amazonaws.cloudwatchlogs';
const TARGET = 'Logs_20140328';

interface Answered {
  readonly $metadata: object;
}

export interface FilterLogEventsInput {
  readonly logGroupName: string;
  readonly logStreamNamePrefix?: string;
  /** Milliseconds since the epoch; the end is inclusive. */
  readonly startTime: number;
  readonly endTime: number;
  readonly filterPattern?: string;
  readonly nextToken?: string;
}

export interface FilterLogEventsOutput extends Answered {
  readonly events?: readonly {
    readonly logStreamName?: string;
    readonly timestamp?: number;
    readonly message?: string;
    readonly ingestionTime?: number;
    readonly eventId?: string;
  }[];
  readonly nextToken?: string;
}

export interface DescribeLogGroupsInput {
  readonly logGroupNamePrefix: string;
  readonly nextToken?: string;
}

export interface DescribeLogGroupsOutput extends Answered {
  readonly logGroups?: readonly {
    readonly logGroupName?: string;
    readonly arn?: string;
    readonly retentionInDays?: number;
    readonly logGroupClass?: string;
  }[];
  readonly nextToken?: string;
}

type Input = FilterLogEventsInput | DescribeLogGroupsInput;
type Output = FilterLogEventsOutput | DescribeLogGroupsOutput;

export type LogsClient = Client<object, Input, Output, CloudWatchClientResolvedConfig>;

// Schemas as the SDK generates them: a kind, a namespace, a name, traits, and for a structure its members and their
// types (0: text, 1: number).
function shape(name: string, members: Readonly<Record<string, $SchemaRef>>): StaticStructureSchema {
  return [3, NAMESPACE, name, 0, Object.keys(members), Object.values(members)];
}

function list(name: string, member: StaticStructureSchema): StaticListSchema {
  return [1, NAMESPACE, name, 0, () => member];
}

const FILTERED_EVENT = shape('FilteredLogEvent', {
  ...{ logStreamName: 0, timestamp: 1, message: 0, ingestionTime: 1, eventId: 0 },
});
const LOG_GROUP = shape('LogGroup', {
  ...{ logGroupName: 0, arn: 0, retentionInDays: 1, logGroupClass: 0 },
});

const command = makeBuilder<CloudWatchClientResolvedConfig, Input, Output>(
  {
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  },
  TARGET,
  'CloudWatchLogsClient',
  getEndpointPlugin,
);

function operation<I extends Input, O extends Output>(
  name: string,
  input: StaticStructureSchema,
  output: StaticStructureSchema,
) {
  return command<I, O>({}, () => [], name, [9, NAMESPACE, name, 0, () => input, () => output]);
}

export const FilterLogEventsCommand = operation<FilterLogEventsInput, FilterLogEventsOutput>(
  'FilterLogEvents',
  shape('FilterLogEventsRequest', {
    ...{ logGroupName: 0, logStreamNamePrefix: 0, startTime: 1, endTime: 1, filterPattern: 0 },
    nextToken: 0,
  }),
  shape('FilterLogEventsResponse', {
    events: () => list('FilteredLogEvents', FILTERED_EVENT),
    nextToken: 0,
  }),
);

export const DescribeLogGroupsCommand = operation<DescribeLogGroupsInput, DescribeLogGroupsOutput>(
  'DescribeLogGroups',
  shape('DescribeLogGroupsRequest', { logGroupNamePrefix: 0, nextToken: 0 }),
  shape('DescribeLogGroupsResponse', {
    logGroups: () => list('LogGroups', LOG_GROUP),
    nextToken: 0,
  }),
);

export const CLOUDWATCH_LOGS: AwsService<LogsClient> = {
  create: createLogsClient,
  // Both calls read, by POST.
  isRead: () => true,
};

function createLogsClient(settings: ClientSettings): LogsClient {
  const client = new CloudWatchClient({
    ...settings,
    ...{ serviceId: 'CloudWatch Logs', signingName: 'logs', protocol: AwsJson1_1Protocol },
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2014-03-28' },
  });
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (errorName(error) !== 'ThrottlingException') throw error;
        throw new OverQuotaError(error);
      }
    },
    { step: 'finalizeRequest', name: 'canaryActionOverQuota', priority: 'low' },
  );
  return client as unknown as LogsClient;
}

/**
 * That of CloudWatch with another name. In 12 Regions of all partitions, with and without FIPS and dual stack, the rules
 * of `@aws-sdk/client-cloudwatch-logs` differ only for GovCloud with both.
 */
function addressOf(cloudWatch: URL): URL {
  const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, 'logs');
  return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}

/**
 * The quota of FilterLogEvents belongs to the account, and others read as well. So a throttled call is not repeated
 * at once, neither by the SDK nor by `call`, which go by the name of the error.
 */
export class OverQuotaError extends Error {
  override readonly name = 'OverQuota';
  readonly $metadata: { readonly requestId?: string };

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    const requestId = (cause as SdkError | null)?.$metadata?.requestId;
    this.$metadata = requestId === undefined ? {} : { requestId };
  }
}
