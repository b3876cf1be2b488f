// The lines of the log about the checks of a phase: the verdict first, then columns that keep their places, and at most
// as wide as a log shows on one row.

import type { Evidence, Verdict } from '../analysis/evidence.ts';
import type { Finding } from '../analysis/finding.ts';
import { formatDuration } from '../base/duration.ts';
import { cutToFit, LOG_WIDTH } from '../base/wrapped.ts';
import type { Gate } from '../rollout/gate.ts';
import type { Totals } from '../rollout/traffic.ts';
import { describeEvidence, sourceText } from './evidence-text.ts';
import { clockTime, errorRate } from './format.ts';
import { NOT_YET_COUNTED } from './numbers.ts';
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
  /** Of this step; `null`: not counted yet, or it could not be read. */
  readonly canary: Totals | null;
  readonly stable: Totals | null;
  /** All comparisons. */
  readonly compared: readonly Finding[];
  readonly verdict: Verdict;
  /** The deciding evidence, which determines the verdict. */
  readonly deciding: readonly Evidence[];
  readonly alarms: readonly Evidence[];
}

/** Each column is as wide as what it usually has; the last takes what is left. */
const WIDTHS = ['watching'.length, '16:01:05'.length, '4m58s'.length, 15, 15];
const BETWEEN = '  ';

/** The names of the columns, for the head of a phase. */
export const PROGRESS_HEAD = row([
  'verdict',
  'UTC',
  'left',
  'canary failed',
  'stable failed',
  'what is known',
]);

export function renderProgressLine(line: ProgressLine): string {
  const { verdict, words } = judged(line);
  return row([
    verdict,
    clockTime(line.at).slice(0, 8),
    formatDuration(line.secondsLeft),
    arm(line.canary),
    line.weight >= 100 ? 'no traffic' : arm(line.stable),
    [gateWords(line), words, alarmWords(line.alarms)].filter((part) => part !== '').join(', '),
  ]);
}

/** What is new in a line: everything but the time. */
export function newsIn(line: ProgressLine): string {
  return renderProgressLine({ ...line, at: 0, secondsLeft: 0 });
}

function row(cells: readonly string[]): string {
  const text = cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join(BETWEEN);
  return cutToFit(text.trimEnd(), LOG_WIDTH);
}

/** `5/1,204 0.42%`. */
function arm(totals: Totals | null): string {
  if (totals === null) return NOT_YET_COUNTED;
  if (totals.requests === 0) return 'no requests';
  return `${short(totals.errors)}/${short(totals.requests)} ${errorRate(totals)}`;
}

/** At most five characters: `9,999`, `23.0k`, `1.2M`. */
function short(value: number): string {
  if (value < 10_000) return value.toLocaleString('en-US');
  if (value < 100_000) return `${(value / 1000).toFixed(1)}k`;
  if (value < 1_000_000) return `${Math.floor(value / 1000)}k`;
  return `${(value / 1_000_000).toFixed(1)}M`;
}

/** The reason is an annotation, and in the report. */
function gateWords({ waitsFor }: ProgressLine): string {
  return waitsFor === undefined ? '' : `waits: ${waitsFor}`;
}

/** Only an alarm that is not ok is news. */
function alarmWords(alarms: readonly Evidence[]): string {
  const ok = alarms.filter((e) => e.verdict === 'healthy').length;
  return ok === alarms.length ? '' : `alarms ${ok}/${alarms.length} ok`;
}

interface Judged {
  /** `healthy` only where that was shown. */
  readonly verdict: 'healthy' | 'watching' | 'waiting' | 'failing';
  readonly words: string;
}

function judged({ verdict, deciding, compared }: ProgressLine): Judged {
  if (verdict === 'healthy') return comparedWords(compared);
  const speakers = deciding.filter((e) => e.verdict === verdict);
  const [first] = speakers;
  const word = verdict === 'failing' ? 'failing' : 'waiting';
  if (!first) return { verdict: word, words: 'no checks in this phase' };
  const more = speakers.length > 1 ? `(+${speakers.length - 1}) ` : '';
  return { verdict: word, words: `${more}${evidenceInShort(first)}` };
}

/** Evidence in a few words: why a check waits, or fails. */
function evidenceInShort(evidence: Evidence): string {
  const { source, detail } = evidence;
  switch (detail?.kind) {
    case 'alarm-fired':
      return `${sourceText(source)} fired`;
    case 'alarm-no-data':
      return `${sourceText(source)} has no data`;
    case 'too-few-requests':
      return detail.requests === 0
        ? 'no canary requests yet'
        : `${detail.requests} of ${detail.minRequests} requests`;
    case 'nothing-compared':
      return 'nothing compared yet';
    case 'bake-unread':
      return 'last minutes not read yet';
    case 'hook-result':
      return `the ${sourceText(source)} ${detail.result}`;
    default:
      return describeEvidence(evidence);
  }
}

/**
 * If nothing that decides objects: what the comparisons have shown, and whether it is enough. The one with the most
 * evidence against the canary counts, and the errors if none has any.
 */
function comparedWords(compared: readonly Finding[]): Judged {
  const most = leading(compared);
  if (!most) return { verdict: 'watching', words: 'nothing compared yet' };
  const standing = standingOf(most);
  const source = sourceText(most.source);
  switch (standing) {
    case 'worse':
      return { verdict: 'watching', words: `${source}: worse, does not decide` };
    case 'undecided': {
      const part = Math.round(100 * evidenceShare(most));
      return { verdict: 'watching', words: `evidence ${part}%: ${source}` };
    }
    case 'not-worse':
      return { verdict: 'healthy', words: STANDINGS[standing] };
    case 'quiet':
      return { verdict: 'watching', words: 'no sign of harm so far' };
    case 'nothing-compared':
      return { verdict: 'watching', words: STANDINGS[standing] };
  }
}
