// A forward proxy in front of hosts whose names nobody else resolves, as in a company's network.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { begins } from '../../simulator/turns/open-requests.mjs';

export interface ForwardProxy {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** Each request: `CONNECT host:443 200`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface ForwardOptions {
  /** `host:port` as in a request, with the port on loopback that it stands for. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** `user:password` that it asks for. */
  readonly login?: string;
  /** What it answers to everything; -1: nothing at all. */
  readonly status?: number;
}

export async function startForwardProxy(options: ForwardOptions = {}): Promise<ForwardProxy> {
  const { hosts = {}, login = '', status = '' } = options;
  const script = fileURLToPath(new URL('./forward-proxy-process.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: {
      FORWARD_HOSTS: JSON.stringify(hosts),
      FORWARD_LOGIN: login,
      FORWARD_STATUS: String(status),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const requests: string[] = [];
  /** Ends of the requests that are not answered. */
  const waiting: (() => void)[] = [];
  const note = (line: string) => {
    if (line === 'given up') waiting.shift()?.();
    else requests.push(line);
    if (line.endsWith(' -1')) waiting.push(begins(line));
  };
  let rest = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('listening ')) resolve(line.slice('listening '.length));
        else note(line);
      }
    });
  });
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}
