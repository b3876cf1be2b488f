// One check: its attempts, each within its time limit, and what differed in the last one.

import { KnownError, known } from '../base/errors.ts';
import { sleep } from '../base/time.ts';
import type { Check } from '../checks/check.ts';
import type { Answer } from '../checks/check-answer.ts';
import { compareAnswers, judgeAnswer } from '../checks/judge-answer.ts';
import { type Prepared, prepareCheck } from '../checks/prepare-check.ts';
import type { Reach, VersionSide } from '../checks/reach.ts';
import type { Values } from '../checks/variables.ts';
import { isStageMissing } from './fresh-stage.ts';
import { type SendServices, sendCheck } from './send-check.ts';

export interface CheckRun {
  readonly result: 'passed' | 'warned' | 'failed';
  readonly differences: readonly string[];
  readonly saved: readonly (readonly [name: string, value: unknown])[];
  /** Of the last attempt; `undefined`: there was no answer, or none that has one. */
  readonly status: number | undefined;
  readonly milliseconds: number | undefined;
  readonly attempts: number;
}

export interface CheckServices extends SendServices {
  readonly reach: Reach;
  /** How long a stage that was just created may be unknown to API Gateway; seconds since the epoch. */
  readonly freshUntil: number;
  /** Aborted when the result is no longer needed, or the time of the suite is over. */
  readonly signal: AbortSignal;
  /** Seconds since the epoch. */
  readonly now: () => number;
}

const NO_ANSWER = { saved: [], status: undefined, milliseconds: undefined } as const;

export async function runCheck(
  services: CheckServices,
  check: Check,
  values: Values,
): Promise<CheckRun> {
  const prepared = prepareCheck(check, values);
  if (typeof prepared === 'string') {
    return { ...NO_ANSWER, result: 'failed', differences: [prepared], attempts: 0 };
  }
  for (let attempts = 1; ; attempts++) {
    const run = { ...(await attempt(services, check, prepared)), attempts };
    if (run.result !== 'failed' || attempts >= check.attempts || services.signal.aborted) {
      return run;
    }
    await sleep(check.pauseMilliseconds / 1000, services.signal);
  }
}

type Attempt = Omit<CheckRun, 'attempts'>;

async function attempt(
  services: CheckServices,
  check: Check,
  prepared: Prepared,
): Promise<Attempt> {
  try {
    const answer = await ask(services, check, prepared, 'canary');
    const { status, milliseconds } = answer;
    const judged = judgeAnswer({ expect: prepared.expect, save: check.save }, answer);
    const seen = { ...judged, status, milliseconds };
    if (judged.differences.length > 0) return { ...seen, result: 'failed' };
    return { ...seen, ...(await compared(services, check, prepared, answer)) };
  } catch (error) {
    return { ...NO_ANSWER, result: 'failed', differences: [known(error).message] };
  }
}

/** The same request to the current version. That it cannot be compared is a difference. */
async function compared(
  services: CheckServices,
  check: Check,
  prepared: Prepared,
  canary: Answer,
): Promise<Pick<Attempt, 'result' | 'differences'>> {
  const { compare } = check;
  if (!compare) return { result: 'passed', differences: [] };
  const differences = await ask(services, check, prepared, 'stable').then(
    (stable) => compareAnswers(canary, stable, compare.ignored),
    (error: unknown) => [`the current version could not be asked: ${known(error).message}`],
  );
  if (differences.length === 0) return { result: 'passed', differences };
  return { result: compare.onDifference === 'warn' ? 'warned' : 'failed', differences };
}

/** Seconds between two requests to a stage that API Gateway does not know yet. */
const FRESH_SECONDS = 1;

/** Rejects with a `KnownError` that says why there is no answer to judge. */
export async function ask(
  services: CheckServices,
  { functionName, limitMilliseconds }: Check,
  { call }: Prepared,
  side: VersionSide,
): Promise<Answer> {
  const sending = { call, functionName, side, reach: services.reach };
  for (;;) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMilliseconds);
    const signal = AbortSignal.any([services.signal, limit.signal]);
    const answer = await within(
      limit.signal,
      limitMilliseconds,
      sendCheck(services, sending, signal),
    ).finally(() => clearTimeout(timer));
    // It reached no function, so it is safe to send it again, whatever its method.
    if (!isStageMissing(answer) || services.now() >= services.freshUntil) return answer;
    await sleep(FRESH_SECONDS, services.signal);
  }
}

/** An aborted request fails with words that do not say why. */
async function within(
  limit: AbortSignal,
  milliseconds: number,
  work: Promise<Answer>,
): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new KnownError(`no complete response within ${milliseconds} ms (timeout)`, {
      cause: error,
    });
  }
}
