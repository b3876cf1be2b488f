// Sends a recorded call: an operation, by name, through the AWS SDK, or a request to the stage.

import * as apiGateway from '@aws-sdk/client-api-gateway';
import * as lambda from '@aws-sdk/client-lambda';

export interface Answer {
  /** `undefined` if there was no answer. */
  readonly status: number | undefined;
  /** What the SDK parsed, without its metadata; `undefined` members are absent. */
  readonly body?: unknown;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly type?: unknown;
    /** How the body spells the message member, if it has one. */
    readonly messageMember?: 'message' | 'Message';
  };
}

export interface Sender {
  /** Never throws for an answer of the server. Throws for an operation that no client has. */
  send(call: string, input: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): void;
}

/** A client of an SDK package as this runner uses it: commands are looked up by name. */
interface AnyClient {
  send(command: object): Promise<Record<string, unknown>>;
  destroy(): void;
  readonly middlewareStack: { add(middleware: Middleware, options: object): void };
}

type Next = (args: unknown) => Promise<{ response: { body?: unknown } }>;
type Middleware = (next: Next) => Next;
type Command = new (input: object) => object;

/**
 * Clients for the endpoint; `undefined`: AWS itself, with the credentials of the environment. At an
 * endpoint, calls are not retried: a retry would hide the recorded answer. On AWS they are, because a
 * throttling error is no answer worth recording.
 */
export function createSender(endpoint: string | undefined, region: string): Sender {
  const credentials = { accessKeyId: 'AKIAREPLAY', secretAccessKey: 'replay' };
  const settings =
    endpoint === undefined
      ? { region, maxAttempts: 12 }
      : { region, endpoint, maxAttempts: 1, credentials };
  const capture = new RawBodies();
  const services = [
    { commands: apiGateway, client: new apiGateway.APIGatewayClient(settings) },
    { commands: lambda, client: new lambda.LambdaClient(settings) },
  ].map(({ commands, client }) => ({
    commands: commands as unknown as Readonly<Record<string, Command>>,
    client: client as unknown as AnyClient,
  }));
  for (const { client } of services) {
    client.middlewareStack.add(capture.middleware, { step: 'deserialize', priority: 'low' });
  }
  return {
    send: async (call, input) => {
      if (call === 'HTTP') return requestStage(endpoint, region, input);
      for (const { commands, client } of services) {
        const command = commands[`${call}Command`];
        if (command) return sendCommand(client, new command(input), capture);
      }
      throw new Error(`no client knows the operation ${call}`);
    },
    close: () => {
      for (const { client } of services) client.destroy();
    },
  };
}

/** Stores the text of the last answer: the SDK hides how an error spells its members. */
class RawBodies {
  last = '';

  readonly middleware: Middleware = (next) => async (args) => {
    const result = await next(args);
    const chunks: Uint8Array[] = [];
    const { body } = result.response;
    if (isStream(body)) {
      for await (const chunk of body) chunks.push(chunk);
      const whole = Buffer.concat(chunks);
      result.response.body = whole;
      this.last = whole.toString('utf8');
    }
    return result;
  };
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

async function sendCommand(
  client: AnyClient,
  command: object,
  capture: RawBodies,
): Promise<Answer> {
  try {
    const { $metadata, ...body } = await client.send(command);
    const status = ($metadata as { httpStatusCode?: number }).httpStatusCode;
    return { status, body };
  } catch (error) {
    return failure(error, capture.last);
  }
}

function failure(error: unknown, raw: string): Answer {
  const fault = error as Partial<{
    name: string;
    message: string;
    Type: unknown;
    $metadata: { httpStatusCode?: number };
  }>;
  const member = /"(message|Message)"\s*:/.exec(raw)?.[1];
  return {
    status: fault.$metadata?.httpStatusCode,
    error: {
      code: fault.name ?? 'unknown',
      message: fault.message ?? String(error),
      type: fault.Type,
      ...(member === 'message' || member === 'Message' ? { messageMember: member } : {}),
    },
  };
}

/** The URL of a deployed stage; without an endpoint, on AWS itself. */
export function stageUrl(
  endpoint: string | undefined,
  { region, restApiId, stageName }: Readonly<Record<'region' | 'restApiId' | 'stageName', string>>,
): string {
  return endpoint === undefined
    ? `https://${restApiId}.execute-api.${region}.amazonaws.com/${stageName}`
    : `${endpoint}/_aws/execute-api/${restApiId}/${stageName}`;
}

async function requestStage(
  endpoint: string | undefined,
  region: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { restApiId = '', stageName = '', method, path } = input as Record<string, string>;
  const url = `${stageUrl(endpoint, { region, restApiId, stageName })}${path}`;
  const response = await fetch(url, { method: method ?? 'GET' });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}
