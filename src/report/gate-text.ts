// What keeps a release from going further, as a clause.

import { quote } from '../base/quote.ts';
import type { Freeze, Gate, Stop, StopSwitch, Window } from '../rollout/gate.ts';
import { formatWeight } from '../rollout/plan.ts';
import { dateTime } from './format.ts';
import type { OverrideReport } from './report.ts';

export function gateText(gate: Gate): string {
  switch (gate.kind) {
    case 'window':
    case 'freeze':
      return `${closureText(gate)}; ${opensText(gate)}`;
    case 'stop':
      return stopText(gate);
    case 'approval':
      return `${formatWeight(gate.weight)} needs an approval`;
    case 'door':
      return 'the new version waits at 0% for an approval, and can be tried';
  }
}

/** That the rollout waits at a gate, or goes on. */
export function gateNote(gate: Gate | undefined): string {
  return gate ? `the rollout does not advance for now: ${gateText(gate)}` : 'the rollout continues';
}

export function overrideText({ closed, reason }: OverrideReport): string {
  return `the release continues although ${closureText(closed)}; override-freeze: ${reason}`;
}

/** Where a release would have to wait. */
export interface ClosingForecast {
  readonly begins: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly closed: Window | Freeze;
}

export function forecastText({ begins, at, from, to, closed }: ClosingForecast): string {
  const { zone } = closed;
  const next = to === 100 ? 'be promoted' : `go to ${formatWeight(to)}`;
  const stay =
    from === 0 ? 'would not begin' : `would stay at ${formatWeight(from)} and be monitored`;
  return `a release that begins at ${localTime(begins, zone)} would ${next} at ${localTime(at, zone)}, when ${closureText(closed)}: it ${stay} until ${closed.opensAt === undefined ? 'they open' : localTime(closed.opensAt, zone)}, or end as held if the job has not enough time (job-timeout)`;
}

/** What is closed, without when it opens. */
function closureText(closed: Window | Freeze): string {
  return closed.kind === 'window'
    ? `the release hours (${closed.hours}) are closed`
    : `releases are frozen (${closed.dates}${closed.reason && `: ${closed.reason}`})`;
}

function opensText({ opensAt, zone }: Window | Freeze): string {
  return opensAt === undefined
    ? 'no opening is known'
    : `releases are allowed again from ${localTime(opensAt, zone)}`;
}

/**
 * `Mon 2026-12-07 09:00 Europe/Berlin (2026-12-07 08:00 UTC)`.
 *
 * @param seconds since the epoch
 */
export function localTime(seconds: number, zone: string): string {
  if (zone === 'UTC') return dateTime(seconds);
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric' },
    ...{ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(seconds * 1000);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  const local = `${of('weekday')} ${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
  return `${local} ${zone} (${dateTime(seconds)})`;
}

function stopText({ switch: what, says, setBy, since, unread }: Stop): string {
  const name = switchText(what);
  if (unread) return `${name} could not be read, so it is taken as set: ${says}`;
  const by = setBy === undefined ? '' : ` by ${setBy}`;
  const from = since === undefined ? '' : ` since ${dateTime(since)}`;
  return `all releases are stopped by ${name}, set${by}${from}${says && `: ${says}`}`;
}

const SWITCHES: Readonly<Record<StopSwitch['kind'], string>> = {
  alarm: 'the alarm',
  parameter: 'the SSM parameter',
  variable: 'the repository variable',
};

export function switchText({ kind, name }: StopSwitch): string {
  return `${SWITCHES[kind]} ${quote(name)}`;
}
