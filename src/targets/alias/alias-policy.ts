// The least that a role must be allowed for a rollout of aliases.

import {
  allow,
  bare,
  type FunctionNeeds,
  functionStatements,
  pruneStatements,
  type Statement,
} from '../iam-policy.ts';

/** What a rollout of aliases calls. */
export interface AliasNeeds {
  readonly functions: readonly FunctionNeeds[];
  /** The aliases are yet to be made: a first release, which nothing remembers and nothing follows. */
  readonly creates: boolean;
}

/** @param prunes after the promotion, what earlier releases left is deleted */
export function aliasPolicy(needs: AliasNeeds, prunes: boolean): readonly Statement[] {
  const { functions, creates } = needs;
  return [
    ...aliasStatements(needs),
    ...functionStatements(functions, {
      calls: [],
      versions: [
        ...(prunes ? ['lambda:GetPolicy'] : []),
        ...(creates ? [] : ['lambda:GetProvisionedConcurrencyConfig']),
      ],
      prunes,
    }),
    // Those who release an alias may list its tags anyway.
    ...(prunes ? pruneStatements(functions, []) : []),
  ];
}

function aliasStatements({ functions, creates }: AliasNeeds): readonly Statement[] {
  const write = creates ? ['lambda:CreateAlias', 'lambda:DeleteAlias'] : ['lambda:UpdateAlias'];
  const savePhase = creates ? [] : ['lambda:TagResource', 'lambda:UntagResource'];
  return [
    // IAM takes an alias for a part of its function (Service Authorization Reference).
    allow('Release', ['lambda:GetAlias', ...write], bare(functions)),
    allow('Remember', ['lambda:ListTags', ...savePhase], bare(functions)),
  ];
}
