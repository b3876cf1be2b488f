// What of the proxy variables must not be shown. Nothing else is needed of proxies before the inputs are read.

import { percentDecoded } from '../base/foreign-text.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** By the scheme of the server's URL, in the order in which they count. */
export const PROXY_VARIABLES = {
  'https:': ['https_proxy', 'HTTPS_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY'],
} as const;

/** The passwords in the variables, in every form in which they are sent or set. */
export function proxySecrets(env: Env): readonly string[] {
  const values = Object.values(PROXY_VARIABLES)
    .flat()
    .map((name) => env[name] ?? '');
  const secrets = values.flatMap((value) => {
    const [, user = '', password = ''] = LOGIN.exec(value) ?? [];
    const [plainUser, plain] = [user, password].map((part) => percentDecoded(part) ?? part);
    return plain ? [password, plain, basicOf(plainUser ?? '', plain)] : [];
  });
  return [...new Set(secrets)];
}

/** User and password of a proxy URL, also of one that is not valid. */
const LOGIN = /^(?:[a-z0-9]+:\/\/)?([^:@/]*):([^@/]*)@/i;

/** User and password as they are sent. */
export function basicOf(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}
