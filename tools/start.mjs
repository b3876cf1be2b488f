// npm run demo, npm run simulator: `node tools/start.mjs FILE ARG…` runs a TypeScript file. In a fresh clone, it first
// installs what these two need. `npm ci` installs that too, with everything else, and then nothing is left to install.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEMO_PACKAGES, NODE_OF_THE_RUNNER, partOf } from './demo-packages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
/** Ignored by git. */
const STAGING = join(ROOT, 'build', 'demo');

const ready = prepare();
if (ready) await start();
else process.exitCode = 1;

async function start() {
  const file = process.argv[2];
  process.argv.splice(1, 2, resolve(ROOT, file));
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(process.argv[1]).href);
}

/** @returns whether all packages are there now */
function prepare() {
  const missing = DEMO_PACKAGES.filter((name) => !existsSync(join(MODULES, name, 'package.json')));
  if (missing.length === 0) return true;
  if (packagesIn(MODULES).length > 0) {
    console.error(`node_modules has no ${missing.join(', ')}: run \`npm ci\`.`);
    return false;
  }
  console.error('Installing what the demo needs, once (`npm ci` installs everything) …');
  return install();
}

function packagesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
}

/** Elsewhere first, so that an installation that was cut short leaves nothing. */
function install() {
  rmSync(STAGING, { recursive: true, force: true });
  mkdirSync(STAGING, { recursive: true });
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [name, content] of Object.entries(partOf(lock, wanted()))) {
    writeFileSync(join(STAGING, name), JSON.stringify(content, null, 2));
  }
  for (const name of ['.npmrc', 'tools/node24']) {
    cpSync(join(ROOT, name), join(STAGING, name), { recursive: true });
  }
  if (npmCi() !== 0) return false;
  rmSync(MODULES, { recursive: true, force: true });
  renameSync(join(STAGING, 'node_modules'), MODULES);
  rmSync(STAGING, { recursive: true, force: true });
  return true;
}

/** The Node of the runner is by far the largest package, so a machine that has it does without. */
function wanted() {
  const has24 = process.versions.node.startsWith('24.');
  return has24 ? DEMO_PACKAGES : [...DEMO_PACKAGES, NODE_OF_THE_RUNNER];
}

/** @returns the exit code; stdout is kept for the program that is started */
function npmCi() {
  // The settings of the npm that runs this arrive as variables: without `--prefix`, one of them could choose the folder.
  const args = [
    'ci',
    '--prefix=.',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ];
  const options = { cwd: STAGING, stdio: ['ignore', process.stderr, process.stderr] };
  const script = process.env.npm_execpath ?? '';
  const { status, error } = /npm-cli\.js$/.test(script)
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) console.error(`npm could not be started: ${error.message}`);
  return status ?? 1;
}
