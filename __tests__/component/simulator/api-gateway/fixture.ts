// What the tests of API Gateway's control plane share: a client of a simulator, and an API to act on.

import {
  APIGatewayClient,
  type APIGatewayServiceException,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateRestApiCommand,
  CreateStageCommand,
  type CreateStageCommandInput,
  GetStageCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  type Stage,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import type { Unsettled } from '../../../../simulator/world.ts';

/** A client that tries once: a retry would hide what the tests ask for. */
export const clientOf = ({ url, world }: Simulator) =>
  new APIGatewayClient({
    endpoint: url,
    region: world.place.region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
  });

export interface Bench {
  readonly simulator: Simulator;
  readonly client: APIGatewayClient;
  readonly restApiId: string;
  readonly rootResourceId: string;
  deploy(input?: Omit<CreateDeploymentCommandInput, 'restApiId'>): Promise<string>;
  stage(input: Omit<CreateStageCommandInput, 'restApiId'>): Promise<Visible>;
  patch(stageName: string, ...patchOperations: PatchOperation[]): Promise<Visible>;
  look(stageName: string): Promise<Visible>;
  close(): Promise<void>;
}

/** A stage's members without the SDK's own and without the dates. */
type Visible = Omit<Stage, 'createdDate' | 'lastUpdatedDate'>;

function visible(answer: Stage & { readonly $metadata: unknown }): Visible {
  const { $metadata, createdDate, lastUpdatedDate, ...stage } = answer;
  return stage;
}

/** A simulator with one API whose root answers GET by a mock. */
export async function setUp(unsettled: Partial<Unsettled> = {}): Promise<Bench> {
  const simulator = await startSimulator({ seed: 7, unsettled });
  const client = clientOf(simulator);
  const api = await client.send(new CreateRestApiCommand({ name: 'orders' }));
  const restApiId = api.id ?? '';
  const rootResourceId = api.rootResourceId ?? '';
  await mockMethod(client, restApiId, rootResourceId);
  return {
    simulator,
    client,
    restApiId,
    rootResourceId,
    deploy: async (input) => {
      const answer = await client.send(new CreateDeploymentCommand({ restApiId, ...input }));
      return answer.id ?? '';
    },
    stage: async (input) =>
      visible(await client.send(new CreateStageCommand({ restApiId, ...input }))),
    patch: async (stageName, ...patchOperations) => {
      const input = { restApiId, stageName, patchOperations };
      return visible(await client.send(new UpdateStageCommand(input)));
    },
    look: async (stageName) =>
      visible(await client.send(new GetStageCommand({ restApiId, stageName }))),
    close: async () => {
      client.destroy();
      await simulator.close();
    },
  };
}

/** A method on that resource, answered by a mock with `{"said": "first"}`. */
export async function mockMethod(
  client: APIGatewayClient,
  restApiId: string,
  resourceId: string,
  httpMethod = 'GET',
): Promise<void> {
  const at = { restApiId, resourceId, httpMethod };
  await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  await client.send(
    new PutIntegrationCommand({
      ...at,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  await client.send(new PutMethodResponseCommand({ ...at, statusCode: '200' }));
  await client.send(
    new PutIntegrationResponseCommand({
      ...at,
      statusCode: '200',
      responseTemplates: { 'application/json': '{"said": "first"}' },
    }),
  );
}

/** How AWS refused: status, code and message. Throws when the call succeeded. */
export async function refusal(call: Promise<unknown>) {
  const outcome = await call.then(
    () => undefined,
    (error: APIGatewayServiceException) => error,
  );
  if (!outcome) throw new Error('the call succeeded');
  return {
    status: outcome.$metadata?.httpStatusCode,
    code: outcome.name,
    message: outcome.message,
  };
}

export const badRequest = (message: unknown) => ({
  status: 400,
  code: 'BadRequestException',
  message,
});
