// What the clients of a few calls have in common (decision 33): each is the client of CloudWatch, with the schemas,
// protocol and address of another service.

import {
  CloudWatchClient,
  type CloudWatchClientConfig,
  type CloudWatchClientResolvedConfig,
} from '@aws-sdk/client-cloudwatch';
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { $SchemaRef, StaticListSchema, StaticStructureSchema } from '@smithy/types';

/**
 * Schemas as the SDK generates them: a kind, a namespace, a name, traits, and for a structure its members and their
 * types (0: text, 1: number).
 */
export function schemasOf(namespace: string) {
  return {
    shape: (name: string, members: Readonly<Record<string, $SchemaRef>>): StaticStructureSchema => [
      ...([3, namespace, name, 0] as const),
      Object.keys(members),
      Object.values(members),
    ],
    list: (name: string, member: StaticStructureSchema): StaticListSchema => [
      ...([1, namespace, name, 0] as const),
      () => member,
    ],
  };
}

/** Makes the commands of a service. */
export function operationsOf<Input extends object, Output extends { readonly $metadata: object }>(
  namespace: string,
  service: string,
  client: string,
) {
  const command = makeBuilder<CloudWatchClientResolvedConfig, Input, Output>(
    {
      UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
      Endpoint: { type: 'builtInParams', name: 'endpoint' },
      Region: { type: 'builtInParams', name: 'region' },
      UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
    },
    service,
    client,
    getEndpointPlugin,
  );
  return <I extends Input, O extends Output>(
    name: string,
    input: StaticStructureSchema,
    output: StaticStructureSchema,
  ) => command<I, O>({}, () => [], name, [9, namespace, name, 0, () => input, () => output]);
}

/** A client whose address is that of CloudWatch with another first name, unless an address is given. */
export function clientAt(host: string, settings: CloudWatchClientConfig): CloudWatchClient {
  const client = new CloudWatchClient(settings);
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: renamed(endpoint.url, host) };
  };
  return client;
}

function renamed({ protocol, host, pathname }: URL, name: string): URL {
  return new URL(`${protocol}//${host.replace(/^monitoring(?=[.-])/, name)}${pathname}`);
}
