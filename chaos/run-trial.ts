// A trial by its name.

import { FAULTS } from './faults.ts';
import { judge } from './judge.ts';
import type { Entry } from './ledger.ts';
import { SCENARIOS } from './scenarios.ts';
import { play } from './trial.ts';

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
    const story = await play({ scenario, call: Number(call), fault });
    const findings = judge(story, fault, scenario.failing);
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
