// What reading logs costs: calls, which count against a quota, and the transfer out of AWS, which is billed. Reading has
// no price of its own.

/** The calls of one run at most: three hours of reading as fast as the quota of the account allows here. */
export const CALLS_OF_A_RUN = 20_000;

export interface Reading {
  readonly requestsPerSecond: number;
  /** Length of a line in bytes. */
  readonly lineBytes: number;
  readonly sources: number;
}

export interface ReadCost {
  readonly callsPerHour: number;
  readonly gigabytesPerHour: number;
  /** At the price for transfer to the internet in most Regions, without the free part. */
  readonly dollarsPerHour: number;
}

/** A hot read every 5 seconds looks at 20 seconds, and two settling reads follow. */
const READS_OF_A_LINE = 20 / 5 + 2;
const READS_PER_HOUR = 3600 / 5 + 2 * (3600 / 30);
/** Names, times and IDs around a line in a response: measured with lines of 282 bytes. */
const BYTES_AROUND = 240;
/** FilterLogEvents returns up to 1 MB or 10,000 events. */
const PAGE_BYTES = 1_048_576;
const PAGE_EVENTS = 10_000;
/** Amazon EC2 pricing, "Data transfer OUT", first tier; CloudWatch Logs is billed like EC2. */
const DOLLARS_PER_GIGABYTE = 0.09;

export function readCost({ requestsPerSecond, lineBytes, sources }: Reading): ReadCost {
  const lines = requestsPerSecond * 3600 * READS_OF_A_LINE;
  const pages = Math.max((lines * lineBytes) / PAGE_BYTES, lines / PAGE_EVENTS);
  const gigabytesPerHour = (lines * (lineBytes + BYTES_AROUND)) / 1e9;
  return {
    // Each read has at least one page, and its last page is not full.
    callsPerHour: Math.ceil(sources * READS_PER_HOUR + pages),
    gigabytesPerHour,
    dollarsPerHour: gigabytesPerHour * DOLLARS_PER_GIGABYTE,
  };
}
