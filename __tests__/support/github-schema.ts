// Holds requests against GitHub's own description of its API, which a simulator from npm carries:
// the emulator accepts what GitHub would not (unknown members, wrong types, missing ones).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../../tools/node24.ts';
import type { Exchange } from './github-proxy.ts';

export interface GitHubSchema {
  /** One line for each thing that GitHub's schema forbids; empty when all is well. */
  violations(exchanges: readonly Exchange[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Reads an 11 MB description: about a second. Open it once for a test file. */
export async function openGitHubSchema(): Promise<GitHubSchema> {
  const { port, close } = await startServer();
  const check = async ({ method, path, query, body }: Exchange): Promise<readonly string[]> => {
    // The description is of the REST API.
    if (path === '/graphql') return [];
    const response = await fetch(`http://127.0.0.1:${port}${path}${query}`, {
      method,
      headers: { 'content-type': 'application/json', connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 404) return [`${method} ${path}: no such endpoint`];
    if (response.status !== 400) return [];
    const { err = [] } = JSON.parse(text) as { err?: readonly SchemaError[] };
    return err.map((error) => `${method} ${path}: ${inWords(error)}`);
  };
  return {
    violations: async (exchanges) => (await Promise.all(exchanges.map(check))).flat(),
    close,
  };
}

async function startServer() {
  const script = fileURLToPath(new URL('./github-schema-server.mjs', import.meta.url));
  const child = spawn(findNode24().path, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  const exit = once(child, 'exit');
  const died = exit.then(([code]) => {
    throw new Error(`GitHub's schema could not be served (exit ${code}): ${errors}`);
  });
  const [port] = await Promise.race([once(child.stdout, 'data'), died]);
  died.catch(() => {});
  const close = async () => {
    child.kill();
    await exit;
  };
  return { port: Number(String(port)), close };
}

function inWords({ instancePath, message, params }: SchemaError): string {
  const extra = params?.additionalProperty;
  const name = extra === undefined ? '' : ` (${String(extra)})`;
  return `${instancePath} ${message ?? 'is not valid'}${name}`;
}
