// The report as a file: for programs, and for people who open it.

import type { Report } from './report.ts';

/** JSON with one member a line, and lists of numbers on one line each. */
export function renderJson(report: Report): string {
  const text = JSON.stringify(report, null, 2);
  // A line break within a text is escaped in JSON, so only the layout has any.
  const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
  return `${text.replace(numbers, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
