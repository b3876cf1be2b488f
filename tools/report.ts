// npm run report -- report.json [report.html]: writes the page of a report from its file.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderPage } from '../src/report/files.ts';
import { REPORT_SCHEMA, type Report } from '../src/report/report.ts';

const PAGE = fileURLToPath(new URL('../dist/report-page.html', import.meta.url));

function readReport(file: string): Report {
  // What is posted elsewhere is not on the page.
  const { comment: _, followUp: __, ...report } = JSON.parse(readFileSync(file, 'utf8'));
  const { schema } = report;
  if (schema !== REPORT_SCHEMA) {
    throw new Error(
      `${file} has the schema ${JSON.stringify(schema)}; expected "${REPORT_SCHEMA}"`,
    );
  }
  const { evidence } = report as Report;
  if (evidence.some(({ source }) => source === undefined)) {
    throw new Error(`${file} is of an earlier version of the action; make its page with that one`);
  }
  return report as Report;
}

function main([from, to = from?.replace(/(\.json)?$/, '.html')]: readonly string[]): void {
  if (!from || !to) throw new Error('expected: npm run report -- report.json [report.html]');
  writeFileSync(to, renderPage(readFileSync(PAGE, 'utf8'), readReport(from)));
  console.log(to);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
