// Web server logs in the Common or Combined Log Format.

export interface LogLine {
  /** Seconds since the epoch. */
  readonly at: number;
  readonly client: string;
  readonly status: number;
  readonly bytes: number;
}

const LINE = /^(\S+) \S+ .*?\[([^\]]+)\] "(?:[^"\\]|\\.)*" (\d{3}) (\d+|-)/;
const TIME = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** With fewer requests, a rollout has nothing to compare. */
const LEAST_LINES = 1000;
/** The share of lines that may be in another format, 0 to 1. */
const MOST_UNREAD = 0.05;

/**
 * The requests in order of time. Throws if the text is not such a log, or too short for a comparison.
 *
 * @param name names the file in errors
 */
export function readLog(name: string, text: string): readonly LogLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.flatMap((line) => lineOf(line) ?? []);
  const unread = lines.length - read.length;
  if (read.length < LEAST_LINES || unread > MOST_UNREAD * lines.length) {
    throw new Error(
      `${name}: ${read.length} of ${lines.length} lines are in the Common or Combined Log Format; expected at least ${LEAST_LINES}, and 95% of all`,
    );
  }
  return read.sort((a, b) => a.at - b.at);
}

function lineOf(line: string): LogLine | undefined {
  const [, client = '', time = '', status = '', bytes = ''] = LINE.exec(line) ?? [];
  const at = secondsOf(time);
  if (Number.isNaN(at)) return undefined;
  return { at, client, status: Number(status), bytes: bytes === '-' ? 0 : Number(bytes) };
}

/** `10/Oct/2000:13:55:36 -0700`; NaN for another format. */
function secondsOf(time: string): number {
  const [, day, name = '', year, clock, hours, minutes] = TIME.exec(time) ?? [];
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  return Date.parse(`${year}-${month}-${day}T${clock}${hours}:${minutes}`) / 1000;
}
