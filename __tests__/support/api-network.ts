// The network between a runner and an API: `{api}.execute-api.{region}.amazonaws.com` resolves for the proxy alone, and
// leads to the simulator behind TLS.

import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { startForwardProxy } from './forward-proxy.ts';
import type { Variables } from './runner-environment.ts';
import { startTlsFront } from './tls-front.ts';

export interface ApiNetwork {
  /** What the step needs in its environment. */
  readonly env: Variables;
  close(): Promise<void>;
}

/** @param domain another name under which the simulator is reached */
export async function openApiNetwork(
  simulator: Simulator,
  restApiId: string,
  domain?: string,
): Promise<ApiNetwork> {
  const apis = `execute-api.${simulator.world.place.region}.amazonaws.com`;
  const host = domain ?? `${restApiId}.${apis}`;
  const { certificate, path, dispose } = show(domain ?? `*.${apis}`);
  const front = await startTlsFront(simulator.url, certificate);
  const proxy = await startForwardProxy({ hosts: { [`${host}:443`]: front.port } });
  return {
    env: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: path },
    close: async () => {
      await Promise.all([front.close(), proxy.close()]);
      dispose();
    },
  };
}

interface Shown {
  readonly certificate: Certificate;
  readonly path: string;
  /** Of the networks that show it now. */
  count: number;
}

/** By the name that they are for: with the same file, steps may share a process (see step-process.ts). */
const certificates = new Map<string, Shown>();

function show(name: string) {
  const shown = certificates.get(name) ?? make(name);
  if (shown.count++ === 0) writeFileSync(shown.path, shown.certificate.cert);
  const dispose = () => {
    if (--shown.count === 0) rmSync(shown.path);
  };
  return { ...shown, dispose };
}

function make(name: string): Shown {
  const file = `canary-action-api-${process.pid}-${certificates.size}.pem`;
  const made = { certificate: makeCertificate(name), path: join(tmpdir(), file), count: 0 };
  certificates.set(name, made);
  return made;
}
