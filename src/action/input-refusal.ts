// A run whose inputs are refused has no target to report on, but an outcome like any other: a step with `if: always()`
// reads the outputs, and a person the summary and the comment.

import { appendFileSync } from 'node:fs';
import { setOutput } from '@actions/core';
import { foreign, known, messageOf } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import type { Log } from '../base/log.ts';
import { withTimeout } from '../base/time.ts';
import { inputText } from '../inputs/input-texts.ts';
import type { WrongInputs } from '../inputs/refused-inputs.ts';
import { problemIds, whereExplained } from '../report/problem-link.ts';
import { renderWrongInputs, wrongInputsComment } from '../report/wrong-inputs.ts';
import type { Cause } from '../rollout/cause.ts';

/** Never throws. */
export async function publishRefusal({ problems }: WrongInputs, log: Log): Promise<void> {
  const cause: Cause['kind'] = 'refused';
  const ids = problemIds(problems, 'the-inputs');
  const outputs = {
    ...{ outcome: 'failed', cause, reason: `The inputs: ${listed(problems, '; ')}` },
    ...{ weight: '', verdict: '', 'problem-ids': ids.join(',') },
  };
  try {
    await foreign(() => {
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, renderWrongInputs(problems));
    });
  } catch (error) {
    log.warning(`Writing the outputs and the summary failed: ${messageOf(known(error))}`);
  }
  for (const line of whereExplained(ids)) log.line(line);
}

const COMMENT_SECONDS = 20;

/** After everything else, because GitHub may be slow. Throws only for a bug. */
export async function commentRefusal({ problems }: WrongInputs, log: Log): Promise<void> {
  const token = inputText(process.env, 'github-token');
  if (token === '' || inputText(process.env, 'comment') === 'false') return;
  const [{ readCommentPlace }, { readEvent }, { readSource }, { writeRefused }] = await Promise.all(
    [
      import('./environment.ts'),
      import('./event.ts'),
      import('./source.ts'),
      import('../github/refused-comments.ts'),
    ],
  );
  const event = readEvent(process.env);
  const commit = inputText(process.env, 'commit');
  const source = readSource(process.env, event, { commit });
  const wanted = { comment: true, githubToken: token, commit };
  const place = readCommentPlace(process.env, event, wanted, source);
  if (!place?.refused) return;
  const ended = new AbortController();
  const { refused } = place;
  const body = (marker: string) => wrongInputsComment(problems, marker, source);
  try {
    const writing = writeRefused(place, { refused, key: 'inputs' }, body, ended.signal);
    if ((await withTimeout(COMMENT_SECONDS, writing)) === undefined) {
      log.warning(
        `The comment could not be written: GitHub did not respond within ${COMMENT_SECONDS} seconds`,
      );
    }
  } catch (error) {
    log.warning(`The comment could not be written: ${known(error).message}`);
  } finally {
    ended.abort();
  }
}
