// Tools that a verifier may install, if the user named it: into `.verify/`, with the ordinary clients of
// Go, Python and npm. Otherwise a tool is used only if it is already installed.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { find, mustRun } from './command.ts';
import { Unavailable, type VerifyContext } from './verifier.ts';

const HALF_AN_HOUR = 1_800_000;

export interface GoTool {
  readonly program: string;
  /** `example.com/owner/tool/cmd/tool@v1.2.3` */
  readonly package: string;
}

/** The path of a Go program; built with `go install` if that is allowed. Throws `Unavailable`. */
export async function goTool(context: VerifyContext, tool: GoTool): Promise<string> {
  const bin = join(context.folder, 'bin');
  const there = find(tool.program, [bin]);
  if (there !== undefined) return there;
  const go = find('go');
  if (!context.named || go === undefined) {
    throw new Unavailable(
      `${tool.program} is not installed${go === undefined ? ', and there is no Go to build it' : '; name this verifier to build it with Go'}`,
    );
  }
  context.print(`building ${tool.package}`);
  await mkdir(bin, { recursive: true });
  const env = { ...process.env, GOBIN: bin };
  await mustRun(go, ['install', tool.package], { env, timeoutMs: HALF_AN_HOUR, cwd: bin });
  return join(bin, tool.program);
}

export interface PythonTool {
  /** The folder of its virtual environment. */
  readonly name: string;
  readonly program: string;
  /** Pinned requirements, as pip reads them. */
  readonly packages: readonly string[];
  /** The only Python that can run it, if there is such a limit. */
  readonly python?: string;
}

/** The path of a program in a virtual environment, created if allowed. Throws `Unavailable`. */
export async function pythonTool(context: VerifyContext, tool: PythonTool): Promise<string> {
  const folder = join(context.folder, tool.name);
  const program = join(folder, 'bin', tool.program);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return program;
  // `python` on the PATH is not the tool; only a program with the tool's own name is.
  const elsewhere = tool.program === tool.name ? find(tool.program) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  const interpreter = tool.python ?? 'python3';
  const python = find(interpreter);
  if (!context.named || python === undefined) {
    throw new Unavailable(
      `${tool.name} is not installed${python === undefined ? `, and there is no ${interpreter} for it` : '; name this verifier to install it with pip'}`,
    );
  }
  context.print(`installing ${tool.packages[0]} into a virtual environment`);
  await mustRun(python, ['-m', 'venv', folder]);
  const pip = join(folder, 'bin', 'pip');
  await mustRun(pip, ['install', '--quiet', ...tool.packages], { timeoutMs: HALF_AN_HOUR });
  await writeFile(complete, `${tool.packages.join('\n')}\n`);
  return program;
}

export interface NpmTool {
  /** The folder that has its `node_modules`. */
  readonly name: string;
  /** Pinned packages, as npm reads them. */
  readonly packages: readonly string[];
}

/** The `node_modules` with these packages, installed if allowed. Throws `Unavailable`. */
export async function npmTool(context: VerifyContext, tool: NpmTool): Promise<string> {
  const folder = join(context.folder, tool.name);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return join(folder, 'node_modules');
  const npm = find('npm');
  if (!context.named || npm === undefined) {
    throw new Unavailable(
      `${tool.name} is not installed${npm === undefined ? ', and there is no npm for it' : '; name this verifier to install it with npm'}`,
    );
  }
  context.print(`installing ${tool.packages.join(' and ')}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private": true}\n');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  await mustRun(npm, [...install, ...tool.packages], { cwd: folder, timeoutMs: HALF_AN_HOUR });
  await writeFile(complete, `${tool.packages.join('\n')}\n`);
  return join(folder, 'node_modules');
}
