// Tunnels through a proxy that is in trouble, over real sockets.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { GetAliasCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from '../../../src/aws/sdk-settings.ts';
import { openTunnel } from '../../../src/network/tunnel.ts';

describe('A tunnel', () => {
  let proxy: Server;
  let url: URL;
  let asked: string[];
  let answer: (socket: Duplex) => void;
  const open = new Set<Duplex>();
  const before = process.env.http_proxy;

  beforeEach(async () => {
    asked = [];
    proxy = createServer((_, response) => void response.writeHead(200).end('a web server'));
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      open.add(socket);
      socket.on('error', () => undefined);
      answer(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    if (before === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = before;
    for (const socket of open) socket.destroy();
    open.clear();
    proxy.closeAllConnections();
    proxy.close();
  });

  const to = { host: 'lambda.example', port: 443 };

  it('that a proxy refuses for now is asked for again by the client, as a call to AWS is', async () => {
    const body = JSON.stringify({ FunctionVersion: '7' });
    const reply = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    answer = (socket) => {
      if (asked.length < 3) return void socket.end('HTTP/1.1 503 Busy\r\n\r\n');
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.once('data', () => socket.write(reply));
    };
    process.env.http_proxy = url.href;
    const client = new LambdaClient({
      region: 'eu-west-1',
      endpoint: 'http://lambda.example',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      maxAttempts: 4,
      requestHandler: createTransport({}),
    });
    const got = await client.send(new GetAliasCommand({ FunctionName: 'orders', Name: 'live' }));
    expect(got.FunctionVersion).toBe('7');
    expect(asked).toEqual(Array(3).fill('lambda.example:80'));
    client.destroy();
  });

  it('names an IPv6 address as a URL does', async () => {
    answer = (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const socket = await openTunnel(url, { host: 'fd00::1', port: 443 });
    expect(asked).toEqual(['[fd00::1]:443']);
    socket.destroy();
  });

  it('is not made of what the server itself answers', async () => {
    answer = (socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n<html>no</html>');
    await expect(openTunnel(url, to)).rejects.toMatchObject({
      message: `the proxy ${url.host} refused a connection to lambda.example:443 with HTTP 403`,
      $retryable: undefined,
    });
  });

  it.each([
    ['closes the connection', (socket: Duplex) => void socket.destroy(), 'socket hang up'],
    ['speaks something else', (socket: Duplex) => void socket.write('220 smtp\r\n'), 'Parse Error'],
  ])('through a proxy that %s is an error that names it', async (_, act, why) => {
    answer = act;
    const error = await openTunnel(url, to).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error?.message).toContain(`the proxy ${url.host} could not be reached (${why}`);
    expect(error).toMatchObject({ name: 'ProxyError', $retryable: {} });
  });

  it('is given up after five seconds where the proxy is silent, and leaves no connection', async () => {
    let closed: Promise<void> | undefined;
    answer = (socket) => {
      closed = new Promise((resolve) => socket.once('end', resolve).resume());
    };
    const began = performance.now();
    await expect(openTunnel(url, to)).rejects.toThrow('did not answer within 5 s');
    expect(performance.now() - began).toBeLessThan(8_000);
    await closed;
  }, 20_000);
});
