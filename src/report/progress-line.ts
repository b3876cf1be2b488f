// One line of the log for each check.

import type { Evidence, Verdict } from '../analysis/evidence.ts';
import type { Finding } from '../analysis/finding.ts';
import { formatDuration } from '../base/duration.ts';
import type { Gate } from '../rollout/gate.ts';
import { formatWeight } from '../rollout/plan.ts';
import type { Totals } from '../rollout/traffic.ts';
import { describeEvidence, sourceText } from './evidence-text.ts';
import { bar, clockTime, count, errorRate } from './format.ts';
import { formatRatio } from './ratio.ts';
import { evidenceShare, leading, STANDINGS, standingOf } from './standing.ts';

export interface ProgressLine {
  readonly at: number;
  /** `step 2/3`, or `bake`. */
  readonly where: string;
  /** In %. */
  readonly weight: number;
  readonly secondsLeft: number;
  /** What the rollout waits for, if it is not the time. */
  readonly waitsFor?: Gate['kind'] | undefined;
  /** `null` if this check could not read the counts. */
  readonly canary: Totals | null;
  readonly stable: Totals | null;
  /** All comparisons. */
  readonly compared: readonly Finding[];
  readonly verdict: Verdict;
  /** The deciding evidence, which determines the verdict. */
  readonly deciding: readonly Evidence[];
  readonly alarms: readonly Evidence[];
}

export function renderProgressLine(line: ProgressLine): string {
  const columns = [
    clockTime(line.at).slice(0, 8),
    line.where.padEnd('step 50/50'.length),
    `${bar(line.weight)} ${formatWeight(line.weight).padStart(6)}`,
    timeWords(line).padEnd(14),
    `canary ${arm(line.canary)}`,
    `stable ${arm(line.stable)}`,
    ratioOfErrors(line).padEnd(RATIO_WIDTH),
    alarmWords(line.alarms),
    verdictWords(line),
  ].filter((column) => column !== '');
  return columns.join('  ');
}

/** `4m left`, `4m: freeze`. */
function timeWords({ secondsLeft, waitsFor }: ProgressLine): string {
  const left = formatDuration(secondsLeft);
  return waitsFor === undefined ? `${left} left` : `${left}: ${waitsFor}`;
}

/** Right-aligned figures in columns, wide enough for a million requests per day. */
function arm(totals: Totals | null): string {
  if (totals === null) return 'not read'.padEnd(ARM_WIDTH);
  if (totals.requests === 0) return 'no requests yet'.padEnd(ARM_WIDTH);
  const requests = count(totals.requests).padStart(9);
  const failed = count(totals.errors).padStart(6);
  return `${requests} req ${failed} failed ${errorRate(totals).padStart(6)}`;
}

function ratioOfErrors({ compared }: ProgressLine): string {
  const errors = compared.find(({ source }) => source.kind === 'errors' && !source.scope);
  return errors ? formatRatio(errors) : '–';
}

const RATIO_WIDTH = '×0.012 (0.0012–0.12)'.length;
const ARM_WIDTH = '1,000,000 req 10,000 failed 0.012%'.length;

/** `alarms 2/2 ok`; empty if no alarm is monitored. */
function alarmWords(alarms: readonly Evidence[]): string {
  if (alarms.length === 0) return '';
  const ok = alarms.filter((e) => e.verdict === 'healthy').length;
  return `alarms ${ok}/${alarms.length} ok`;
}

function verdictWords({ verdict, deciding, compared }: ProgressLine): string {
  if (verdict === 'healthy') return comparedWords(compared);
  const speakers = deciding.filter((e) => e.verdict === verdict);
  const first = speakers[0];
  if (!first) return `${verdict}: no checks in this phase`;
  const more = speakers.length > 1 ? ` (+${speakers.length - 1})` : '';
  return `${verdict}: ${describeEvidence(first)}${more}`.slice(0, 120);
}

/**
 * If nothing that decides objects: what the comparisons have shown, and whether it is enough. The one with the most
 * evidence against the canary counts, and the errors if none has any.
 */
function comparedWords(compared: readonly Finding[]): string {
  const most = leading(compared);
  if (!most) return 'nothing compared yet';
  const standing = standingOf(most);
  const words = STANDINGS[standing];
  switch (standing) {
    case 'worse':
      return `${sourceText(most.source)}: ${words}, which does not decide`;
    case 'undecided': {
      const part = Math.round(100 * evidenceShare(most));
      return `${sourceText(most.source)}: ${words} (evidence ${part}%)`;
    }
    default:
      return words;
  }
}
