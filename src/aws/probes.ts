// Checks whether the role has a permission that only writes need, without writing anything. IAM is checked
// before a request is validated. So a request that AWS is known to reject for its content fails with
// AccessDenied if, and only if, the permission is missing.

import type { Problems } from '../base/problems.ts';
import {
  describeAwsError,
  isAccessDenied,
  isDenialByIam,
  isRefusedForContent,
  isUnknownOperation,
  type Permission,
} from './aws-errors.ts';
import type { Clients } from './clients.ts';

/** A request that checks a permission and has no effect. docs/fidelity.md lists all of them. */
export interface Probe {
  readonly permission: Permission;
  /**
   * Why it has no effect: AWS's refusal of its content is on record, is expected but not on record, or it is a
   * request that AWS accepts and that changes nothing.
   */
  readonly harmless: 'refusal on record' | 'refusal expected' | 'changes nothing';
  send(): Promise<unknown>;
}

/**
 * Sends nothing if only reads are sent. Otherwise: those of the probed permissions that the role lacks are problems. What AWS's answer does not settle is only noted:
 * no answer to the content, or a denial that is not in IAM's words where the usual answer is not on record.
 */
export async function inspectProbes(
  { sends }: Pick<Clients, 'sends'>,
  probes: readonly Probe[],
  { problems, notes }: Problems,
): Promise<void> {
  if (sends === 'reads') return;
  for (const probe of probes) {
    const found = await ask(probe);
    if (found.kind === 'there') continue;
    const findings = found.kind === 'missing' ? problems : notes;
    // Two requests may need the same permission.
    if (!findings.includes(found.words)) findings.push(found.words);
  }
}

type Finding =
  | { readonly kind: 'there' }
  | { readonly kind: 'missing'; readonly words: string }
  | { readonly kind: 'unsettled'; readonly words: string };

async function ask({ permission, harmless, send }: Probe): Promise<Finding> {
  const { action, resource } = permission;
  try {
    await send();
  } catch (error) {
    if (isRefusedForContent(error)) return { kind: 'there' };
    const words = describeAwsError(error, 'permissions', permission);
    if (!isAccessDenied(error) || isUnknownOperation(error)) {
      const unchecked = `permissions: ${action} on ${resource} could not be checked`;
      return { kind: 'unsettled', words: `${unchecked} (${words})` };
    }
    if (harmless !== 'refusal expected' || isDenialByIam(error, action)) {
      return { kind: 'missing', words };
    }
    const unsure = 'How AWS answers this check is not on record, so the permission may be there';
    return { kind: 'unsettled', words: `${words}. ${unsure}` };
  }
  if (harmless === 'changes nothing') return { kind: 'there' };
  const words = `permissions: AWS accepted a request that it was expected to refuse (a check of ${action} on ${resource}): see what it changed there, and report this`;
  return { kind: 'missing', words };
}
