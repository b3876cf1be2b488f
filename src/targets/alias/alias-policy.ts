// The minimal IAM policy of the role for a rollout of aliases.

import type { Place } from '../../aws/arns.ts';
import type { SuiteNeeds } from '../../checks/fit-target.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { allow, only, type PolicyOrder, type Statement } from '../iam-policy.ts';
import {
  bare,
  eventSourceStatement,
  type FunctionNeeds,
  functionStatements,
  needsAtMost,
  pruneStatements,
  uploadStatements,
} from '../lambda/function-policy.ts';
import { smokeStatements } from '../lambda/smoke-policy.ts';
import type { AliasInputs } from './alias-inputs.ts';

/** What a rollout of aliases calls. */
export interface AliasNeeds {
  readonly functions: readonly FunctionNeeds[];
  /**
   * What becomes of the aliases. `created`: they do not exist yet: a first release, which stores no state and has no
   * monitoring. `either`: it is not known whether they exist.
   */
  readonly aliases: 'moved' | 'created' | 'either';
  /** Absent: there are no smoke checks. */
  readonly smoke?: SuiteNeeds | undefined;
}

export function aliasPolicy(
  needs: AliasNeeds,
  place: Place,
  order: PolicyOrder,
): readonly Statement[] {
  const { functions, aliases } = needs;
  const { prunes } = order;
  return [
    ...aliasStatements(needs),
    ...functionStatements(functions, {
      calls: [],
      versions: [
        'lambda:GetPolicy',
        ...only(aliases !== 'moved', 'lambda:GetFunctionEventInvokeConfig'),
        ...only(aliases !== 'created', 'lambda:GetProvisionedConcurrencyConfig'),
      ],
      readsPolicies: true,
      readsNext: aliases !== 'created',
      order,
    }),
    // Who calls the alias.
    allow('Callers', ['lambda:GetPolicy', 'lambda:ListFunctionUrlConfigs'], bare(functions)),
    eventSourceStatement(functions),
    ...smokeStatements(aliases === 'created' ? undefined : needs.smoke, bare(functions), place),
    ...uploadStatements(functions, place),
    // A role that releases an alias may list its tags anyway.
    ...(prunes ? pruneStatements(functions, []) : []),
  ];
}

/** Where nothing is known but the inputs. */
export function aliasPolicyAtMost(
  { firstRelease, smokeNeeds: smoke }: Pick<AliasInputs, 'firstRelease' | 'smokeNeeds'>,
  released: readonly FunctionInput[],
  place: Place,
  order: PolicyOrder,
): readonly Statement[] {
  const aliases = firstRelease === 'allow' ? 'either' : 'moved';
  const functions = released.map((input) => needsAtMost(place, input));
  return aliasPolicy({ aliases, functions, smoke }, place, order);
}

function aliasStatements({ functions, aliases }: AliasNeeds): readonly Statement[] {
  const write = [
    ...only(aliases !== 'moved', 'lambda:CreateAlias', 'lambda:DeleteAlias'),
    ...only(aliases !== 'created', 'lambda:UpdateAlias'),
  ];
  const savePhase = only(aliases !== 'created', 'lambda:TagResource', 'lambda:UntagResource');
  return [
    // IAM treats an alias as part of its function (Service Authorization Reference).
    allow('Release', ['lambda:GetAlias', ...write], bare(functions)),
    allow('Remember', ['lambda:ListTags', ...savePhase], bare(functions)),
  ];
}
