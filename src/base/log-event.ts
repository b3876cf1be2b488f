// One event of a log, whoever reads it.

export interface LogEvent {
  /** The service's ID of the event; empty if it returned none. */
  readonly id: string;
  /** The log group that it was read from. */
  readonly group: string;
  readonly stream: string;
  /** When it happened, in milliseconds since the epoch. For an access log, this is when the request arrived. */
  readonly at: number;
  /** When the service received it, in milliseconds since the epoch. */
  readonly ingestedAt: number;
  readonly message: string;
}
