// The entry of the command line: this process as a terminal.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { must } from '../base/assert.ts';
import { foreign, orElse } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import { cliCommands } from './command-table.ts';
import { runCli } from './run-cli.ts';

/** Sets the exit code of the process. Never throws. */
export async function start(): Promise<void> {
  // The bundle has the SDK that it was tested with, whatever its later versions need.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // A reader that ends, such as `head`, must not stop a rollback.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await runCli(
    {
      args: process.argv.slice(2),
      env,
      cwd: process.cwd(),
      interactive: Boolean(stdin.isTTY && stdout.isTTY) && !env.CI,
      version: await readVersion(),
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text),
    },
    cliCommands(),
  );
}

/** From package.json, which is in the folder above the bundle. */
async function readVersion(): Promise<string> {
  const bundle = must(process.argv[1], 'node was started with a file');
  const file = join(dirname(bundle), '..', 'package.json');
  const text = await foreign(() => readFileSync(file, 'utf8')).catch(orElse(''));
  const { version } = (parseJson(text) ?? {}) as { readonly version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
