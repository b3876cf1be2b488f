import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { requestIdToken } from '../../../src/github/id-token.ts';

const PERMISSION = 'permission-of-the-job';

describe('A request for an ID token', () => {
  it('gives the token of the audience, and masks it first', async () => {
    const asked: unknown[] = [];
    const masked: string[] = [];
    const url = await serve(({ url, headers }, response) => {
      asked.push({ url, permission: headers.authorization });
      response.writeHead(200, JSON_TYPE).end('{"value":"the-token"}');
    });
    const token = await request(url, (secret) => masked.push(secret));
    expect({ token, masked }).toEqual({ token: 'the-token', masked: ['the-token'] });
    expect(asked).toEqual([
      { url: '/?v=1&audience=sts.amazonaws.com%2F%26', permission: `Bearer ${PERMISSION}` },
    ]);
  });

  it.each([400, 401, 403, 404, 422, 500])(
    'that is answered with an error (%d) shows no more of it than the status',
    async (status) => {
      const url = await serve((_, response) =>
        response.writeHead(status, JSON_TYPE).end('{"message":"SECRET page"}'),
      );
      await expect(request(url)).rejects.toEqual(new KnownError(`HTTP ${status}`));
    },
  );

  it.each(['{}', '{"value":""}', '{"value":{"a":1}}', 'null', '<html>SECRET</html>'])(
    'that is answered with %s is not a token',
    async (body) => {
      const url = await serve((_, response) => response.writeHead(200, JSON_TYPE).end(body));
      await expect(request(url)).rejects.toEqual(new KnownError('its response contains no token'));
    },
  );

  it('that is not answered shows why', async () => {
    await expect(request('http://127.0.0.1:1/')).rejects.toThrow(
      new KnownError('connect ECONNREFUSED 127.0.0.1:1'),
    );
  });

  it.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
    'names the variable that is not set: %s',
    async (missing) => {
      const set = { ...variables('http://127.0.0.1:1/'), [missing]: '' };
      const asked = requestIdToken('sts.amazonaws.com', set, () => undefined);
      await expect(asked).rejects.toEqual(new KnownError(`${missing} is not set`));
    },
  );

  it('follows no redirect, so nobody else can give the token', async () => {
    const asked: string[] = [];
    const other = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, JSON_TYPE).end('{"value":"forged"}');
    });
    const service = await serve((_, response) =>
      response.writeHead(302, { location: other }).end(),
    );
    await expect(request(service)).rejects.toEqual(new KnownError('HTTP 302'));
    expect(asked).toEqual([]);
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

function request(url: string, mask: (secret: string) => void = () => undefined): Promise<string> {
  return requestIdToken('sts.amazonaws.com/&', variables(url), mask);
}

function variables(url: string) {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}?v=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: PERMISSION,
  };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
