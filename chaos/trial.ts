// One rollout with one fault: started as a runner starts it, with the fault at one call, and followed
// until no step is left.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionResult, type RunningStep, startAction } from '../__tests__/support/runner.ts';
import type { Variables } from '../__tests__/support/runner-environment.ts';
import type { StepResult } from '../__tests__/support/step-result.ts';
import { createWorkspace, type Workspace } from '../__tests__/support/workspace.ts';
import type { Report } from '../src/report/report.ts';
import type { Fault } from './faults.ts';
import { armFault } from './inject.ts';
import type { Scenario } from './scenarios.ts';
import { startFlakyGitHub } from './worlds/flaky-github.ts';
import type { Tally } from './worlds/users.ts';
import { ACTION_KEY, type World, type WorldState } from './worlds/world.ts';

export interface Trial {
  readonly scenario: Scenario;
  /** The number of the action's call at which the fault is injected, from 1; 0: none. */
  readonly call: number;
  readonly fault: Fault | undefined;
}

/** A step that ended, and the state right after it. */
export interface EndedStep {
  readonly who: 'main' | 'post' | 'next';
  readonly exitCode: number | null;
  readonly log: string;
  readonly summary: string;
  /** The report of the step; `undefined` if it wrote none. */
  readonly report: Report | undefined;
  readonly state: WorldState;
}

export interface TrialResult {
  /** The operation at which the fault was injected; `undefined`: the rollout made fewer calls. */
  readonly hitOperation: string | undefined;
  /** Somebody lowered the weight when the run could still see it. */
  readonly brakedInSight: boolean;
  /** How many of the steps had ended when the fault was injected; default 0. */
  readonly beforeFault?: number;
  /** Calls that the main step made. */
  readonly calls: number;
  readonly steps: readonly EndedStep[];
  readonly users: Tally;
  /** The external release is still served, or was served before the rollout began. */
  readonly keepsExternalRelease: boolean;
}

/** The first job, and one for each approval. */
const MOST_JOBS = 4;

/** Later runs have the numbers below. */
const FIRST_JOB = 20;

/** The inputs by which a job approves, in addition to those of its world. */
const APPROVE: Variables = { command: 'promote' };

/** Real milliseconds after which a step counts as hanging. */
const HANGING_MS = 180_000;

export async function play({ scenario, call, fault }: Trial): Promise<TrialResult> {
  const needsGitHub = fault?.injection.kind === 'github';
  return playWith(await scenario.open(), needsGitHub, (world) => playIn(world, call, fault));
}

/** Closes the world, and its GitHub if it needs one, however that ends. */
export async function playWith<R>(
  world: World,
  needsGitHub: boolean,
  work: (world: World) => Promise<R>,
): Promise<R> {
  const github = needsGitHub ? await startFlakyGitHub() : undefined;
  try {
    return await work(github ? { ...world, github } : world);
  } finally {
    await world.close();
    await github?.close();
  }
}

async function playIn(world: World, call: number, fault: Fault | undefined): Promise<TrialResult> {
  const steps: EndedStep[] = [];
  let step: RunningStep<ActionResult> | undefined;
  const armed = armFault(world, call, fault?.injection, {
    kill: () => void step?.kill(),
    cancel: (signal) => {
      if (signal === 'SIGINT') void step?.cancel();
      else terminate(step);
    },
  });
  const isLost = () => !endsWithPost(fault) && armed.hitOperation() !== undefined;
  let beforeFault = 0;
  await playJobs(world, steps, isLost, (begun) => {
    step = begun;
    if (armed.hitOperation() === undefined) beforeFault = steps.length;
  });
  const calls = armed.calls();
  armed.end();
  if (!endsWithPost(fault) || !isWhole(steps.at(-1)?.state)) {
    const onUnfinished = fault?.followUp === 'rollback' ? 'rollback' : 'resume';
    steps.push(...(await nextRuns(world, { 'on-unfinished': onUnfinished })));
  }
  // After an external change, a run leaves everything alone unless it is started to roll back.
  if (isByPerson(fault) && !isWhole(steps.at(-1)?.state)) {
    steps.push(...(await nextRuns(world, { 'on-unfinished': 'rollback' }, 2 + MOST_JOBS)));
  }
  return {
    hitOperation: armed.hitOperation(),
    brakedInSight: isBrake(fault) && armed.wasVisible(),
    calls,
    steps,
    beforeFault,
    users: world.tally(),
    keepsExternalRelease: await world.keepsExternalRelease(),
  };
}

