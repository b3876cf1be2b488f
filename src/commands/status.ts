// Shows the state of a rollout, without changing anything.

import { now } from '../base/time.ts';
import { resumeSteps } from '../controller/recorder.ts';
import { gateText } from '../report/gate-text.ts';
import { describeTraffic } from '../report/outcomes.ts';
import type { Report } from '../report/report.ts';
import type { Services } from '../run/services.ts';
import { closedBy } from './closed.ts';
import { declinedBy, describeNoneOpen, describeOpenRollout, findOpen } from './open-rollout.ts';
import { weightNow } from './weight-now.ts';

export async function status(services: Services): Promise<Report> {
  const { reporter, recorder } = services;
  const found = await findOpen(services);
  if (found.kind === 'problem') {
    if (!found.otherRollout) return declinedBy(services, found);
    const none = sentence(describeNoneOpen(services, undefined));
    const here = (await weightNow(services.target)) === 0 ? reporter.nothingOpen : reporter.idle;
    return here(`${none}. However, ${found.problem}.`);
  }
  if (found.kind === 'none')
    return reporter.nothingOpen(`${sentence(describeNoneOpen(services, found.last))}.`);
  const { snapshot } = found;
  resumeSteps(recorder, snapshot.rollout);
  recorder.observed(await services.monitor.check(snapshot.rollout, now()));
  const further = snapshot.trafficState.kind !== 'promoted';
  const closed = further ? await closedBy(services) : undefined;
  if (closed) recorder.recordGate(closed);
  const waits = closed ? ` It does not advance for now: ${gateText(closed)}.` : '';
  const stands = describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions);
  return reporter.open(snapshot, `${stands} ${describeOpenRollout(services, snapshot)}${waits}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
