// Another project's emulator as a local process, started on a free port.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface EmulatorCommand {
  readonly program: string;
  readonly args: (port: number) => readonly string[];
  readonly env: (port: number) => Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** A path that answers once the emulator is ready. */
  readonly health: string;
  /** Real milliseconds to wait for it. */
  readonly timeoutMs: number;
}

export interface Emulator {
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Rejects, with its output, if it ends or does not answer in time. */
export async function startEmulator(command: EmulatorCommand): Promise<Emulator> {
  const port = await freePort();
  const child = spawn(command.program, [...command.args(port)], {
    cwd: command.cwd,
    env: { ...process.env, ...command.env(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
    });
  }
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', () => {
      ended = true;
      resolve();
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await end;
    clearTimeout(late);
  };
  const deadline = Date.now() + command.timeoutMs;
  while (!(await answers(`${url}${command.health}`))) {
    if (ended) throw new Error(`${command.program} ended: ${output}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${command.program} does not answer: ${output}`);
    }
    await sleep(250);
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
