// Writes code that is too large for a request to S3. One call does not need S3's own client, which is as large as all
// others together: the client of Lambda signs and sends it, with its credentials, proxy and limits.

import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { SdkError } from '../base/errors.ts';
import { partitionOf } from '../base/partitions.ts';
import type { Place } from './arns.ts';
import { call } from './call.ts';

export interface StoredCode {
  readonly bucket: string;
  /** Of letters that need no encoding in a URL. */
  readonly key: string;
  readonly content: Uint8Array;
  /** Of the content, in hexadecimal digits; S3 compares it. */
  readonly sha256: string;
}

/** The key names the content, so it is safe to repeat. */
export async function storeCode(
  client: LambdaClient,
  place: Place,
  { bucket, key, content, sha256 }: StoredCode,
): Promise<void> {
  const doing = `writing the code to s3://${bucket}/${key}`;
  const resource = `arn:${place.partition}:s3:::${bucket}/${key}`;
  const request = requestFor(place, `/${bucket}/${key}`, content, sha256);
  await call({ doing, permission: { action: 's3:PutObject', resource } }, () =>
    send(client, place, request),
  );
}

type Request = ReturnType<typeof requestFor>;

const ATTEMPTS = 4;
const PAUSE_MS = 1_000;

/** Retries what the SDK would retry. */
async function send(client: LambdaClient, place: Place, request: Request): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(client, place, request);
    } catch (error) {
      if (!isPassing(error as SdkError) || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS * attempt);
      });
    }
  }
}

/** An error of S3 itself, or of the connection. */
function isPassing({ name, code, $metadata }: SdkError): boolean {
  if ($metadata) return ($metadata.httpStatusCode ?? 0) >= 500;
  return name === 'TimeoutError' || typeof code === 'string';
}

async function sendOnce(client: LambdaClient, { region }: Place, request: Request): Promise<void> {
  const scheme = { name: 'sigv4', signingName: 's3', signingRegion: region, properties: {} };
  const signer = await client.config.signer(scheme);
  const signed = await signer.sign(request, { signingRegion: region, signingService: 's3' });
  const { response } = await client.config.requestHandler.handle(signed as never, {
    requestTimeout: SENDING_MS,
  });
  const { statusCode, headers, body } = response;
  const text = await textOf(body);
  if (statusCode >= 300) throw errorOf(statusCode, headers, text);
}

const SENDING_MS = 600_000;

/** Path style, because names of buckets may contain dots, which certificates do not cover. */
function requestFor({ region }: Place, path: string, body: Uint8Array, sha256: string) {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const standard = `https://s3.${region}.${partitionOf(region).dnsSuffix}`;
  const { protocol, hostname, port, host } = new URL(
    AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || standard,
  );
  return {
    method: 'PUT',
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path,
    query: {},
    headers: {
      host,
      'content-length': String(body.length),
      'content-type': 'application/zip',
      'x-amz-content-sha256': sha256,
    },
    body,
  };
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** In the form of the SDK's errors. */
function errorOf(
  httpStatusCode: number,
  headers: Readonly<Record<string, string>>,
  xml: string,
): Error {
  const where = headers['x-amz-bucket-region'];
  const code = /<Code>([^<]{1,300})</.exec(xml)?.[1] ?? `HTTP ${httpStatusCode}`;
  const message =
    httpStatusCode === 301 || code === 'AuthorizationHeaderMalformed'
      ? `the bucket is in another Region${where ? `, ${where}` : ''}; expected one in the Region of the functions`
      : (/<Message>([^<]{1,300})/.exec(xml)?.[1] ?? code);
  const requestId = headers['x-amz-request-id'];
  return Object.assign(new Error(message), {
    name: code,
    $metadata: { httpStatusCode, ...(requestId && { requestId }) },
  });
}
