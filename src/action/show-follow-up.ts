// Writes what follows a release, and says so where the other results are: log, summary and output.

import { appendFileSync } from 'node:fs';
import { setOutput } from '@actions/core';
import { foreign, known, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { withTimeout } from '../base/time.ts';
import type { FollowUpResult } from '../github/follow-up-result.ts';
import { type FollowUpPlace, writeFollowUp } from '../github/write-follow-up.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { capitalize } from '../report/format.ts';
import { escapeMarkdown, link } from '../report/markdown.ts';

/** Throws GitHub's errors. */
export async function writeFollowUpAt(
  place: FollowUpPlace,
  followUp: FollowUp,
  { log, ended }: { readonly log: Log; readonly ended: AbortSignal },
): Promise<void> {
  const results = await writeFollowUp(place, followUp, ended);
  for (const result of results) await show(result, followUp, log);
}

async function show(result: FollowUpResult, { kind }: FollowUp, log: Log): Promise<void> {
  const { words } = result;
  if (result.kind === 'not-done') log.warning(`on-rollback: ${words}`);
  else log.line(words);
  try {
    await foreign(() => {
      if (result.kind === 'done' && kind === 'rejected') setOutput('follow-up-url', result.url);
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, `\n${summaryOf(result)}\n`);
    });
  } catch (error) {
    log.warning(`Writing the follow-up to the summary failed: ${messageOf(known(error))}`);
  }
}

function summaryOf(result: FollowUpResult): string {
  if (result.kind === 'not-done') return `**on-rollback:** ${escapeMarkdown(result.words, 1000)}`;
  const { words, url, name } = result;
  const before = words.replace(`: ${url}`, '');
  return `**Follow-up:** ${escapeMarkdown(before, 1000)} (${link(capitalize(name), url)})`;
}

/** In the post step, which makes up for a main step that was killed. */
const MAKE_UP_SECONDS = 20;

/** Throws only for a bug. */
export async function makeUp(place: FollowUpPlace, followUp: FollowUp, log: Log): Promise<void> {
  const ended = new AbortController();
  try {
    const writing = writeFollowUpAt(place, followUp, { log, ended: ended.signal });
    const done = await withTimeout(
      MAKE_UP_SECONDS,
      writing.then(() => 'written' as const),
    );
    if (!done) log.warning(`on-rollback: GitHub did not respond within ${MAKE_UP_SECONDS} seconds`);
  } catch (error) {
    log.warning(`on-rollback: ${known(error).message}`);
  } finally {
    ended.abort();
  }
}
