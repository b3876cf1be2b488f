// The minimal IAM policy of the role for a rollout of aliases.

import type { Place } from '../../aws/arns.ts';
import { allow, type Statement } from '../iam-policy.ts';
import {
  bare,
  eventSourceStatement,
  type FunctionNeeds,
  functionStatements,
  pruneStatements,
  uploadStatements,
} from '../lambda/function-policy.ts';

/** What a rollout of aliases calls. */
export interface AliasNeeds {
  readonly functions: readonly FunctionNeeds[];
  /** The aliases do not exist yet: a first release, which stores no state and has no monitoring. */
  readonly creates: boolean;
}

/** @param prunes whether leftovers of earlier releases are deleted after the promotion */
export function aliasPolicy(
  needs: AliasNeeds,
  place: Place,
  prunes: boolean,
): readonly Statement[] {
  const { functions, creates } = needs;
  return [
    ...aliasStatements(needs),
    ...functionStatements(functions, {
      calls: [],
      versions: [
        'lambda:GetPolicy',
        creates ? 'lambda:GetFunctionEventInvokeConfig' : 'lambda:GetProvisionedConcurrencyConfig',
      ],
      readsPolicies: true,
      prunes,
    }),
    // Who calls the alias.
    allow('Callers', ['lambda:GetPolicy', 'lambda:ListFunctionUrlConfigs'], bare(functions)),
    eventSourceStatement(functions),
    ...uploadStatements(functions, place),
    // A role that releases an alias may list its tags anyway.
    ...(prunes ? pruneStatements(functions, []) : []),
  ];
}

function aliasStatements({ functions, creates }: AliasNeeds): readonly Statement[] {
  const write = creates ? ['lambda:CreateAlias', 'lambda:DeleteAlias'] : ['lambda:UpdateAlias'];
  const savePhase = creates ? [] : ['lambda:TagResource', 'lambda:UntagResource'];
  return [
    // IAM treats an alias as part of its function (Service Authorization Reference).
    allow('Release', ['lambda:GetAlias', ...write], bare(functions)),
    allow('Remember', ['lambda:ListTags', ...savePhase], bare(functions)),
  ];
}
