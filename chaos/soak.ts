// A soak of one seed, played and judged.

import type { Entry } from './ledger.ts';
import { inPeace } from './run-trial.ts';
import { describeSoak, drawSoak, type Soak } from './soak-draw.ts';
import { judgeSoak } from './soak-judge.ts';
import { playSoak } from './soak-play.ts';

/** @param seed draws the rollout, its faults, and who else is there */
export async function runSoak(seed: number): Promise<Entry> {
  const soak = drawSoak(seed);
  const name = `soak/${seed}`;
  try {
    const { story, findings } = await inPeace(async () => {
      const story = await playSoak(soak);
      return { story, findings: judgeSoak(story, soak), timesOut: timesOut(soak) };
    });
    const last = story.acts.at(-1);
    const { requests, failed } = story.users;
    return {
      name,
      operation: story.hits.map(({ operation }) => operation).join(' '),
      faults: story.hits.length,
      ending: `${last?.by} ${last?.who}: ${last?.standing.traffic}`,
      users: { requests, failed },
      findings,
      ...(findings.length > 0 && {
        logs: [
          describeSoak(soak),
          ...story.acts.map(({ by, who, log }) => `== ${by}: ${who}\n${log}`),
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
  const blows = [...first.blows, ...(rival?.blows ?? [])];
  return blows.some(({ fault }) => fault.name === 'time-out');
}
