// One check of an open rollout: judges what happened since, then shifts if it is time, holds, or rolls back.
// Intended for a schedule, so having nothing open is not an error.

import type { Report } from '../report/report.ts';
import { isHeldAtZero } from '../rollout/approval.ts';
import type { Services } from '../run/services.ts';
import { describeNoneOpen, withOpen } from './open-rollout.ts';
import { continueRollout } from './rollout.ts';
import { takeOverToDrive } from './take-over.ts';

export function advance(services: Services): Promise<Report> {
  return withOpen(
    services,
    async (snapshot) => {
      const { rollout, trafficState } = snapshot;
      const isUnseen = rollout.phase.kind === 'preparing' && trafficState.kind === 'stable';
      if (isUnseen && !isHeldAtZero(rollout)) {
        const problem = `the rollout on ${services.target.words} was interrupted before its first step, so there is nothing to advance; command: rollback removes it, and so does the next release`;
        return services.reporter.declined([problem], snapshot);
      }
      const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
      return continueRollout(services, ours, { scope: { kind: 'one-check' }, late });
    },
    (last) =>
      services.reporter.nothingOpen(
        `There is nothing to advance: ${describeNoneOpen(services, last)}.`,
      ),
  );
}
