// Builds the bundle that GitHub's runner starts from src/: TypeScript to JavaScript, then one folder with all
// dependencies. The same sources and lock file give the same bytes on any machine: `npm ci` lays out
// node_modules, and nothing of this machine may enter the output.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReportPage } from './report-page.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/**
 * The command line is the same bundle, too. npm starts it by a link of another name, so it says itself what it is,
 * and with that where the report page is.
 */
const CLI = `#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

process.argv[1] = fileURLToPath(import.meta.url);
await import('./index.js');
`;

/**
 * Compiles into `build/` and bundles into `distDir`; both are emptied first.
 *
 * @param {string} distDir absolute path of the folder to write
 * @throws if the compiler or the bundler fails, or if the output contains a path of this machine
 */
export function bundle(distDir) {
  const buildDir = join(root, 'build');
  rmSync(buildDir, { recursive: true, force: true });
  rmSync(distDir, { recursive: true, force: true });
  run(join(modules, 'typescript/bin/tsc'), ['-p', 'tsconfig.build.json']);
  run(join(modules, '@vercel/ncc/dist/ncc/cli.js'), [
    'build',
    join(buildDir, 'main.js'),
    '--out',
    distDir,
    '--no-cache',
    '--license',
    'licenses.txt',
  ]);
  // The post step is the same bundle under another name: it must never be mistaken for the main step,
  // whatever happened to that step.
  writeFileSync(join(distDir, 'post.js'), "import './index.js';\n");
  writeFileSync(join(distDir, 'cli.js'), CLI, { mode: 0o755 });
  buildReportPage(root, join(distDir, 'report-page.html'));
  refuseLocalPaths(distDir);
}

/**
 * Every file under `folder`, as paths relative to it with forward slashes, in order.
 *
 * @param {string} folder
 * @returns {string[]} empty if there is no such folder
 */
export function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function run(script, args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
}

/** webpack replaces a module's `import.meta.url` by the absolute path of its source. */
function refuseLocalPaths(distDir) {
  const local = root.replace(/[/\\]$/, '');
  const leaking = filesIn(distDir).filter((file) =>
    readFileSync(join(distDir, file), 'utf8').includes(local),
  );
  if (leaking.length > 0) {
    throw new Error(`the bundle contains this machine's path ${local}: ${leaking.join(', ')}`);
  }
}
