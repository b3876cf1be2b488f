// How a URL hook knows that a request is ours and new.

import { createHmac } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-canary-signature';

/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed
 * too, so that a request that was overheard cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
export function sign(secret: string, body: string, at: number): string {
  const time = Math.floor(at);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}
