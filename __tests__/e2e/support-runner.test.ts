// The stand-in for GitHub's runner, proven on a small action of its own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findNode24 } from '../../tools/node24.ts';
import { type ActionResult, type RunOptions, runAction, startAction } from '../support/runner.ts';

const ACTION_YML = `
name: stand-in
inputs:
  plain: { description: p }
  without-default: { required: true }
  with-default: { default: '5%' }
  two words: { default: 7 }
  token: { default: '\${{ github.token }}' }
outputs:
  greeting: { description: g }
runs: { using: node24, main: dist/index.mjs, post: post.mjs }
`;

const MAIN = `
import { appendFileSync, readFileSync } from 'node:fs';

const script = process.env.INPUT_PLAIN;
const put = (file, text) => appendFileSync(process.env[file], text);
const done = {
  env: () => console.log(JSON.stringify(process.env)),
  event: () => console.log(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8')),
  files: () => {
    put('GITHUB_OUTPUT', 'greeting<<EOF_1\\nhello\\nworld\\nEOF_1\\nsecond=a=b\\n');
    put('GITHUB_STATE', 'began<<X\\n12\\nX\\n');
    put('GITHUB_ENV', 'LEFT=behind\\n');
    put('GITHUB_STEP_SUMMARY', '# one\\n');
  },
  broken: () => put('GITHUB_OUTPUT', 'greeting<<EOF_1\\nhello\\n'),
  long: () => put('GITHUB_STEP_SUMMARY', 'x'.repeat(1024 * 1024 + 1)),
  clock: () => console.log(Date.now()),
  fail: () => { process.exitCode = 3; },
  commands: () => {
    console.log('::group::Preflight');
    console.log('::error file=a.ts,line=3,title=one%2C two::first%0Asecond 100%25');
    console.log('::stop-commands::token\\n::warning::not a command\\n::token::');
    console.log('::add-mask::hunter2\\nthe password is hunter2');
    console.error('::warning::from stderr');
  },
  wait: () => {
    process.on('SIGINT', () => { console.log('rolled back'); process.exit(1); });
    setTimeout(() => {}, 60_000);
    console.log('waiting');
  },
  stubborn: () => {
    process.on('SIGINT', () => console.log('not yet'));
    process.on('SIGTERM', () => console.log('never'));
    setTimeout(() => {}, 60_000);
    console.log('waiting');
  },
};
done[script]?.();
`;

const POST = `console.log('post', process.env.STATE_began, process.env.LEFT, process.env.INPUT_PLAIN);`;

