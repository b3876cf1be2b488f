// How CloudWatch Logs takes in events, and how it returns them. AWS publishes none of these figures; all may be
// changed while the simulator runs.

export interface LogsSettings {
  /**
   * Simulated seconds from the moment that a service writes a line until it is ingested: half to one and a half times
   * as much, for each access log line and each invocation by itself, so that they arrive in another order. Lines of
   * PutLogEvents are ingested at once.
   */
  deliverySeconds: number;
  /** The share of them (0 to 1) that are late. */
  lateShare: number;
  /** Their additional simulated seconds, on average; exponentially distributed. */
  lateSeconds: number;
  /** Simulated seconds after its ingestion until an event can be read. */
  readableSeconds: number;
  /** The share of lines of services (0 to 1) that are lost. */
  lostShare: number;
  /** The share of lines of services (0 to 1) that are ingested twice, as two events. */
  duplicateShare: number;
  /** The maximum number of events that FilterLogEvents examines for a page: with a pattern, pages may be empty. */
  examinedPerPage: number;
  /** The share of pages (0 to 1) of FilterLogEvents that end early, perhaps without any event, with a token. */
  shortPageShare: number;
  /** Simulated seconds for which DescribeLogStreams shows an old `lastEventTimestamp`. */
  staleSeconds: number;
  /** Megabytes of all events; beyond it, the oldest events of the largest group are discarded. */
  storedMegabytes: number;
}

export const DEFAULT_LOGS_SETTINGS: LogsSettings = {
  deliverySeconds: 3,
  lateShare: 0.01,
  lateSeconds: 10,
  readableSeconds: 1,
  lostShare: 0,
  duplicateShare: 0,
  examinedPerPage: 10_000,
  shortPageShare: 0,
  // Usually less than an hour (API reference, LogStream).
  staleSeconds: 3600,
  storedMegabytes: 256,
};
