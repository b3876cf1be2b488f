// The report as a file: for programs, and for people who open it.

import type { Evidence, MeasureSource } from '../analysis/evidence.ts';
import { evidenceSays, sourceText } from './evidence-text.ts';
import type { Report } from './report.ts';

/** A report as it is written: what its evidence comes from stands there in words as well. */
export type ReportFile = ReturnType<typeof fileOf>;

export function fileOf(report: Report) {
  const { cause, evidence, series, impact } = report;
  return {
    ...report,
    cause: cause && 'evidence' in cause ? { ...cause, evidence: inFile(cause.evidence) } : cause,
    evidence: inFile(evidence),
    series: series && { ...series, comparisons: series.comparisons.map(withWitness) },
    impact: impact && withWitness(impact),
  };
}

function inFile(evidence: readonly Evidence[]) {
  return evidence.map((each) => {
    const { verdict, ...rest } = each;
    return { witness: sourceText(each.source), verdict, says: evidenceSays(each), ...rest };
  });
}

/** The same, of something that is measured. */
export function withWitness<T extends { readonly source: MeasureSource }>(
  measured: T,
): T & { readonly witness: string } {
  return { witness: sourceText(measured.source), ...measured };
}

/** JSON with one member a line, and lists of numbers on one line each. */
export function renderJson(report: Report): string {
  const text = JSON.stringify(fileOf(report), null, 2);
  // A line break within a text is escaped in JSON, so only the layout has any.
  const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
  return `${text.replace(numbers, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

/** Where the data goes in the page that the build made. */
export const DATA_PLACE = '"the report"';

/**
 * The page with a report in it.
 *
 * @param page `dist/report-page.html`
 */
export function renderPage(page: string, report: Report): string {
  // `</script>` and `<!--` in foreign text would end the data, or begin something else.
  const data = JSON.stringify(fileOf(report)).replace(/</g, '\\u003c');
  return page.replace(DATA_PLACE, () => data);
}
