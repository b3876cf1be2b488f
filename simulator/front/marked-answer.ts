// An answer with a marker in every text, in each of the protocols.

import { rewrite } from '../cloudwatch/protocol/cbor.ts';
import type { Reply } from '../service.ts';
import { type Marking, markBody, markTexts } from './marked-texts.ts';

export function markReply(reply: Reply, marking: Marking): Reply {
  const { 'content-length': _, ...headers } = reply.headers;
  return { ...reply, headers, body: markedBody(reply, marking) };
}

function markedBody({ headers, body }: Reply, marking: Marking): Reply['body'] {
  if (body.length === 0) return body;
  if (headers['content-type'] === 'application/cbor') {
    return rewrite(Buffer.from(body), (value) => markTexts(value, marking));
  }
  return markBody(Buffer.from(body).toString(), marking);
}
