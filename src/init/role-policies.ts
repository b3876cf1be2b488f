// What the two roles may do. `command: plan` prints the exact policy of a release; a test runs a plan and a release with
// these.

import type { Release } from './releases.ts';

export interface RoleStatement {
  readonly Sid: string;
  readonly Action: readonly string[];
  /** Parts of ARNs with `${Partition}`, `${Region}` and `${Account}` in them. */
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const LAMBDA = 'arn:${Partition}:lambda:${Region}:${Account}:function:';
const GATEWAY = 'arn:${Partition}:apigateway:${Region}::';

const LOGS = 'arn:${Partition}:logs:${Region}:${Account}:log-group:';

function logGroups({ functions, stack }: Release): readonly string[] {
  return functions.map(({ name }) => `${LOGS}/aws/lambda/${name ?? `${stack}-*`}:*`);
}

/** Without a name, all functions of the stack: CloudFormation begins their names with its own. */
function functionArns({ functions, stack }: Release): readonly string[] {
  return functions.map(({ name }) => `${LAMBDA}${name ?? `${stack}-*`}`);
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}

/** Reads only. */
export function planStatements(releases: readonly Release[]): readonly RoleStatement[] {
  const arns = unique(releases.flatMap(functionArns));
  return [
    {
      Sid: 'Functions',
      Action: [
        ...['lambda:GetAlias', 'lambda:GetFunctionConfiguration', 'lambda:GetPolicy'],
        ...['lambda:GetFunctionEventInvokeConfig', 'lambda:GetProvisionedConcurrencyConfig'],
        ...['lambda:GetResourcePolicy', 'lambda:ListAliases', 'lambda:ListFunctionUrlConfigs'],
        ...['lambda:ListTags', 'lambda:ListVersionsByFunction'],
      ],
      Resource: unique(arns.flatMap((arn) => [arn, `${arn}:*`])),
    },
    {
      Sid: 'Account',
      Action: [
        ...['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricData'],
        'lambda:ListEventSourceMappings',
      ],
      Resource: ['*'],
    },
    ...stackStatements(releases),
    ...stageReads(releases),
  ];
}

function stackStatements(releases: readonly Release[]): readonly RoleStatement[] {
  const stacks = unique(releases.flatMap(({ stack }) => stack ?? []));
  if (stacks.length === 0) return [];
  return [
    {
      Sid: 'Stack',
      Action: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
      Resource: stacks.map(
        (stack) => `arn:\${Partition}:cloudformation:\${Region}:\${Account}:stack/${stack}/*`,
      ),
    },
  ];
}

/** The API, as in an ARN. With a stack, its ID is known only there. */
function apiIn({ mode, stack }: Release): string {
  if (mode.kind !== 'stage') return '';
  return stack === undefined ? mode.api : '*';
}

function staged(releases: readonly Release[]): readonly Release[] {
  return releases.filter(({ mode }) => mode.kind === 'stage');
}

function stageReads(releases: readonly Release[]): readonly RoleStatement[] {
  const apis = unique(staged(releases).map(apiIn));
  if (apis.length === 0) return [];
  const paths = apis.flatMap((api) => [`/restapis/${api}`, `/restapis/${api}/*`]);
  return [
    {
      Sid: 'Apis',
      Action: ['apigateway:GET'],
      Resource: unique([`${GATEWAY}/restapis`, ...paths.map((path) => GATEWAY + path)]),
    },
  ];
}

/** What a release writes, in addition to what a plan reads. */
export function releaseStatements(releases: readonly Release[]): readonly RoleStatement[] {
  const aliases = releases.filter(({ mode }) => mode.kind === 'alias');
  const arns = unique(releases.flatMap(functionArns));
  const aliased = unique(aliases.flatMap(functionArns));
  return [
    ...planStatements(releases),
    { Sid: 'Publish', Action: ['lambda:GetFunction', 'lambda:PublishVersion'], Resource: arns },
    // Why requests failed. Not for pull requests: logs of production may hold anything.
    {
      Sid: 'Logs',
      Action: ['logs:FilterLogEvents'],
      Resource: unique(releases.flatMap(logGroups)),
    },
    { Sid: 'LogGroups', Action: ['logs:DescribeLogGroups'], Resource: ['*'] },
    ...(aliased.length === 0
      ? []
      : [
          {
            Sid: 'ShiftAliases',
            Action: ['lambda:UpdateAlias', 'lambda:TagResource', 'lambda:UntagResource'],
            Resource: aliased,
          },
        ]),
    ...stageWrites(staged(releases)),
  ];
}

function stageWrites(releases: readonly Release[]): readonly RoleStatement[] {
  if (releases.length === 0) return [];
  const apis = releases.map((release) => ({
    api: apiIn(release),
    stage: release.mode.kind === 'stage' ? release.mode.stage : '',
  }));
  const arns = unique(releases.flatMap(functionArns));
  const stages = apis.map(({ api, stage }) => `${GATEWAY}/restapis/${api}/stages/${stage}`);
  return [
    {
      Sid: 'ShiftStages',
      Action: ['apigateway:PATCH'],
      Resource: unique([
        ...stages,
        ...apis.map(({ api }) => `${GATEWAY}/restapis/${api}/resources/*/methods/*/integration`),
      ]),
    },
    {
      Sid: 'Remember',
      Action: ['apigateway:PUT', 'apigateway:DELETE'],
      // The ARN of the stage is one part of the path, and escaped.
      Resource: [`${GATEWAY}/tags/*`],
    },
    {
      Sid: 'Deploy',
      Action: ['apigateway:POST'],
      Resource: unique(apis.map(({ api }) => `${GATEWAY}/restapis/${api}/deployments`)),
    },
    {
      Sid: 'Grant',
      Action: ['lambda:AddPermission'],
      Resource: arns.map((arn) => `${arn}:*`),
      Condition: { StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } },
    },
  ];
}
