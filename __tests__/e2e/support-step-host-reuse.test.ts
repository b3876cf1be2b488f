// A process that has run a step runs another only if the first has left nothing under way (step-host.mjs).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findNode24 } from '../../tools/node24.ts';

const HOST = fileURLToPath(new URL('../support/step-host.mjs', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
const server = createServer(({ url }, response) => void (url === '/' && response.end('yes')));
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

/** An entry that does this before it asks to exit, with the code 3. */
function writeEntry(does: string): void {
  const { port } = server.address() as AddressInfo;
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'index.js'),
    `import { spawn } from 'node:child_process';
    import { once } from 'node:events';
    import { request } from 'node:http';
    const ask = (path) => request('http://127.0.0.1:${port}' + path, { agent: false }).end();
    const answer = async () => (await once(ask('/'), 'response'))[0];
    ${does}
    process.stdout.write('listeners: ' + process.stdout.listenerCount('error'));
    process.exit(3);`,
  );
}

/** Runs the entry twice in one process, if that goes on. @returns what it says of each */
async function runTwice() {
  const child = spawn(findNode24().path, [HOST], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const said: { output: string; code: number; goesOn: boolean }[] = [];
  let text = '';
  const start = () =>
    child.send({ script: join(folder, 'index.js'), args: [], cwd: folder, env: {} });
  child.stdout?.on('data', (chunk) => {
    text += chunk;
    const [all, output = '', end = ''] = text.match(/^([^\0]*)\0([^\0]*)\0/) ?? [];
    if (all === undefined) return;
    text = '';
    said.push({ output, ...JSON.parse(end) });
    if (said.length < 2) start();
    else child.kill();
  });
  start();
  await once(child, 'close');
  return said;
}

describe('A process', () => {
  it.each([
    ['has left nothing', '', 0],
    ['has read an answer to its end', 'await (await answer()).toArray();', 0],
    ['has left listeners', 'process.stdout.on("error", () => {});', 1],
  ])('goes on after a step that %s', async (_, does, listeners) => {
    writeEntry(does);
    const each = { output: `listeners: ${listeners}`, code: 3, goesOn: true };
    expect(await runTwice()).toEqual([each, each]);
  });

  it.each([
    ['waits for an answer', 'await once(ask("/never"), "finish");'],
    ['has not read an answer', 'await answer();'],
    ['has left a timer', 'setTimeout(() => {}, 300_000);'],
    ['has left a program', 'spawn(process.execPath, ["-e", "setTimeout(() => {}, 1000)"]);'],
  ])('ends after a step that %s', async (_, does) => {
    writeEntry(does);
    expect(await runTwice()).toMatchObject([{ code: 3, goesOn: false }]);
  });
});
