// CloudWatch has three protocols, which a request selects by its headers. Each is a codec around one
// implementation of the operations: members in, members out, times as `Date`.

import type { AwsError, AwsRequest, Reply } from '../../service.ts';
import type { Members } from './fields.ts';

export interface Codec {
  /** The operation of the request, or `undefined` if it uses another protocol. */
  operation(request: AwsRequest): string | undefined;
  decode(body: Buffer, request: AwsRequest): Members;
  encode(operation: string, output: Members): Reply;
  encodeError(error: AwsError, request: AwsRequest): Reply;
}
