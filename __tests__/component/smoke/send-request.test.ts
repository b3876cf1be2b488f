// What an API may answer: too much, without end, compressed, or to somewhere else.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../src/checks/check-answer.ts';
import { createAgents } from '../../../src/network/agents.ts';
import { sendRequest } from '../../../src/smoke/send-request.ts';

async function ask(
  answer: (response: ServerResponse) => void,
  { method = 'GET', seconds = 20 } = {},
): Promise<Answer> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/prod/orders`);
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    return await sendRequest({ method, url, headers: {}, body: undefined }, createAgents(), signal);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Writes until nobody reads any more. @returns how much was written */
function pour(
  response: ServerResponse,
  chunk: Buffer,
  most = Number.POSITIVE_INFINITY,
): () => number {
  let written = 0;
  const more = () => {
    while (written < most && !response.destroyed) {
      written += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    if (!response.destroyed) response.end();
  };
  more();
  return () => written;
}

const MIB = 1024 * 1024;
const TEXT = '{"id":7}';

describe('a response', () => {
  it('is its status, its headers and its text', async () => {
    const answer = await ask((response) => {
      response.writeHead(201, { 'Content-Type': 'application/json', 'Set-Cookie': ['a', 'b'] });
      response.end(TEXT);
    });
    expect(answer).toMatchObject({
      status: 201,
      headers: { 'content-type': ['application/json'], 'set-cookie': ['a', 'b'] },
      body: { kind: 'text', text: TEXT },
    });
  });

  it.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
  ])('is read with the content-encoding %s', async (encoding, bytes) => {
    const { body } = await ask((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    });
    expect(body).toEqual({ kind: 'text', text: TEXT });
  });

  it.each([
    ['that is not what its content-encoding says', 'gzip', /is not gzip/],
    ['in an encoding that is not understood', 'zstd', /the content-encoding "zstd", which is not/],
  ])('%s is not tested', async (_, encoding, why) => {
    const { body } = await ask((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(TEXT);
    });
    expect(body).toEqual({ kind: 'unread', why: expect.stringMatching(why) });
  });

  it('to HEAD has the headers of a body, and none', async () => {
    const answered = await ask(
      (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(),
      { method: 'HEAD' },
    );
    expect(answered.body).toEqual({ kind: 'text', text: '' });
  });

  it('of 200 MB is read for 1 MiB', async () => {
    let sent = () => 0;
    const { status, body } = await ask((response) => {
      sent = pour(response, Buffer.alloc(64 * 1024, 'a'), 200 * MIB);
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { kind: 'unread', why: expect.stringContaining('more than 1 MiB') },
    });
    expect(sent()).toBeLessThan(20 * MIB);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(300 * MIB))],
    ['br', brotliCompressSync(Buffer.alloc(300 * MIB), { params: { 1: 1 } })],
  ])('that expands to 300 MiB is read for 1 MiB: %s', async (encoding, bytes) => {
    const before = process.memoryUsage().rss;
    const { body } = await ask((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    });
    expect(body).toMatchObject({ kind: 'unread' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
  });

  it('without end, a byte at a time, ends with the time limit', async () => {
    const asked = ask(
      (response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('a'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { seconds: 1 },
    );
    await expect(asked).rejects.toThrow(/aborted/);
  });

  it('that ends too early is none', async () => {
    const asked = ask((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a');
      setTimeout(() => response.destroy(), 50);
    });
    await expect(asked).rejects.toThrow(/aborted/);
  });

  it('that leads elsewhere is not followed', async () => {
    const answer = await ask((response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    expect(answer).toMatchObject({
      status: 302,
      headers: { location: ['http://169.254.169.254/latest/meta-data/'] },
    });
  });
});
