import type { Writable } from 'node:stream';

type Streaming = (event: unknown, stream: Writable, context: unknown) => Promise<void> | void;

export function streamifyResponse(handler: Streaming): (...given: unknown[]) => unknown;

export const HttpResponseStream: {
  from(stream: Writable, metadata: object): Writable;
};

export function streamed(
  handler: (...given: never[]) => unknown,
): ((event: unknown, context: unknown) => Promise<string>) | undefined;
