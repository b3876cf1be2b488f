// Plays and judges the soak of one seed.

import type { Entry } from './ledger.ts';
import { withoutStalls } from './run-trial.ts';
import { describeSoak, drawSoak, type Soak } from './soak-draw.ts';
import { judgeSoak } from './soak-judge.ts';
import { playSoak } from './soak-play.ts';

/** @param seed determines the rollout, its faults, and the other run */
export async function runSoak(seed: number): Promise<Entry> {
  const soak = drawSoak(seed);
  const name = `soak/${seed}`;
  try {
    const { result, findings } = await withoutStalls(async () => {
      const result = await playSoak(soak);
      return { result, findings: judgeSoak(result, soak), timesOut: timesOut(soak) };
    });
    const last = result.steps.at(-1);
    const { requests, failed } = result.users;
    return {
      name,
      operation: result.hits.map(({ operation }) => operation).join(' '),
      faults: result.hits.length,
      ending: `${last?.by} ${last?.who}: ${last?.state.traffic}`,
      users: { requests, failed },
      findings,
      ...(findings.length > 0 && {
        logs: [
          describeSoak(soak),
          ...result.steps.map(({ by, who, log }) => `== ${by}: ${who}\n${log}`),
        ],
      }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const users = { requests: 0, failed: 0 };
    const logs = [describeSoak(soak)];
    return {
      name,
      operation: '',
      ending: 'none',
      users,
      findings: [{ breach: 'hang', why }],
      logs,
    };
  }
}

function timesOut({ first, rival }: Soak): boolean {
  const faults = [...first.faults, ...(rival?.faults ?? [])];
  return faults.some(({ fault }) => fault.name === 'time-out');
}
