// Selects the codec of a request.

import { gunzipSync } from 'node:zlib';
import { AwsError, type AwsRequest, type Reply } from '../../service.ts';
import { cbor } from './cbor.ts';
import type { Codec } from './codec.ts';
import type { Members } from './fields.ts';
import { json } from './json.ts';
import { query } from './query.ts';

const CODECS: readonly Codec[] = [cbor, json, query];

/** The codec of a request; `undefined` if it uses none of the protocols. */
export function codecOf(request: AwsRequest): Codec | undefined {
  return CODECS.find((codec) => codec.operation(request) !== undefined);
}

/** The request's members. SDKs compress a PutMetricData body from 10 KB on. */
export function decodeWith(codec: Codec, request: AwsRequest): Members {
  try {
    const gzipped = request.headers['content-encoding'] === 'gzip';
    return codec.decode(gzipped ? gunzipSync(request.body) : request.body, request);
  } catch {
    throw new AwsError('SerializationException', 400, 'the request body could not be decoded');
  }
}

/** Errors for requests without a codec are written as JSON. */
export const encodeErrorFor = (error: AwsError, request: AwsRequest): Reply =>
  (codecOf(request) ?? json).encodeError(error, request);
