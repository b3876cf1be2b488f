// The statements of an IAM policy for the functions that a rollout releases.

import { allow, type Statement } from '../iam-policy.ts';

/** A function to release. */
export interface FunctionNeeds {
  /** Without a qualifier, as Lambda returns it. */
  readonly arn: string;
  /** Whether the rollout publishes a version of it. */
  readonly publishes: boolean;
  /** Whether its new version gets provisioned concurrency. */
  readonly provisions: boolean;
  /** Whether it has durable executions. */
  readonly durable: boolean;
}

/** The actions on functions that a rollout of them needs. */
export interface FunctionUse {
  /** Functions that are invoked in addition to the released ones, as in ARNs. */
  readonly calls: readonly string[];
  /** Actions on versions. */
  readonly versions: readonly string[];
  /** The policies of the released functions, which may name their versions. */
  readonly readsPolicies: boolean;
  readonly prunes: boolean;
}

export function functionStatements(
  functions: Functions,
  { calls, versions, readsPolicies, prunes }: FunctionUse,
): readonly Statement[] {
  const published = functions.filter(({ publishes }) => publishes);
  const provisioned = functions.filter(({ provisions }) => provisions);
  return [
    allow(
      'Look',
      ['lambda:GetFunctionConfiguration'],
      [...new Set([...bare(functions), ...qualified(functions), ...calls])],
    ),
    allow('LookAtCalls', ['lambda:GetPolicy'], calls),
    allow(
      'LookAtFunctions',
      ['lambda:GetResourcePolicy'],
      [...new Set([...(readsPolicies ? bare(functions) : []), ...calls.map(unqualified)])],
    ),
    ...(versions.length > 0 ? [allow('LookClosely', versions, qualified(functions))] : []),
    allow('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], bare(published)),
    allow(
      'Provision',
      ['lambda:DeleteProvisionedConcurrencyConfig', 'lambda:PutProvisionedConcurrencyConfig'],
      qualified(provisioned),
    ),
    allow('Aliases', ['lambda:ListAliases'], bare(prunes ? functions : provisioned)),
  ];
}

/** @param more further actions on the functions that find out which versions are in use */
export function pruneStatements(
  functions: Functions,
  more: readonly string[],
): readonly Statement[] {
  const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
  return [
    allow('Uses', [...more, ...uses], bare(functions)),
    ...executions(functions.filter(({ durable }) => durable)),
    // Never the function itself: without a version number, the request would delete the whole function.
    allow('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
  ];
}

function executions(durable: Functions): readonly Statement[] {
  return durable.length === 0
    ? []
    : [
        allow(
          'Executions',
          ['lambda:ListDurableExecutionsByFunction'],
          [...bare(durable), ...qualified(durable)],
        ),
      ];
}

/** IAM defines no resource type for this action. */
export function eventSourceStatement(functions: Functions): Statement {
  return allow(
    'EventSources',
    ['lambda:ListEventSourceMappings'],
    functions.length > 0 ? ['*'] : [],
  );
}

type Functions = readonly FunctionNeeds[];

/** IAM matches the ARN with the qualifier if the call names one, and without it otherwise. */
export function bare(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => arn);
}

export function qualified(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => `${arn}:*`);
}

function unqualified(call: string): string {
  return call.replace(/:\*$/, '');
}
