// One look at a rollout that is open: judge what was seen since, shift if it is time, hold, or roll
// back. Made for a schedule, so with nothing open there is nothing wrong.

import type { Report } from '../report/report.ts';
import { type Session, takeOver } from '../run/services.ts';
import { noneOpen, withOpen } from './open-rollout.ts';
import { driveOn } from './rollout.ts';

export function advance(session: Session): Promise<Report> {
  return withOpen(
    session,
    async (moment) => {
      if (moment.rollout.phase.kind === 'preparing' && moment.standing.kind === 'stable') {
        const problem = `the rollout on ${session.target.words} was cut off before its first step, so there is nothing to advance; command: rollback clears it away, and so does the next release`;
        return session.reporter.declined([problem], moment);
      }
      return driveOn(session, await takeOver(session, moment), { reach: { kind: 'one-look' } });
    },
    (last) => session.reporter.idle(`There is nothing to advance: ${noneOpen(session, last)}.`),
  );
}
