// Plays a soak: one run or two at once, struck as it was drawn; then runs without faults, until all is
// whole or somebody would have to be asked.

import type { ActionResult, RunningStep } from '../__tests__/support/runner.ts';
import type { Strike } from './faults.ts';
import type { Contender, Soak } from './soak-draw.ts';
import { type Armed, armStrike } from './strike.ts';
import { type Act, actOf, inTime, isWhole, nextRun, type Run, start, terminate } from './trial.ts';
import type { Tally } from './worlds/users.ts';
import { ACTION_KEY, type World } from './worlds/world.ts';

export interface SoakAct extends Act {
  readonly by: 'first' | 'rival' | 'next';
  /** Nobody else was at work when it ended, nor since it began. */
  readonly alone: boolean;
}

export interface Hit {
  readonly operation: string;
  readonly strike: Strike;
}

export interface SoakStory {
  readonly acts: readonly SoakAct[];
  readonly hits: readonly Hit[];
  readonly users: Tally;
  readonly keepsTheirs: boolean;
}

/** Simulated seconds per real second: cancelled runs have seconds of their own to live. */
const RATES = { usual: 6, cancelled: 4 } as const;
const RIVAL_KEY = 'AKIAIOSFODNN7EXAMPL2';
/** A later run that finds what it may not take over needs another one that may take it back. */
const LATER_RUNS = 3;

export async function playSoak(soak: Soak): Promise<SoakStory> {
  const contenders = [soak.first, ...(soak.rival ? [soak.rival] : [])];
  const cancelled = contenders.some(({ blows }) =>
    blows.some(({ fault }) => fault.strike.kind === 'signal'),
  );
  const rate = cancelled ? RATES.cancelled : RATES.usual;
  const world = await soak.scenario.open(rate);
  try {
    return await playIn(world, rate, soak);
  } finally {
    await world.close();
  }
}

async function playIn(world: World, rate: number, soak: Soak): Promise<SoakStory> {
  const fight = arena(world, rate);
  const first = fight.enter('first', soak.first, { number: 1, accessKeyId: ACTION_KEY });
  const { rival } = soak;
  if (rival) {
    await first.reaches(rival.after);
    const other = { number: 2, repository: 'octo-org/checkout', accessKeyId: RIVAL_KEY };
    await fight.enter('rival', rival, other).over;
  }
  await first.over;
  fight.end();
  const acts = [...fight.acts];
  for (let run = 0; run < LATER_RUNS && !isWhole(acts.at(-1)?.standing); run++) {
    const act = await nextRun(world, run === 0 ? soak.next : 'rollback', 3 + run);
    acts.push({ ...act, by: 'next', alone: true });
  }
  return {
    acts,
    hits: fight.hits(),
    users: world.tally(),
    keepsTheirs: await world.keepsTheirs(),
  };
}

/** Where runs meet. */
function arena(world: World, rate: number) {
  const acts: SoakAct[] = [];
  const armed: { readonly strike: Strike; readonly arm: Armed }[] = [];
  let running = 0;
  let entered = 0;

  const enter = (by: 'first' | 'rival', { blows, inputs }: Contender, run: Run) => {
    let step: RunningStep<ActionResult> | undefined;
    const struck = {
      kill: () => void step?.kill(),
      cancel: (signal: 'SIGINT' | 'SIGTERM') => {
        const grace = { afterInterrupt: 7_500 / rate, afterTerminate: 2_500 / rate };
        if (signal === 'SIGINT') void step?.cancel(grace);
        else terminate(step, 10_000 / rate);
      },
    };
    const arms = blows.map(({ call, fault: { strike } }) => {
      const arm = armStrike(world, call, strike, struck, run.accessKeyId);
      armed.push({ strike, arm });
      return arm;
    });
    const counter = armStrike(world, 0, undefined, struck, run.accessKeyId);
    step = start(world, { ...run, inputs });
    const lost = () =>
      blows.some(({ fault }, i) => fault.aftermath !== 'post' && arms[i]?.struck() !== undefined);
    const over = alongside(by, async (add) => {
      const main = await inTime(step as RunningStep<ActionResult>, `${by}: the main step`);
      await add('main', main);
      const post = lost() ? undefined : main.startPost();
      if (post) await add('post', await inTime(post, `${by}: the post step`));
      main.dispose();
    });
    over.catch(() => undefined);
    const reaches = async (calls: number) => {
      let ended = false;
      void over.finally(() => (ended = true)).catch(() => undefined);
      while (!ended && counter.calls() < calls) await new Promise((wake) => setTimeout(wake, 20));
    };
    return { over, reaches };
  };

  async function alongside(
    by: 'first' | 'rival',
    work: (
      add: (who: Act['who'], step: Parameters<typeof actOf>[1]) => Promise<void>,
    ) => Promise<void>,
  ): Promise<void> {
    running += 1;
    entered += 1;
    let [since, joined] = [entered, running > 1];
    try {
      await work(async (who, step) => {
        const act = await actOf(who, step, world);
        acts.push({ ...act, by, alone: running === 1 && !joined && since === entered });
        [since, joined] = [entered, running > 1];
      });
    } finally {
      running -= 1;
    }
  }

  return {
    acts,
    enter,
    end: () => {
      for (const { arm } of armed) arm.end();
    },
    hits: (): readonly Hit[] =>
      armed.flatMap(({ strike, arm }) => {
        const operation = arm.struck();
        return operation === undefined ? [] : [{ operation, strike }];
      }),
  };
}
