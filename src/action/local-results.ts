// What a step leaves on the runner: outputs, report, page and summary. None waits for another, and the outputs come
// first, because later steps decide by them.

import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setOutput } from '@actions/core';
import { must } from '../base/assert.ts';
import { foreign, messageOf } from '../base/errors.ts';
import { type Log, logBug } from '../base/log.ts';
import { renderJson, renderPage } from '../report/files.ts';
import type { Report } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { outputsOf } from '../run/outputs.ts';

/** Never rejects: what fails is a warning, and its output stays empty. */
export async function publishLocally(report: Report, log: Log): Promise<void> {
  await attempt(log, 'the outputs', () => writeOutputs(report));
  await attempt(log, 'the job summary', () => writeSummary(report));
  const folder = await attempt(log, 'the report', makeFolder);
  if (folder === undefined) return;
  await attempt(log, 'the report', () =>
    writeFile('report', join(folder, 'report.json'), renderJson(report)),
  );
  await attempt(log, 'the report page', async () =>
    writeFile('report-html', join(folder, 'report.html'), renderPage(await emptyPage(), report)),
  );
}

async function attempt<T>(log: Log, what: string, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    logBug(log, error);
    log.warning(`Writing ${what} failed: ${messageOf(error)}`);
    return undefined;
  }
}

function makeFolder(): Promise<string> {
  const parent = process.env.RUNNER_TEMP || tmpdir();
  return foreign(() => mkdtempSync(join(parent, 'canary-action-')));
}

function writeFile(output: string, path: string, text: string): Promise<void> {
  return foreign(() => {
    writeFileSync(path, text);
    setOutput(output, path);
  });
}

async function writeSummary(report: Report): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const summary = renderSummary(report);
  await foreign(() => appendFileSync(file, summary));
}

async function writeOutputs(report: Report): Promise<void> {
  const outputs = outputsOf(report);
  await foreign(() => {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  });
}

/**
 * The page is a file next to the bundle. It is large, and read only here. The runner starts the bundle by its
 * path; `import.meta.url` would be the path where it was built.
 */
function emptyPage(): Promise<string> {
  const bundle = must(process.argv[1], 'node was started with a file');
  return foreign(() => readFileSync(join(dirname(bundle), 'report-page.html'), 'utf8'));
}
