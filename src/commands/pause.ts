// Stops a rollout from going further by itself, and lets it go on. While it is paused it is judged by
// every run that looks, and taken back when it is worse.

import { now } from '../base/time.ts';
import type { Moment } from '../controller/context.ts';
import type { Report } from '../report/report.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import type { Session } from '../run/services.ts';
import { noneOpen, withOpen } from './open-rollout.ts';

export function pause(session: Session): Promise<Report> {
  const { reporter, target, job } = session;
  return withOpen(
    session,
    async (moment) => {
      const { phase, paused } = moment.rollout;
      if (phase.kind !== 'step') {
        const where = phase.kind === 'baking' ? 'is promoted already' : 'has not begun yet';
        return reporter.declined(
          [`the rollout on ${target.words} ${where}, so it cannot be paused`],
          moment,
        );
      }
      if (paused) return reporter.open(moment, 'It is paused already.');
      return remember(session, moment, { since: Math.floor(now()), by: job.id });
    },
    (last) => reporter.declined([`there is nothing to pause: ${noneOpen(session, last)}`]),
  );
}

export function resume(session: Session): Promise<Report> {
  const { reporter } = session;
  return withOpen(
    session,
    async (moment) =>
      moment.rollout.paused
        ? remember(session, moment, undefined)
        : reporter.open(moment, 'It is not paused.'),
    (last) => reporter.declined([`there is nothing to resume: ${noneOpen(session, last)}`]),
  );
}

async function remember(
  { target, reporter }: Session,
  { rollout, standing }: Moment,
  paused: Pause | undefined,
): Promise<Report> {
  await target.pause(paused);
  const said = paused
    ? 'Paused: it keeps its weight until it is resumed, promoted or rolled back.'
    : 'Resumed: the next run goes on by its plan.';
  return reporter.open({ standing, rollout: { ...rollout, paused } }, said);
}
