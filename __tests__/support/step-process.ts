// The process in which a step or a command line runs; both are called a step here. To start Node and to load and warm
// up the action costs more than most steps do, so a step gets a process that has run others (step-host.mjs), as if it
// were new. A step has one of its own where that could make a difference (see `mayBeHosted`), or if CANARY_TESTS is
// `apart`.

import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Joined, joins } from '../../simulator/turns/turn-clock.ts';
import { hold } from './hold-process.ts';
import { clockLoader, type Variables } from './runner-environment.ts';

export interface StepStart {
  readonly node: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly cwd: string;
  readonly env: Variables;
}

export interface StepEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What comes from a process: `data` with a `Buffer`, then `end`. */
export type Outlet = Pick<EventEmitter, 'on' | 'once'>;

export interface StepProcess {
  readonly pid: number | undefined;
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  readonly turns: Joined;
  readonly ended: Promise<StepEnd>;
  /** Does nothing once it has ended. */
  kill(signal: NodeJS.Signals): void;
}

export function startProcess(start: StepStart): StepProcess {
  return mayBeHosted(start) ? startHosted(start) : startAlone(start);
}

const BUNDLE = fileURLToPath(new URL('../../dist/', import.meta.url));
const HOST = fileURLToPath(new URL('./step-host.mjs', import.meta.url));

/** Node, or what it is built with, reads these when it starts. */
const READ_AT_START = /^(?:NODE_|UV_|SSL_|OPENSSL_|LD_|LC_|LANG|TZ$)/;
/** Of these, the first is the same for all, the second is done by the host, and the host was started with the third. */
const HOSTED = ['NODE_COMPILE_CACHE', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];

/**
 * Alone are: the small action that proves the runner, which is another module for Node each time; clocks that run fast,
 * because nothing makes their time real again; and what makes Node itself another one, such as TZ.
 */
function mayBeHosted({ script, env }: StepStart): boolean {
  const { CANARY_CLOCK = 'turns:', NODE_OPTIONS = clockLoader() } = env;
  return (
    process.env.CANARY_TESTS !== 'apart' &&
    script.startsWith(BUNDLE) &&
    CANARY_CLOCK.startsWith('turns:') &&
    NODE_OPTIONS === clockLoader() &&
    Object.keys(env).every((name) => HOSTED.includes(name) || !READ_AT_START.test(name))
  );
}

function startAlone({ node, script, args = [], cwd, env }: StepStart): StepProcess {
  const child = spawn(node, [script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    ...{ pid: child.pid, stdout: child.stdout, stderr: child.stderr, turns: joins(child, env) },
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
    }),
  };
}

/** A process that runs one step at a time. */
interface Host {
  readonly child: ChildProcess;
  /** The file of certificates that Node trusts in it, read when it first needs some. */
  readonly trusts: string | undefined;
  steps: number;
  restsSince: number;
  /** Of its current step. */
  step: HostedStep | undefined;
}

/** As a process of its own would be. */
class HostedStep extends EventEmitter {
  readonly stdout = new EventEmitter();
  readonly stderr = new EventEmitter();
  readonly spawnargs: readonly string[];
  readonly #host: Host;
  /** What its outlets have said of its end. */
  readonly #said: { readonly code: number; readonly goesOn: boolean }[] = [];
  #over = false;

  constructor(host: Host, { node, script, args = [] }: StepStart) {
    super();
    this.#host = host;
    this.spawnargs = [node, script, ...args];
  }

  get pid() {
    return this.#host.child.pid;
  }

  kill(signal: NodeJS.Signals): boolean {
    return !this.#over && this.#host.child.kill(signal);
  }

  /** One of the two outlets is at its end. */
  says(text: string): void {
    this.#said.push(JSON.parse(text));
    const [first, second] = this.#said;
    if (!first || !second) return;
    if (first.goesOn) rest(this.#host);
    this.#end({ code: first.code, signal: null });
  }

  /** Its process has ended. */
  lost({ code, signal }: StepEnd): void {
    const [said] = this.#said;
    this.#end(said ? { code: said.code, signal: null } : { code, signal });
  }

  #end({ code, signal }: StepEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#host.step = undefined;
    this.stdout.emit('end');
    this.stderr.emit('end');
    this.emit('close', code, signal);
  }
}

/** Those that wait for a step, the one that has run most last. */
const resting: Host[] = [];
/** Real milliseconds; a host itself ends later than that. */
const MOST_REST_MS = 10_000;
/** So that what a step may leave behind does not add up. */
const MOST_STEPS = 300;

function rest(host: Host): void {
  host.restsSince = performance.now();
  hold(host.child, false);
  if (host.steps < MOST_STEPS) resting.push(host);
  else host.child.disconnect();
}

function takeHost(node: string, env: Variables): Host {
  for (;;) {
    const last = resting.findLastIndex(({ trusts }) => trusts === env.NODE_EXTRA_CA_CERTS);
    const [host] = last < 0 ? [] : resting.splice(last, 1);
    if (!host) return openHost(node, env);
    if (host.child.connected && performance.now() - host.restsSince < MOST_REST_MS) return host;
    if (host.child.connected) host.child.disconnect();
  }
}

function openHost(node: string, env: Variables): Host {
  const { NODE_COMPILE_CACHE, NODE_EXTRA_CA_CERTS: trusts, PATH, SystemRoot } = env;
  const child = spawn(node, [HOST], {
    env: { NODE_COMPILE_CACHE, NODE_EXTRA_CA_CERTS: trusts, PATH, SystemRoot },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const host: Host = { child, trusts, steps: 0, restsSince: 0, step: undefined };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', outletReader(host, name));
  child.once('error', (error) => host.step?.emit('error', error));
  child.once('close', (code, signal) => host.step?.lost({ code, signal }));
  return host;
}

/** @returns takes what the process writes: output of its step, and between two NULs how that ended */
function outletReader(host: Host, name: 'stdout' | 'stderr'): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    const from = held.indexOf(0);
    const output = from < 0 ? held : held.subarray(0, from);
    if (output.length > 0) host.step?.[name].emit('data', output);
    held = held.subarray(output.length);
    const to = held.indexOf(0, 1);
    if (to < 0) return;
    const said = held.subarray(1, to).toString();
    held = held.subarray(to + 1);
    host.step?.says(said);
  };
}

function startHosted(start: StepStart): StepProcess {
  const { script, args = [], cwd, env } = start;
  const host = takeHost(start.node, env);
  const step = new HostedStep(host, start);
  host.step = step;
  host.steps++;
  hold(host.child, true);
  const ended = new Promise<StepEnd>((resolve, reject) => {
    step.once('error', reject);
    step.once('close', (code, signal) => resolve({ code, signal }));
  });
  const turns = joins(step, env);
  host.child.send({ script, args, cwd, env });
  return {
    ...{ pid: step.pid, stdout: step.stdout, stderr: step.stderr, turns, ended },
    kill: (signal) => void step.kill(signal),
  };
}
