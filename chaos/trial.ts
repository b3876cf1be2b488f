// One rollout with one fault: started as a runner starts it, struck at a call, and followed until
// nothing more happens by itself.

import { readFileSync } from 'node:fs';
import { type ActionResult, type RunningStep, startAction } from '../__tests__/support/runner.ts';
import type { Variables } from '../__tests__/support/runner-environment.ts';
import type { StepResult } from '../__tests__/support/step-result.ts';
import type { Report } from '../src/report/report.ts';
import type { Fault } from './faults.ts';
import type { Scenario } from './scenarios.ts';
import { armStrike } from './strike.ts';
import type { Tally } from './worlds/users.ts';
import { ACTION_KEY, type Standing, type World } from './worlds/world.ts';

export interface Trial {
  readonly scenario: Scenario;
  /** Which of the action's calls is struck, from 1; 0: none. */
  readonly call: number;
  readonly fault: Fault | undefined;
}

/** A step that ended, and what stood right after it. */
export interface Act {
  readonly who: 'main' | 'post' | 'next';
  readonly exitCode: number | null;
  readonly log: string;
  readonly summary: string;
  /** As the step wrote it; `undefined` where it did not come to that. */
  readonly report: Report | undefined;
  readonly standing: Standing;
}

export interface Story {
  /** The operation that was struck; `undefined`: the rollout made fewer calls. */
  readonly struck: string | undefined;
  /** Calls that the main step made. */
  readonly calls: number;
  readonly acts: readonly Act[];
  readonly users: Tally;
  /** What somebody else released is still served, or was before the rollout began. */
  readonly keepsTheirs: boolean;
}

/** Simulated seconds per real second: fast, and for what has seconds of its own to live, slower. */
const RATES = { usual: 6, cancelled: 4 } as const;

/** Real milliseconds after which a step counts as hanging. */
const HANGING_MS = 180_000;

export async function play({ scenario, call, fault }: Trial): Promise<Story> {
  const rate = fault?.strike.kind === 'signal' ? RATES.cancelled : RATES.usual;
  const world = await scenario.open(rate);
  try {
    return await playIn(world, rate, call, fault);
  } finally {
    await world.close();
  }
}

async function playIn(
  world: World,
  rate: number,
  call: number,
  fault: Fault | undefined,
): Promise<Story> {
  const acts: Act[] = [];
  const grace = { afterInterrupt: 7_500 / rate, afterTerminate: 2_500 / rate };
  let step: RunningStep<ActionResult> | undefined;
  const strike = armStrike(world, call, fault?.strike, {
    kill: () => void step?.kill(),
    cancel: (signal) => {
      if (signal === 'SIGINT') void step?.cancel(grace);
      else terminate(step, 10_000 / rate);
    },
  });
  step = start(world, { number: 1 });
  const main = await inTime(step, 'the main step');
  acts.push(await actOf('main', main, world));
  const calls = strike.calls();
  if (fault === undefined || fault.aftermath === 'post') {
    const post = main.startPost();
    if (post) acts.push(await actOf('post', await inTime(post, 'the post step'), world));
  }
  strike.end();
  main.dispose();
  const lost = fault !== undefined && fault.aftermath !== 'post';
  if (lost || !isWhole(acts.at(-1)?.standing)) {
    acts.push(await nextRun(world, fault?.aftermath === 'rollback' ? 'rollback' : 'resume'));
  }
  // What somebody else changed is left alone until a run is told to give the rest back.
  if (fault?.strike.kind === 'meddle' && !isWhole(acts.at(-1)?.standing)) {
    acts.push(await nextRun(world, 'rollback'));
  }
  return {
    struck: strike.struck(),
    calls,
    acts,
    users: world.tally(),
    keepsTheirs: await world.keepsTheirs(),
  };
}

export function isWhole(standing: Standing | undefined): boolean {
  return (
    standing !== undefined &&
    (standing.traffic === 'stable' || standing.traffic === 'released') &&
    !standing.remembered &&
    standing.lost.length === 0
  );
}

/** A run of the action on a world. */
export interface Run {
  /** Makes its id. */
  readonly number: number;
  readonly repository?: string;
  readonly accessKeyId?: string;
  readonly inputs?: Variables;
}

export function start(
  { simulator, inputs }: World,
  { number, repository, accessKeyId = ACTION_KEY, inputs: more = {} }: Run,
): RunningStep<ActionResult> {
  const { clock, place } = simulator.world;
  return startAction({
    aws: { endpoint: simulator.url, region: place.region, accessKeyId },
    clock: clock.settings,
    github: { runId: 7_000_000_000 + number, ...(repository !== undefined && { repository }) },
    inputs: { ...inputs, ...more },
  });
}

/** A later run, without faults. */
export async function nextRun(world: World, onUnfinished: string, number = 2): Promise<Act> {
  const inputs = { 'on-unfinished': onUnfinished };
  const next = await inTime(start(world, { number, inputs }), 'the next run');
  const act = await actOf('next', next, world);
  next.dispose();
  return act;
}

export async function actOf(who: Act['who'], step: StepResult, world: World): Promise<Act> {
  const { exitCode, log, summary, outputs } = step;
  const file = outputs.report;
  return {
    who,
    exitCode,
    log,
    summary,
    report: file ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined,
    standing: await world.standing(),
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

/** SIGTERM alone, as a machine that is shut down sends it; SIGKILL when the time is over. */
export function terminate(step: RunningStep | undefined, graceMs: number): void {
  if (!step) return;
  process.kill(step.pid, 'SIGTERM');
  const timer = setTimeout(() => void step.kill(), graceMs);
  void step.done.finally(() => clearTimeout(timer));
}
