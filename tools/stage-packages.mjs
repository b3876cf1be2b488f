// Copies the packages that the action uses to where ncc finds them before those of npm, without what it would bundle for
// nothing: it has no setting for any of this.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withTexts } from './schema-texts.mjs';

/**
 * Their modules only define something, but they do not declare it. Without it, whatever they import stays in the bundle:
 * what writes an output would load an HTTP client of half a megabyte.
 */
const WITHOUT_SIDE_EFFECTS = /^@actions\//;

/** Modules that are changed. */
const CHANGED = {
  // Of undici, GitHub's packages import two names, for proxies, and its index also has WebSocket, caches and mocks: this
  // does what the index does for these two. A package that comes to use another name fails the build.
  'undici/index.js': () => `'use strict';
const Dispatcher = require('./lib/dispatcher/dispatcher.js');
Object.assign(Dispatcher.prototype, require('./lib/api/index.js'));
exports.ProxyAgent = require('./lib/dispatcher/proxy-agent.js');
exports.fetch = require('./lib/web/fetch/index.js').fetch;
`,
  // The SDK asks it for the name of a browser only.
  'bowser/es5.js': () => 'module.exports = undefined;\n',
  // It asks for a random UUID only, which the global object of the same name gives, too. Loading the module takes a fifth
  // of the time in which Node starts.
  '@actions/core/lib/file-command.js': without("import * as crypto from 'crypto';\n"),
};

const SCHEMAS = /^dist-es\/schemas\/schemas_\d+\.js$/;

function without(part) {
  return (text) => {
    if (!text.includes(part)) throw new Error(`a package changed: there is no ${part}`);
    return text.replace(part, '');
  };
}

/**
 * @param {string} root of the repository
 * @param {readonly string[]} names of the packages that the action imports; with them, all that they depend on is copied
 * @param {string} folder to write to, which has no packages yet
 */
export function stagePackages(root, names, folder) {
  for (const path of closure(root, names)) stage(root, path, folder);
}

/** The folders of the packages and of all that they depend on, relative to the root. */
function closure(root, names) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Set();
  const visit = (name, from) => {
    const path = placesFor(name, from).find((one) => packages[one]);
    if (path === undefined) throw new Error(`package-lock.json has no ${name}, which ${from} uses`);
    if (found.has(path)) return;
    found.add(path);
    for (const next of Object.keys(packages[path].dependencies ?? {})) visit(next, path);
  };
  for (const name of names) visit(name, '');
  return [...found].sort();
}

/** As Node looks for it: from the folder of the package that imports it upwards. */
function placesFor(name, from) {
  if (from === '') return [`node_modules/${name}`];
  const above = from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '');
  return [`${from}/node_modules/${name}`, ...placesFor(name, above)];
}

function stage(root, path, folder) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  for (const file of modulesIn(join(root, path))) {
    const text = readFileSync(join(root, path, file), 'utf8');
    const change = CHANGED[`${name}/${file}`] ?? (SCHEMAS.test(file) ? withTexts : withoutLicence);
    const to = join(folder, path, file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, file === 'package.json' ? manifest(name, JSON.parse(text)) : change(text));
  }
}

/** ncc would keep it at the top of each module. All licences are in licenses.txt. */
function withoutLicence(text) {
  return text.replace(/^\/\*!.*?\*\//s, '');
}

function modulesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.([cm]?js|json)$/.test(file) && !/(^|\/)node_modules\//.test(file));
}

/** Names the modules of ECMAScript, of which the bundler leaves out what is not used. */
function manifest(name, given) {
  return JSON.stringify({
    ...given,
    ...(given.module && { main: given.module }),
    ...(given.exports && { exports: asModules(given.exports) }),
    ...(WITHOUT_SIDE_EFFECTS.test(name) && { sideEffects: false }),
  });
}

function asModules(exports) {
  if (typeof exports !== 'object' || exports === null) return exports;
  if (exports.module) return asModules(exports.module);
  return Object.fromEntries(Object.entries(exports).map(([key, value]) => [key, asModules(value)]));
}
