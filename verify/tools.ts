// Tools that a witness may install for itself, when it was asked for by name: into `.verify/`, by
// the ordinary clients of Go and Python. Otherwise they are used where they are there already.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { find, mustRun } from './command.ts';
import { Absent, type Stand } from './witness.ts';

const HALF_AN_HOUR = 1_800_000;

export interface GoTool {
  readonly program: string;
  /** `example.com/owner/tool/cmd/tool@v1.2.3` */
  readonly package: string;
}

/** The path of a Go program; built by `go install` where that is allowed. Throws `Absent`. */
export async function goTool(stand: Stand, tool: GoTool): Promise<string> {
  const bin = join(stand.folder, 'bin');
  const there = find(tool.program, [bin]);
  if (there !== undefined) return there;
  const go = find('go');
  if (!stand.called || go === undefined) {
    throw new Absent(
      `${tool.program} is not installed${go === undefined ? ', and there is no Go to build it' : '; naming this witness builds it with Go'}`,
    );
  }
  stand.say(`building ${tool.package}`);
  await mkdir(bin, { recursive: true });
  const env = { ...process.env, GOBIN: bin };
  await mustRun(go, ['install', tool.package], { env, timeoutMs: HALF_AN_HOUR, cwd: bin });
  return join(bin, tool.program);
}

export interface PythonTool {
  /** The folder of its virtual environment. */
  readonly name: string;
  readonly program: string;
  /** As pip takes them, pinned. */
  readonly packages: readonly string[];
  /** Set: only this Python can run it. */
  readonly python?: string;
}

/** The path of a program of a virtual environment, made where that is allowed. Throws `Absent`. */
export async function pythonTool(stand: Stand, tool: PythonTool): Promise<string> {
  const folder = join(stand.folder, tool.name);
  const program = join(folder, 'bin', tool.program);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return program;
  // Python itself is everywhere; only a program of the tool's own name is the tool.
  const elsewhere = tool.program === tool.name ? find(tool.program) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  const interpreter = tool.python ?? 'python3';
  const python = find(interpreter);
  if (!stand.called || python === undefined) {
    throw new Absent(
      `${tool.name} is not installed${python === undefined ? `, and there is no ${interpreter} for it` : '; naming this witness installs it with pip'}`,
    );
  }
  stand.say(`installing ${tool.packages[0]} into a virtual environment`);
  await mustRun(python, ['-m', 'venv', folder]);
  const pip = join(folder, 'bin', 'pip');
  await mustRun(pip, ['install', '--quiet', ...tool.packages], { timeoutMs: HALF_AN_HOUR });
  await writeFile(complete, `${tool.packages.join('\n')}\n`);
  return program;
}
