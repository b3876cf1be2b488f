// The IAM policies that a plan writes: of the role that releases, and of one that can only plan. They are written whatever
// preflight found, because a role that lacks permissions is where they are needed.

import { accountOf, FIND_BY_TAG, hookArn } from '../aws/arns.ts';
import type { Permission } from '../aws/aws-errors.ts';
import { alarmTags } from '../base/alarm-ref.ts';
import { switchPermissions } from '../gates/switch-permissions.ts';
import type { Preflight } from '../preflight/preflight.ts';
import type { Services } from '../run/services.ts';
import {
  type PolicyNeeds,
  renderPlanPolicy,
  renderPolicy,
  uncheckedActions,
} from '../targets/iam-policy.ts';
import type { TargetSetup } from '../targets/target.ts';

export interface Policies {
  /** As they are in the report. */
  readonly shown: { readonly policy: string; readonly planPolicy: string };
  /** What the plan could not tell about permissions. */
  readonly notes: readonly string[];
}

/** @param opening `undefined`: preflight could not read enough to know what exactly the release needs */
export async function policiesFor(
  services: Services,
  opening: TargetSetup | undefined,
  { permissions }: Preflight['logs'],
): Promise<Policies> {
  const logs = opening ? permissions : await logsAtMost(services);
  const needs = { ...needsOf(services, opening), logs };
  const unchecked = uncheckedActions(needs).join(', ');
  return {
    shown: { policy: renderPolicy(needs), planPolicy: renderPlanPolicy(needs) },
    notes: [
      `permissions: a plan only reads, so it did not check whether the release may do what changes something: ${unchecked}. The release checks what it can before it changes anything`,
      ...(opening ? [] : [AT_MOST]),
    ],
  };
}

const AT_MOST =
  'permissions: not everything could be read, so the policies allow what a release with these inputs can need at most. A plan without problems writes exact ones';

/** The logs of any group: their names are in what could not be read. */
async function logsAtMost({ context, clients }: Services): Promise<readonly Permission[]> {
  const { logs, analysis, functions } = context.inputs;
  if (logs === 'off' || analysis === 'off') return [];
  const { logPermissions } = await import('../targets/log-groups.ts');
  const { account = '' } = functions.find((one) => one.account) ?? {};
  return logPermissions(clients.normal.place, ['*'], account);
}

function needsOf(
  { context, clients, target }: Services,
  opening: TargetSetup | undefined,
): Omit<PolicyNeeds, 'logs'> {
  const { place } = clients.normal;
  const { alarms, gates, hooks, keepVersions, role, functions, stacks } = context.inputs;
  const prunes = keepVersions !== undefined && !opening?.serveFirst;
  // A role has permissions only in its own account, and the whole release runs there.
  const [known = role?.arn ?? ''] = opening?.functionArns ?? [];
  const account = accountOf(known) || functions.find((one) => one.account)?.account;
  return {
    target: (of) =>
      opening ? opening.policy({ role: of, prunes }) : target.policyAtMost({ role: of, prunes }),
    stacks,
    gates: [
      ...(gates.stop ? switchPermissions(gates.stop, place, account) : []),
      ...(alarmTags(alarms).length > 0 ? [FIND_BY_TAG] : []),
    ],
    watchesAlarms: alarms.length > 0 || gates.stop?.kind === 'alarm',
    hooks: Object.values(hooks.calls)
      .flat()
      .flatMap((hook) =>
        hook.kind === 'function'
          ? [hookArn(place, hook.functionName, hook.qualifier, account)]
          : [],
      ),
  };
}
