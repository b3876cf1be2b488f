// The parts of S3 that hold the code of functions: CreateBucket, PutObject and GetObject, with the name of the bucket
// in the path.

import { createHash } from 'node:crypto';
import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { World } from '../world.ts';
import { createObjectStore, type ObjectStore } from './store.ts';

export interface S3 {
  readonly service: Service;
  readonly objects: ObjectStore;
}

export function createS3({ place, random }: World): S3 {
  const objects = createObjectStore(random, place.region);
  const arn = (path: string) => `arn:${place.partition}:s3:::${path}`;
  const identify = (request: AwsRequest): Call => {
    const { method, rawPath } = request;
    const [, bucket = '', key = ''] = /^\/([^/]+)(?:\/(.*))?$/s.exec(decode(rawPath)) ?? [];
    const named = (operation: string, action: string, perform: Call['perform']): Call => ({
      ...{ operation, perform },
      permission: {
        action: `s3:${action}`,
        resource: arn(key === '' ? bucket : `${bucket}/${key}`),
      },
    });
    if (method === 'PUT' && key === '') {
      const region = /<LocationConstraint>([^<]+)</.exec(request.body.toString())?.[1];
      return named('CreateBucket', 'CreateBucket', () => {
        objects.createBucket(bucket, region ?? place.region);
        return reply(200, {});
      });
    }
    if (method === 'PUT') return named('PutObject', 'PutObject', () => put(request, bucket, key));
    if (method === 'GET' && key !== '') {
      const version = request.query.get('versionId') ?? undefined;
      const action = version === undefined ? 'GetObject' : 'GetObjectVersion';
      return named('GetObject', action, () => reply(200, {}, objects.read(bucket, key, version)));
    }
    throw new NotImplemented(`S3 ${method} ${rawPath}`);
  };
  const put = ({ headers, body }: AwsRequest, bucket: string, key: string): Reply => {
    const expected = headers['x-amz-content-sha256'] ?? '';
    const found = createHash('sha256').update(body).digest('hex');
    if (/^[0-9a-f]{64}$/.test(expected) && expected !== found) {
      throw new AwsError(
        'XAmzContentSHA256Mismatch',
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    return reply(200, { 'x-amz-version-id': objects.put(bucket, key, new Uint8Array(body)) });
  };
  // Unsigned requests are never for S3: their paths could be those of any other service.
  return { service: { name: 's3', owns: () => false, identify, encodeError }, objects };
}

function reply(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Reply['body'] = '',
): Reply {
  return { status, headers, body };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encodeError({ code, status, message, headers }: AwsError): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return reply(status, { 'content-type': 'application/xml', ...headers }, body);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
