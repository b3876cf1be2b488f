// The main step of `command: status` with `all`: no target, no post step.

import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import type { CredentialProvider } from '../aws/role-session.ts';
import { foreign } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { readOverview } from '../commands/overview.ts';
import { onCancel } from '../github/cancel.ts';
import type { Overview } from '../report/overview.ts';
import { headline, overviewLines, overviewMarkdown } from '../report/overview-text.ts';

/** @returns what could not be read; empty: nothing */
export async function showOverview(
  access: { readonly region: string; readonly credentials: CredentialProvider | undefined },
  log: Log,
): Promise<readonly string[]> {
  const { signal, dispose } = onCancel(log, () => undefined);
  try {
    const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
    const overview = await readOverview({ ...access, server, cancelled: signal });
    for (const line of overviewLines(overview)) log.line(line);
    await foreign(() => publish(overview));
    return overview.problems;
  } finally {
    dispose();
  }
}

function publish(overview: Overview): void {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'canary-action-'));
  const markdown = overviewMarkdown(overview);
  const files = { markdown: join(folder, 'overview.md'), json: join(folder, 'overview.json') };
  writeFileSync(files.markdown, markdown);
  writeFileSync(files.json, `${JSON.stringify(overview, null, 2)}\n`);
  setOutput('outcome', overview.problems.length > 0 ? 'failed' : 'unchanged');
  setOutput('reason', `${headline(overview)}.`);
  setOutput('open-releases', String(overview.releases.length));
  setOutput('overview', files.markdown);
  setOutput('report', files.json);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, markdown);
}
