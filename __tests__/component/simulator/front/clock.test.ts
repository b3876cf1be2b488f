import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const PRELOAD = new URL('../../../../simulator/process-clock.mjs', import.meta.url);

interface Run {
  readonly code: number | null;
  readonly stderr: string;
  /** What the script handed to `report`. */
  readonly reported: unknown;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Runs an ES module in a process of its own, which loads the clock. */
function run(script: string, clock: string | undefined): Promise<Run> {
  const startedAt = Date.now();
  const source = `const report = (value) => console.log(JSON.stringify(value));\n${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: `--import=${PRELOAD.href}`,
      ...(clock !== undefined && { CANARY_CLOCK: clock }),
    },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const reported = code === 0 && stdout ? JSON.parse(stdout) : undefined;
      resolve({ code, stderr, reported, startedAt, endedAt: Date.now() });
    });
  });
}

/** An hour ago, a thousandfold: simulated time is weeks ahead of real time. */
const RATE = 1000;
const ORIGIN = Date.now() - 3_600_000;
const CLOCK = `${RATE}:${ORIGIN}`;
const simulated = (real: number) => ORIGIN + (real - ORIGIN) * RATE;

describe('a process on the simulator’s clock', () => {
  it('lives at the simulated time', async () => {
    const { reported, startedAt, endedAt } = await run('report(Date.now())', CLOCK);
    expect(reported).toBeGreaterThanOrEqual(simulated(startedAt));
    expect(reported).toBeLessThanOrEqual(simulated(endedAt));
  });

  it('agrees with itself about how much time passes', async () => {
    const { reported } = await run(
      `import { performance as hooks } from 'node:perf_hooks';
       import { setTimeout as wait } from 'node:timers/promises';
       const read = () => [Date.now(), new Date().getTime(), performance.now(), hooks.now(),
         Number(process.hrtime.bigint()) / 1e6, process.uptime() * 1e3];
       const before = read(), since = process.hrtime();
       await wait(1_000_000);
       const [seconds, nanoseconds] = process.hrtime(since);
       const passed = read().map((value, i) => value - before[i]);
       report([...passed, seconds * 1e3 + nanoseconds / 1e6,
         1_000_000 + performance.timeOrigin + performance.now() - Date.now()]);`,
      CLOCK,
    );
    const passed = reported as number[];
    expect(passed).toHaveLength(8);
    // Reading eight clocks takes real microseconds, and Date knows whole real milliseconds only.
    for (const ms of passed) expect(Math.abs(ms - passed[0]!)).toBeLessThan(500_000);
    expect(passed[0]).toBeGreaterThanOrEqual(999_000);
  });

  it('hears what has arrived while it stalled before what is late', async () => {
    const { reported } = await run(
      `import { connect, createServer } from 'node:net';
       const server = createServer().listen(0, '127.0.0.1', () => {
         const socket = connect(server.address().port, '127.0.0.1');
         const limit = setTimeout((word) => { report(word); process.exit(); }, 20_000, 'too late');
         socket.on('connect', () => { clearTimeout(limit); report('connected'); process.exit(); });
         const began = performance.now();
         while (performance.now() - began < 100_000); // 100 ms
       });`,
      CLOCK,
    );
    expect(reported).toBe('connected');
  });

  it('scales every timer', async () => {
    const { reported } = await run(
      `import timers, { setTimeout as later, setInterval as every } from 'node:timers';
       import promises, { setTimeout as wait, setInterval as ticks, scheduler } from 'node:timers/promises';
       import { promisify } from 'node:util';
       const HOUR = 3_600_000 / 60; // 60 ms each
       const alive = setInterval(() => {}, HOUR);
       const done = [];
       const until = (start) => new Promise((resolve) => start(resolve));
       const waits = {
         global: () => until((resolve) => setTimeout(resolve, HOUR)),
         named: () => until((resolve) => later(resolve, HOUR)),
         member: () => until((resolve) => timers.setTimeout(resolve, HOUR)),
         interval: () => until((resolve) => { const t = setInterval(() => { clearInterval(t); resolve(); }, HOUR); }),
         namedInterval: () => until((resolve) => { const t = every(() => { clearInterval(t); resolve(); }, HOUR); }),
         promise: () => wait(HOUR),
         promiseMember: () => promises.setTimeout(HOUR),
         scheduler: () => scheduler.wait(HOUR),
         promisified: () => promisify(setTimeout)(HOUR),
         iterated: async () => { for await (const _ of ticks(HOUR)) break; },
         signal: () => until((resolve) => AbortSignal.timeout(HOUR).addEventListener('abort', resolve)),
       };
       await Promise.all(Object.entries(waits).map(async ([name, start]) => {
         const before = performance.now();
         await start();
         const took = performance.now() - before;
         if (took < HOUR * 0.95) throw new Error(name + ' was early: ' + took);
         done.push(name);
       }));
       clearInterval(alive);
       report(done.sort());`,
      CLOCK,
    );
    expect(reported).toHaveLength(11);
  });

  it('keeps dates whole', async () => {
    const { reported } = await run(
      `import { statSync } from 'node:fs';
       class Own extends Date { double() { return this.getTime() * 2; } }
       report({
         now: new Date() instanceof Date,
         own: [new Own(21).double(), new Own() instanceof Date, new Own() instanceof Own],
         node: statSync('.').mtime instanceof Date,
         cloned: structuredClone(new Date()) instanceof Date,
         constructor: new Date().constructor === Date,
         called: typeof Date(),
         given: [new Date(0).toISOString(), new Date(2020, 1).getMonth(), new Date('x').getTime()],
         statics: [Date.UTC(1970, 0), Date.parse('1970-01-01T00:00:00Z'), Date.name, Date.length],
         whole: Number.isInteger(Date.now()),
       });`,
      CLOCK,
    );
    expect(reported).toEqual({
      now: true,
      own: [42, true, true],
      node: true,
      cloned: true,
      constructor: true,
      called: 'string',
      given: ['1970-01-01T00:00:00.000Z', 1, null],
      statics: [0, 0, 'Date', 7],
      whole: true,
    });
  });

  it('stops waiting on request', async () => {
    const { reported } = await run(
      `import { setTimeout as wait } from 'node:timers/promises';
       const stop = new AbortController();
       const waiting = wait(1e9, undefined, { signal: stop.signal }).catch((error) => error.name);
       stop.abort();
       let refusal;
       try { AbortSignal.timeout(-1); } catch (error) { refusal = error.code; }
       const alive = setInterval(() => {}, 1e6);
       const expired = AbortSignal.timeout(5_000);
       await new Promise((resolve) => expired.addEventListener('abort', resolve));
       clearInterval(alive);
       report([await waiting, refusal, expired.reason.name]);`,
      CLOCK,
    );
    expect(reported).toEqual(['AbortError', 'ERR_OUT_OF_RANGE', 'TimeoutError']);
  });

  it('is shared by its children', async () => {
    const { reported, startedAt, endedAt } = await run(
      `import { execFileSync } from 'node:child_process';
       report(Number(execFileSync(process.execPath, ['-p', 'Date.now()'])));`,
      CLOCK,
    );
    expect(reported).toBeGreaterThanOrEqual(simulated(startedAt));
    expect(reported).toBeLessThanOrEqual(simulated(endedAt));
  });

  it('is untouched without the variable', async () => {
    const { reported, startedAt, endedAt } = await run(
      'report([Date.now(), Function.prototype.toString.call(Date).includes("[native code]")])',
      undefined,
    );
    const [now, isNative] = reported as [number, boolean];
    expect(isNative).toBe(true);
    expect(now).toBeGreaterThanOrEqual(startedAt);
    expect(now).toBeLessThanOrEqual(endedAt);
  });

  it.each(['fast', '0:1', '60', '60:1:x', '60:1:2:3', '-1:0'])(
    'refuses the setting "%s"',
    async (clock) => {
      const { code, stderr } = await run('report(1)', clock);
      expect(code).not.toBe(0);
      expect(stderr).toContain('CANARY_CLOCK must be "rate:originMs"');
    },
  );
});
