// A hook behind a URL: one POST, signed if there is a secret. The URL may be as secret as a password, so messages
// contain no more of it than the host, whatever the server returns.

import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { foreign, known } from '../base/errors.ts';
import { MAX_REDIRECTS, redirectOf } from '../base/redirect.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { addressSecrets } from '../inputs/address-secrets.ts';
import type { UrlHook } from '../inputs/values.ts';
import { agentFor } from '../network/agents.ts';
import {
  ANSWER_LIMIT_BYTES,
  type Clean,
  type HookResult,
  readAnswer,
  readFailure,
  shortly,
} from './answer.ts';

interface Reply {
  readonly status: number;
  readonly location: string;
  /** `undefined`: longer than the limit for responses. */
  readonly body: string | undefined;
}

/** @param secret empty: nothing is signed */
export async function callUrl(
  { url }: UrlHook,
  body: string,
  secret: string,
  signal: AbortSignal,
): Promise<HookResult> {
  let address = new URL(url);
  const secrets = [secret, ...addressSecrets(address)];
  const clean: Clean = (text) => withoutSecrets(text, secrets);
  try {
    for (let redirects = 0; ; redirects++) {
      const signature = secret === '' ? '' : sign(secret, body, Date.now() / 1000);
      secrets.push(signature, signature.slice(signature.indexOf('v1=') + 3));
      const to = address;
      const reply = await foreign(() => post(to, body, signature, signal));
      if (reply.status < 300 || reply.status >= 400) return judgeReply(reply, clean);
      const next = redirectOf(address, 'POST', reply.status, reply.location);
      if ('refused' in next) return { kind: 'failed', message: clean(next.refused) };
      if (redirects === MAX_REDIRECTS)
        return { kind: 'failed', message: 'it redirects too many times' };
      address = next.to;
      secrets.push(...addressSecrets(address));
    }
  } catch (error) {
    return {
      kind: 'failed',
      message: `it could not be reached: ${shortly(clean(known(error).message))}`,
    };
  }
}

function judgeReply({ status, body }: Reply, clean: Clean): HookResult {
  if (status < 200 || status >= 300) {
    const text = readFailure(body ?? '', clean);
    return { kind: 'failed', message: `it returned ${status}${text && `: ${text}`}` };
  }
  if (body === undefined) {
    return {
      kind: 'failed',
      message: `it returned ${status} with more than 6 MB; expected a short JSON object, or nothing`,
    };
  }
  return readAnswer(body, clean) ?? { kind: 'passed', message: '' };
}

/** @param signature empty: nothing is signed */
function post(address: URL, body: string, signature: string, signal: AbortSignal): Promise<Reply> {
  const send = address.protocol === 'https:' ? tlsRequest : plainRequest;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'canary-action/1',
    ...(signature !== '' && { [SIGNATURE_HEADER]: signature }),
  };
  return new Promise((resolve, reject) => {
    const agent = agentFor(address);
    const request = send(address, { method: 'POST', headers, signal, agent });
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      const chunks: Buffer[] = [];
      let length = 0;
      const reply = (text: string | undefined) =>
        resolve({ status, location: answered.location ?? '', body: text });
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= ANSWER_LIMIT_BYTES) chunks.push(chunk);
        else {
          reply(undefined);
          request.destroy();
        }
      });
      response.on('end', () => reply(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    });
    request.end(body);
  });
}

export const SIGNATURE_HEADER = 'x-canary-signature';

/**
 * `t=1764000000,v1=…`: the time, and HMAC-SHA-256 in hexadecimal of `time.body`. The time is signed too, so that
 * an intercepted request cannot be sent again later.
 *
 * @param at seconds since the epoch
 */
export function sign(secret: string, body: string, at: number): string {
  const time = Math.floor(at);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}
