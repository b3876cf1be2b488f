// The least that a role must be allowed for one rollout, as an IAM policy. What each call needs is in
// the README's table of permissions; the tests run whole rollouts under what is written here.

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A function that is released. */
export interface FunctionNeeds {
  /** Without a qualifier, as Lambda answers. */
  readonly arn: string;
  /** A version of it is made. */
  readonly publishes: boolean;
  /** Its new version is to have provisioned concurrency. */
  readonly provisions: boolean;
}

export interface PolicyNeeds {
  /** Of the target, with its functions. */
  readonly target: readonly Statement[];
  readonly watchesAlarms: boolean;
  /** ARNs of the functions that are hooks, each as it is invoked. */
  readonly hooks: readonly string[];
}

/** The policy as JSON, ready to be attached. */
export function renderPolicy({ target, watchesAlarms, hooks }: PolicyNeeds): string {
  const all = [
    ...target,
    allow(
      'Watch',
      [...(watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'],
      ['*'],
    ),
    allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
  ];
  const Statement = all.filter(({ Resource }) => Resource.length > 0);
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}

export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** What is done with the functions, whichever kind of target calls them. */
export interface FunctionUse {
  /** What is called besides the functions, as in ARNs. */
  readonly calls: readonly string[];
  /** What is asked of versions. */
  readonly versions: readonly string[];
  readonly prunes: boolean;
}

export function functionStatements(
  functions: Functions,
  { calls, versions, prunes }: FunctionUse,
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

/** @param more what is asked of the functions besides, to find what is in use */
export function pruneStatements(
  functions: Functions,
  more: readonly string[],
): readonly Statement[] {
  const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
  return [
    allow('Uses', [...more, ...uses], bare(functions)),
    // IAM knows no resource for it.
    allow('EventSources', ['lambda:ListEventSourceMappings'], functions.length > 0 ? ['*'] : []),
    // Never the function itself: without a version's number the request would delete all of it.
    allow('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
  ];
}

type Functions = readonly FunctionNeeds[];

/** Where a call names a version or an alias, IAM compares the ARN with it, and without it otherwise. */
export function bare(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => arn);
}

export function qualified(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => `${arn}:*`);
}
