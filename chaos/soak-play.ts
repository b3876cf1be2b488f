// Plays a soak: one run or two at once, with the planned faults; then runs without faults, until the
// rollout is finished or would need a person.

import type { ActionResult, RunningStep } from '../__tests__/support/runner.ts';
import type { Injection } from './faults.ts';
import { type ArmedFault, armFault } from './inject.ts';
import type { Contender, Soak } from './soak-draw.ts';
import {
  type EndedStep,
  endedStepOf,
  inTime,
  isWhole,
  nextRun,
  playWith,
  type Run,
  start,
  terminate,
} from './trial.ts';
import type { Tally } from './worlds/users.ts';
import { ACTION_KEY, type World } from './worlds/world.ts';

export interface SoakStep extends EndedStep {
  readonly by: 'first' | 'rival' | 'next';
  /** No other run was active from its start to its end. */
  readonly alone: boolean;
}

export interface Hit {
  readonly operation: string;
  readonly injection: Injection;
}

export interface SoakResult {
  readonly steps: readonly SoakStep[];
  readonly hits: readonly Hit[];
  readonly users: Tally;
  readonly keepsExternalRelease: boolean;
}

const RIVAL_KEY = 'AKIAIOSFODNN7EXAMPL2';
/** A later run that may not take over needs another one that may roll back. */
const LATER_RUNS = 3;

export async function playSoak(soak: Soak): Promise<SoakResult> {
  const contenders = [soak.first, ...(soak.rival ? [soak.rival] : [])];
  const needsGitHub = contenders.some(({ faults }) =>
    faults.some(({ fault }) => fault.injection.kind === 'github'),
  );
  return playWith(await soak.scenario.open(), needsGitHub, (world) => playIn(world, soak));
}

async function playIn(world: World, soak: Soak): Promise<SoakResult> {
  const runs = concurrentRuns(world);
  const { rival } = soak;
  const meeting = rival && meet(world, rival.after);
  const first = runs.enter('first', soak.first, { number: 1, accessKeyId: ACTION_KEY });
  if (rival && meeting) {
    await Promise.race([meeting.reached, first.over.catch(() => undefined)]);
    const other = { number: 2, repository: 'octo-org/checkout', accessKeyId: RIVAL_KEY };
    const second = runs.enter('rival', rival, other);
    await second.over.finally(meeting.end);
  }
  await first.over;
  runs.end();
  const steps = [...runs.steps];
  for (let run = 0; run < LATER_RUNS && !isWhole(steps.at(-1)?.state); run++) {
    const inputs = { 'on-unfinished': run === 0 ? soak.next : 'rollback' };
    const step = await nextRun(world, inputs, 3 + run);
    steps.push({ ...step, by: 'next', alone: true });
  }
  return {
    steps,
    hits: runs.hits(),
    users: world.tally(),
    keepsExternalRelease: await world.keepsExternalRelease(),
  };
}

/**
 * Lets the first run stop after so many calls, until the rival makes its first one: from then on, both go on at the same
 * time.
 */
function meet({ simulator }: World, calls: number) {
  let count = 0;
  let [reach, end] = [() => {}, () => {}];
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const met = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = simulator.onCall({
    before: async ({ accessKeyId }) => {
      if (accessKeyId === RIVAL_KEY) end();
      if (accessKeyId !== ACTION_KEY || count++ < calls) return;
      reach();
      await met;
    },
  });
  return {
    reached,
    end: () => {
      stop();
      end();
    },
  };
}

/** Runs that are active at the same time in one world. */
function concurrentRuns(world: World) {
  const steps: SoakStep[] = [];
  const armed: { readonly injection: Injection; readonly arm: ArmedFault }[] = [];
  let running = 0;
  let entered = 0;

  const enter = (by: 'first' | 'rival', { faults, inputs }: Contender, run: Run) => {
    let step: RunningStep<ActionResult> | undefined;
    const control = {
      kill: () => void step?.kill(),
      cancel: (signal: 'SIGINT' | 'SIGTERM') => {
        if (signal === 'SIGINT') void step?.cancel();
        else terminate(step);
      },
    };
    const arms = faults.map(({ call, fault: { injection } }) => {
      const arm = armFault(world, call, injection, control, run.accessKeyId);
      armed.push({ injection, arm });
      return arm;
    });
    step = start(world, { ...run, inputs });
    const lost = () =>
      faults.some(
        ({ fault }, i) => fault.followUp !== 'post' && arms[i]?.hitOperation() !== undefined,
      );
    const over = track(by, async (add) => {
      const main = await inTime(step as RunningStep<ActionResult>, `${by}: the main step`);
      await add('main', main);
      const post = lost() ? undefined : main.startPost();
      if (post) await add('post', await inTime(post, `${by}: the post step`));
      main.dispose();
    });
    over.catch(() => undefined);
    return { over };
  };

  async function track(
    by: 'first' | 'rival',
    work: (
      add: (who: EndedStep['who'], step: Parameters<typeof endedStepOf>[1]) => Promise<void>,
    ) => Promise<void>,
  ): Promise<void> {
    running += 1;
    entered += 1;
    let [since, joined] = [entered, running > 1];
    try {
      await work(async (who, step) => {
        const ended = await endedStepOf(who, step, world);
        steps.push({ ...ended, by, alone: running === 1 && !joined && since === entered });
        [since, joined] = [entered, running > 1];
      });
    } finally {
      running -= 1;
    }
  }

  return {
    steps,
    enter,
    end: () => {
      for (const { arm } of armed) arm.end();
    },
    hits: (): readonly Hit[] =>
      armed.flatMap(({ injection, arm }) => {
        const operation = arm.hitOperation();
        return operation === undefined ? [] : [{ operation, injection }];
      }),
  };
}
