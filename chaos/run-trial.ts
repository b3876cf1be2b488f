// Runs a trial by its name.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { FAULTS } from './faults.ts';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import type { Entry } from './ledger.ts';
import { ALL_SCENARIOS } from './scenarios.ts';
import { play, type TrialResult } from './trial.ts';

/**
 * Plays and judges a trial.
 *
 * @param name `stage-variable/17/cut-after`: the rollout, the number of the call, and the fault
 * @throws if there is no such trial
 */
export async function runTrial(name: string): Promise<Entry> {
  const [scenarioName, call, faultName] = name.split('/');
  const scenario = ALL_SCENARIOS.find((one) => one.name === scenarioName);
  const fault = FAULTS.find((one) => one.name === faultName);
  if (!scenario || !fault) throw new Error(`there is no trial "${name}"`);
  try {
    const { result, findings } = await withoutStalls(async () => {
      const result = await play({ scenario, call: Number(call), fault });
      const timesOut = fault.name === 'time-out';
      return { result, findings: judge(result, fault, scenario.failing), timesOut };
    });
    const last = result.steps.at(-1);
    const { requests, failed } = result.users;
    return {
      name,
      operation: result.hitOperation ?? '',
      ending: `${last?.who}: ${last?.state.traffic}`,
      users: { requests, failed },
      findings,
      ...(findings.length > 0 && { logs: result.steps.map(({ who, log }) => `== ${who}\n${log}`) }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const users = { requests: 0, failed: 0 };
    return { name, operation: '', ending: 'none', users, findings: [{ breach: 'hang', why }] };
  }
}

/** How often a trial is played at most if a stalled machine may have caused its findings. */
const TRIES = 3;
/** Milliseconds for which this process may stall before that counts as a fault of the machine. */
const LONGEST_STALL_MS = 800;

interface Played<S> {
  readonly result: S;
  readonly findings: readonly Finding[];
  /** The fault itself is a timeout. */
  readonly timesOut: boolean;
}

/** A loaded machine delays calls without any fault: after a stall, findings must be reproduced. */
export async function withoutStalls<S extends Pick<TrialResult, 'steps'>>(
  play: () => Promise<Played<S>>,
): Promise<Played<S>> {
  for (let attempt = 1; ; attempt++) {
    const lag = monitorEventLoopDelay();
    lag.enable();
    const played = await play();
    lag.disable();
    const { result, findings, timesOut } = played;
    const spoiled = lag.max / 1e6 > LONGEST_STALL_MS || (!timesOut && sawStall(result));
    if (findings.length === 0 || !spoiled || attempt === TRIES) return played;
  }
}

function sawStall({ steps }: Pick<TrialResult, 'steps'>): boolean {
  return steps.some(({ log }) => /exceeded the configured \d+ ms requestTimeout/.test(log));
}
