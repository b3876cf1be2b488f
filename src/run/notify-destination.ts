// The input `notify-url` as a place where reports are sent.

import type { UrlHook } from '../inputs/values.ts';
import type { Destination } from './up-to-date.ts';

/** @see notify */
export interface NotifyPlace {
  readonly to: UrlHook;
  /** Empty: nothing is signed. */
  readonly secret: string;
}

export function notifyAt({ to, secret }: NotifyPlace, ended: AbortSignal): Destination {
  return {
    what: 'event for notify-url',
    shows: 'events',
    // Its server may have received it.
    retryAfter: () => undefined,
    write: async (report) => {
      const { notify } = await import('../hooks/notify.ts');
      await notify(to, secret, report, ended);
    },
  };
}
