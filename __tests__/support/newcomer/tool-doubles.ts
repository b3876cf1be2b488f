// Doubles of the tools that a newcomer has in a shell, so that the commands that `init` prints are run as they are
// printed: by a shell, with its quotes and substitutions.

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Variables } from '../runner-environment.ts';

/** @returns what the tool prints. Throws: it fails with this message */
export type Tool = (args: readonly string[], cwd: string) => Promise<string>;

export interface Shell {
  /** @returns the output of both kinds */
  run(
    command: string,
    cwd: string,
  ): Promise<{ readonly code: number | null; readonly log: string }>;
  close(): Promise<void>;
}

/** @param variables of what runs in it, such as its clock */
export async function openShell(
  folder: string,
  tools: Readonly<Record<string, Tool>>,
  variables: Variables,
): Promise<Shell> {
  const server = createServer(async (request, response) => {
    const { tool, args, cwd } = JSON.parse(await text(request));
    const answer = await run(tools[tool], args, cwd);
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const script = fileURLToPath(new URL('tool-double.mjs', import.meta.url));
  for (const tool of Object.keys(tools)) {
    const path = join(bin, tool);
    writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${script}' ${tool} "$@"\n`);
    chmodSync(path, 0o755);
  }
  const path = `${bin}:/usr/bin:/bin`;
  const env = { ...variables, PATH: path, TOOL_DOUBLES: `http://127.0.0.1:${port}` };
  return {
    run: (command, cwd) =>
      new Promise((resolve, reject) => {
        const child = spawn('/bin/sh', ['-c', command], { cwd, env });
        let log = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk: Buffer) => {
            log += chunk.toString();
          });
        }
        child.once('error', reject);
        child.once('close', (code) => resolve({ code, log }));
      }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function run(tool: Tool | undefined, args: readonly string[], cwd: string) {
  try {
    if (!tool) throw new Error('there is no such tool');
    return { code: 0, out: await tool(args, cwd) };
  } catch (error) {
    return { code: 1, out: `${error instanceof Error ? error.stack : error}\n` };
  }
}
