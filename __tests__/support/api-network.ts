// The network between a runner and an API: `{api}.execute-api.{region}.amazonaws.com` resolves for the proxy alone, and
// leads to the simulator behind TLS.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../../simulator/simulator.ts';
import { makeCertificate } from './certificate.ts';
import { startForwardProxy } from './forward-proxy.ts';
import type { Variables } from './runner-environment.ts';
import { startTlsFront } from './tls-front.ts';
import { createWorkspace } from './workspace.ts';

export interface ApiNetwork {
  /** What the step needs in its environment. */
  readonly env: Variables;
  close(): Promise<void>;
}

/** @param host another name under which the simulator is reached */
export async function openApiNetwork(
  simulator: Simulator,
  restApiId: string,
  host = `${restApiId}.execute-api.${simulator.world.place.region}.amazonaws.com`,
): Promise<ApiNetwork> {
  const certificate = makeCertificate(host);
  const front = await startTlsFront(simulator.url, certificate);
  const proxy = await startForwardProxy({ hosts: { [`${host}:443`]: front.port } });
  const workspace = createWorkspace();
  const path = join(workspace.temp, 'api.pem');
  writeFileSync(path, certificate.cert);
  return {
    env: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: path },
    close: async () => {
      await Promise.all([front.close(), proxy.close()]);
      workspace.dispose();
    },
  };
}
