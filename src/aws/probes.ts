// Checks whether the role has a permission that only writes need, without writing anything. IAM is checked
// before a request is validated. So a request that AWS is known to reject for its content fails with
// AccessDenied if, and only if, the permission is missing.

import { describeAwsError, isAccessDenied, type Permission } from './aws-errors.ts';

/** A request that AWS rejects for its content, and the permission that it checks. */
export interface Probe {
  readonly permission: Permission;
  send(): Promise<unknown>;
}

/** Those of the probed permissions that the role lacks, as text. */
export async function missingPermissions(probes: readonly Probe[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { permission, send } of probes) {
    try {
      await send();
    } catch (error) {
      if (isAccessDenied(error)) missing.push(describeAwsError(error, 'permissions', permission));
    }
  }
  return missing;
}
