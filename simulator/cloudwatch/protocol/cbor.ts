// Smithy RPC v2 CBOR: what boto3 and the AWS CLI speak to CloudWatch since 2025. Times are tag 1
// (seconds since the epoch, whole or not).

import { decode, encode, Token, Type } from 'cborg';
import type { Codec } from './codec.ts';
import { faultOf, shapeOf } from './errors.ts';
import type { Members } from './fields.ts';
import { requestIdHeader, toWire } from './wire-value.ts';

const PATH = /^\/service\/GraniteServiceVersion20100801\/operation\/(\w+)$/;
const HEADERS = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };
const EPOCH_TAG = 1;

const write = (value: unknown) =>
  encode(
    toWire(value, (date) => date),
    {
      typeEncoders: {
        Date: (date: Date) => {
          const seconds = date.getTime() / 1000;
          const type = Number.isInteger(seconds) ? Type.uint : Type.float;
          return [new Token(Type.tag, EPOCH_TAG), new Token(type, seconds)];
        },
      },
    },
  );

function read(body: Buffer): Members {
  if (body.length === 0) return {};
  return decode(body, { tags: { [EPOCH_TAG]: (inner) => new Date(Number(inner()) * 1000) } });
}

export const cbor: Codec = {
  operation: (request) =>
    request.headers['smithy-protocol'] === 'rpc-v2-cbor'
      ? PATH.exec(request.rawPath)?.[1]
      : undefined,
  decode: read,
  encode: (_operation, output) => ({
    status: 200,
    headers: { ...HEADERS, ...requestIdHeader() },
    body: write(output),
  }),
  encodeError: (error) => ({
    status: error.status,
    headers: {
      ...HEADERS,
      ...requestIdHeader(),
      'x-amzn-query-error': `${error.code};${faultOf(error)}`,
      ...error.headers,
    },
    body: write({
      ...error.members,
      __type: `com.amazonaws.cloudwatch#${shapeOf(error)}`,
      message: error.message,
    }),
  }),
};
