// Two roles that workflows of one repository assume through GitHub's OIDC provider. "Plan" is for pull requests: it reads
// what a plan reads, and can change nothing. "Release" releases, from one branch, environment or tag.
// This is for aliases. For a stage, take the statements from ../roles/roles.template.yaml.

import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

const HOST = 'token.actions.githubusercontent.com';

export interface RolesStackProps extends cdk.StackProps {
  /** As GitHub spells it. The numbers: gh api repos/OWNER/NAME --jq '.owner.id, .id' */
  readonly repository: {
    readonly owner: string;
    readonly name: string;
    readonly ownerId?: string;
    readonly id?: string;
  };
  /** At least one. A job with an environment is known by the environment alone, not by its branch or tag. */
  readonly releasesFrom: {
    readonly branch?: string;
    readonly environment?: string;
    readonly tag?: string;
  };
  /** How the names of the functions begin. */
  readonly functionPrefix: string;
  /** For the input `stack`: the stack in which names are looked up. */
  readonly stack?: string;
}

export class RolesStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: RolesStackProps) {
    super(scope, id, props);
    const { repository, releasesFrom, functionPrefix, stack } = props;
    // An account has the provider once. If yours has none: new iam.OidcProviderNative(this, 'GitHub', { url:
    // `https://${HOST}`, clientIds: ['sts.amazonaws.com'] }).
    const provider = `arn:${this.partition}:iam::${this.account}:oidc-provider/${HOST}`;
    const { branch, environment, tag } = releasesFrom;
    const triggers = [
      ...(branch === undefined ? [] : [`ref:refs/heads/${branch}`]),
      ...(environment === undefined ? [] : [`environment:${environment}`]),
      ...(tag === undefined ? [] : [`ref:refs/tags/${tag}`]),
    ];
    if (triggers.length === 0)
      throw new Error('releasesFrom: expected a branch, an environment or a tag');
    const functions = `arn:${this.partition}:lambda:${this.region}:${this.account}:function:${functionPrefix}*`;
    const stacks = `arn:${this.partition}:cloudformation:${this.region}:${this.account}:stack/`;
    const names = stack === undefined ? [] : [`${stacks}${stack}/*`, `${stacks}${stack}-*/*`];
    // Logs show failures within seconds. The plan does without them, because they may name your users.
    const groups = `arn:${this.partition}:logs:${this.region}:${this.account}:log-group:/aws/lambda/${functionPrefix}*:*`;
    const logs = new iam.PolicyDocument({
      statements: [
        allow('Logs', ['logs:FilterLogEvents'], [groups]),
        allow('LogGroups', ['logs:DescribeLogGroups'], ['*']),
      ],
    });
    const plan = new iam.Role(this, 'Plan', {
      description: 'Plans a release on pull requests, and can change nothing',
      assumedBy: trust(provider, subjects(repository, ['pull_request'])),
      inlinePolicies: { plan: reads(functions, names) },
    });
    const release = new iam.Role(this, 'Release', {
      description: 'Releases',
      // Longer than the longest schedule, because a session that ends first could not roll back.
      maxSessionDuration: cdk.Duration.hours(4),
      assumedBy: trust(provider, subjects(repository, triggers)),
      inlinePolicies: { reads: reads(functions, names), logs, writes: writes(functions) },
    });
    new cdk.CfnOutput(this, 'PlanRoleArn', { value: plan.roleArn });
    new cdk.CfnOutput(this, 'ReleaseRoleArn', { value: release.roleArn });
  }
}

/**
 * Both spellings: GitHub names a repository that was created, renamed or moved since July 15, 2026 with numbers, and an
 * older one without them.
 */
function subjects(
  { owner, name, ownerId, id }: RolesStackProps['repository'],
  triggers: readonly string[],
): string[] {
  const spelled = [`repo:${owner}/${name}`];
  if (ownerId !== undefined && id !== undefined)
    spelled.push(`repo:${owner}@${ownerId}/${name}@${id}`);
  return spelled.flatMap((repository) => triggers.map((trigger) => `${repository}:${trigger}`));
}

/** As StringLike, because a tag may be given as v*. IAM compares subjects case-sensitively. */
function trust(provider: string, sub: readonly string[]): iam.WebIdentityPrincipal {
  return new iam.WebIdentityPrincipal(provider, {
    StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${HOST}:sub`]: sub },
  });
}

function allow(sid: string, actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions, resources });
}

function reads(functions: string, stacks: string[]): iam.PolicyDocument {
  const look = [
    'lambda:GetFunctionConfiguration',
    'lambda:GetPolicy',
    'lambda:GetProvisionedConcurrencyConfig',
    'lambda:GetResourcePolicy',
  ];
  const aliases = ['lambda:GetAlias', 'lambda:ListFunctionUrlConfigs', 'lambda:ListTags'];
  const stackReads = ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'];
  return new iam.PolicyDocument({
    statements: [
      ...(stacks.length === 0 ? [] : [allow('Resolve', stackReads, stacks)]),
      allow('Look', look, [functions, `${functions}:*`]),
      allow('LookAtAliases', aliases, [functions]),
      allow('EventSources', ['lambda:ListEventSourceMappings'], ['*']),
      allow('Watch', ['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricData'], ['*']),
    ],
  });
}

function writes(functions: string): iam.PolicyDocument {
  // Only for versions and aliases with provisioned concurrency.
  const provision = [
    'lambda:DeleteProvisionedConcurrencyConfig',
    'lambda:PutProvisionedConcurrencyConfig',
  ];
  const move = ['lambda:TagResource', 'lambda:UntagResource', 'lambda:UpdateAlias'];
  return new iam.PolicyDocument({
    statements: [
      allow('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], [functions]),
      allow('Provision', provision, [`${functions}:*`]),
      allow('Aliases', ['lambda:ListAliases'], [functions]),
      allow('Move', move, [functions]),
    ],
  });
}
