// src/commands/approval-findings.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_problems_ts__noProblems as noProblems
} from "./release.js";
import {
  src_base_time_ts__now as now,
  src_base_time_ts__withTimeout as withTimeout
} from "./core.js";
import {
  src_github_trouble_ts__troubleText as troubleText
} from "./release.js";
import {
  src_report_approval_text_ts__approversText as approversText
} from "./release.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
import {
  src_rollout_plan_parts_ts__partsOf as partsOf,
  src_rollout_plan_parts_ts__weightAt as weightAt
} from "./release.js";
var GITHUB_SECONDS = 120;
async function approvalFindings(services, { by }) {
  const findings = noProblems();
  if (by === void 0) return { ...findings, pull: void 0 };
  const asked = inspectBy(services, by, findings).catch((error) => {
    findings.problems.push(`approvers: ${whyUnknown(known(error))}`);
    return void 0;
  });
  const answer = await withTimeout(
    GITHUB_SECONDS,
    asked.then((pull) => ({ pull }))
  );
  if (!answer) {
    findings.problems.push(
      `approvers: who may approve could not be read: no answer of GitHub within ${GITHUB_SECONDS} seconds`
    );
  }
  return { ...findings, pull: answer?.pull };
}
function whyUnknown(found) {
  const isOurs = found.cause === void 0 || found.cause instanceof KnownError;
  return isOurs ? found.message : `who may approve could not be read: ${troubleText(found, now())}`;
}
async function inspectBy({ context, host }, by, { problems, notes }) {
  if (!host.conversation) {
    (context.inputs.command === "plan" ? notes : problems).push(
      `approvers: nobody could approve, because this run has no access to the pull request: ${host.lacks.conversation}`
    );
    return void 0;
  }
  const github = await host.conversation();
  const pull = context.event.pull?.number ?? await github.findPull();
  if (pull === void 0) {
    problems.push(
      "approvers: nobody could approve, because no pull request brought this commit; expected a release of a pull request or of its merge, or no approvers"
    );
    return void 0;
  }
  const found = await github.inspectApprovers(pull, by);
  problems.push(...found.problems.map((problem) => `approvers: ${problem}`));
  notes.push(...found.notes.map((note) => `approvers: ${note}`));
  return pull;
}
function approvalNotes(plan, { at, by, door }) {
  const ends = partsOf(plan).flatMap(({ end }) => end === void 0 ? [] : [end]);
  const first = plan.steps[0]?.weight ?? 100;
  const atZero = (at[0] ?? 100) <= first;
  const before = [
    ...atZero ? ["at 0%, before the first user is served"] : [],
    ...ends.map(
      (end) => end === plan.steps.length ? "before the promotion" : `before ${formatWeight(weightAt(plan, end))}`
    )
  ];
  const shown = atZero && door ? ". At 0%, it shows how to reach the new version" : "";
  return [
    `approve-at: the release waits ${listed(before)}${before.length > 1 ? ", each time" : ""} until it is approved by ${approversText(by)}${shown}`
  ];
}
export {
  approvalFindings,
  approvalNotes
};
