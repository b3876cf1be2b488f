// The client of Systems Manager, for the two calls that a stop switch needs. Like that of CloudWatch Logs, it is the client
// of CloudWatch with another name, protocol and address (decision 33).

import type { CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import type { Client } from '@smithy/core/client';
import type { AwsService, ClientSettings } from './clients.ts';
import { clientAt, operationsOf, schemasOf } from './small-client.ts';

const NAMESPACE = 'com.amazonaws.ssm';
const TARGET = 'AmazonSSM';
/** The schema of a timestamp. */
const TIMESTAMP = 4;

interface Answered {
  readonly $metadata: object;
}

export interface GetParameterInput {
  /** A name or an ARN. */
  readonly Name: string;
}

export interface GetParameterOutput extends Answered {
  readonly Parameter?: {
    readonly ARN?: string;
    readonly Type?: string;
    readonly Value?: string;
    readonly Version?: number;
    readonly LastModifiedDate?: Date;
  };
}

export interface GetParameterHistoryInput {
  readonly Name: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

export interface GetParameterHistoryOutput extends Answered {
  readonly Parameters?: readonly {
    readonly LastModifiedUser?: string;
    readonly Version?: number;
  }[];
  readonly NextToken?: string;
}

type Input = GetParameterInput | GetParameterHistoryInput;
type Output = GetParameterOutput | GetParameterHistoryOutput;

export type SsmClient = Client<object, Input, Output, CloudWatchClientResolvedConfig>;

const { shape, list } = schemasOf(NAMESPACE);

const PARAMETER = shape('Parameter', {
  ...{ ARN: 0, Type: 0, Value: 0, Version: 1, LastModifiedDate: TIMESTAMP },
});
const HISTORY = shape('ParameterHistory', { LastModifiedUser: 0, Version: 1 });

const operation = operationsOf<Input, Output>(NAMESPACE, TARGET, 'SSMClient');

export const GetParameterCommand = operation<GetParameterInput, GetParameterOutput>(
  'GetParameter',
  shape('GetParameterRequest', { Name: 0 }),
  shape('GetParameterResult', { Parameter: () => PARAMETER }),
);

export const GetParameterHistoryCommand = operation<
  GetParameterHistoryInput,
  GetParameterHistoryOutput
>(
  'GetParameterHistory',
  shape('GetParameterHistoryRequest', { Name: 0, MaxResults: 1, NextToken: 0 }),
  shape('GetParameterHistoryResult', {
    Parameters: () => list('ParameterHistoryList', HISTORY),
    NextToken: 0,
  }),
);

export const SYSTEMS_MANAGER: AwsService<SsmClient> = {
  create: createSsmClient,
  // Both calls read, by POST.
  isRead: () => true,
};

/** Its address is that of CloudWatch with another name, as for CloudWatch Logs. */
function createSsmClient(settings: ClientSettings): SsmClient {
  const client = clientAt('ssm', {
    ...settings,
    ...{ serviceId: 'SSM', signingName: 'ssm', protocol: AwsJson1_1Protocol },
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2014-11-06' },
  });
  return client as unknown as SsmClient;
}
