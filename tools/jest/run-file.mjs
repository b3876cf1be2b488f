// Runs a file of tests: jest's own runner, but modules are loaded by Node, once for all files that a process runs
// (docs/decisions/0052). Jest loads each module again for each file, and V8 compiles it again.

import module, { createRequire, register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getState, resetState } from 'jest-circus';
import runner from 'jest-circus/runner';
import { register as registerTypeScript } from 'tsx/esm/api';
import { useGlobals } from './globals.mjs';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
const GLOBALS_OF_FILE = fileURLToPath(new URL('./globals-of-file.cjs', import.meta.url));

registerTypeScript();
const resolve = (name, context, next) =>
  name === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(name, context);
// In this thread where Node can: else each import waits for another one, even if its module is loaded.
if (module.registerHooks) module.registerHooks({ resolve });
else {
  const code = `const GLOBALS = ${JSON.stringify(GLOBALS)}; export const resolve = ${resolve};`;
  register(`data:text/javascript,${encodeURIComponent(code)}`);
}

let files = 0;

/** The interface of jest's `testRunner`. */
export default async function runFile(globalConfig, config, environment, runtime, path, send) {
  if (globalConfig.watch || globalConfig.watchAll) {
    throw new Error('--watch would run modules as they were first loaded. Run jest again instead.');
  }
  const [env, folder] = [{ ...process.env }, process.cwd()];
  runtime.requireInternalModule = loadFramework;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (file) => {
    // Jest reads source maps of its own transforms; those of TypeScript here are read by Node.
    Error.prepareStackTrace = undefined;
    useGlobals(runtime.requireModule(GLOBALS_OF_FILE));
    return import(`${pathToFileURL(file)}?file=${++files}`);
  };
  try {
    return await runner.default(globalConfig, config, environment, runtime, path, send);
  } finally {
    process.chdir(folder);
    restoreVariables(env);
  }
}

const require = createRequire(import.meta.url);
const HANDLERS = Symbol.for('EVENT_HANDLERS');
let ownHandlers;

/** Jest's framework, once for all files, as new. */
function loadFramework(path) {
  const framework = require(path);
  // What the file before has added.
  const handlers = globalThis[HANDLERS];
  ownHandlers ??= handlers.length;
  handlers.length = ownHandlers;
  resetState();
  const states = Object.getOwnPropertySymbols(globalThis).filter(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  for (const state of states) globalThis[state] = getState();
  return framework;
}

function restoreVariables(before) {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}
