// Programs on this machine: finding them and running them.

import { type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Unavailable } from './verifier.ts';

export interface Ended {
  /** `null` if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  /** Replaces this process's own variables. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Real milliseconds; default 5 minutes. */
  readonly timeoutMs?: number;
}

/** Runs a program to its end. Rejects only if it cannot be started. */
export function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ended> {
  const { cwd, env = process.env, input = '', timeoutMs = 300_000 } = options;
  const settings: SpawnOptions = { env, timeout: timeoutMs, ...(cwd && { cwd }) };
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { ...settings, stdio: 'pipe' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, stdout: String(Buffer.concat(out)), stderr: String(Buffer.concat(err)) }),
    );
    child.stdin.on('error', () => undefined); // the program may never read it
    child.stdin.end(input);
  });
}

/** Runs a program that must succeed. If it fails, throws an error with its output. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, options);
  if (code === 0) return stdout;
  const output = `${stdout}\n${stderr}`.trim().slice(-4000);
  throw new Error(`${program} ${args.join(' ')}\nended with ${code}: ${output}`);
}

/** The path of a program; `undefined` if it is not installed. */
export function find(program: string, folders: readonly string[] = []): string | undefined {
  const path = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  return path.map((folder) => join(folder, program)).find(isExecutable);
}

/** The path of a program. Throws `Unavailable`. */
export function need(program: string, folders: readonly string[] = []): string {
  const path = find(program, folders);
  if (path === undefined) throw new Unavailable(`${program} is not installed`);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
