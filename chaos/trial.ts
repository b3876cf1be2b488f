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
  /** Calls that the main step made. */
  readonly calls: number;
  readonly steps: readonly EndedStep[];
  readonly users: Tally;
  /** The external release is still served, or was served before the rollout began. */
  readonly keepsExternalRelease: boolean;
}

/** Simulated seconds per real second; slower for cancelled runs, whose grace period is limited. */
const RATES = { usual: 6, cancelled: 4 } as const;

/** Real milliseconds after which a step counts as hanging. */
const HANGING_MS = 180_000;

export async function play({ scenario, call, fault }: Trial): Promise<TrialResult> {
  const slow = fault?.injection.kind === 'signal';
  const rate = scenario.pace * (slow ? RATES.cancelled : RATES.usual);
  const needsGitHub = fault?.injection.kind === 'github';
  return playWith(await scenario.open(rate), needsGitHub, (world) =>
    playIn(world, rate, call, fault),
  );
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

async function playIn(
  world: World,
  rate: number,
  call: number,
  fault: Fault | undefined,
): Promise<TrialResult> {
  const steps: EndedStep[] = [];
  const grace = { afterInterrupt: 7_500 / rate, afterTerminate: 2_500 / rate };
  let step: RunningStep<ActionResult> | undefined;
  const armed = armFault(world, call, fault?.injection, {
    kill: () => void step?.kill(),
    cancel: (signal) => {
      if (signal === 'SIGINT') void step?.cancel(grace);
      else terminate(step, 10_000 / rate);
    },
  });
  step = start(world, { number: 1 });
  const main = await inTime(step, 'the main step');
  steps.push(await endedStepOf('main', main, world));
  const calls = armed.calls();
  if (fault === undefined || fault.followUp === 'post') {
    const post = main.startPost();
    if (post) steps.push(await endedStepOf('post', await inTime(post, 'the post step'), world));
  }
  armed.end();
  main.dispose();
  const lost = fault !== undefined && fault.followUp !== 'post';
  if (lost || !isWhole(steps.at(-1)?.state)) {
    steps.push(await nextRun(world, fault?.followUp === 'rollback' ? 'rollback' : 'resume'));
  }
  // After an external change, a run leaves everything alone unless it is started to roll back.
  if (isByPerson(fault) && !isWhole(steps.at(-1)?.state)) {
    steps.push(await nextRun(world, 'rollback', 3));
  }
  return {
    hitOperation: armed.hitOperation(),
    brakedInSight: isBrake(fault) && armed.wasVisible(),
    calls,
    steps,
    users: world.tally(),
    keepsExternalRelease: await world.keepsExternalRelease(),
  };
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

/** A later run, without faults. */
export async function nextRun(world: World, onUnfinished: string, number = 2): Promise<EndedStep> {
  const inputs = { 'on-unfinished': onUnfinished };
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

/** SIGTERM alone, as a machine sends it on shutdown; SIGKILL after the grace period. */
export function terminate(step: RunningStep | undefined, graceMs: number): void {
  if (!step) return;
  process.kill(step.pid, 'SIGTERM');
  const timer = setTimeout(() => void step.kill(), graceMs);
  void step.done.finally(() => clearTimeout(timer));
}
