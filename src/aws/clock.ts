// How far this machine's clock differs from AWS's. The SDK corrects its signatures itself. But counts are
// requested by the minute, and a rollout stores when its steps began.

import { formatDuration } from '../base/duration.ts';

/** A client whose responses show the time: the part of it that is needed here. */
export interface TimedClient {
  readonly config: {
    readonly requestHandler: {
      handle(request: never, options?: never): Promise<{ readonly response: ClockReading }>;
    };
  };
}

interface ClockReading {
  readonly headers: Readonly<Record<string, string>>;
}

export interface ClockWatch {
  /** Reads AWS's time from every response to this client. */
  follow<C extends TimedClient>(client: C): C;
  /**
   * Seconds by which this machine's clock is ahead of AWS's; negative if it is behind; `undefined` before the
   * first response. Accurate to one or two seconds.
   */
  ahead(): number | undefined;
}

export function watchClock(): ClockWatch {
  let least: number | undefined;
  const see = ({ headers }: ClockReading) => {
    const seconds = (Date.now() - Date.parse(headers.date ?? '')) / 1000;
    if (Number.isNaN(seconds)) return;
    // A response takes time, which adds to the offset, so the smallest of all offsets is the most accurate.
    if (least === undefined || Math.abs(seconds) < Math.abs(least)) least = seconds;
  };
  return {
    follow: (client) => {
      const handler = client.config.requestHandler;
      const handle = handler.handle.bind(handler);
      handler.handle = async (request, options) => {
        const answered = await handle(request, options);
        see(answered.response);
        return answered;
      };
      return client;
    },
    ahead: () => least,
  };
}

/** Seconds. CloudWatch counts by the minute: with a larger offset, steps would be judged by the wrong minutes. */
export const WARN_FROM_SECONDS = 30;

/** `undefined`: the clock is accurate enough, or the offset is unknown. */
export function describeClockOffset(ahead: number | undefined): string | undefined {
  if (ahead === undefined || Math.abs(ahead) < WARN_FROM_SECONDS) return undefined;
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return `this machine's clock is ${formatDuration(Math.round(Math.abs(ahead)))} ${side} AWS's`;
}
