// Smithy RPC v2 CBOR: the protocol of newer SDKs for CloudWatch, and an option in others. Times have tag 1
// (seconds since the epoch, whole or fractional).

import { decode, encode, Token, Type } from 'cborg';
import type { Codec } from './codec.ts';
import { queryErrorHeader, shapeOf } from './errors.ts';
import type { Members } from './fields.ts';
import { requestIdHeader, toWire } from './wire-value.ts';

const PATH = /^\/service\/GraniteServiceVersion20100801\/operation\/(\w+)$/;
const HEADERS = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };
const EPOCH_TAG = 1;

/** cborg writes a `bigint` as an integer, so every plain number can be written as a double. */
const WRITER = { date: (date: Date) => date, integer: BigInt, double: (value: number) => value };

const asDouble = (value: number) => new Token(Type.float, value);

const write = (value: unknown) => writePlain(toWire(value, WRITER));

const writePlain = (value: unknown) =>
  encode(value, {
    float64: true,
    typeEncoders: {
      Date: (date: Date) => [new Token(Type.tag, EPOCH_TAG), asDouble(date.getTime() / 1000)],
      number: asDouble,
    },
  });

function read(body: Buffer): Members {
  if (body.length === 0) return {};
  return decode(body, { tags: { [EPOCH_TAG]: (inner) => new Date(Number(inner()) * 1000) } });
}

/** What a body becomes when its value is changed. */
export function rewrite(body: Buffer, change: (value: unknown) => unknown): Uint8Array {
  return writePlain(change(read(body)));
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
  encodeError: (error, request) => ({
    status: error.status,
    headers: {
      ...HEADERS,
      ...requestIdHeader(),
      ...queryErrorHeader(error, request),
      ...error.headers,
    },
    body: write({
      ...error.members,
      __type: `com.amazonaws.cloudwatch#${shapeOf(error)}`,
      message: error.message,
    }),
  }),
};
