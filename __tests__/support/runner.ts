// Starts the action as GitHub's runner does: Node 24 on the bundle that `action.yml` names, in a
// fresh workspace, with a runner's variables and nothing else; reads back what the step wrote, and
// starts the post step with the state of the main step.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClockSettings } from '../../simulator/clock.ts';
import type { Joined } from '../../simulator/turns/turn-clock.ts';
import { findNode24 } from '../../tools/node24.ts';
import { type ActionMetadata, readActionMetadata } from './action-metadata.ts';
import {
  type AwsSurroundings,
  awsVariables,
  clockVariables,
  completeRun,
  type GitHubRun,
  inputVariables,
  runnerVariables,
  type Variables,
} from './runner-environment.ts';
import { collectOutput } from './step-output.ts';
import { startProcess } from './step-process.ts';
import { readStep, type StepResult } from './step-result.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export interface RunOptions {
  /** `with:`; whatever is left out takes its default from action.yml. */
  readonly inputs?: Variables;
  /** The event's JSON, as in GITHUB_EVENT_PATH. */
  readonly event?: unknown;
  readonly github?: GitHubRun;
  readonly aws?: AwsSurroundings;
  readonly clock?: ClockSettings | undefined;
  /** Further variables, as `env:` of the step sets them. */
  readonly env?: Variables;
  /** A workspace to run in once more; by default a fresh one, removed by `dispose`. */
  readonly workspace?: Workspace;
  /** The folder with action.yml; by default this project. */
  readonly action?: string;
  /** Each line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface ActionResult extends StepResult {
  readonly workspace: Workspace;
  /**
   * Runs the post step, as the runner does however the main step ended. `undefined` when the
   * action has none.
   *
   * @param changed what it gets instead of the main step's variables, as inside a composite action
   */
  post(changed?: (variables: Variables) => Variables): Promise<StepResult | undefined>;
  /** The post step as a process that can be cancelled. */
  startPost(): RunningStep | undefined;
  dispose(): void;
}

/** Milliseconds of its clock that a cancelled step gets, as GitHub documents them. */
export interface Grace {
  readonly afterInterrupt: number;
  readonly afterTerminate: number;
}

const node = findNode24();
if (node.note) process.stderr.write(`${node.note}\n`);

/** Hundreds of runs compile one bundle; a runner would start each in a fresh place. */
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'canary-action-compiled') };

const GRACE: Grace = { afterInterrupt: 7_500, afterTerminate: 2_500 };

export interface RunningStep<Result = StepResult> {
  readonly pid: number;
  /** What it has written so far. */
  log(): string;
  /** Resolves once the output so far has a line that fits; rejects when the step ends without. */
  sees(pattern: RegExp): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Calls back after so many milliseconds of its clock, unless the returned function is called first. */
  readonly after: Joined['after'];
  /** SIGINT, then SIGTERM, then SIGKILL, as the runner cancels. */
  cancel(grace?: Grace): Promise<Result>;
  /** Dies at once, as when the machine is lost. */
  kill(): Promise<Result>;
  readonly done: Promise<Result>;
}

/** Runs the main step to its end. */
export function runAction(options: RunOptions = {}): Promise<ActionResult> {
  return startAction(options).done;
}

/** Starts the main step. */
export function startAction(options: RunOptions = {}): RunningStep<ActionResult> {
  const job = prepare(options);
  const { action, metadata, workspace, onLine } = job;
  const start = (script: string, variables: Variables, given: Variables = {}) =>
    startStep({ script: join(action, script), workspace, variables, metadata, given, onLine });

  return mapStep(start(metadata.main, job.variables, options.inputs), (result) => {
    const state = Object.entries(result.state).map(([name, value]) => [`STATE_${name}`, value]);
    const left = { ...job.variables, ...result.env, ...Object.fromEntries(state) };
    const startPost = (changed = (same: Variables) => same) =>
      metadata.post === undefined ? undefined : start(metadata.post, changed(left));
    return {
      ...result,
      workspace,
      startPost: () => startPost(),
      post: async (changed) => startPost(changed)?.done,
      dispose: () => workspace.dispose(),
    };
  });
}

function prepare(options: RunOptions) {
  const action = options.action ?? fileURLToPath(new URL('../..', import.meta.url));
  const metadata = readActionMetadata(action);
  const workspace = options.workspace ?? createWorkspace();
  const run = completeRun(options.github);
  const eventPath = join(workspace.temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(options.event ?? {}));
  const variables = {
    ...runnerVariables(run, workspace, eventPath),
    ...awsVariables(options.aws),
    ...clockVariables(options.clock),
    ...inputVariables(metadata, options.inputs ?? {}, run),
    ...options.env,
  };
  return { action, metadata, workspace, variables, onLine: options.onLine };
}

interface StepOptions {
  readonly script: string;
  readonly workspace: Workspace;
  readonly variables: Variables;
  readonly metadata: ActionMetadata;
  readonly given: Variables;
  readonly onLine: ((line: string) => void) | undefined;
}

function startStep(options: StepOptions): RunningStep {
  const files = options.workspace.openStep();
  const child = startProcess({
    node: node.path,
    script: options.script,
    cwd: options.workspace.checkout,
    env: { ...COMPILED, ...options.variables, ...files.paths },
  });
  const { turns } = child;
  const output = collectOutput(child, options.onLine);
  const done = child.ended.then(({ code, signal }) => {
    const refusal = turns.refusal();
    if (refusal) throw new Error(`${refusal.message}\n${output.log()}`);
    return readStep({ code, signal, log: output.log(), files, unexpected: unexpected(options) });
  });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    turns.reached();
  };
  return {
    pid: child.pid ?? 0,
    log: output.log,
    sees: (pattern) => output.sees(pattern, done),
    signal: kill,
    after: turns.after,
    cancel: (grace = GRACE) => cancel(kill, turns.after, done, grace),
    kill: () => {
      kill('SIGKILL');
      return done;
    },
    done,
  };
}

function mapStep<A, B>(step: RunningStep<A>, map: (result: A) => B): RunningStep<B> {
  const done = step.done.then(map);
  return {
    ...step,
    done,
    cancel: async (grace) => {
      await step.cancel(grace);
      return done;
    },
    kill: async () => {
      await step.kill();
      return done;
    },
  };
}

function unexpected({ metadata, given }: StepOptions): readonly string[] {
  return Object.keys(given).filter((name) => !metadata.inputs.has(name));
}

async function cancel<Result>(
  signal: (name: NodeJS.Signals) => void,
  after: Joined['after'],
  done: Promise<Result>,
  grace: Grace,
) {
  signal('SIGINT');
  const terminate = after(grace.afterInterrupt, () => signal('SIGTERM'));
  const all = grace.afterInterrupt + grace.afterTerminate;
  const kill = after(all, () => signal('SIGKILL'));
  try {
    return await done;
  } finally {
    terminate();
    kill();
  }
}
