import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const TSX = fileURLToPath(new URL('../../../../node_modules/tsx/dist/cli.mjs', import.meta.url));
const MAIN = fileURLToPath(new URL('../../../../simulator/main.ts', import.meta.url));

let child: ChildProcess | undefined;

afterEach(() => void child?.kill('SIGKILL'));

/** Resolves with all output and the exit code. */
function start(...options: string[]) {
  const started = spawn(process.execPath, [TSX, MAIN, ...options]);
  child = started;
  let output = '';
  const ready = new Promise<string>((resolve) => {
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        const url = /simulator at (\S+)/.exec(output)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    started.on('close', (code) => resolve({ code, output }));
  });
  return { child: started, ready, ended };
}

describe('npm run simulator', () => {
  it('listens, prints its address, and ends on request', async () => {
    const { child: simulator, ready, ended } = start('--rate', '30', '--region', 'eu-north-1');
    const url = await ready;
    const clock = await (await fetch(`${url}/_sim/clock`)).json();
    expect(clock).toMatchObject({ rate: 30 });
    simulator.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(0);
    expect(output).toContain(`AWS_ENDPOINT_URL=${url}`);
    expect(output).toContain('AWS_REGION=eu-north-1');
  });

  it.each([
    ['--port', 'x', '--port must be a whole number, not "x"'],
    ['--rate', '0', '--rate must be a number above 0, not "0"'],
    ['--account', '12', '--account must be twelve digits, not "12"'],
    ['--prot', '1', "Unknown option '--prot'"],
  ])('refuses %s %s in words', async (option, value, words) => {
    const { code, output } = await start(option, value).ended;
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).toContain('--quotas');
  });
});
