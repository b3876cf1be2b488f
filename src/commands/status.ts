// Shows the state of a rollout, without changing anything.

import { now } from '../base/time.ts';
import { resumeSteps } from '../controller/recorder.ts';
import type { Report } from '../report/report.ts';
import { describeRun } from '../rollout/release.ts';
import { asShown } from '../rollout/shown.ts';
import type { Services } from '../run/services.ts';
import { closedBy } from './closed.ts';
import { describeNoneOpen, describeOpenRollout, findOpen } from './open-rollout.ts';
import { weightNow } from './weight-now.ts';

export async function status(services: Services): Promise<Report> {
  const { reporter, recorder } = services;
  const found = await findOpen(services);
  if (found.kind === 'problem') {
    if (!found.otherRollout) return reporter.notShown(found.problem, found.commands);
    const none = sentence(describeNoneOpen(services, undefined));
    const weight = await weightNow(services.target);
    return reporter.nothingOpen(`${none}. However, ${found.problem}.`, weight);
  }
  if (found.kind === 'none')
    return reporter.nothingOpen(`${sentence(describeNoneOpen(services, found.last))}.`);
  const { trafficState } = found.snapshot;
  const snapshot = { trafficState, rollout: asShown(found.snapshot.rollout, trafficState) };
  resumeSteps(recorder, snapshot.rollout);
  recorder.observed(await services.monitor.check(snapshot.rollout, now()));
  const further = trafficState.kind !== 'promoted';
  const closed = further ? await closedBy(services) : undefined;
  if (closed) recorder.recordGate(closed);
  const { paused } = snapshot.rollout;
  const isPaused = paused ? `Paused by ${describeRun(paused.by)}. ` : '';
  return reporter.open(snapshot, `${isPaused}${describeOpenRollout(services, snapshot)}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
