// The state of CloudWatch Logs.

export const LOG_CLASSES = ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'] as const;
export type LogClass = (typeof LOG_CLASSES)[number];

/** All times are milliseconds since the epoch, on the simulator's clock. */
export interface LogEvent {
  /** When it happened, as its writer says. */
  readonly timestamp: number;
  readonly ingestionTime: number;
  /** It can be read from then on. */
  readonly readableAt: number;
  readonly message: string;
  /** The message in UTF-8. */
  readonly bytes: number;
  /** Counts all events: the order of those with the same times, and a part of the event's id. */
  readonly sequence: number;
  readonly stream: LogStream;
}

export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  firstTimestamp: number | undefined;
  lastTimestamp: number | undefined;
  lastIngestion: number | undefined;
  /** What DescribeLogStreams shows, and since when. */
  shown:
    | { readonly timestamp: number; readonly ingestion: number; readonly at: number }
    | undefined;
}

/** The position of an event in the order in which events are returned. */
export interface Position {
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly sequence: number;
}

/** API reference, FilterLogEvents: by timestamp, by the time of ingestion, and by the request that wrote them. */
export const inOrder = (a: Position, b: Position): number =>
  a.timestamp - b.timestamp || a.ingestionTime - b.ingestionTime || a.sequence - b.sequence;

/** What a log event counts in a batch or a page, besides its message (API reference, PutLogEvents). */
export const EVENT_OVERHEAD_BYTES = 26;
