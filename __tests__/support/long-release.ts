// A release of hours or days, by the shipped bundle on the simulator, whose clock is put forward between
// the looks: driven by many runs, or by one that sees them all.

import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openScene, quiet, type Scene } from './rollout.ts';
import type { ActionResult } from './runner.ts';
import type { Variables } from './runner-environment.ts';

export interface LongPlan {
  readonly steps: readonly { readonly weight: number; readonly hours: number }[];
  readonly bakeHours: number;
  /** Seconds between two firings of the schedule. */
  readonly everySeconds: number;
  /** Requests of users between two looks. */
  readonly requests: number;
}

/** Called after each look of a run. */
export type OnLook = (running: { readonly pid: number; readonly scene: Scene }) => void;

/**
 * A change of the traffic, by the minutes since the first one: those of the change before, and how long
 * that lasted.
 */
export type Change = readonly [minute: number, weight: number];

export interface Course {
  readonly changes: readonly Change[];
  readonly outcome: string;
  readonly endedAtMinute: number;
  readonly runs: number;
  /** What is served in the end. */
  readonly stage: unknown;
}

/** What the plan says by itself. */
export function planned({ steps, bakeHours }: LongPlan): Pick<Course, 'changes' | 'endedAtMinute'> {
  const changes: Change[] = [];
  let minute = 0;
  for (const { weight, hours } of steps) {
    changes.push([minute, weight]);
    minute += 60 * hours;
  }
  return { changes: [...changes, [minute, 100]], endedAtMinute: minute + 60 * bakeHours };
}

const MINUTE = 60_000;
/** A run looks no more often than that. */
const LOOK = 15_000;

/** `start`, then one `advance` each time that the schedule fires, and when the next step is due. */
export async function playInRuns(plan: LongPlan): Promise<Course> {
  return onScene(plan, async (scene, watch) => {
    const { clock } = scene.simulator.world;
    let runs = 0;
    const run = (inputs: Record<string, string>) => {
      runs += 1;
      return scene.release(inputs, { github: { runId: 7_000_001_000 + runs } });
    };
    let last = await run({ ...inputsOf(plan), command: 'start' });
    for (let firing = 1; last.outputs.outcome === 'held'; firing++) {
      if (firing > 1000) throw new Error(`it does not end: ${last.outputs.reason}`);
      const due = Date.parse(last.outputs['next-step-at'] ?? '');
      await scene.ask(plan.requests);
      clock.forward(Math.max(0, watch.next(due) - clock.now()));
      last.dispose();
      last = await run({ ...JUDGED, command: 'advance', steps: '', 'bake-time': '' });
    }
    return { ...watch.course(last), runs };
  });
}

/** The same plan in one run of the action, in which time jumps from one look to the next. */
/** @param env further variables of the run */
export async function playInOneRun(
  plan: LongPlan,
  onLook?: OnLook,
  env: Variables = {},
): Promise<Course> {
  return onScene(plan, async (scene, watch) => {
    const { clock } = scene.simulator.world;
    let looks = 0;
    let over = false;
    const run = scene.start({ ...inputsOf(plan), 'job-timeout': '300h' }, { env });
    const ended = run.done.finally(() => {
      over = true;
    });
    await scene.reaches(plan.steps[0]?.weight ?? 0);
    for (;;) {
      await Promise.race([quiet(scene), ended]);
      if (over) break;
      looks += 1;
      if (looks > 5000) throw new Error('it does not end');
      onLook?.({ pid: run.pid, scene });
      await scene.ask(plan.requests);
      const due = await dueAt(scene, plan);
      clock.forward(Math.max(0, watch.next(due) - clock.now()));
    }
    return { ...watch.course(await ended), runs: 1 };
  });
}

interface Watch {
  /** When the schedule fires next, or what stands is due, in milliseconds since the epoch. */
  next(due: number): number;
  course(last: ActionResult): Omit<Course, 'runs' | 'stage'>;
}

async function onScene(
  plan: LongPlan,
  drive: (scene: Scene, watch: Watch) => Promise<Omit<Course, 'stage'>>,
): Promise<Course> {
  const scene = await openScene();
  try {
    const { clock } = scene.simulator.world;
    const seen: { readonly at: number; readonly weight: number }[] = [];
    scene.simulator.onCall({
      after: (call) => {
        const weight = weightIn(call);
        if (weight !== undefined) seen.push({ at: clock.now(), weight });
      },
    });
    const from = () => seen[0]?.at ?? clock.now();
    const minute = (at: number) => {
      const moments = [...seen.map((change) => change.at).filter((one) => one < at), at];
      const lasted = moments.slice(1).map((one, i) => one - (moments[i] ?? one));
      return lasted.reduce((sum, ms) => sum + Math.round(ms / MINUTE), 0);
    };
    const every = 1000 * plan.everySeconds;
    // What fell due while the last run was there is looked at, once, before the schedule fires again.
    let asked = 0;
    const course = await drive(scene, {
      next: (due) => {
        // A look is not worth while so soon after another.
        const soon = clock.now() + LOOK;
        const firing = from() + every * (Math.floor((soon - from()) / every) + 1);
        if (due > firing || due === asked) return firing;
        asked = due;
        return due;
      },
      course: ({ outputs }) => ({
        changes: seen.map(({ at, weight }) => [minute(at), weight] as const),
        outcome: outputs.outcome ?? '',
        endedAtMinute: minute(clock.now()),
      }),
    });
    const { canarySettings, variables } = await scene.api.stage();
    return { ...course, stage: { canarySettings, variables } };
  } finally {
    await scene.close();
  }
}

/** A busy machine makes some answers slow; what is played is the course in time. */
const JUDGED = { analysis: 'observe' };

function inputsOf({ steps, bakeHours }: LongPlan): Record<string, string> {
  return {
    ...JUDGED,
    steps: steps.map(({ weight, hours }) => `${weight}%/${hours}h`).join(', '),
    'bake-time': `${bakeHours}h`,
  };
}

/** The weight that a call gave the new version; `undefined`: it gave none. */
function weightIn({ operation, status, body = '{}' }: CallRecord): number | undefined {
  if (operation !== 'UpdateStage' || status !== 200) return undefined;
  const { patchOperations = [] } = JSON.parse(body) as {
    patchOperations?: readonly { op: string; path: string; value?: string }[];
  };
  if (patchOperations.some(({ op }) => op === 'copy')) return 100;
  const set = patchOperations.find(({ path }) => path === '/canarySettings/percentTraffic');
  return set?.op === 'replace' ? Number(set.value) : undefined;
}

/** When the phase that stands is over, as the stage's tags tell it, in milliseconds since the epoch. */
async function dueAt({ api }: Scene, { steps, bakeHours }: LongPlan): Promise<number> {
  const { tags = {} } = await api.stage();
  const [kind, ...numbers] = (tags['canary-action:phase'] ?? '').split('/');
  const [first = 0, second = 0] = numbers.map(Number);
  if (kind === 'baking') return 1000 * (first + 3600 * bakeHours);
  return 1000 * (second + 3600 * (steps[first]?.hours ?? 0));
}
