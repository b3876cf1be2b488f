// The least that a role must be allowed for one rollout, as an IAM policy. What each call needs is in
// the README's table of permissions; the tests run whole rollouts under what is written here.

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** What a rollout of a stage calls beyond what every one does. */
export interface StageNeeds {
  readonly kind: 'stage';
  readonly restApiId: string;
  readonly stageName: string;
  /** A deployment of the draft is made. */
  readonly deploys: boolean;
  /** The pinned integrations that are rewritten, as `{resource}/methods/{method}`. */
  readonly rewrites: readonly string[];
  /** Permission for the gateway is granted to the new versions. */
  readonly grants: boolean;
  /** The stage that is made for the pre-traffic hook. */
  readonly shadow: string | undefined;
  /** Functions whose new version is to have provisioned concurrency. */
  readonly provisions: readonly string[];
}

/** What a rollout of aliases calls beyond what every one does. */
export interface AliasNeeds {
  readonly kind: 'alias';
  /** The aliases are yet to be made. */
  readonly creates: boolean;
  /** Functions whose new version is to have provisioned concurrency. */
  readonly provisions: readonly string[];
}

export interface PolicyNeeds {
  readonly region: string;
  readonly partition: string;
  readonly target: StageNeeds | AliasNeeds;
  /** Names; `publishes`: a version of it is made. */
  readonly functions: readonly { readonly name: string; readonly publishes: boolean }[];
  readonly watchesAlarms: boolean;
  /** ARNs of the functions that are hooks. */
  readonly hooks: readonly string[];
}

/** The policy as JSON, ready to be attached. */
export function renderPolicy(needs: PolicyNeeds): string {
  const { target } = needs;
  const statements = [
    ...(target.kind === 'stage' ? stageStatements(needs, target) : aliasStatements(needs, target)),
    watching(needs),
    ...(needs.hooks.length > 0
      ? [allow('Ask', ['lambda:InvokeFunction'], [...new Set(needs.hooks)])]
      : []),
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

function allow(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

function stageStatements(needs: PolicyNeeds, target: StageNeeds): readonly Statement[] {
  const { restApiId, stageName, deploys, rewrites, grants, shadow, provisions } = target;
  const arn = (path: string) => `arn:${needs.partition}:apigateway:${needs.region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const stage = arn(`${api}/stages/${stageName}`);
  const { functions } = needs;
  const published = functions.filter(({ publishes }) => publishes);
  return [
    allow(
      'Read',
      ['apigateway:GET'],
      [
        arn(api),
        arn(`${api}/resources`),
        arn(`${api}/deployments/*`),
        stage,
        ...(provisions.length > 0 || shadow !== undefined ? [arn(`${api}/stages`)] : []),
      ],
    ),
    allow('Shift', ['apigateway:PATCH'], [stage]),
    allow(
      'Remember',
      ['apigateway:PUT', 'apigateway:DELETE'],
      [arn(`/tags/${encodeURIComponent(stage)}`)],
    ),
    ...(shadow === undefined
      ? []
      : [
          allow('Shadow', ['apigateway:POST'], [arn(`${api}/stages`)]),
          allow('ShadowGone', ['apigateway:DELETE'], [arn(`${api}/stages/${shadow}`)]),
        ]),
    ...(deploys ? [allow('Deploy', ['apigateway:POST'], [arn(`${api}/deployments`)])] : []),
    ...(rewrites.length > 0
      ? [
          allow(
            'Draft',
            ['apigateway:PATCH'],
            rewrites.map((path) => arn(`${api}/resources/${path}/integration`)),
          ),
        ]
      : []),
    ...ofFunctions(needs, 'Look', functions, [
      'lambda:GetFunction',
      'lambda:GetFunctionConfiguration',
      'lambda:GetPolicy',
      'lambda:GetProvisionedConcurrencyConfig',
    ]),
    ...lending(needs, provisions),
    ...ofFunctions(needs, 'Publish', published, ['lambda:PublishVersion']),
    ...(grants ? ofFunctions(needs, 'Grant', functions, ['lambda:AddPermission']) : []),
  ];
}

function aliasStatements(
  needs: PolicyNeeds,
  { creates, provisions }: AliasNeeds,
): readonly Statement[] {
  const { functions } = needs;
  const published = functions.filter(({ publishes }) => publishes);
  return [
    ...ofFunctions(needs, 'Release', functions, [
      'lambda:GetAlias',
      'lambda:GetFunction',
      'lambda:GetFunctionConfiguration',
      'lambda:GetProvisionedConcurrencyConfig',
      'lambda:UpdateAlias',
      ...(creates ? ['lambda:CreateAlias', 'lambda:DeleteAlias'] : []),
    ]),
    ...ofFunctions(needs, 'Publish', published, ['lambda:PublishVersion']),
    ...lending(needs, provisions),
    allow(
      'Remember',
      ['lambda:ListTags', 'lambda:TagResource', 'lambda:UntagResource'],
      functions.map(({ name }) => functionArn(needs, name)),
    ),
  ];
}

function lending(needs: PolicyNeeds, names: readonly string[]): readonly Statement[] {
  const lent = needs.functions.filter(({ name }) => names.includes(name));
  return ofFunctions(needs, 'Provision', lent, [
    'lambda:DeleteProvisionedConcurrencyConfig',
    'lambda:ListAliases',
    'lambda:PutProvisionedConcurrencyConfig',
  ]);
}

/** On the functions and all that is called by a qualifier; nothing where there are none. */
function ofFunctions(
  needs: PolicyNeeds,
  sid: string,
  functions: PolicyNeeds['functions'],
  actions: readonly string[],
): readonly Statement[] {
  if (functions.length === 0) return [];
  const arns = functions.map(({ name }) => functionArn(needs, name));
  return [
    allow(
      sid,
      actions,
      arns.flatMap((arn) => [arn, `${arn}:*`]),
    ),
  ];
}

/** Of any account: a role has rights in its own only. */
function functionArn({ partition, region }: PolicyNeeds, name: string): string {
  return `arn:${partition}:lambda:${region}:*:function:${name}`;
}

function watching({ watchesAlarms }: PolicyNeeds): Statement {
  const actions = watchesAlarms
    ? ['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricData']
    : ['cloudwatch:GetMetricData'];
  return allow('Watch', actions, ['*']);
}
