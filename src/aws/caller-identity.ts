// Whose credentials these are: GetCallerIdentity of STS, which needs no permission. The client is made as that of
// CloudWatch Logs, because one call does not need a client of its own (decision 33).

import { CloudWatchClient, type CloudWatchClientResolvedConfig } from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { type Client, makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { StaticStructureSchema } from '@smithy/types';
import { call, required } from './call.ts';
import type { CredentialProvider } from './role-session.ts';
import { createPromptTransport, readRetries } from './sdk-settings.ts';

const NAMESPACE = 'com.amazonaws.sts';
const TARGET = 'AWSSecurityTokenServiceV20110615';

export interface CallerIdentity {
  /** Twelve digits. */
  readonly account: string;
  /** `arn:aws:sts::123456789012:assumed-role/release/session`. */
  readonly arn: string;
}

interface Output {
  readonly Account?: string;
  readonly Arn?: string;
  readonly $metadata: object;
}

/** Nobody waits for a network that has no way to STS. */
const ATTEMPTS = 2;

/**
 * Throws a `KnownError` whose `cause` is the error of AWS or of its SDK.
 *
 * @param credentials `undefined`: those of the environment
 */
export async function readCallerIdentity(
  region: string,
  credentials: CredentialProvider | undefined,
): Promise<CallerIdentity> {
  const client = createClient(region, credentials);
  const doing = 'asking AWS whose credentials these are';
  try {
    const permission = { action: 'sts:GetCallerIdentity', resource: '*' };
    const { Account, Arn } = await call({ doing, permission }, () =>
      client.send(new GetCallerIdentityCommand({})),
    );
    return { account: required(Account, doing, 'Account'), arn: Arn ?? '' };
  } finally {
    client.destroy();
  }
}

function shape(name: string, members: readonly string[]): StaticStructureSchema {
  return [3, NAMESPACE, name, 0, [...members], members.map(() => 0)];
}

const command = makeBuilder<CloudWatchClientResolvedConfig, object, Output>(
  {
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  },
  TARGET,
  'STSClient',
  getEndpointPlugin,
);

const REQUEST = shape('GetCallerIdentityRequest', []);
const RESPONSE = shape('GetCallerIdentityResponse', ['UserId', 'Account', 'Arn']);

const GetCallerIdentityCommand = command<object, Output>({}, () => [], 'GetCallerIdentity', [
  ...([9, NAMESPACE, 'GetCallerIdentity', 0] as const),
  () => REQUEST,
  () => RESPONSE,
]);

function createClient(region: string, credentials: CredentialProvider | undefined) {
  const client = new CloudWatchClient({
    region,
    ...readRetries(process.env),
    maxAttempts: ATTEMPTS,
    ...(credentials && { credentials }),
    customUserAgent: 'canary-action/1',
    requestHandler: createPromptTransport(process.env),
    ...{ serviceId: 'STS', signingName: 'sts', protocol: AwsQueryProtocol },
    protocolSettings: {
      ...{ defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: '2011-06-15' },
      xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    },
  });
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
  };
  return client as unknown as Client<object, object, Output, CloudWatchClientResolvedConfig>;
}

/** STS has an endpoint in every Region (AWS General Reference, "AWS STS endpoints and quotas"). */
function addressOf(cloudWatch: URL): URL {
  const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, 'sts');
  return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}
