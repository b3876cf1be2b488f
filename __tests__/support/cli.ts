// Starts the command line as a shell or another CI does: Node 24 on dist/cli.js, in a folder of its own, with the
// variables that are given and nothing else. There is no terminal, and nothing to read on standard input.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClockSettings } from '../../simulator/clock.ts';
import { findNode24 } from '../../tools/node24.ts';
import {
  type AwsSurroundings,
  awsVariables,
  clockVariables,
  inherited,
} from './runner-environment.ts';
import { collectOutput } from './step-output.ts';
import { startProcess } from './step-process.ts';

export interface CliOptions {
  /** `undefined` for no credentials, Region or endpoint. */
  readonly aws?: AwsSurroundings | undefined;
  readonly clock?: ClockSettings | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to run in; by default a fresh one, removed at the end of the tests. */
  readonly cwd?: string;
}

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output and error. */
  readonly log: string;
  readonly stderr: string;
  /** A file in its folder. */
  file(name: string): string;
}

export interface RunningCli {
  readonly pid: number;
  log(): string;
  sees(pattern: RegExp): Promise<void>;
  signal(name: NodeJS.Signals): void;
  readonly done: Promise<CliResult>;
}

const node = findNode24();
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'canary-action-compiled') };

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, with a home next to it. */
export function cliFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'cli-'));
  folders.push(root);
  const cwd = join(root, 'checkout');
  mkdirSync(cwd);
  return cwd;
}

export function startCli(args: readonly string[], options: CliOptions = {}): RunningCli {
  const { cwd = cliFolder(), clock, env } = options;
  const child = startProcess({
    node: node.path,
    script: CLI,
    args,
    cwd,
    env: {
      ...COMPILED,
      ...inherited(),
      HOME: join(cwd, '..'),
      // No credentials of the machine that runs the tests.
      AWS_EC2_METADATA_DISABLED: 'true',
      ...('aws' in options && options.aws === undefined ? {} : awsVariables(options.aws)),
      ...clockVariables(clock),
      ...env,
    },
  });
  const { turns } = child;
  const output = collectOutput(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const done = child.ended.then(({ code, signal }) => {
    const refusal = turns.refusal();
    if (refusal) throw refusal;
    const file = (name: string) => readFileSync(join(cwd, name), 'utf8');
    return { code, signal, log: output.log(), stderr, file };
  });
  return {
    pid: child.pid ?? 0,
    log: output.log,
    sees: (pattern) => output.sees(pattern, done),
    signal: (name) => {
      child.kill(name);
      turns.reached();
    },
    done,
  };
}

export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(args, options).done;
}
