// How far this machine's clock is from AWS's. The SDK corrects its signatures by itself; but what is
// counted is asked for by the minute, and a rollout is remembered by when its steps began.

import { formatDuration } from '../base/duration.ts';

/** As much of a client's HTTP handler as is needed here. */
interface Client {
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
  /** Lets every answer to this client say the time. */
  follow<C extends Client>(client: C): C;
  /**
   * Seconds by which this machine's clock is ahead of AWS's, or behind it where they are negative;
   * `undefined` before the first answer. Good to a second or two.
   */
  ahead(): number | undefined;
}

export function watchClock(): ClockWatch {
  let least: number | undefined;
  const see = ({ headers }: ClockReading) => {
    const seconds = (Date.now() - Date.parse(headers.date ?? '')) / 1000;
    if (Number.isNaN(seconds)) return;
    // An answer takes its time: of many, the one that says least says it best.
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

/** Seconds. CloudWatch counts by the minute: beyond the next one, steps are judged by others' minutes. */
export const WORTH_SAYING = 30;

/** `undefined`: as good as right, or not known. */
export function describeClockOffset(ahead: number | undefined): string | undefined {
  if (ahead === undefined || Math.abs(ahead) < WORTH_SAYING) return undefined;
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return `this machine's clock is ${formatDuration(Math.round(Math.abs(ahead)))} ${side} AWS's`;
}
