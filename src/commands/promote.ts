// Promotes the rollout that is open, past the rest of its schedule, and bakes it. What is shown to be
// worse is taken back all the same.

import { now } from '../base/time.ts';
import type { Report } from '../report/report.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import { type Session, takeOver } from '../run/services.ts';
import { noneOpen, withOpen } from './open-rollout.ts';
import { driveOn } from './rollout.ts';

export function promote(session: Session): Promise<Report> {
  const { reporter, target } = session;
  return withOpen(
    session,
    async (moment) => {
      const { preview } = moment.rollout.record;
      if (preview !== undefined) {
        const problem = `what is open is a preview of #${preview}, which is never promoted`;
        return reporter.declined([problem], moment);
      }
      if (weightOf(moment.standing) === 0) {
        const problem = `the rollout on ${target.words} has not begun: nobody has been served the new version yet`;
        return reporter.declined([problem], moment);
      }
      const ours = await takeOver(session, moment);
      return driveOn(session, ours, { reach: { kind: 'promote' }, takenOverAt: now() });
    },
    (last) => {
      const none = noneOpen(session, last);
      return last?.ended === 'promoted'
        ? reporter.idle(`It is promoted already: ${none}.`)
        : reporter.declined([`there is nothing to promote: ${none}`]);
    },
  );
}
