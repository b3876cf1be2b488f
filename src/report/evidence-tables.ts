// Tables of the evidence: the steps with their counts, and the latest finding of every source.

import type { Evidence, EvidenceSource } from '../analysis/evidence.ts';
import { type Finding, isFinding } from '../analysis/finding.ts';
import { worthShowing } from '../analysis/parts.ts';
import { formatDuration } from '../base/duration.ts';
import { listed } from '../base/listed.ts';
import { notComparedText } from '../rollout/not-compared.ts';
import { formatWeight } from '../rollout/plan.ts';
import { alarmLink } from './console-links.ts';
import { sourceText, verdictReason } from './evidence-text.ts';
import { bar, capitalize, clockTime, formatElapsed } from './format.ts';
import { code, details, escapeMarkdown, link, table } from './markdown.ts';
import { countedText } from './numbers.ts';
import { formatLevel, formatRatio } from './ratio.ts';
import type { Report, StepReport } from './report.ts';
import { pointsBetween, rates, sparkline } from './spark.ts';
import { evidenceShare, STANDINGS, type Standing, standingOf } from './standing.ts';

export function stepTable(report: Report): string {
  if (report.steps.length === 0) return '';
  const top = highestRate(report);
  const rows = report.steps
    .filter(isShown)
    .map((step) => [
      step.label,
      duration(step, report.endedAt),
      countedText(step.canary),
      countedText(step.stable),
      course(report, step, top),
    ]);
  const head = ['Step', 'Duration', 'Canary failed', 'Stable failed', 'Canary trend'];
  const by = report.target.countNotes[report.countedBy ?? ''];
  const notes = [by, staleNote(report)].filter((note) => note !== undefined);
  return ['**Steps**', table(head, rows), ...notes].join('\n\n');
}

/** The seconds after a promotion that no bake follows are shown only if something was counted in them. */
function isShown({ plannedSeconds, canary }: StepReport): boolean {
  return plannedSeconds > 0 || (canary !== null && canary.requests > 0);
}

/** `4m 58s of 5m`; after a promotion that no bake follows, nothing is planned. */
function duration({ began, ended, plannedSeconds }: StepReport, endedAt: number): string {
  const elapsed = formatElapsed(began, ended ?? endedAt);
  return plannedSeconds === 0 ? elapsed : `${elapsed} of ${formatDuration(plannedSeconds)}`;
}

/** The counts of the table are older than the report if the last check could not read them. */
function staleNote({ evidence, countedAt }: Report): string | undefined {
  const unread = evidence.some(({ source, unread }) => source.kind === 'traffic' && unread);
  return unread && countedAt !== undefined
    ? `The counts were last read at ${clockTime(countedAt)}; after that, they could not be read.`
    : undefined;
}

const SPARKS = 12;

function course({ series, endedAt }: Report, step: StepReport, top: number): string {
  if (!series) return '';
  const { first, end } = pointsBetween(series, step.began - 59, (step.ended ?? endedAt) - 59);
  const { requests, errors } = series.canary;
  const values = rates(requests.slice(first, end), errors.slice(first, end), SPARKS);
  return values.some((value) => value !== null) ? sparkline(values, top) : '';
}

/** The highest rate of the canary at any point, so that the lines of all steps share one scale. */
function highestRate({ series }: Report): number {
  if (!series) return 0;
  const all = rates(series.canary.requests, series.canary.errors, Number.POSITIVE_INFINITY);
  return Math.max(0, ...all.map(Number));
}

const SIGNS = { healthy: '🟢', inconclusive: '🟡', failing: '🔴' } as const;

const STANDING_SIGNS: Readonly<Record<Standing, string>> = {
  worse: '🔴',
  'not-worse': '🟢',
  undecided: '🟡',
  quiet: '⚪',
  'nothing-compared': '⚪',
};

