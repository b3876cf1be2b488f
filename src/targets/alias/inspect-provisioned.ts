// Preflight of provisioned concurrency: what an alias has is refused, what a version has is moved.

import type { AliasRef } from '../../aws/aliases.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import type { FunctionInput } from '../../inputs/inputs.ts';
import { attempt, type Findings } from '../../preflight/findings.ts';

/** A version with environments that are kept ready is not to be followed by one that starts cold. */
export async function checkWarm(
  provisioned: Provisioned,
  { name, version }: FunctionInput,
  from: string,
  findings: Findings,
): Promise<boolean> {
  if (from === '' || from === version) return false;
  const found = await attempt(findings, () => provisioned.read(name, from));
  if (!found) return false;
  findings.notes.push(
    `provisioned concurrency: version ${from} of "${name}" has ${found.requested}; the new one gets as much before any traffic, and both cost until the release is over`,
  );
  return true;
}

/**
 * Lambda moves what an alias has by itself, and holds the traffic where it was meanwhile: on the way
 * back, on the version that is to be left (decision 12).
 */
export async function checkProvisioned(
  provisioned: Provisioned,
  { functionName, alias }: AliasRef,
  version: string,
  findings: Findings,
): Promise<void> {
  const found = await attempt(findings, () => provisioned.read(functionName, alias));
  if (!found) return;
  const which = `--function-name ${functionName} --qualifier`;
  findings.problems.push(
    `alias: ${functionName}:${alias} has provisioned concurrency of its own, and Lambda would hold users on the new version for minutes on a way back. ` +
      `Give it to the version behind it, and the action gives as much to each new one before any traffic: aws lambda delete-provisioned-concurrency-config ${which} ${alias}, ` +
      `then aws lambda put-provisioned-concurrency-config ${which} ${version} --provisioned-concurrent-executions ${found.requested}`,
  );
}
