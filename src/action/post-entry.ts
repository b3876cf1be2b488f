// The post step: reads what the main step left, and passes or fails. Modules are loaded when there is something to do.

import { getState, setFailed } from '@actions/core';
import { logBug } from '../base/log.ts';
import { createLog } from '../github/actions-log.ts';
import { readInputs } from '../inputs/read.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { unfinishedText } from '../report/internal-error.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import { TARGET_KINDS } from '../targets/kinds.ts';
import { postStepDeadline } from './deadlines.ts';
import type { SavedState } from './post-state.ts';
import { readState, STATE, STUCK_EXIT_CODE } from './step-state.ts';

/** The post step: finishes the rollback if the main step could not, and changes nothing else. */
export async function post(): Promise<void> {
  const log = createLog();
  const begunAt = Date.now() / 1000;
  const kept = readState<SavedState>(STATE.kept);
  if (!kept || getState(STATE.ended) === 'true') return;
  const [{ finishAfter, describeUnfinished }, { isMuted, restoredVariables }] = await Promise.all([
    import('./post-step.ts'),
    import('./post-state.ts'),
  ]);
  const cause = readState<RollbackCause>(STATE.cause);
  try {
    const inputs = await readInputs(restoredVariables(kept, process.env), TARGET_KINDS);
    const cancelled = getState(STATE.cancelled) === 'true';
    // A rollback with a cause of its own must not become a hold because the job was cancelled.
    if (inputs.onCancel === 'hold' && cancelled && !cause)
      return log.notice('The job was cancelled; with on-cancel: hold, the rollout stays as it is.');
    const published = getState(STATE.published) || undefined;
    const endsAt = Number(getState(STATE.endsAt));
    const giveUpAt = postStepDeadline(begunAt, endsAt, cancelled);
    const followUp = published === undefined ? readState<FollowUp>(STATE.followUp) : undefined;
    const left = { inputs, kept, published, cause, giveUpAt, followUp };
    const after = await finishAfter(left, log);
    if (!after) return;
    if (isMuted(kept, process.env)) {
      log.warning(
        'The post step did not receive the secrets of the main step (github-token, notify-url), so the comment, the deployment or the notification may be out of date.',
      );
    }
    setFailed(after.message);
    if (after.stuck) process.exitCode = STUCK_EXIT_CODE;
  } catch (error) {
    logBug(log, error);
    setFailed(unfinishedText(error, (why) => describeUnfinished(why, kept, cause)));
    process.exitCode = STUCK_EXIT_CODE;
  } finally {
    log.endGroup();
  }
}
