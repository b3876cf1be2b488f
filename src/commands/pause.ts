// Pauses a rollout at its weight, and resumes it. While it is paused, every run that checks it also judges it, and
// rolls it back if it is worse.

import { now } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import type { Report } from '../report/report.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import type { Services } from '../run/services.ts';
import { noneTo, withOpen } from './open-rollout.ts';

export function pause(services: Services): Promise<Report> {
  const { reporter, target, context } = services;
  return withOpen(
    services,
    async (snapshot) => {
      const { phase, paused } = snapshot.rollout;
      if (phase.kind !== 'step') {
        const where = phase.kind === 'baking' ? 'is already promoted' : 'has not started yet';
        return reporter.declined(
          [`the rollout on ${target.words} ${where}, so it cannot be paused`],
          snapshot,
        );
      }
      if (paused) return reporter.open(snapshot, 'It is already paused.');
      return savePhase(services, snapshot, { since: Math.floor(now()), by: context.id });
    },
    (last) => noneTo('pause', services, last),
  );
}

export function resume(services: Services): Promise<Report> {
  const { reporter } = services;
  return withOpen(
    services,
    async (snapshot) =>
      snapshot.rollout.paused
        ? savePhase(services, snapshot, undefined)
        : reporter.open(snapshot, 'It is not paused.'),
    (last) => noneTo('resume', services, last),
  );
}

async function savePhase(
  { target, reporter }: Services,
  { rollout, trafficState }: Snapshot,
  paused: Pause | undefined,
): Promise<Report> {
  await target.pause(paused);
  const text = paused
    ? 'Paused: the weight stays the same until the rollout is resumed, promoted or rolled back.'
    : 'Resumed: the next run continues with its plan.';
  return reporter.open({ trafficState, rollout: { ...rollout, paused } }, text);
}
