// Malformed answers of AWS and GitHub, served to the action's own clients instead of the network.

import { Readable } from 'node:stream';
import fc from 'fast-check';
import { fixedCredentials } from '../__tests__/support/credentials.ts';
import { type ClientSets, connect } from '../src/aws/clients.ts';
import { API_GATEWAY } from '../src/aws/gateway-client.ts';
import { LAMBDA } from '../src/aws/lambda-client.ts';

/** An HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const NAMES = [
  ...['item', 'items', 'tags', 'Tags', 'canarySettings', 'deploymentId', 'variables', 'name', 'id'],
  ...['percentTraffic', 'stageVariableOverrides', 'Configuration', 'FunctionVersion', 'RevisionId'],
  ...[
    'RoutingConfig',
    'AdditionalVersionWeights',
    'FunctionArn',
    'CodeSha256',
    'Policy',
    'Versions',
  ],
  ...['MetricAlarms', 'StateValue', 'NextToken', 'NextMarker', 'position', '_embedded', '__type'],
  ...[
    'resourceMethods',
    'methodIntegration',
    'uri',
    'user',
    'login',
    'body',
    'created_at',
    'number',
  ],
];

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('1', '2', '$LATEST', 'NaN', '__proto__', '::error::x', '../..', '1e999'),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);

/** JSON with the member names of real answers, in wrong places and with wrong types. */
const json = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 8 })), tie('tree'), {
      maxKeys: 6,
    }),
  ),
})).tree;

const text = fc.oneof(
  { weight: 8, arbitrary: json.map((tree) => JSON.stringify(tree)) },
  { weight: 2, arbitrary: json.map((tree) => JSON.stringify(tree).slice(0, -1)) },
  { weight: 1, arbitrary: fc.constant('<html><body><h1>502 Bad Gateway</h1></body></html>') },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant(`{"item":[${'{"id":"a"},'.repeat(1_000)}{}]}`) },
  { weight: 1, arbitrary: fc.constant('['.repeat(3_000)) },
);

const bytes = fc.oneof(
  { weight: 12, arbitrary: text.map((content) => new TextEncoder().encode(content)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);

export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(201, 204, 400, 403, 404, 410, 418) },
  ),
  type: fc.constantFrom('application/json', 'application/cbor', 'text/html', ''),
  bytes,
});

export interface OfflineClients {
  readonly clients: ClientSets;
  /** From now on, calls get these answers in turn, repeatedly. */
  answerWith(answers: readonly Answer[]): void;
  /** The requests so far that were not reads. */
  writes(): readonly string[];
}

const never = new AbortController().signal;
const NEVER = { cancelled: never, rollbackDeadline: never, ended: never };

/** The action's clients without a network. */
export function connectOffline(): OfflineClients {
  const clients = connect('eu-west-1', NEVER, fixedCredentials());
  const writes: string[] = [];
  let current: readonly Answer[] = [];
  let turn = 0;
  const handle = async (request: { method: string; path: string; hostname: string }) => {
    // CloudWatch also reads with POST.
    if (request.method !== 'GET' && !request.hostname.startsWith('monitoring')) {
      writes.push(`${request.method} ${request.path}`);
    }
    const { status, type, bytes: body } = current[turn++ % current.length] ?? NOTHING;
    const headers = { 'content-type': type };
    return { response: { statusCode: status, headers, body: Readable.from([body]) } };
  };
  const { normal, rollback } = clients;
  for (const client of [
    normal.cloudWatch,
    ...[normal, rollback].flatMap(({ open }) => [open(API_GATEWAY), open(LAMBDA)]),
  ]) {
    Object.assign(client.config.requestHandler, { handle });
    Object.assign(client.config, { retryStrategy: async () => ONCE });
  }
  for (const { open } of [normal, rollback]) {
    open(LAMBDA).middlewareStack.remove('canaryActionPace');
  }
  const answerWith = (answers: readonly Answer[]) => {
    current = answers;
    turn = 0;
  };
  return { clients, answerWith, writes: () => writes };
}

const NOTHING: Answer = { status: 200, type: '', bytes: new Uint8Array() };

/** No retries: the test is about how each answer is read. */
const ONCE = {
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async () => {
    throw new Error('retries are disabled');
  },
  recordSuccess: () => undefined,
};
