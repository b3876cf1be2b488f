// The clock that waits for its processes, with real ones.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clockVariable } from '../../../../simulator/clock.ts';
import {
  beforeJumps,
  joins,
  openTurnClock,
  type TurnClock,
} from '../../../../simulator/turns/turn-clock.ts';

const PRELOAD = new URL('../../../../simulator/process-clock.mjs', import.meta.url);
const START = Date.parse('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;

let clock: TurnClock;
beforeEach(async () => {
  clock = await openTurnClock({ startMs: START });
});
afterEach(() => clock.close());

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** What the script handed to `report`, one after the other. */
  readonly reported: Promise<readonly unknown[]>;
}

/** Runs an ES module in a process that takes turns with the clock. */
function start(script: string, settings = clock.settings, preload = true): Running {
  const source = `const report = (value) => console.log(JSON.stringify(value));\n${script}`;
  const env = {
    PATH: process.env.PATH,
    ...(preload && { NODE_OPTIONS: `--import=${PRELOAD.href}` }),
    CANARY_CLOCK: clockVariable(settings),
  };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { env });
  const { refusal } = joins(child, env);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const reported = new Promise<readonly unknown[]>((resolve, reject) => {
    child.on('close', (code) => {
      const why = refusal();
      if (why) reject(why);
      else if (code !== 0) reject(new Error(stderr));
      else
        resolve(
          stdout
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
        );
    });
  });
  reported.catch(() => undefined);
  return { child, reported };
}

describe('a process that takes turns', () => {
  it('waits for an hour at once, and all of its clocks show that', async () => {
    const { reported } = start(
      `import { performance as hooks } from 'node:perf_hooks';
       import { setTimeout as wait } from 'node:timers/promises';
       const read = () => [Date.now(), new Date().getTime(), performance.now(), hooks.now(),
         Number(process.hrtime.bigint()) / 1e6, process.uptime() * 1e3, performance.timeOrigin + performance.now()];
       const before = read(), since = process.hrtime();
       await wait(${HOUR});
       const [seconds, nanoseconds] = process.hrtime(since);
       report([...read().map((value, i) => Math.round(value - before[i])), seconds * 1e3 + nanoseconds / 1e6]);
       report(Date.now());`,
    );
    expect(await reported).toEqual([Array(8).fill(HOUR), START + HOUR]);
    expect(clock.now()).toBe(START + HOUR);
  });

  it('takes no time for its work', async () => {
    const { reported } = start(
      `import { readFile } from 'node:fs/promises';
       const [began, file] = [Date.now(), process.execPath];
       await import('node:test');
       await readFile(file);
       const real = process.cpuUsage().user + 200_000;
       while (process.cpuUsage().user < real);
       report(Date.now() - began);`,
    );
    expect(await reported).toEqual([0]);
  });

  it('has all the timers of Node', async () => {
    const { reported } = start(
      `import timers, { setTimeout as later, setInterval as every } from 'node:timers';
       import promises, { setTimeout as wait, setInterval as ticks, scheduler } from 'node:timers/promises';
       import { promisify } from 'node:util';
       const HOUR = ${HOUR};
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
         signal: () => {
           const alive = setTimeout(() => {}, 2 * HOUR);
           return until((resolve) => AbortSignal.timeout(HOUR).addEventListener('abort', resolve))
             .then(() => clearTimeout(alive));
         },
       };
       for (const [name, start] of Object.entries(waits)) {
         const before = Date.now();
         await start();
         report([name, Date.now() - before]);
       }
       const stop = new AbortController();
       const stopped = wait(HOUR, undefined, { signal: stop.signal }).catch((error) => error.name);
       stop.abort();
       report(await stopped);
       try { setTimeout('text', 1); } catch (error) { report(error.code); }`,
    );
    const said = await reported;
    expect(said).toHaveLength(13);
    expect(said.slice(0, 11).map((one) => (one as [string, number])[1])).toEqual(
      Array(11).fill(HOUR),
    );
    expect(said.slice(11)).toEqual(['AbortError', 'ERR_INVALID_ARG_TYPE']);
  });

  it('is not kept alive by a timer that is unreferenced', async () => {
    const { reported } = start(`setTimeout(() => report('never'), 5).unref(); report('ends');`);
    expect(await reported).toEqual(['ends']);
  });

  it('may be ahead by a skew', async () => {
    const { reported } = start(
      `report(Date.now()); setTimeout(() => report(Date.now()), ${HOUR});`,
      { ...clock.settings, skewMs: 420_000 },
    );
    expect(await reported).toEqual([START + 420_000, START + HOUR + 420_000]);
    expect(clock.now()).toBe(START + HOUR);
  });

  it('that starts later has the time of the others', async () => {
    clock.forward(HOUR);
    const { reported } = start('setTimeout(() => report(Date.now()), 1000);');
    expect(await reported).toEqual([START + HOUR + 1000]);
  });

  it('sees a signal before time passes', async () => {
    const { child, reported } = start(
      `process.on('SIGINT', () => { report(Date.now()); clearInterval(ticks); });
       const ticks = setInterval(() => {}, 1000);
       report('ready');`,
    );
    const env = { CANARY_CLOCK: clockVariable(clock.settings) };
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const at = clock.now();
    child.kill('SIGINT');
    joins(child, env).reached();
    expect(await reported).toEqual(['ready', at]);
  });
});

