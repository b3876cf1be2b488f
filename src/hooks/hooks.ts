// The hooks of one run: which has been asked in which phase, and what it said. A hook is asked beside
// the loop, which goes on looking: an alarm that fires meanwhile does not wait for it.

import { messageOf } from '../aws/errors.ts';
import type { Log } from '../github/log.ts';
import type { HookInput, HookInputs } from '../inputs/inputs.ts';
import type { HookReport } from '../report/report.ts';
import { formatDuration } from '../rollout/duration.ts';
import type { HookAnswer } from '../rollout/hook-answer.ts';
import type { HookPayload } from '../rollout/hook-payload.ts';
import { type HookPoint, type HookStanding, hookPointOf } from '../rollout/hook-point.ts';
import { formatPhase, type Phase } from '../rollout/phase.ts';
import type { Remembered } from '../rollout/record.ts';
import type { Evidence } from '../rollout/verdict.ts';

export interface Hooks {
  standing(phase: Phase): HookStanding;
  /**
   * Asks the hook of the rollout's phase, unless it is being asked already. Resolves when it has
   * ended; never rejects.
   *
   * @param weight per cent of the traffic on the canary
   */
  ask(rollout: Remembered, weight: number): Promise<void>;
  /** The last word of each hook. */
  evidence(): readonly Evidence[];
  /** Gives up what is being asked; takes no time. */
  stop(): Promise<void>;
}

export interface HookParts {
  readonly inputs: HookInputs;
  readonly log: Log;
  /** Seconds since the epoch. */
  readonly now: () => number;
  /** What the hook is told. May reject. */
  readonly payload: (rollout: Remembered, weight: number) => Promise<HookPayload>;
  readonly call: (hook: HookInput, body: string, signal: AbortSignal) => Promise<HookAnswer>;
  /** Called when a hook has ended. */
  readonly ended: (report: HookReport) => void;
}

/** One hook that is being asked. */
interface Asking {
  readonly key: string;
  readonly end: Promise<void>;
  readonly stop: () => void;
}

type Result = HookAnswer | { readonly kind: 'stopped'; readonly says: string };

export function createHooks(parts: HookParts): Hooks {
  const { inputs, log, now } = parts;
  const results = new Map<string, Result['kind']>();
  const said = new Map<HookPoint, Evidence>();
  let asking: Asking | undefined;

  const keep = (key: string, report: HookReport) => {
    const { point, result, says } = report;
    if (asking?.key === key) asking = undefined;
    results.set(key, result);
    parts.ended(report);
    log.line(`${sentence(report)}${says && `: ${says}`}`);
    if (result === 'stopped') return;
    const verdict = result === 'passed' ? 'healthy' : 'failing';
    said.set(point, {
      witness: `${point} hook`,
      verdict,
      says: `${report.calls} ${result}${says && `: ${says}`}`,
    });
  };

  const begin = (hook: HookInput, rollout: Remembered, weight: number): Asking => {
    const { phase } = rollout;
    const key = formatPhase(phase);
    const point = hookPointOf(phase);
    const about = { point, calls: hook.label, weight, began: now() };
    log.line(`The ${point} hook: asking ${hook.label}`);
    const asked = ask(parts, hook, rollout, weight);
    const end = asked.result.then(({ kind: result, says }) =>
      keep(key, { ...about, ended: now(), result, says }),
    );
    return { key, end, stop: asked.stop };
  };

  return {
    standing: (phase) => {
      if (!inputs.calls[hookPointOf(phase)]) return 'clear';
      const result = results.get(formatPhase(phase));
      if (result === 'passed') return 'clear';
      return result === 'failed' ? 'failed' : 'due';
    },
    ask: async (rollout, weight) => {
      const hook = inputs.calls[hookPointOf(rollout.phase)];
      if (!hook) return;
      if (asking?.key !== formatPhase(rollout.phase)) {
        asking?.stop();
        asking = begin(hook, rollout, weight);
      }
      await asking.end;
    },
    evidence: () => [...said.values()],
    stop: async () => {
      asking?.stop();
      await asking?.end;
    },
  };
}

function sentence({ point, result, began, ended }: HookReport): string {
  return `The ${point} hook ${result} after ${formatDuration(ended - began)}`;
}

/** Asks once. The result comes at the time limit at the latest, whatever the call does. */
function ask(
  { inputs, payload, call }: HookParts,
  hook: HookInput,
  rollout: Remembered,
  weight: number,
): { readonly result: Promise<Result>; readonly stop: () => void } {
  const { timeoutSeconds } = inputs;
  const controller = new AbortController();
  const { signal } = controller;
  const cut = new Promise<Result>((resolve) => {
    signal.addEventListener('abort', () => resolve(signal.reason as Result), { once: true });
  });
  const abandon = (result: Result) => controller.abort(result);
  const late = `no answer within ${formatDuration(timeoutSeconds)} (hook-timeout)`;
  const timer = setTimeout(() => abandon({ kind: 'failed', says: late }), timeoutSeconds * 1000);
  const answer = async (): Promise<Result> => {
    try {
      const body = JSON.stringify(await payload(rollout, weight));
      return signal.aborted ? await cut : await call(hook, body, signal);
    } catch (error) {
      return { kind: 'failed', says: `it could not be asked: ${messageOf(error)}` };
    }
  };
  return {
    result: Promise.race([cut, answer()]).finally(() => clearTimeout(timer)),
    stop: () => abandon({ kind: 'stopped', says: 'the release went another way meanwhile' }),
  };
}
