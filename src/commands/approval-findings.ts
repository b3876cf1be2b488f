// Where a release waits for people, and whether anybody could approve it. What would fail later is said before anything
// is changed.

import { KnownError, known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { noProblems, type Problems } from '../base/problems.ts';
import { now, withTimeout } from '../base/time.ts';
import { troubleText } from '../github/trouble.ts';
import { approversText } from '../report/approval-text.ts';
import { formatWeight, type Plan, type PlannedApprovals } from '../rollout/plan.ts';
import { partsOf, weightAt } from '../rollout/plan-parts.ts';
import type { Services } from '../run/services.ts';

/** Several calls, each of which may be tried again. */
const GITHUB_SECONDS = 120;

export interface ApprovalFindings {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Found for it; `undefined`: it was not needed. */
  readonly pull: number | undefined;
}

export async function approvalFindings(
  services: Pick<Services, 'context' | 'host'>,
  { by }: PlannedApprovals,
): Promise<ApprovalFindings> {
  const findings = noProblems();
  if (by === undefined) return { ...findings, pull: undefined };
  const asked = inspectBy(services, by, findings).catch((error: unknown) => {
    findings.problems.push(`approvers: ${whyUnknown(known(error))}`);
    return undefined;
  });
  const answer = await withTimeout(
    GITHUB_SECONDS,
    asked.then((pull) => ({ pull })),
  );
  if (!answer) {
    findings.problems.push(
      `approvers: who may approve could not be read: no answer of GitHub within ${GITHUB_SECONDS} seconds`,
    );
  }
  return { ...findings, pull: answer?.pull };
}

/** What GitHub itself said is explained; what was made of it says enough. */
function whyUnknown(found: KnownError): string {
  const isOurs = found.cause === undefined || found.cause instanceof KnownError;
  return isOurs ? found.message : `who may approve could not be read: ${troubleText(found, now())}`;
}

/** @returns the pull request of the release, whose comments approve */
async function inspectBy(
  { context, host }: Pick<Services, 'context' | 'host'>,
  by: string,
  { problems, notes }: Problems,
): Promise<number | undefined> {
  if (!host.conversation) {
    // A plan may be made anywhere, also where nothing is released.
    (context.inputs.command === 'plan' ? notes : problems).push(
      `approvers: nobody could approve, because this run has no access to the pull request: ${host.lacks.conversation}`,
    );
    return undefined;
  }
  const github = await host.conversation();
  const pull = context.event.pull?.number ?? (await github.findPull());
  if (pull === undefined) {
    problems.push(
      'approvers: nobody could approve, because no pull request brought this commit; expected a release of a pull request or of its merge, or no approvers',
    );
    return undefined;
  }
  const found = await github.inspectApprovers(pull, by);
  problems.push(...found.problems.map((problem) => `approvers: ${problem}`));
  notes.push(...found.notes.map((note) => `approvers: ${note}`));
  return pull;
}

/** For a plan: the weights, and who approves them. */
export function approvalNotes(plan: Plan, { at, by, door }: PlannedApprovals): readonly string[] {
  const ends = partsOf(plan).flatMap(({ end }) => (end === undefined ? [] : [end]));
  const first = plan.steps[0]?.weight ?? 100;
  const atZero = (at[0] ?? 100) <= first;
  const before = [
    ...(atZero ? ['at 0%, before the first user is served'] : []),
    ...ends.map((end) =>
      end === plan.steps.length
        ? 'before the promotion'
        : `before ${formatWeight(weightAt(plan, end))}`,
    ),
  ];
  const shown = atZero && door ? '. At 0%, it shows how to reach the new version' : '';
  return [
    `approve-at: the release waits ${listed(before)}${before.length > 1 ? ', each time' : ''} until it is approved by ${approversText(by)}${shown}`,
  ];
}
