// One execution environment: a worker thread with one version's code in it, one invocation at a
// time. A thread starts faster than a process and is as easily killed; it shares no state but the
// working directory.

import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));
const PROCESS_CLOCK = new URL('../process-clock.mjs', import.meta.url).href;

/** However fast the clock, code that only computes gets this much real time, in milliseconds. */
const PATIENCE_MS = 1000;

export interface EnvironmentSpec {
  /** Where the code lies, unpacked. */
  readonly folder: string;
  /** `index.handler` */
  readonly handler: string;
  readonly name: string;
  readonly version: string;
  readonly memoryMb: number;
  /** The whole environment of the process, as the handler sees it. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Simulated milliseconds since the epoch. */
  readonly deadlineMs: number;
  /** As invoked, with its qualifier. */
  readonly arn: string;
  readonly clientContext?: unknown;
}

export interface ErrorBody {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** How starting, or one invocation, came to its end; `ms` in simulated milliseconds. */
export type Ending =
  | { readonly kind: 'ready'; readonly ms: number }
  | { readonly kind: 'done'; readonly ms: number; readonly payload: string }
  /** The handler's own error: the environment goes on. */
  | { readonly kind: 'failed'; readonly ms: number; readonly error: ErrorBody }
  /** These end the environment. */
  | { readonly kind: 'crashed'; readonly ms: number; readonly error: ErrorBody }
  | { readonly kind: 'exited'; readonly ms: number; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly ms: number };

export interface Environment {
  /** Loads the handler's module. `ready`, or why not. */
  start(limitMs: number): Promise<Ending>;
  /** Runs the handler, for at most that many simulated milliseconds. */
  invoke(invocation: Invocation, limitMs: number): Promise<Ending>;
  /** What was logged since it was last asked. */
  takeLog(): string;
  /** Can it be used again? */
  isAlive(): boolean;
  close(): void;
}

interface Spent {
  /** Real milliseconds in which the thread worked. */
  readonly active: number;
  /** Real milliseconds in which it waited. */
  readonly idle: number;
}

type Message = { readonly kind: 'log'; readonly text: string } | Answer;

type Answer =
  | { readonly kind: 'ready'; readonly spent: Spent }
  | { readonly kind: 'done'; readonly spent: Spent; readonly payload: string }
  | { readonly kind: 'failed' | 'crashed'; readonly spent: Spent; readonly error: ErrorBody };

export function openEnvironment(clock: Clock, spec: EnvironmentSpec): Environment {
  const worker = startWorker(clock, spec);
  const { rate } = clock.settings;
  let log = '';
  let alive = true;
  let finish: ((ending: Ending) => void) | undefined;

  // Waiting passes at the clock's rate. Work does not: this machine is no faster for it, and a
  // busy one must not make every handler look slow, or run into its time limit.
  const simulated = ({ active, idle }: Spent) => active + idle * rate;

  const end = (ending: Ending) => {
    finish?.(ending);
    finish = undefined;
  };
  const close = () => {
    alive = false;
    void worker.terminate();
  };

  listen(worker, {
    log: (text) => {
      log += text;
    },
    answer: ({ spent, ...message }) => {
      alive &&= message.kind !== 'crashed';
      end({ ...message, ms: simulated(spent) });
    },
    gone: (reason) => {
      alive = false;
      end({ kind: 'exited', ms: 0, reason });
    },
  });

  /** Waits for the end of what goes on in the thread, and kills it after the limit. */
  const turn = (limitMs: number) =>
    new Promise<Ending>((resolve) => {
      if (!alive) {
        resolve({ kind: 'exited', ms: 0, reason: 'Runtime exited without providing a reason' });
        return;
      }
      worker.ref();
      const from = performance.now();
      const mark = worker.performance.eventLoopUtilization();
      const look = () => {
        const used = simulated(worker.performance.eventLoopUtilization(mark));
        const real = performance.now() - from;
        if (used >= limitMs || (real >= PATIENCE_MS && real * rate >= limitMs)) {
          close();
          end({ kind: 'timed-out', ms: limitMs });
        } else {
          timer = setTimeout(look, Math.max(5, (limitMs - used) / rate));
        }
      };
      let timer = setTimeout(look, limitMs / rate);
      finish = (ending) => {
        clearTimeout(timer);
        worker.unref();
        resolve(ending);
      };
    });

  return {
    start: (limitMs) => turn(limitMs),
    invoke(invocation, limitMs) {
      const ending = turn(limitMs);
      worker.postMessage(invocation);
      return ending;
    },
    takeLog() {
      const taken = log;
      log = '';
      return taken;
    },
    isAlive: () => alive,
    close,
  };
}

interface Listener {
  log(text: string): void;
  answer(message: Answer): void;
  gone(reason: string): void;
}

function listen(worker: Worker, listener: Listener): void {
  worker.on('message', (message: Message) => {
    if (message.kind === 'log') listener.log(message.text);
    else listener.answer(message);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    listener.gone(`Runtime exited with error: ${outOfMemory ? 'signal: killed' : error.message}`);
  });
  worker.on('exit', (code) => {
    const status = `Runtime exited with error: exit status ${code}`;
    listener.gone(code === 0 ? 'Runtime exited without providing a reason' : status);
  });
}

function startWorker({ settings: { rate, originMs } }: Clock, spec: EnvironmentSpec): Worker {
  const { folder, handler, name, version, memoryMb, variables } = spec;
  // At real time there is nothing to patch.
  const scaled = rate !== 1;
  return new Worker(BOOTSTRAP, {
    // Not the flags of this process: its loaders are no part of the function.
    execArgv: [],
    env: { ...variables, ...(scaled && { CANARY_CLOCK: `${rate}:${originMs}` }) },
    workerData: {
      folder,
      handler,
      name,
      version,
      memoryMb,
      clock: scaled ? PROCESS_CLOCK : undefined,
    },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
}
