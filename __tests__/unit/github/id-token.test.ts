import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getIDToken } from '@actions/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { guardIdToken } from '../../../src/github/id-token.ts';

const failing = (message: string) =>
  guardIdToken(() => Promise.reject(new Error(message)))('sts.amazonaws.com');

describe('A request for an ID token', () => {
  it('that is answered with an error shows no more of it than the status', async () => {
    const message =
      'Failed to get ID Token. \n \n        Error Code : 403\n \n        Error Message: SECRET page';
    await expect(failing(message)).rejects.toEqual(new KnownError('HTTP 403'));
  });

  it('that is not answered shows why', async () => {
    await expect(failing('Unable to get\n ACTIONS_ID_TOKEN_REQUEST_URL')).rejects.toThrow(
      'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL',
    );
  });

  it('gives the token of the audience', async () => {
    await expect(guardIdToken(async (audience) => `for ${audience}`)('sts')).resolves.toBe(
      'for sts',
    );
  });

  it('follows no redirect, so nobody else can give the token', async () => {
    const asked: string[] = [];
    const other = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":"forged"}');
    });
    const service = await serve((_, response) =>
      response.writeHead(302, { location: other }).end(),
    );
    Object.assign(process.env, {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${service}?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
    });
    await expect(guardIdToken(getIDToken)('sts')).rejects.toEqual(new KnownError('HTTP 302'));
    expect(asked).toEqual([]);
  });
});

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_URL;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
