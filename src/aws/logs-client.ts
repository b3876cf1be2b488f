// The client of CloudWatch Logs, for the two calls that are needed. It is the client of CloudWatch with another name,
// protocol and address, because the package of CloudWatch Logs has the schemas of all of its operations and would add a
// tenth to the bundle (decision 33).

import type { CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import type { Client } from '@smithy/core/client';
import { errorName, messageOf, type SdkError } from '../base/errors.ts';
import type { AwsService, ClientSettings } from './clients.ts';
import { clientAt, operationsOf, schemasOf } from './small-client.ts';

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

const { shape, list } = schemasOf(NAMESPACE);

const FILTERED_EVENT = shape('FilteredLogEvent', {
  ...{ logStreamName: 0, timestamp: 1, message: 0, ingestionTime: 1, eventId: 0 },
});
const LOG_GROUP = shape('LogGroup', {
  ...{ logGroupName: 0, arn: 0, retentionInDays: 1, logGroupClass: 0 },
});

const operation = operationsOf<Input, Output>(NAMESPACE, TARGET, 'CloudWatchLogsClient');

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

/**
 * Its address is that of CloudWatch with another name. In 12 Regions of all partitions, with and without FIPS and dual
 * stack, the rules of `@aws-sdk/client-cloudwatch-logs` differ only for GovCloud with both.
 */
function createLogsClient(settings: ClientSettings): LogsClient {
  const client = clientAt('logs', {
    ...settings,
    ...{ serviceId: 'CloudWatch Logs', signingName: 'logs', protocol: AwsJson1_1Protocol },
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2014-03-28' },
  });
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
