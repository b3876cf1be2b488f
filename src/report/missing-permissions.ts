// The permissions that preflight found missing, as a policy to paste into the role.

import { type DeniedPermission, denialIn } from '../base/denial.ts';
import { codeBlock } from './markdown.ts';
import type { Report } from './report.ts';

/** Empty if none is missing. */
export function missingPermissions({
  problems,
  policy: whole,
}: Pick<Report, 'problems' | 'policy'>): string {
  const policy = missingPolicy(problems);
  if (policy === undefined) return '';
  const rest = whole === undefined ? '`command: plan` writes' : 'The job summary has';
  return [
    '### Missing permissions',
    `Add this to the policy of the role. ${rest} the whole policy of this release.`,
    codeBlock(policy.split('\n'), 'json'),
  ].join('\n\n');
}

/** JSON; `undefined` if none is missing. */
export function missingPolicy(problems: readonly string[]): string | undefined {
  const denied = problems.flatMap((problem) => denialIn(problem) ?? []);
  if (denied.length === 0) return undefined;
  const byResource = new Map<string, Set<string>>();
  for (const { action, resource } of denied) {
    const name = realResource({ action, resource });
    byResource.set(name, (byResource.get(name) ?? new Set()).add(action));
  }
  const statements = [...byResource].map(([resource, actions]) => ({
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource: resource,
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}

/** A permission is checked with a version that does not exist: it is needed for those that will. */
function realResource({ resource }: DeniedPermission): string {
  return resource.replace(/:999999999$/, ':*');
}