/** The release in its jobs: people approve what it waits for. */
async function playJobs(
  world: World,
  steps: EndedStep[],
  isLost: () => boolean,
  begins: (step: RunningStep<ActionResult>) => void,
): Promise<void> {
  for (let job = 1; job <= MOST_JOBS; job++) {
    const step = start(world, { number: FIRST_JOB + job, ...(job > 1 && { inputs: APPROVE }) });
    begins(step);
    const main = await inTime(step, 'the main step');
    const ended = await endedStepOf('main', main, world);
    steps.push(ended);
    const post = isLost() ? undefined : main.startPost();
    if (post) steps.push(await endedStepOf('post', await inTime(post, 'the post step'), world));
    main.dispose();
    if (!waitsForPeople(ended)) return;
  }
}

/** The machine of the job is there for the post step. */
function endsWithPost(fault: Fault | undefined): boolean {
  return fault === undefined || fault.followUp === 'post';
}

function isByPerson(fault: Fault | undefined): boolean {
  return fault?.injection.kind === 'external-change' || fault?.injection.kind === 'forgery';
}

function isBrake(fault: Fault | undefined): boolean {
  return fault?.injection.kind === 'external-change' && fault.injection.how === 'brake';
}

export function isWhole(state: WorldState | undefined): boolean {
  return (
    state !== undefined &&
    (state.traffic === 'stable' || state.traffic === 'released') &&
    !state.stored &&
    state.lost.length === 0
  );
}

/** A run of the action on a world. */
export interface Run {
  /** Determines its run id. */
  readonly number: number;
  readonly repository?: string;
  readonly accessKeyId?: string;
  readonly inputs?: Variables;
}

export function start(
  { simulator, inputs, env, files, github }: World,
  { number, repository, accessKeyId = ACTION_KEY, inputs: more = {} }: Run,
): RunningStep<ActionResult> {
  const { clock, place } = simulator.world;
  return startAction({
    aws: { endpoint: simulator.url, region: place.region, accessKeyId },
    clock: clock.settings,
    github: {
      runId: 7_000_000_000 + number,
      ...(repository !== undefined && { repository }),
      ...(github && { apiUrl: github.options.apiUrl }),
    },
    ...(github && { event: github.options.event }),
    ...(env && { env }),
    ...(files && { workspace: checkout(files) }),
    inputs: { ...inputs, ...(github && { comment: 'true', 'on-rollback': 'issue' }), ...more },
  });
}

function checkout(files: NonNullable<World['files']>): Workspace {
  const workspace = createWorkspace();
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(workspace.checkout, path), text);
  }
  return workspace;
}

/** Later runs without faults, to the end: people approve. */
async function nextRuns(world: World, first: Variables, number = 2): Promise<readonly EndedStep[]> {
  const steps: EndedStep[] = [];
  for (let inputs = first; steps.length < MOST_JOBS; inputs = APPROVE) {
    const step = await nextRun(world, inputs, number + steps.length);
    steps.push(step);
    if (!waitsForPeople(step)) break;
  }
  return steps;
}

/** The release goes on when a person approves of it. */
export function waitsForPeople({ report }: EndedStep): boolean {
  const cause = report?.cause?.kind;
  return report?.outcome === 'held' && (cause === 'approval' || cause === 'door');
}

/** A later run, without faults. */
export async function nextRun(world: World, inputs: Variables, number: number): Promise<EndedStep> {
  const next = await inTime(start(world, { number, inputs }), 'the next run');
  const step = await endedStepOf('next', next, world);
  next.dispose();
  return step;
}

export async function endedStepOf(
  who: EndedStep['who'],
  step: StepResult,
  world: World,
): Promise<EndedStep> {
  const { exitCode, log, summary, outputs } = step;
  const file = outputs.report;
  return {
    who,
    exitCode,
    log,
    summary,
    report: file ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined,
    state: await world.state(),
  };
}

export async function inTime<R extends StepResult>(step: RunningStep<R>, who: string): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      void step.kill();
      reject(new Error(`${who} hangs:\n${step.log()}`));
    }, HANGING_MS);
  });
  try {
    return await Promise.race([step.done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long a machine waits on shutdown, in milliseconds of the run's clock. */
const SHUTDOWN_MS = 10_000;

/** SIGTERM alone, as a machine sends it on shutdown; SIGKILL after the grace period. */
export function terminate(step: RunningStep | undefined): void {
  if (!step) return;
  step.signal('SIGTERM');
  const stop = step.after(SHUTDOWN_MS, () => void step.kill());
  void step.done.finally(stop);
}
