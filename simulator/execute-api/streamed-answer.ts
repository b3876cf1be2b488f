// The answer of a function that is called with InvokeWithResponseStream: metadata as JSON, eight null bytes,
// and then the body (API Gateway developer guide, "Lambda proxy integration format for response
// streaming"). The simulator collects all of it before passing it on.

const DELIMITER = Buffer.alloc(8);

/** From the guide: the delimiter must occur within the first 16 KB. */
const FARTHEST = 16 * 1024;

export interface StreamedAnswer {
  readonly metadata: string;
  readonly body: Uint8Array;
}

/** `undefined` for an answer in another format. */
export function splitStreamed(payload: Uint8Array): StreamedAnswer | undefined {
  const bytes = Buffer.from(payload);
  const at = bytes.indexOf(DELIMITER);
  if (at < 0 || at > FARTHEST) return undefined;
  return { metadata: bytes.toString('utf8', 0, at), body: bytes.subarray(at + DELIMITER.length) };
}