describe('the stand-in for the runner', () => {
  let action = '';
  const results: ActionResult[] = [];
  beforeAll(() => {
    action = mkdtempSync(join(tmpdir(), 'stand-in-'));
    writeFileSync(join(action, 'action.yml'), ACTION_YML);
    writeFileSync(join(action, 'post.mjs'), POST);
    mkdirSync(join(action, 'dist'));
    writeFileSync(join(action, 'dist/index.mjs'), MAIN);
  });
  afterEach(() => {
    for (const result of results.splice(0)) result.dispose();
  });
  afterAll(() => rmSync(action, { recursive: true, force: true }));

  const options = (plain: string, more: RunOptions = {}): RunOptions => ({
    ...more,
    action,
    inputs: { plain, ...more.inputs },
  });
  const run = async (plain: string, more: RunOptions = {}) => {
    const result = await runAction(options(plain, more));
    results.push(result);
    return result;
  };
  const start = (plain: string) => {
    const step = startAction(options(plain));
    void step.done.then((result) => results.push(result));
    return step;
  };

  it('sets each declared input, and nothing of the host but PATH', async () => {
    process.env.OF_THE_HOST = 'yes';
    const { log } = await run('env', { inputs: { 'not-declared': 'x' } });
    delete process.env.OF_THE_HOST;
    const env = JSON.parse(log) as Record<string, string>;
    expect(env).toMatchObject({
      INPUT_PLAIN: 'env',
      'INPUT_WITHOUT-DEFAULT': '',
      'INPUT_WITH-DEFAULT': '5%',
      INPUT_TWO_WORDS: '7',
      INPUT_TOKEN: 'ghs_token_of_the_job',
      'INPUT_NOT-DECLARED': 'x',
      PATH: process.env.PATH,
      GITHUB_REPOSITORY: 'octo-org/orders',
    });
    expect(env).not.toHaveProperty('OF_THE_HOST');
    expect(env).not.toHaveProperty('GITHUB_TOKEN');
    expect(env.HOME).not.toBe(process.env.HOME);
  });

  it('lets the step share the clock of a simulator', async () => {
    const hour = 3_600_000;
    const { log } = await run('clock', {
      clock: { rate: hour, originMs: Date.now() - 1_000, aheadMs: 0 },
    });
    expect(Number(log) - Date.now()).toBeGreaterThan(500 * hour);
  });

  it('complains about inputs that the action does not know, as the runner does', async () => {
    const { complaints } = await run('', { inputs: { stepz: '5%' } });
    expect(complaints).toEqual(["Unexpected input(s) 'stepz'"]);
  });

  it('reads outputs, state, variables and summary', async () => {
    const result = await run('files');
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { greeting: 'hello\nworld', second: 'a=b' },
      state: { began: '12' },
      env: { LEFT: 'behind' },
      summary: '# one\n',
      complaints: [],
    });
  });

  it('starts the post step with the state and the variables of the main step', async () => {
    const result = await run('files');
    expect((await result.post())?.log).toBe('post 12 behind files\n');
  });

  it('starts the post step after a failure too', async () => {
    const result = await run('fail');
    expect(result.exitCode).toBe(3);
    expect((await result.post())?.exitCode).toBe(0);
  });

  it('refuses what the runner refuses: an open delimiter, a summary over 1 MiB', async () => {
    expect((await run('broken')).complaints[0]).toContain("delimiter not found 'EOF_1'");
    const long = await run('long');
    expect(long.summary).toBe('');
    expect(long.complaints[0]).toContain('got 1025k');
  });

  it('parses the commands of the log, and masks', async () => {
    const { commands, log } = await run('commands');
    expect(commands).toEqual([
      { name: 'group', properties: {}, message: 'Preflight' },
      {
        name: 'error',
        properties: { file: 'a.ts', line: '3', title: 'one, two' },
        message: 'first\nsecond 100%',
      },
      { name: 'add-mask', properties: {}, message: 'hunter2' },
      { name: 'warning', properties: {}, message: 'from stderr' },
    ]);
    expect(log).toContain('the password is ***');
  });

  it('hands out the event and each line', async () => {
    const lines: string[] = [];
    await run('event', { event: { number: 7 }, onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['{"number":7}']);
  });

  it('uses a workspace again, with fresh files for each step', async () => {
    const first = await run('files');
    const second = await run('', { workspace: first.workspace });
    expect(second.outputs).toEqual({});
    expect(second.workspace).toBe(first.workspace);
  });

  it('runs on Node 24, or says what it runs on', () => {
    const node = findNode24();
    expect(node.version.startsWith('24.')).toBe(node.note === undefined);
    expect(findNode24('plan9-x64')).toEqual(
      process.versions.node.startsWith('24.')
        ? { path: process.execPath, version: process.versions.node }
        : expect.objectContaining({ note: expect.stringContaining('npm has none for plan9-x64') }),
    );
  });

  // Windows has no SIGINT that a process could answer.
  const onPosix = process.platform === 'win32' ? it.skip : it;

  onPosix('cancels with an interrupt first', async () => {
    const step = start('wait');
    await step.sees(/waiting/);
    const result = await step.cancel();
    expect(result).toMatchObject({ exitCode: 1, signal: null });
    expect(result.log).toContain('rolled back');
  });

  onPosix('then terminates, then kills', async () => {
    const step = start('stubborn');
    await step.sees(/waiting/);
    const result = await step.cancel({ afterInterrupt: 300, afterTerminate: 300 });
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    expect(result.log).toBe('waiting\nnot yet\nnever\n');
  });

  onPosix('kills at once', async () => {
    const step = start('stubborn');
    await step.sees(/waiting/);
    const result = await step.kill();
    expect(result.signal).toBe('SIGKILL');
    expect((await result.post())?.exitCode).toBe(0);
  });

  it('says what was there when the awaited line never came', async () => {
    const step = start('fail');
    await expect(step.sees(/promoted/)).rejects.toThrow('the step ended without /promoted/');
  });
});
