// Approvals, as text: who may approve what, and what then happens.

import type { MeaningOfPromote } from '../rollout/approval.ts';
import { type GivenApproval, splitApprovers } from '../rollout/given-approval.ts';
import { formatWeight } from '../rollout/plan.ts';

/** The result of an approval, in the report. */
export function approvedText({ weight }: Pick<GivenApproval, 'weight'>): string {
  return `approves ${formatWeight(weight)}; the rollout continues with its plan`;
}

/** Why `promote` is no approval and does nothing. */
export function noApprovalText(
  meaning: Extract<MeaningOfPromote, { kind: 'early' | 'stale' }>,
): string {
  return meaning.kind === 'early'
    ? `not possible yet: the rollout asks for an approval before ${formatWeight(meaning.weight)}, and is not there`
    : 'not possible: it was written before the rollout had its current weight, so it cannot approve the next one; comment again';
}

/** `the owners of services/orders in CODEOWNERS`, `@octo-org/releases, @maria`, or everybody who may write. */
export function approversText(by: string | undefined): string {
  if (by === undefined) return 'everybody with write access to the repository';
  const { path, named } = splitApprovers(by);
  return path === undefined ? named.join(', ') : `the owners of ${path} in CODEOWNERS`;
}
