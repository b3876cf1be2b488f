// The report as a file: JSON for programs, and a page for users.

import type { Evidence, MeasureSource } from '../analysis/evidence.ts';
import { keyNumbers } from './closing-block.ts';
import { renderComment } from './comment-body.ts';
import { sourceText, verdictReason } from './evidence-text.ts';
import { followUpOf } from './follow-up.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import type { Report } from './report.ts';
import { renderSummary } from './summary.ts';

/** A report as written to a file: it also contains the sources of its evidence as text. */
export type ReportFile = ReturnType<typeof fileOf>;

// Members are a contract. Those that were renamed have both names until the schema gets another number: `stands`,
// `foresight`, `witness`, `says` and `asked` are the earlier ones.

export function fileOf(report: Report) {
  const { cause, evidence, series, impact, stands, foresight, hooks, people } = report;
  return {
    ...report,
    cause: cause && 'evidence' in cause ? { ...cause, evidence: inFile(cause.evidence) } : cause,
    currentState: stands,
    evidence: inFile(evidence),
    hooks: hooks.map((hook) => ({ ...hook, message: hook.says })),
    people: people.map((person) => ({ ...person, request: person.asked })),
    series: series && { ...series, comparisons: series.comparisons.map(withSourceText) },
    impact: impact && withSourceText(impact),
    forecast: foresight,
  };
}

function inFile(evidence: readonly Evidence[]) {
  return evidence.map((each) => {
    const { verdict, detail: _, ...rest } = each;
    const [check, result] = [sourceText(each.source), verdictReason(each)];
    return { check, witness: check, verdict, result, says: result, ...rest };
  });
}

/** The name of what was compared, as text. */
export interface SourceText {
  readonly check: string;
  readonly witness: string;
}

/** Adds the source as text to something measured. */
export function withSourceText<T extends { readonly source: MeasureSource }>(
  measured: T,
): T & SourceText {
  const check = sourceText(measured.source);
  return { check, witness: check, ...measured };
}

/**
 * JSON with one member per line, but each list of numbers on a single line. It also contains the comment as it is on a
 * pull request, and what is to follow the release, for a program that posts them elsewhere.
 */
export function renderJson(report: Report): string {
  const posted = { comment: renderComment(report), followUp: followUpOf(report) };
  const text = JSON.stringify({ ...fileOf(report), ...posted }, null, 2);
  // JSON escapes line breaks within text, so every line break here belongs to the layout.
  const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
  return `${text.replace(numbers, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

/** The placeholder for the data in the built page. */
export const DATA_PLACEHOLDER = '"the report"';

/** What the page shows: the report, and the texts that need all of it. */
export interface PageData {
  readonly report: ReportFile;
  /** The summary in Markdown; the strip takes the place of the outcome and its picture. */
  readonly summary: string;
  readonly sentence: string;
  readonly numbers: readonly (readonly [string, string])[];
}

/** The element of the page for the outcome and the charts. */
export const STRIP = 'strip';

function pageData(report: Report): PageData {
  return {
    report: fileOf(report),
    summary: renderSummary(report, () => [`<div id="${STRIP}"></div>`]),
    sentence: outcomeSentence(report),
    numbers: report.weights.length > 0 ? keyNumbers(report) : [],
  };
}

/**
 * The page that contains a report. Its texts are made here, because a target in a file has only its facts.
 *
 * @param page `dist/report-page.html`
 */
export function renderPage(page: string, report: Report): string {
  // `</script>` and `<!--` in text from outside would end the data or begin a comment.
  const data = JSON.stringify(pageData(report)).replace(/</g, '\\u003c');
  return page.replace(DATA_PLACEHOLDER, () => data);
}
