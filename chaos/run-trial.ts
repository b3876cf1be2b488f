// A trial by its name.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { FAULTS } from './faults.ts';
import { type Finding, judge } from './judge.ts';
import type { Entry } from './ledger.ts';
import { SCENARIOS } from './scenarios.ts';
import { play, type Story } from './trial.ts';

/**
 * Plays and judges it.
 *
 * @param name `stage-variable/17/cut-after`: the rollout, which of its calls is struck, and the fault
 * @throws when there is no such trial
 */
export async function runTrial(name: string): Promise<Entry> {
  const [scenarioName, call, faultName] = name.split('/');
  const scenario = SCENARIOS.find((one) => one.name === scenarioName);
  const fault = FAULTS.find((one) => one.name === faultName);
  if (!scenario || !fault) throw new Error(`there is no trial "${name}"`);
  try {
    const { story, findings } = await inPeace(async () => {
      const story = await play({ scenario, call: Number(call), fault });
      const timesOut = fault.name === 'time-out';
      return { story, findings: judge(story, fault, scenario.failing), timesOut };
    });
    const last = story.acts.at(-1);
    const { requests, failed } = story.users;
    return {
      name,
      operation: story.struck ?? '',
      ending: `${last?.who}: ${last?.standing.traffic}`,
      users: { requests, failed },
      findings,
      ...(findings.length > 0 && { logs: story.acts.map(({ who, log }) => `== ${who}\n${log}`) }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const users = { requests: 0, failed: 0 };
    return { name, operation: '', ending: 'none', users, findings: [{ breach: 'hang', why }] };
  }
}

/** How often a trial is played again that the machine itself spoiled. */
const TRIES = 3;
/** Milliseconds for which this process may stand still before it counts as a fault of the machine. */
const LONGEST_STALL_MS = 800;

interface Played<S> {
  readonly story: S;
  readonly findings: readonly Finding[];
  /** A call that gets no answer in time is what was done to it. */
  readonly timesOut: boolean;
}

/** A loaded machine makes calls late that nothing was done to: what is found then, is found again or not. */
export async function inPeace<S extends Pick<Story, 'acts'>>(
  play: () => Promise<Played<S>>,
): Promise<Played<S>> {
  for (let attempt = 1; ; attempt++) {
    const lag = monitorEventLoopDelay();
    lag.enable();
    const played = await play();
    lag.disable();
    const { story, findings, timesOut } = played;
    const spoiled = lag.max / 1e6 > LONGEST_STALL_MS || (!timesOut && sawStall(story));
    if (findings.length === 0 || !spoiled || attempt === TRIES) return played;
  }
}

function sawStall({ acts }: Pick<Story, 'acts'>): boolean {
  return acts.some(({ log }) => /exceeded the configured \d+ ms requestTimeout/.test(log));
}
