// Who asks for a promotion, and whether an approval of that person counts.

import { known } from '../base/errors.ts';
import { approversText } from '../report/approval-text.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { Services } from '../run/services.ts';

/** With a comment, or by running the command. */
export function whoAsks({ context }: Services): { readonly by: string; readonly at: number } {
  const { request, event, source, startedAt } = context;
  return request ?? { by: event.startedBy ?? source.actor, at: startedAt };
}

/** @returns a problem; `undefined`: it counts, or it is a comment, whose author was checked before */
export async function whyMayNotApprove(
  { context, host }: Services,
  { record }: StoredRollout,
): Promise<string | undefined> {
  const by = record.plan.approvals?.by;
  if (by === undefined || context.request) return undefined;
  const who = `the release asks for an approval of ${approversText(by)}`;
  const { pull } = record;
  const { code, startedBy } = context.event;
  // Of any other event, the actor is who pushed or last changed the schedule, and not who approves.
  if (code?.name !== 'workflow_dispatch' || startedBy === undefined) {
    return `${who}: expected a comment /canary promote, or command: promote on the event workflow_dispatch, which one of them starts`;
  }
  if (!host.conversation || pull === undefined) {
    return `${who}, and whether ${startedBy} is one of them cannot be read: expected a github-token, and a release with a pull request`;
  }
  try {
    const conversation = await host.conversation();
    const why = await conversation.whyNoApprover(pull, startedBy, by);
    return why && `${startedBy} cannot approve: ${why}`;
  } catch (error) {
    return `${who}, and whether ${startedBy} is one of them could not be read: ${known(error).message}`;
  }
}
