// Agents for node:http and node:https that reach each server as the runner's environment says: directly or through
// a proxy. They open every connection of this action that GitHub's toolkit does not open.

import { type ClientRequestArgs, Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { known } from '../base/errors.ts';
import { proxyFor } from './proxy.ts';
import { openTunnel } from './tunnel.ts';

export interface Agents {
  readonly httpAgent: PlainAgent;
  readonly httpsAgent: TlsAgent;
}

/** As those of the AWS SDK. */
const POOL = { keepAlive: true, maxSockets: 50 };

/** @param trusted the certificates to trust, in PEM; `undefined`: those that Node trusts */
export function createAgents(trusted?: readonly string[]): Agents {
  return {
    httpAgent: new ProxiedPlainAgent(POOL),
    httpsAgent: new ProxiedTlsAgent({ ...POOL, ...(trusted && { ca: [...trusted] }) }),
  };
}

/** For one request, whose connection is not kept. */
export function agentFor({ protocol }: URL): PlainAgent | TlsAgent {
  return protocol === 'https:' ? new ProxiedTlsAgent() : new ProxiedPlainAgent();
}

type Created = (error: Error | null, stream: Duplex) => void;

class ProxiedPlainAgent extends PlainAgent {
  override createConnection(options: ClientRequestArgs, created?: Created) {
    return connect('http', options, created, (socket) =>
      socket ? socket : super.createConnection(options, created),
    );
  }
}

class ProxiedTlsAgent extends TlsAgent {
  override createConnection(options: ClientRequestArgs, created?: Created) {
    // The server's certificate is checked in a tunnel as well: the proxy sees nothing of the requests.
    return connect('https', options, created, (socket) =>
      socket
        ? super.createConnection({ ...options, socket } as ClientRequestArgs)
        : super.createConnection(options, created),
    );
  }
}

type Connection = Duplex | null | undefined;

/** @param open gets the socket of the tunnel; `undefined`: there is no proxy for this server */
function connect(
  scheme: 'http' | 'https',
  { host, port }: ClientRequestArgs,
  created: Created | undefined,
  open: (socket?: Socket) => Connection,
): Connection {
  const to = { host: host ?? 'localhost', port: Number(port ?? (scheme === 'https' ? 443 : 80)) };
  const name = to.host.includes(':') ? `[${to.host}]` : to.host;
  // Node passes an error to a request only by the callback.
  const fail = (error: unknown) => created?.(error as Error, undefined as unknown as Duplex);
  try {
    const proxy = proxyFor(new URL(`${scheme}://${name}:${to.port}`));
    if (!proxy) return open();
    openTunnel(proxy, to).then((socket) => created?.(null, open(socket) as Duplex), fail);
  } catch (error) {
    fail(known(error));
  }
  return undefined;
}
