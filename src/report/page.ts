// The report as a page of its own: one file, which reaches for nothing else.

import type { Report } from './report.ts';

/** Where the data goes in the page that the build made. */
export const DATA_PLACE = '"the report"';

/**
 * The page with a report in it.
 *
 * @param page `dist/report-page.html`
 */
export function renderPage(page: string, report: Report): string {
  // `</script>` and `<!--` in foreign text would end the data, or begin something else.
  const data = JSON.stringify(report).replace(/</g, '\\u003c');
  return page.replace(DATA_PLACE, () => data);
}
