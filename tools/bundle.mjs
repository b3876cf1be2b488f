// Builds the bundle that GitHub's runner starts from src/: one folder with all dependencies. The same sources and lock file give the same bytes on any machine: `npm ci` lays out
// node_modules, and nothing of this machine may enter the output.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCode } from './bundle-code.mjs';
import { licences } from './licences.mjs';
import { buildReportPage } from './report-page.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

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
 * Bundles into `distDir`, which is emptied first.
 *
 * @param {string} distDir absolute path of the folder to write
 * @returns the files of code, with the modules in each
 * @throws if the bundler fails, or if the output contains a path of this machine
 */
export async function bundle(distDir) {
  const chunks = await bundleCode(root);
  rmSync(distDir, { recursive: true, force: true });
  mkdirSync(distDir, { recursive: true });
  for (const [name, { text }] of chunks) writeFileSync(join(distDir, name), text);
  const modules = [...chunks.values()].flatMap((chunk) => chunk.modules);
  const packaged = modules.filter((path) => path.includes('node_modules/'));
  writeFileSync(join(distDir, 'licenses.txt'), licences(root, packaged));
  writeFileSync(join(distDir, 'package.json'), '{\n  "type": "module"\n}\n');
  // The post step is the same bundle under another name: it must never be mistaken for the main step,
  // whatever happened to that step.
  writeFileSync(join(distDir, 'post.js'), "import './index.js';\n");
  writeFileSync(join(distDir, 'cli.js'), CLI, { mode: 0o755 });
  buildReportPage(root, join(distDir, 'report-page.html'));
  refuseLocalPaths(distDir);
  return chunks;
}

/**
 * What differs between two builds, as lines.
 *
 * @param {string} before folder of one
 * @param {string} after folder of the other
 * @returns {string[]} empty if they have the same files with the same bytes
 */
export function differences(before, after) {
  const old = new Set(filesIn(before));
  const now = new Set(filesIn(after));
  const both = [...now].filter((file) => old.has(file));
  return [
    ...[...now].filter((file) => !old.has(file)).map((file) => `missing: ${file}`),
    ...[...old].filter((file) => !now.has(file)).map((file) => `left over: ${file}`),
    ...both
      .filter((file) => !readFileSync(join(before, file)).equals(readFileSync(join(after, file))))
      .map((file) => `differs: ${file}`),
  ];
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

function refuseLocalPaths(distDir) {
  const local = root.replace(/[/\\]$/, '');
  const leaking = filesIn(distDir).filter((file) =>
    readFileSync(join(distDir, file), 'utf8').includes(local),
  );
  if (leaking.length > 0) {
    throw new Error(`the bundle contains this machine's path ${local}: ${leaking.join(', ')}`);
  }
}
