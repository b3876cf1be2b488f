// The client of the Resource Groups Tagging API, for the one call that finds resources by their tags. It is the client of
// CloudWatch with another name, protocol and address (decision 33).

import type { CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import type { Client } from '@smithy/core/client';
import type { AwsService, ClientSettings } from './clients.ts';
import { clientAt, operationsOf, schemasOf } from './small-client.ts';

const NAMESPACE = 'com.amazonaws.resourcegroupstaggingapi';
const TARGET = 'ResourceGroupsTaggingAPI_20170126';
/** The schema of a list of texts. */
const TEXTS = 64;

export interface GetResourcesInput {
  /** A resource needs all of them; without values, the key alone. */
  readonly TagFilters: readonly { readonly Key: string; readonly Values?: readonly string[] }[];
  /** `cloudwatch:alarm`. */
  readonly ResourceTypeFilters: readonly string[];
  readonly ResourcesPerPage?: number;
  readonly PaginationToken?: string;
}

export interface GetResourcesOutput {
  readonly $metadata: object;
  readonly ResourceTagMappingList?: readonly {
    readonly ResourceARN?: string;
    readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  }[];
  readonly PaginationToken?: string;
}

export type TaggingClient = Client<
  object,
  GetResourcesInput,
  GetResourcesOutput,
  CloudWatchClientResolvedConfig
>;

const { shape, list } = schemasOf(NAMESPACE);

const FILTER = shape('TagFilter', { Key: 0, Values: TEXTS });
const TAG = shape('Tag', { Key: 0, Value: 0 });
const MAPPING = shape('ResourceTagMapping', { ResourceARN: 0, Tags: () => list('TagList', TAG) });

const operation = operationsOf<GetResourcesInput, GetResourcesOutput>(
  NAMESPACE,
  TARGET,
  'ResourceGroupsTaggingAPIClient',
);

export const GetResourcesCommand = operation<GetResourcesInput, GetResourcesOutput>(
  'GetResources',
  shape('GetResourcesInput', {
    TagFilters: () => list('TagFilterList', FILTER),
    ...{ ResourceTypeFilters: TEXTS, ResourcesPerPage: 1, PaginationToken: 0 },
  }),
  shape('GetResourcesOutput', {
    ResourceTagMappingList: () => list('ResourceTagMappingList', MAPPING),
    PaginationToken: 0,
  }),
);

export const TAGGING: AwsService<TaggingClient> = {
  create: createTaggingClient,
  // The call reads, by POST.
  isRead: () => true,
};

/** Its address is that of CloudWatch with another name, as for CloudWatch Logs. */
function createTaggingClient(settings: ClientSettings): TaggingClient {
  const client = clientAt('tagging', {
    ...settings,
    ...{ serviceId: 'Resource Groups Tagging API', signingName: 'tagging' },
    protocol: AwsJson1_1Protocol,
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2017-01-26' },
  });
  return client as unknown as TaggingClient;
}
