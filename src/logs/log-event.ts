// One event of CloudWatch Logs, as every reader here takes it.

export interface LogEvent {
  /** AWS's ID of the event; empty if AWS returned none. */
  readonly id: string;
  /** The log group that it was read from. */
  readonly group: string;
  readonly stream: string;
  /** When it happened, in milliseconds since the epoch. For an access log, this is when the request arrived. */
  readonly at: number;
  /** When CloudWatch Logs received it, in milliseconds since the epoch. */
  readonly ingestedAt: number;
  readonly message: string;
}
