// One line of the log for each look.

import type { Finding } from '../analysis/finding.ts';
import { formatDuration } from '../rollout/duration.ts';
import { formatWeight } from '../rollout/plan.ts';
import type { Totals } from '../rollout/traffic.ts';
import { type Evidence, sayEvidence, type Verdict } from '../rollout/verdict.ts';
import { ratioInWords } from './finding.ts';
import { bar, clockTime, count, errorRate } from './words.ts';

export interface LookLine {
  readonly at: number;
  /** `step 2/3`, or `bake`. */
  readonly where: string;
  /** Per cent. */
  readonly weight: number;
  readonly secondsLeft: number;
  readonly canary: Totals;
  readonly stable: Totals;
  /** The comparison of the errors; `undefined` until there is one. */
  readonly errors: Finding | undefined;
  readonly verdict: Verdict;
  /** What decides, and so what the verdict comes from. */
  readonly decisive: readonly Evidence[];
  readonly alarms: readonly Evidence[];
}

export function renderLookLine(look: LookLine): string {
  const columns = [
    clockTime(look.at).slice(0, 8),
    look.where.padEnd(9),
    `${bar(look.weight)} ${formatWeight(look.weight).padStart(6)}`,
    `${formatDuration(look.secondsLeft)} left`.padEnd(13),
    `canary ${arm(look.canary)}`.padEnd(26),
    `stable ${arm(look.stable)}`.padEnd(26),
    (look.errors ? ratioInWords(look.errors) : '–').padEnd(15),
    alarmWords(look.alarms),
    verdictWords(look),
  ].filter((column) => column !== '');
  return columns.join('  ');
}

function arm(totals: Totals): string {
  if (totals.requests === 0) return 'no requests yet';
  return `${count(totals.requests)} req, ${count(totals.errors)} failed (${errorRate(totals)})`;
}

/** `alarms 2/2 ok`; nothing where none is watched. */
function alarmWords(alarms: readonly Evidence[]): string {
  if (alarms.length === 0) return '';
  const ok = alarms.filter((e) => e.verdict === 'healthy').length;
  return `alarms ${ok}/${alarms.length} ok`;
}

function verdictWords({ verdict, decisive }: LookLine): string {
  const speakers = decisive.filter((e) => e.verdict === verdict && verdict !== 'healthy');
  const first = speakers[0];
  if (!first) return verdict;
  const more = speakers.length > 1 ? ` (+${speakers.length - 1})` : '';
  return `${verdict}: ${sayEvidence(first)}${more}`.slice(0, 120);
}
