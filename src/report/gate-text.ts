// What keeps a release from going further, as a clause.

import { quote } from '../base/quote.ts';
import type { Freeze, Gate, Stop, StopSwitch, Window } from '../rollout/gate.ts';
import { formatWeight } from '../rollout/plan.ts';
import { dateTime } from './format.ts';

export function gateText(gate: Gate): string {
  switch (gate.kind) {
    case 'window':
      return `the release hours (${gate.hours}) are closed; ${opensText(gate)}`;
    case 'freeze':
      return `releases are frozen (${gate.dates}${gate.reason && `: ${gate.reason}`}); ${opensText(gate)}`;
    case 'stop':
      return stopText(gate);
    case 'approval':
      return `${formatWeight(gate.weight)} needs an approval`;
    case 'door':
      return 'the new version is open to people who know the way to it, and has no traffic yet';
  }
}

function opensText({ opensAt, zone }: Window | Freeze): string {
  return opensAt === undefined
    ? 'no opening is known'
    : `releases may go on from ${localTime(opensAt, zone)}`;
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