/** One row of figures for each comparison. */
export function comparisonTable({ evidence, notCompared }: Report): string {
  const found = evidence.filter(isFinding);
  const missing = notCompared.length > 0 ? [`${capitalize(notComparedText(notCompared))}.`] : [];
  if (found.length === 0) return missing.join('');
  const shown = worthShowing(found);
  const rows = shown.map((finding) => [
    `${STANDING_SIGNS[standingOf(finding)]} ${escapeMarkdown(sourceText(finding.source))}`,
    rateOf(finding.canary),
    rateOf(finding.stable),
    formatRatio(finding),
    against(finding),
    STANDINGS[standingOf(finding)],
  ]);
  const head = [
    'Compared',
    'Canary',
    'Stable',
    'Ratio (interval)',
    'Evidence that it is worse',
    'Result',
  ];
  const title = '**Comparison of the two versions**';
  const rest = found.length - shown.length;
  const silent =
    rest > 0
      ? [
          `Nothing found on ${rest} more ${rest === 1 ? 'function or route' : 'functions and routes'}.`,
        ]
      : [];
  return [title, table(head, rows), ...silent, ...levelNote(shown), ...missing].join('\n\n');
}

/** What the intervals are: each has the level of its own decision. */
function levelNote(found: readonly Finding[]): readonly string[] {
  const levels = new Set(
    found.flatMap(({ interval }) => (interval ? [formatLevel(interval)] : [])),
  );
  if (levels.size === 0) return [];
  return [
    `Each interval holds at every check, with a confidence of ${listed([...levels])}: the level at which its comparison decides.`,
  ];
}

function rateOf({ requests, events }: Finding['canary']): string {
  return requests === 0 ? '–' : countedText({ requests, errors: events });
}

/** The evidence for a rollback, in % of its threshold. */
function against(finding: Finding): string {
  const part = evidenceShare(finding);
  return `${bar(100 * part, 5)} ${Math.round(100 * part)}%`;
}

/** More healthy alarms than this are collapsed. */
const SHOWN_HEALTHY = 5;

/** Evidence with a table of its own. */
const HAVE_TABLES: readonly string[] = ['hook', 'smoke'];

/** The alarms and all other evidence except comparisons. */
export function evidenceTable({ evidence, target }: Report): string {
  const others = evidence.filter((e) => !isFinding(e) && !HAVE_TABLES.includes(e.source.kind));
  if (others.length === 0) return '';
  const list = (some: readonly Evidence[]) =>
    table(
      ['Check', 'State', 'Result'],
      some.map((e) => [
        `${SIGNS[e.verdict]} ${sourceCell(e.source, target.region)}`,
        checkWord(e),
        escapeMarkdown(verdictReason(e), 500),
      ]),
    );
  const title = '**Alarms and traffic**';
  const well = others.filter((e) => e.verdict === 'healthy');
  if (well.length <= SHOWN_HEALTHY) return `${title}\n\n${list(others)}`;
  const rest = others.filter((e) => e.verdict !== 'healthy');
  const shown = rest.length > 0 ? [list(rest)] : [];
  return [title, ...shown, details(`${well.length} are ok`, list(well))].join('\n\n');
}

/** That there were enough requests says nothing about how many of them failed. */
function checkWord({ source, verdict }: Evidence): string {
  if (verdict !== 'healthy') return verdict;
  return source.kind === 'traffic' ? 'enough requests' : 'ok';
}

function sourceCell(source: EvidenceSource, region: string): string {
  return source.kind === 'alarm'
    ? `alarm ${link(escapeMarkdown(source.name), alarmLink(region, source.name).url)}`
    : escapeMarkdown(sourceText(source));
}

const RESULT_SIGNS = { passed: '🟢', failed: '🔴', stopped: '⚪' } as const;

export function hookTable({ hooks }: Report): string {
  if (hooks.length === 0) return '';
  const rows = hooks.map((hook) => [
    hook.point,
    code(hook.calls),
    formatWeight(hook.weight),
    `${RESULT_SIGNS[hook.result]} ${hook.result} after ${formatElapsed(hook.began, hook.ended)}`,
    escapeMarkdown(hook.says, 1000),
  ]);
  return `**Hooks**\n\n${table(['Hook', 'Called', 'Weight', 'Result', 'Message'], rows)}`;
}
