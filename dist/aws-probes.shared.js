// src/aws/probes.ts
import {
  src_aws_aws_errors_ts__describeAwsError as describeAwsError,
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied,
  src_aws_aws_errors_ts__isDenialByIam as isDenialByIam,
  src_aws_aws_errors_ts__isRefusedForContent as isRefusedForContent,
  src_aws_aws_errors_ts__isUnknownOperation as isUnknownOperation
} from "./release.js";
async function inspectProbes({ sends }, probes, { problems, notes }) {
  if (sends === "reads") return;
  for (const probe of probes) {
    const found = await ask(probe);
    if (found.kind === "there") continue;
    const findings = found.kind === "missing" ? problems : notes;
    if (!findings.includes(found.words)) findings.push(found.words);
  }
}
async function ask({ permission, harmless, send }) {
  const { action, resource } = permission;
  try {
    await send();
  } catch (error) {
    if (isRefusedForContent(error)) return { kind: "there" };
    const words2 = describeAwsError(error, "permissions", permission);
    if (!isAccessDenied(error) || isUnknownOperation(error)) {
      const unchecked = `permissions: ${action} on ${resource} could not be checked`;
      return { kind: "unsettled", words: `${unchecked} (${words2})` };
    }
    if (harmless !== "refusal expected" || isDenialByIam(error, action)) {
      return { kind: "missing", words: words2 };
    }
    const unsure = "How AWS answers this check is not on record, so the permission may be there";
    return { kind: "unsettled", words: `${words2}. ${unsure}` };
  }
  if (harmless === "changes nothing") return { kind: "there" };
  const words = `permissions: AWS accepted a request that it was expected to refuse (a check of ${action} on ${resource}): see what it changed there, and report this`;
  return { kind: "missing", words };
}

export {
  inspectProbes
};
