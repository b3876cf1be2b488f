// A process that runs steps one after the other, each as in a process of its own: with its own variables, folder,
// arguments and clock. Started by step-process.ts, which it tells how a step ended between two NULs of its output.

import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { watchRequests } from '../../simulator/turns/open-requests.mjs';
import { installTurns } from '../../simulator/turns/process-turns.mjs';

/** Real milliseconds without a step, after which it ends. */
const IDLE_MS = 30_000;
/** Turns of the event loop after which what was destroyed is closed, such as a connection that was being made. */
const TURNS_TO_CLOSE = 4;
/** What is open while it waits for a step: not a timer of the real clock, which would reach the next one. */
const AT_REST = new Set(['PipeWrap']);

const [exit, home] = [process.exit.bind(process), process.cwd()];
let steps = 0;
let lonely = setTimeout(exit, IDLE_MS);

process.on('disconnect', () => exit());
process.on('message', (step) => {
  clearTimeout(lonely);
  void run(step);
});

/** @param {{script: string, args: string[], cwd: string, env: Record<string, string>}} step */
async function run({ script, args, cwd, env }) {
  const before = { listeners: listeners(), handles: new Set(process._getActiveHandles()) };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.argv[0], script, ...args];
  const requests = watchRequests();
  const leave = env.CANARY_CLOCK ? installTurns(env.CANARY_CLOCK) : () => {};
  const code = await ended(script);

  const works = requests.awaited().length > 0;
  requests.stop();
  leave();
  process.exitCode = undefined;
  process.chdir(home);
  for (const [emitter, event, listener] of listeners())
    if (!before.listeners.some(([one, , same]) => one === emitter && same === listener))
      emitter.removeListener(event, listener);
  // A request whose connection was destroyed would fail in the step, which a process that has ended does not see.
  const goesOn = !works && (await closed(before.handles));
  for (const stream of [process.stdout, process.stderr])
    stream.write(`\0${JSON.stringify({ code, goesOn })}\0`);
  if (!goesOn) exit(code);
  lonely = setTimeout(exit, IDLE_MS);
}

/** @returns {Promise<number>} the exit code, once the step has asked to exit */
function ended(script) {
  return new Promise((resolve) => {
    process.exit = (code) => resolve(Number(code ?? process.exitCode ?? 0));
    // All entries, cli.js too, are this file, which runs again and looks at the name of the script. What it imports has
    // no state (unit/no-state.test.ts).
    const entry = new URL(`index.js?step=${++steps}`, pathToFileURL(script));
    import(entry.href).catch((error) => {
      process.stderr.write(`${inspect(error)}\n`);
      resolve(1);
    });
  });
}

/** @returns whether nothing is left but what was there before the step */
async function closed(before) {
  for (const handle of process._getActiveHandles()) if (!before.has(handle)) handle.destroy?.();
  for (let turn = 0; turn < TURNS_TO_CLOSE; turn++) await new Promise(setImmediate);
  return process.getActiveResourcesInfo().every((kind) => AT_REST.has(kind));
}

/** Of what outlives a step. */
function listeners() {
  return [process, process.stdout, process.stderr].flatMap((emitter) =>
    emitter
      .eventNames()
      .flatMap((event) => emitter.listeners(event).map((listener) => [emitter, event, listener])),
  );
}
