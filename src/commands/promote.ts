// Promotes the open rollout, past the rest of its schedule, and bakes it. If it is shown to be worse, it is still
// rolled back.

import { now } from '../base/time.ts';
import type { Report } from '../report/report.ts';
import { isMarkedReached } from '../rollout/reached.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { Services } from '../run/services.ts';
import { describeNoneOpen, withOpen } from './open-rollout.ts';
import { continueRollout } from './rollout.ts';
import { takeOverToDrive } from './take-over.ts';

export function promote(services: Services): Promise<Report> {
  const { reporter, target } = services;
  return withOpen(
    services,
    async (snapshot) => {
      const { preview } = snapshot.rollout.record;
      if (preview !== undefined) {
        const problem = `the open rollout is a preview of #${preview}, which is never promoted`;
        return reporter.declined([problem], snapshot);
      }
      // A weight of 0% that somebody set later is told as such.
      const started = isMarkedReached(snapshot.rollout.phase);
      if (weightOf(snapshot.trafficState) === 0 && !started) {
        const problem = `the rollout on ${target.words} has not started: the new version has not received traffic yet`;
        return reporter.declined([problem], snapshot);
      }
      const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
      return continueRollout(services, ours, {
        scope: { kind: 'promote' },
        takenOverAt: now(),
        late,
      });
    },
    (last) => {
      const none = describeNoneOpen(services, last);
      return last?.ended === 'promoted'
        ? reporter.idle(`It is already promoted: ${none}.`)
        : reporter.declined([`there is nothing to promote: ${none}`]);
    },
  );
}