describe('a process that hears late of the turn in which it has said that it waits', () => {
  it('reads the time anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'late-turn-'));
    const path = join(folder, 'socket');
    const show = (ms: number) => writeFileSync(`${path}.now`, new Float64Array([START + ms]));
    show(0);
    const server = createSocketServer();
    const joined = new Promise<Socket>((resolve) => server.once('connection', resolve));
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const { child } = start(
      `setTimeout(() => {}, 5 * ${HOUR});
       process.stdin.on('data', () => report(Date.now() - ${START}));`,
      { rate: 1, originMs: START, aheadMs: 0, turns: path },
    );
    const read = async () => {
      const answer = once(child.stdout, 'data');
      child.stdin.write('?');
      return Number(await answer);
    };
    const socket = await joined;
    try {
      for await (const said of createInterface(socket)) if ('due' in JSON.parse(said)) break;
      socket.write('0\n');
      expect(await read()).toBe(0);
      show(1000);
      expect(await read()).toBe(1000);
    } finally {
      child.kill();
      socket.destroy();
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('two processes', () => {
  it('share the time, whichever works more', async () => {
    const busy = (ms: number) => `
      for (let i = 0; i < 5; i++) {
        await new Promise((resolve) => setTimeout(resolve, ${ms}));
        const real = process.cpuUsage().user + 20_000;
        while (process.cpuUsage().user < real);
        report(Date.now() - ${START});
      }`;
    const [fast, slow] = [start(busy(700)), start(busy(1000))];
    expect(await fast.reported).toEqual([700, 1400, 2100, 2800, 3500]);
    expect(await slow.reported).toEqual([1000, 2000, 3000, 4000, 5000]);
  });
});

describe('a request', () => {
  /** Answers after so many simulated milliseconds. */
  async function serve(ms: number) {
    const server = createServer(async (_, response) => {
      if (ms > 0) await clock.sleep(ms);
      response.end(String(clock.now()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
  }

  it.each(['fetch', 'http'])('by %s takes the time of its answer, and no other', async (by) => {
    const { url, server } = await serve(2500);
    const ask =
      by === 'fetch'
        ? `fetch('${url}').then((answer) => answer.text())`
        : `new Promise((resolve) => http.get('${url}', (answer) => answer.on('data', (data) => resolve(String(data)))))`;
    const { reported } = start(
      `import http from 'node:http';
       setTimeout(() => {}, 5 * ${HOUR});
       for (let i = 0; i < 3; i++) report([await ${ask}, Date.now() - ${START}]);
       process.exit();`,
    );
    expect(await reported).toEqual([2500, 5000, 7500].map((ms) => [String(START + ms), ms]));
    server.close();
  });

  it('that is aborted ends, and the next one is waited for', async () => {
    const { url, server } = await serve(10_000);
    const { reported } = start(
      `for (const limit of [1000, 20_000]) {
         const asked = fetch('${url}', { signal: AbortSignal.timeout(limit) });
         report([await asked.then((answer) => answer.text(), (error) => error.name), Date.now() - ${START}]);
       }`,
    );
    expect(await reported).toEqual([
      ['TimeoutError', 1000],
      [String(START + 11_000), 11_000],
    ]);
    server.closeAllConnections();
    server.close();
  });

  it('to where nobody listens fails at once', async () => {
    const { reported } = start(
      `setTimeout(() => {}, ${HOUR});
       report([await fetch('http://127.0.0.1:9').catch((error) => error.name), Date.now() - ${START}]);
       process.exit();`,
    );
    expect(await reported).toEqual([['TypeError', 0]]);
  });
});

describe('time', () => {
  it('stays while nobody waits for it', async () => {
    const rung: number[] = [];
    clock.every(1000, () => rung.push(clock.now()));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rung).toEqual([]);
    await clock.sleep(2500);
    expect(rung).toEqual([START + 1000, START + 2000]);
  });

  it('stays while a question before a jump is answered, and where the answer is to hold', async () => {
    const asked: number[] = [];
    const end = beforeJumps(
      async (now) => {
        asked.push(now - START);
        await fetchNothing();
        return asked.length < 3 ? 'go' : 'hold';
      },
      () => {},
    );
    const sleeping = clock.sleep(60_000);
    clock.every(10_000, () => {});
    while (asked.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(START + 20_000);
    end();
    await sleeping;
    expect(asked.slice(0, 4)).toEqual([0, 10_000, 20_000, 20_000]);
  });

  const fetchNothing = () => fetch('http://127.0.0.1:9').catch(() => undefined);
});

describe('a clock that waits in vain', () => {
  it('ends what it waits for, and says what that is', async () => {
    await clock.close();
    clock = await openTurnClock({ startMs: START, patienceMs: 3000 });
    const sleeping = expect(clock.sleep(HOUR)).rejects.toThrow('in vain');
    // Its standard input stays open.
    const { child, reported } = start("import { readFile } from 'node:fs'; readFile(0, () => {});");
    await expect(reported).rejects.toThrow(
      `The clock has waited 3 s in vain, for process ${child.pid}, which works on FSReqCallback`,
    );
    await sleeping;
  });

  it('names a process that does not take turns, and a request that has not arrived', async () => {
    await clock.close();
    clock = await openTurnClock({ startMs: START, patienceMs: 300 });
    const { reported, child } = start('setTimeout(() => {}, 60_000)', clock.settings, false);
    await expect(reported).rejects.toThrow(
      `for process ${child.pid} (${process.execPath} --input-type=module`,
    );
    await clock.close();
    clock = await openTurnClock({ startMs: START, patienceMs: 300 });
    const silent = spawn(process.execPath, [
      '--eval',
      'require("node:net").createServer(() => {}).listen(0, "127.0.0.1", function () { console.log(this.address().port); })',
    ]);
    const port = Number(await new Promise((resolve) => silent.stdout.once('data', resolve)));
    const asking = fetch(`http://127.0.0.1:${port}/orders`).catch(() => undefined);
    await expect(clock.sleep(1000)).rejects.toThrow(
      `requests, sent: GET http://127.0.0.1:${port}/orders; begun: none`,
    );
    silent.kill();
    await asking;
  });
});
