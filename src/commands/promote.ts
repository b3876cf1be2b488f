// Promotes the open rollout, past the rest of its schedule, and bakes it. If it is shown to be worse, it is still
// rolled back. Where the rollout waits for an approval, this is the approval: its schedule goes on.

import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { LoopOptions } from '../controller/context.ts';
import { approvedText, noApprovalText } from '../report/approval-text.ts';
import type { Report } from '../report/report.ts';
import { isHeldAtZero, meaningOfPromote } from '../rollout/approval.ts';
import { isMarkedReached } from '../rollout/reached.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import { approve, type Services } from '../run/services.ts';
import { promotionClosed } from './closed.ts';
import { describeNoneOpen, noneTo, withOpen } from './open-rollout.ts';
import { whoAsks, whyMayNotApprove } from './promote-request.ts';
import { continueRollout } from './rollout.ts';
import { takeOverToDrive } from './take-over.ts';

export function promote(services: Services): Promise<Report> {
  const { reporter, target } = services;
  return withOpen(
    services,
    async (snapshot) => {
      const { rollout } = snapshot;
      const { preview } = rollout.record;
      if (preview !== undefined) {
        const problem = `the open rollout is a preview of #${preview}, which is never promoted`;
        return reporter.declined([problem], snapshot);
      }
      // A weight of 0% that somebody set later is told as such.
      const started = isMarkedReached(rollout.phase) && rollout.phase.kind !== 'preparing';
      if (weightOf(snapshot.trafficState) === 0 && !started && !isHeldAtZero(rollout)) {
        const problem = `the rollout on ${target.words} has not started: the new version has not received traffic yet`;
        return reporter.declined([problem], snapshot);
      }
      const refusal = whyNotNow(services, rollout) ?? (await whyMayNotApprove(services, rollout));
      if (refusal !== undefined) return reporter.declined([refusal], snapshot);
      const closed = await promotionClosed(services, snapshot);
      if (closed) return closed;
      const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
      const { rollout: approved, ...drive } = await begin(services, ours.rollout);
      return continueRollout(
        services,
        { ...ours, rollout: approved },
        { ...drive, takenOverAt: now(), late },
      );
    },
    (last) => {
      return last?.ended === 'promoted'
        ? reporter.idle(`It is already promoted: ${describeNoneOpen(services, last)}.`)
        : noneTo('promote', services, last);
    },
  );
}

function whyNotNow(services: Services, rollout: StoredRollout): string | undefined {
  const meaning = meaningOfPromote(rollout, whoAsks(services));
  return meaning.kind === 'early' || meaning.kind === 'stale' ? noApprovalText(meaning) : undefined;
}

/** Stores the approval, if one is asked for, before anything else. Throws a `KnownError` if that fails. */
async function begin(
  services: Services,
  rollout: StoredRollout,
): Promise<Pick<LoopOptions, 'scope'> & { readonly rollout: StoredRollout }> {
  const { host, recorder, target } = services;
  const asked = whoAsks(services);
  const meaning = meaningOfPromote(rollout, asked);
  // A cancelled job changes nothing but what restores traffic.
  if (meaning.kind !== 'approve' || host.cancelled.aborted) {
    return { scope: { kind: 'promote' }, rollout };
  }
  const text = `${asked.by} ${approvedText(meaning.approval)}`;
  host.log.notice(text);
  const approved = await approve(target, rollout, meaning.approval).catch((error: unknown) => {
    if (!host.cancelled.aborted) throw error;
    known(error);
    return rollout;
  });
  recorder.note(text);
  return { scope: { kind: 'to-the-end' }, rollout: approved };
}
