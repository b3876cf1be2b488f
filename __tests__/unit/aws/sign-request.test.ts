// Compared with the SDK's own signer, which is another implementation.

import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SignatureV4 } from '@smithy/signature-v4';
import { signedHeaders } from '../../../src/aws/sign-request.ts';

const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const AT = Date.UTC(2026, 10, 29, 8, 16, 14);

class Sha256 {
  readonly #hash;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
  reset() {}
}

describe('a signature', () => {
  it.each([
    ['GET', 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/orders', undefined],
    ['GET', 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/', undefined],
    ['GET', 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/a%20b/c%2Fd/~x!', undefined],
    [
      'GET',
      'https://abc.execute-api.eu-west-1.amazonaws.com/prod/o?b=2&a=1&a=0&e=&s=a%20b',
      undefined,
    ],
    ['POST', 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/orders', '{"name":"Ünal"}'],
  ])('%s %s is that of the SDK', async (method, address, body) => {
    const url = new URL(address);
    for (const credentials of [CREDENTIALS, { ...CREDENTIALS, sessionToken: 'FwoG/token==' }]) {
      const scope = { region: 'eu-west-1', service: 'execute-api', at: AT };
      const headers = { 'content-type': 'application/json', 'x-a': ' several   spaces ' };
      const ours = signedHeaders({ method, url, headers, body }, credentials, scope);
      const signer = new SignatureV4({
        ...{ credentials, region: scope.region, service: scope.service, sha256: Sha256 as never },
        applyChecksum: false,
      });
      const query: Record<string, string | string[]> = {};
      for (const name of new Set(url.searchParams.keys())) {
        query[name] = url.searchParams.getAll(name);
      }
      const theirs = (await signer.sign(
        {
          ...{ method, protocol: 'https:', hostname: url.host, path: url.pathname, query },
          headers: { ...headers, host: url.host },
          ...(body !== undefined && { body }),
        } as never,
        { signingDate: new Date(AT) },
      )) as unknown as { readonly headers: Readonly<Record<string, string>> };
      expect(ours.authorization).toBe(theirs.headers.authorization);
    }
  });
});
