import {
  approversOf,
  ownerText,
  readTeam
} from "./github-approvers.shared.js";

// src/github/inspect-approvers.ts
import {
  src_base_errors_ts__known as known,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_rollout_given_approval_ts__splitApprovers as splitApprovers
} from "./core.js";
async function inspectApprovers(access, mayWrite, pull, approvers) {
  const { path } = splitApprovers(approvers);
  const owners = await approversOf(access, pull, approvers);
  if (owners.length === 0) {
    return { problems: [`CODEOWNERS names no owner of ${path}, so nobody can approve`], notes: [] };
  }
  for (const owner of owners) {
    if (owner.kind === "team") await readTeam(access, owner);
  }
  const outside = await whoMayNotWrite(owners, mayWrite);
  const names = listed(outside.map(ownerText));
  const problems = outside.length === owners.length ? [`${names} cannot approve, for lack of write access to the repository, and nobody else may`] : [];
  const notes = [
    ...path === void 0 ? [] : [`CODEOWNERS names ${listed(owners.map(ownerText))}`],
    ...outside.length > 0 && problems.length === 0 ? [`${names} cannot approve, for lack of write access to the repository`] : []
  ];
  return { problems, notes };
}
async function whoMayNotWrite(owners, mayWrite) {
  const found = await Promise.all(
    owners.map(async (owner) => owner.kind !== "user" || await mayWriteOrNot(mayWrite, owner))
  );
  return owners.filter((_, index) => !found[index]);
}
async function mayWriteOrNot(mayWrite, { login }) {
  try {
    return await mayWrite(login);
  } catch (error) {
    const cause = known(error);
    const { status } = rootOf(cause);
    if (status === 404) return false;
    throw cause;
  }
}
export {
  inspectApprovers
};
