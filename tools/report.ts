// npm run report -- report.json [report.html]: writes the page of a report from its file.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderPage } from '../src/report/files.ts';
import { REPORT_SCHEMA, type Report } from '../src/report/report.ts';
import { type AliasReportFacts, aliasReport } from '../src/targets/alias/alias-report.ts';
import { type StageReportFacts, stageReport } from '../src/targets/stage/stage-report.ts';

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
  return { ...report, target: targetOf(report) } as Report;
}

/** A file has the facts from which everything shown of a target is derived. */
function targetOf({
  target,
  functions,
}: { target: StageReportFacts | AliasReportFacts } & Pick<Report, 'functions'>) {
  return target.kind === 'alias' ? aliasReport(target, functions) : stageReport(target);
}

function main([from, to = from?.replace(/(\.json)?$/, '.html')]: readonly string[]): void {
  const usage =
    'npm run report -- report.json [report.html]: writes the page of a report from its file';
  if (from === '--help' || from === '-h') {
    console.log(usage);
    return;
  }
  if (!from || !to) throw new Error(`expected: ${usage}`);
  writeFileSync(to, renderPage(readFileSync(PAGE, 'utf8'), readReport(from)));
  console.log(to);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
