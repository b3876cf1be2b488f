// Holds requests against GitHub's own description of its API, which a simulator from npm carries:
// the emulator accepts what GitHub would not (unknown members, wrong types, missing ones).

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../../tools/node24.ts';
import type { Exchange } from './github-proxy.ts';
import { hold } from './hold-process.ts';

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** @returns one line for each thing that GitHub's schema forbids; empty when all is well */
export async function schemaViolations(exchanges: readonly Exchange[]): Promise<readonly string[]> {
  clearTimeout(idle);
  server ??= startServer();
  const { child, port } = await server;
  try {
    return (await Promise.all(exchanges.map((exchange) => check(port, exchange)))).flat();
  } finally {
    clearTimeout(idle);
    idle = setTimeout(() => stop(child), MOST_IDLE_MS).unref();
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

/** It reads an 11 MB description, which takes seconds: so one for all tests that share this module. */
let server: Promise<Server> | undefined;
/** Real milliseconds; if nothing is asked for so long, the tests that need it are probably over. */
const MOST_IDLE_MS = 60_000;
let idle: NodeJS.Timeout | undefined;

function stop(child: ChildProcess): void {
  server = undefined;
  child.kill();
}

async function check(
  port: number,
  { method, path, query, body }: Exchange,
): Promise<readonly string[]> {
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
}

async function startServer(): Promise<Server> {
  const script = fileURLToPath(new URL('./github-schema-server.mjs', import.meta.url));
  // It ends with this process, whose end it sees by the channel.
  const child = spawn(findNode24().path, [script], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += String(text);
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`GitHub's schema could not be served (exit ${code}): ${errors}`);
  });
  const [port] = await Promise.race([once(child, 'message'), died]);
  died.catch(() => {});
  hold(child, false);
  return { child, port: Number(port) };
}

function inWords({ instancePath, message, params }: SchemaError): string {
  const extra = params?.additionalProperty;
  const name = extra === undefined ? '' : ` (${String(extra)})`;
  return `${instancePath} ${message ?? 'is not valid'}${name}`;
}
