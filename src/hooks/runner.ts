// The hooks of one run: which have run in which phase, and their results. Hooks run concurrently with the loop,
// which continues its checks: an alarm that fires does not wait for them.

import type { Evidence, HookPoint } from '../analysis/evidence.ts';
import { formatDuration } from '../base/duration.ts';
import { known } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { HookInput, HookInputs } from '../inputs/values.ts';
import type { HookReport } from '../report/report.ts';
import { type HookState, hookPointOf } from '../rollout/hook-point.ts';
import { formatPhase, type Phase } from '../rollout/phase.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { HookResult } from './answer.ts';
import type { HookPayload } from './payload.ts';

export interface HookRunner {
  stateIn(phase: Phase): HookState;
  /**
   * Runs the hooks of the rollout's phase one after the other until one fails, unless they are running already.
   * Resolves when the last has ended; never rejects.
   *
   * @param weight % of traffic on the canary
   */
  run(rollout: StoredRollout, weight: number): Promise<void>;
  /** The latest result of each hook. */
  evidence(): readonly Evidence[];
  /** Aborts the running hook; returns at once. */
  stop(): Promise<void>;
}

/** Smoke checks, which run before the hooks of the same point. */
export interface SmokeRunner {
  has(point: HookPoint): boolean;
  /** Rejects only for a bug. */
  run(occasion: Occasion): Promise<{
    readonly result: Result['kind'];
    /** `undefined`: it was stopped. */
    readonly evidence: Evidence | undefined;
  }>;
}

export interface HookRunnerParts {
  readonly inputs: HookInputs;
  readonly log: Log;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly smoke?: SmokeRunner | undefined;
  /** The payload for the hook. May reject. */
  readonly payload: (rollout: StoredRollout, weight: number) => Promise<HookPayload>;
  readonly call: (hook: HookInput, body: string, signal: AbortSignal) => Promise<HookResult>;
  /** Called when a hook has ended. */
  readonly ended: (report: HookReport) => void;
}

/** The hooks of one phase that are running. */
interface Running {
  readonly key: string;
  readonly end: Promise<void>;
  readonly stop: () => void;
}

type Result = HookResult | { readonly kind: 'stopped'; readonly message: string };

export function createHookRunner(parts: HookRunnerParts): HookRunner {
  const { smoke, inputs } = parts;
  const { calls } = inputs;
  const isIdle = (point: HookPoint) => calls[point].length === 0 && !smoke?.has(point);
  const results = new Map<string, Result['kind']>();
  const latest = new Map<string, Evidence>();
  let running: Running | undefined;

  const begin = (rollout: StoredRollout, weight: number): Running => {
    const key = formatPhase(rollout.phase);
    const stopped = new AbortController();
    const occasion = { rollout, weight, stopped: stopped.signal };
    const point = hookPointOf(rollout.phase);
    const runChecks = async (): Promise<Result['kind']> => {
      if (!smoke?.has(point)) return 'passed';
      const { result, evidence } = await smoke.run(occasion);
      if (evidence) latest.set(`${point} smoke checks`, evidence);
      return result;
    };
    const runAll = async (): Promise<Result['kind']> => {
      const checked = await runChecks();
      if (checked !== 'passed') return checked;
      for (const hook of calls[point]) {
        const report = await runAndReport(parts, hook, occasion);
        if (report.result === 'stopped') return 'stopped';
        latest.set(`${report.point} ${report.calls}`, evidenceOf(report));
        if (report.result === 'failed') return 'failed';
      }
      return 'passed';
    };
    const end = runAll().then((result) => {
      if (running?.key === key) running = undefined;
      results.set(key, result);
    });
    return { key, end, stop: () => stopped.abort() };
  };

  return {
    stateIn: (phase) => {
      if (phase.kind === 'baking' && phase.asked) return 'clear';
      if (isIdle(hookPointOf(phase))) return 'clear';
      const result = results.get(formatPhase(phase));
      if (result === 'passed') return 'clear';
      return result === 'failed' ? 'failed' : 'due';
    },
    run: async (rollout, weight) => {
      if (isIdle(hookPointOf(rollout.phase))) return;
      if (running?.key !== formatPhase(rollout.phase)) {
        running?.stop();
        running = begin(rollout, weight);
      }
      await running.end;
    },
    evidence: () => [...latest.values()],
    stop: async () => {
      running?.stop();
      await running?.end;
    },
  };
}

/** When a hook runs, and the signal that aborts it. */
export interface Occasion {
  readonly rollout: StoredRollout;
  /** In %. */
  readonly weight: number;
  readonly stopped: AbortSignal;
}

/** Runs one hook, and adds it to the log and the report. */
async function runAndReport(
  parts: HookRunnerParts,
  hook: HookInput,
  occasion: Occasion,
): Promise<HookReport> {
  const { log, now, ended } = parts;
  const { rollout, weight } = occasion;
  const point = hookPointOf(rollout.phase);
  const about = { point, calls: hook.label, weight, began: now() };
  log.line(`The ${point} hook: calling ${hook.label}`);
  const { kind: result, message } = await run(parts, hook, occasion);
  const report: HookReport = { ...about, ended: now(), result, says: message };
  ended(report);
  log.line(`${sentence(report)}${message && `: ${message}`}`);
  return report;
}

function evidenceOf({ point, calls, result, says }: HookReport): Evidence {
  return {
    source: { kind: 'hook', point, name: calls },
    verdict: result === 'passed' ? 'healthy' : 'failing',
    detail: { kind: 'hook-result', result, message: says },
  };
}

function sentence({ point, result, began, ended }: HookReport): string {
  return `The ${point} hook ${result} after ${formatDuration(ended - began)}`;
}

/** Runs it once. Resolves at the time limit at the latest, whatever the call does. */
async function run(
  { inputs, payload, call }: HookRunnerParts,
  hook: HookInput,
  { rollout, weight, stopped }: Occasion,
): Promise<Result> {
  const { timeoutSeconds } = inputs;
  const controller = new AbortController();
  const { signal } = controller;
  const cut = new Promise<Result>((resolve) => {
    signal.addEventListener('abort', () => resolve(signal.reason as Result), { once: true });
  });
  const abandon = (result: Result) => controller.abort(result);
  const stop = () => abandon({ kind: 'stopped', message: 'its result is no longer needed' });
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop, { once: true });
  const late = `no response within ${formatDuration(timeoutSeconds)} (hook-timeout)`;
  const timer = setTimeout(() => abandon({ kind: 'failed', message: late }), timeoutSeconds * 1000);
  const answer = async (): Promise<Result> => {
    try {
      const body = JSON.stringify(await payload(rollout, weight));
      return signal.aborted ? await cut : await call(hook, body, signal);
    } catch (error) {
      return { kind: 'failed', message: `it could not be called: ${known(error).message}` };
    }
  };
  return await Promise.race([cut, answer()]).finally(() => clearTimeout(timer));
}
