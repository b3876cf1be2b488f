// AwsJson1.0: the protocol of the AWS SDK for JavaScript, boto3 and the AWS CLI for CloudWatch.

import type { Codec } from './codec.ts';
import { queryErrorHeader, shapeOf } from './errors.ts';
import type { Members } from './fields.ts';
import { requestIdHeader, toWire } from './wire-value.ts';

const TARGET = /^GraniteServiceVersion20100801\.(\w+)$/;
const CONTENT_TYPE = { 'content-type': 'application/x-amz-json-1.0' };

const itself = (value: number) => value;
const WRITER = { date: (date: Date) => date.getTime() / 1000, integer: itself, double: itself };

const write = (value: unknown) => JSON.stringify(toWire(value, WRITER));

export const json: Codec = {
  operation: (request) => TARGET.exec(request.headers['x-amz-target'] ?? '')?.[1],
  decode: (body) => JSON.parse(body.toString('utf8') || '{}') as Members,
  encode: (_operation, output) => ({
    status: 200,
    headers: { ...CONTENT_TYPE, ...requestIdHeader() },
    body: write(output),
  }),
  encodeError: (error, request) => ({
    status: error.status,
    headers: {
      ...CONTENT_TYPE,
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
