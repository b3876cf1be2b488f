// One execution environment: a process with the code of one version, one invocation at a time. A worker
// thread would start in half the time, but a handler that uses all memory could then abort the whole
// simulator, or ignore termination; a process can always be killed.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Clock, clockVariable } from '../clock.ts';
import { joins } from '../turns/turn-clock.ts';
import type { LogMessage, LogPlace } from './log-stream.ts';

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));
const PROCESS_CLOCK = new URL('../process-clock.mjs', import.meta.url).href;

/**
 * Real milliseconds that code without timers gets at least, and that a process may take to start, however
 * fast the clock; and how long after its limit an environment may take to report the timeout itself.
 */
const PATIENCE_MS = 3000;
const START_PATIENCE_MS = 10_000;
const GRACE_MS = 100;

/** How the runtime writes what the handler logs. */
export interface RuntimeLogging {
  readonly logFormat: string;
  /** The least level that is written, in the format JSON. */
  readonly level: string | undefined;
}

export interface EnvironmentSpec {
  /** The folder of the unpacked code. */
  readonly folder: string;
  /** `index.handler` */
  readonly handler: string;
  readonly name: string;
  readonly version: string;
  readonly memoryMb: number;
  readonly logging: RuntimeLogging;
  readonly logPlace: LogPlace;
  /** All environment variables of the process, as the handler sees them. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Simulated milliseconds since the epoch. */
  readonly deadlineMs: number;
  /** The ARN of the invocation, with its qualifier. */
  readonly arn: string;
  readonly clientContext?: unknown;
}

export interface ErrorBody {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** How the start, or one invocation, ended; `ms` in simulated milliseconds. */
export type Ending =
  | { readonly kind: 'ready'; readonly ms: number }
  | { readonly kind: 'done'; readonly ms: number; readonly payload: string }
  /** The handler's own error: the environment remains usable. */
  | { readonly kind: 'failed'; readonly ms: number; readonly error: ErrorBody }
  /** These end the environment. */
  | { readonly kind: 'crashed'; readonly ms: number; readonly error: ErrorBody }
  | { readonly kind: 'exited'; readonly ms: number; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly ms: number };

export interface Environment {
  /** Loads the handler's module. Resolves to `ready` or the error. */
  start(limitMs: number): Promise<Ending>;
  /** Runs the handler, for at most that many simulated milliseconds. */
  invoke(invocation: Invocation, limitMs: number): Promise<Ending>;
  readonly spec: EnvironmentSpec;
  /** What the handler logged since the last call. */
  takeLog(): readonly LogMessage[];
  /** Whether it can be used again. */
  isAlive(): boolean;
  close(): void;
}

type Message = { readonly kind: 'log'; readonly message: string } | Answer;

type Answer =
  | { readonly kind: 'ready' | 'timed-out'; readonly ms: number }
  | { readonly kind: 'done'; readonly ms: number; readonly payload: string }
  | { readonly kind: 'failed' | 'crashed'; readonly ms: number; readonly error: ErrorBody };

export type OpenEnvironment = (clock: Clock, spec: EnvironmentSpec) => Environment;

export const openEnvironment: OpenEnvironment = (clock, spec) => {
  const child = startProcess(clock, spec);
  const { rate, turns } = clock.settings;
  const process = joins(child, { CANARY_CLOCK: clockVariable(clock.settings) });
  let log: LogMessage[] = [];
  let alive = true;
  let elapsed = clock.startStopwatch();
  let finish: ((ending: Ending) => void) | undefined;

  const end = (ending: Ending) => {
    finish?.(ending);
    finish = undefined;
  };
  const close = () => {
    alive = false;
    child.kill('SIGKILL');
  };

  /** Waits for the process to finish its work, and kills it after the limit. */
  const turn = (limitMs: number, patienceMs: number) =>
    new Promise<Ending>((resolve) => {
      if (!alive) {
        resolve({ kind: 'exited', ms: 0, reason: exitReason(0, null) });
        return;
      }
      elapsed = clock.startStopwatch();
      keepAwake(child, true);
      const expire = () => {
        close();
        end({ kind: 'timed-out', ms: limitMs });
      };
      const patience = turns === undefined ? patienceMs * rate : 0;
      const stop = clock.after(Math.max(limitMs, patience) + GRACE_MS * rate, expire);
      finish = (ending) => {
        stop();
        keepAwake(child, false);
        if (ending.kind !== 'timed-out') {
          resolve(ending);
          return;
        }
        close();
        resolve({ kind: 'timed-out', ms: limitMs });
      };
    });

  listen(child, {
    log: (message) => void log.push({ at: clock.now(), message }),
    answer: (message) => {
      alive &&= message.kind !== 'crashed';
      end(message);
    },
    ended: (reason) => {
      alive = false;
      end({ kind: 'exited', ms: elapsed(), reason });
    },
  });

  return {
    spec,
    start: (limitMs) => turn(limitMs, START_PATIENCE_MS),
    invoke(invocation, limitMs) {
      const ending = turn(limitMs, PATIENCE_MS);
      if (alive) child.send({ ...invocation, limitMs });
      process.reached();
      return ending;
    },
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    isAlive: () => alive,
    close,
  };
};

interface Listener {
  log(message: string): void;
  answer(message: Answer): void;
  ended(reason: string): void;
}

function listen(child: ChildProcess, listener: Listener): void {
  let exit: string | undefined;
  child.on('message', (message) => {
    const typed = message as Message;
    if (typed.kind === 'log') listener.log(typed.message);
    else listener.answer(typed);
  });
  // The last messages of a process may arrive after its exit event, but not after the channel is closed.
  child.on('exit', (code, signal) => {
    exit = exitReason(code, signal);
    if (!child.connected) listener.ended(exit);
  });
  child.on('disconnect', () => {
    if (exit !== undefined) listener.ended(exit);
  });
  // The process did not start, or ended while a message was sent.
  child.on('error', (error) => listener.ended(`Runtime exited with error: ${error.message}`));
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGABRT') return 'Runtime exited with error: signal: aborted';
  if (signal !== null) return `Runtime exited with error: signal: ${signal}`;
  if (code === 0) return 'Runtime exited without providing a reason';
  return `Runtime exited with error: exit status ${code}`;
}

/** A process with an invocation keeps this process alive; an idle one does not. */
function keepAwake(child: ChildProcess, awake: boolean): void {
  if (awake) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function startProcess(
  { settings }: Clock,
  { memoryMb, variables, ...about }: EnvironmentSpec,
): ChildProcess {
  // In real time there is nothing to patch.
  const { rate, aheadMs, turns } = settings;
  const isReal = rate === 1 && aheadMs === 0 && turns === undefined;
  const clock = isReal ? undefined : PROCESS_CLOCK;
  const takesTurns = turns !== undefined;
  return fork(BOOTSTRAP, [JSON.stringify({ ...about, memoryMb, rate, clock, takesTurns })], {
    // Not the flags of this process: its loaders do not belong to the function.
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: { ...variables, ...(clock && { CANARY_CLOCK: clockVariable(settings) }) },
    cwd: about.folder,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
