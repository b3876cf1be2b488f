// TLS in front of a server that speaks plain HTTP on loopback.

import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import type { Certificate } from './certificate.ts';

export interface TlsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** @param origin `http://127.0.0.1:PORT` */
export async function startTlsFront(origin: string, certificate: Certificate): Promise<TlsFront> {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  const server = createServer(certificate, (socket) => {
    const upstream = connect(Number(port), hostname);
    open.add(socket).add(upstream);
    socket.pipe(upstream).pipe(socket);
    for (const end of [socket, upstream]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(end);
        socket.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
