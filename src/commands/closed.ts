// Before a release begins, or a promotion: waits until releases may go on, or says why this run does nothing.

import { now, sleep } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import { clause } from '../report/format.ts';
import { gateText, localTime } from '../report/gate-text.ts';
import type { Report } from '../report/report.ts';
import { type Closed, isClosed } from '../rollout/gate.ts';
import { secondsAvailable } from '../rollout/schedule-limits.ts';
import type { Services } from '../run/services.ts';
import { expectedSeconds } from './expected-seconds.ts';
import { weightNow } from './weight-now.ts';

/** How often what is closed is read again, in seconds. */
const AGAIN_SECONDS = 30;

/** For a release that has not begun. @returns the report of a run that ends here; `undefined`: releases may go on */
export async function untilOpen(services: Services): Promise<Report | undefined> {
  const { context, host, reporter } = services;
  const { startedAt, lifetimes, inputs } = context;
  const latest = startedAt + secondsAvailable(lifetimes, startedAt) - expectedSeconds(inputs);
  let said = '';
  for (;;) {
    const closed = await closedBy(services);
    if (host.cancelled.aborted) {
      return reporter.refused(['cancelled before the release began'], [], { kind: 'cancelled' });
    }
    if (!closed) return undefined;
    const text = gateText(closed);
    if (inputs.onClosed !== 'wait' || isUnread(closed)) return notNow(services, closed, text);
    const opens = opensAt(closed);
    if (opens > latest || now() >= latest) {
      return notNow(services, closed, `${text}. ${tooLate(closed, latest)}`);
    }
    if (said !== text) host.log.warning(`The release waits in this job: ${text}`);
    said = text;
    await sleep(Math.min(AGAIN_SECONDS, Math.max(1, opens - now())), host.cancelled);
  }
}

/** Somebody must repair the switch: that is nothing to wait for, and nothing to pass over. */
function isUnread(closed: Closed): boolean {
  return closed.kind === 'stop' && closed.unread === true;
}

/** A stop may end at any time. */
function opensAt(closed: Closed): number {
  if (closed.kind === 'stop') return now() + AGAIN_SECONDS;
  return closed.opensAt ?? Number.POSITIVE_INFINITY;
}

function tooLate(closed: Closed, latest: number): string {
  const zone = closed.kind === 'stop' ? 'UTC' : closed.zone;
  return `This job can wait until ${localTime(latest, zone)} and still complete the release (job-timeout)`;
}

async function notNow(services: Services, closed: Closed, text: string): Promise<Report> {
  const { context, reporter, target } = services;
  const weight = await weightNow(target);
  return context.inputs.onClosed === 'skip' && !isUnread(closed)
    ? reporter.nothingOpen(`Nothing was released: ${clause(text)}.`, weight, closed)
    : reporter.refused([text], [], closed, weight);
}

/** For the promotion of an open release. With `wait`, the loop waits, which still monitors it. */
export async function promotionClosed(
  services: Services,
  snapshot: Snapshot,
): Promise<Report | undefined> {
  const { context, reporter } = services;
  const { onClosed } = context.inputs;
  const closed = onClosed === 'wait' ? undefined : await closedBy(services);
  if (!closed) return undefined;
  const text = `${clause(gateText(closed))}; the release stays at its weight`;
  return onClosed === 'skip'
    ? reporter.open(snapshot, `Nothing was promoted: ${text}.`)
    : reporter.declined([text], snapshot, { cause: closed });
}

/** What is closed now; `undefined`: releases may go on. */
export async function closedBy({ gates }: Pick<Services, 'gates'>): Promise<Closed | undefined> {
  return (await gates.read()).find(isClosed);
}
