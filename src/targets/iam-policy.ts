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

/** What a rollout of a stage calls. */
export interface StageNeeds {
  readonly kind: 'stage';
  readonly functions: readonly FunctionNeeds[];
  readonly restApiId: string;
  readonly stageName: string;
  /** What the canary calls besides the released functions: functions, or with `:*` their versions and aliases. */
  readonly calls: readonly string[];
  /** The API has authorizers in use. */
  readonly readsAuthorizers: boolean;
  /** A deployment of the draft is made. */
  readonly deploys: boolean;
  /** What the stage serves is read out of its export. */
  readonly readsServed: boolean;
  /** The routes of deployments are compared. */
  readonly comparesRoutes: boolean;
  /** The pinned integrations that are rewritten, as `{resource}/methods/{method}`. */
  readonly rewrites: readonly string[];
  /** Permission for the gateway is granted to what the canary calls. */
  readonly grants: boolean;
  /** The stage that is made for the pre-traffic hook. */
  readonly shadow: string | undefined;
}

/** What a rollout of aliases calls. */
export interface AliasNeeds {
  readonly kind: 'alias';
  readonly functions: readonly FunctionNeeds[];
  /** The aliases are yet to be made: a first release, which nothing remembers and nothing follows. */
  readonly creates: boolean;
}

export interface PolicyNeeds {
  readonly region: string;
  readonly partition: string;
  readonly target: StageNeeds | AliasNeeds;
  readonly watchesAlarms: boolean;
  /** After the promotion what earlier releases left is deleted. */
  readonly prunes: boolean;
  /** ARNs of the functions that are hooks, each as it is invoked. */
  readonly hooks: readonly string[];
}

/** The policy as JSON, ready to be attached. */
export function renderPolicy(needs: PolicyNeeds): string {
  const { target, hooks } = needs;
  const all = [
    ...(target.kind === 'stage' ? stageStatements(needs, target) : aliasStatements(target)),
    ...functionStatements(needs),
    ...(needs.prunes ? pruneStatements(target) : []),
    allow(
      'Watch',
      [...(needs.watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'],
      ['*'],
    ),
    allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
  ];
  const Statement = all.filter(({ Resource }) => Resource.length > 0);
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}

function allow(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

function stageStatements(needs: PolicyNeeds, target: StageNeeds): readonly Statement[] {
  const { restApiId, stageName, deploys, comparesRoutes, shadow, functions, calls } = target;
  const { prunes } = needs;
  const arn = (path: string) => `arn:${needs.partition}:apigateway:${needs.region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
  const stage = `${stages}/${stageName}`;
  const only = (wanted: boolean, ...arns: readonly string[]) => (wanted ? arns : []);
  const looksAround = prunes || shadow !== undefined || functions.some((fn) => fn.provisions);
  const read = [
    arn(api),
    arn(`${api}/resources`),
    ...only(!deploys && (target.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
    stage,
    ...only(looksAround, stages),
    ...exports(stages, target, prunes || functions.some((fn) => fn.provisions)),
    ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
    ...only(comparesRoutes, `${deployments}/*`),
    ...only(prunes, deployments),
  ];
  const drafts = target.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
  return [
    allow('Read', ['apigateway:GET'], read),
    allow('Shift', ['apigateway:PATCH'], [stage, ...drafts]),
    allow(
      'Remember',
      ['apigateway:PUT', 'apigateway:DELETE'],
      [arn(`/tags/${encodeURIComponent(stage)}`)],
    ),
    allow(
      'Make',
      ['apigateway:POST'],
      [...only(deploys, deployments), ...only(shadow !== undefined, stages)],
    ),
    allow(
      'ClearAway',
      ['apigateway:DELETE'],
      [...only(shadow !== undefined, `${stages}/${shadow}`), ...only(prunes, `${deployments}/*`)],
    ),
    {
      ...allow(
        'Grant',
        ['lambda:AddPermission'],
        target.grants ? [...new Set([...qualified(functions), ...calls])] : [],
      ),
      Condition: { StringEquals: { 'lambda:Principal': 'apigateway.amazonaws.com' } },
    },
  ];
}

/** What a draft holds besides its resources. */
const DEFINITION = ['models', 'gatewayresponses', 'authorizers', 'requestvalidators'];

/** Of every stage, where it matters what else calls a version. */
function exports(
  stages: string,
  { readsServed, stageName, functions }: StageNeeds,
  ofAll: boolean,
): readonly string[] {
  if (ofAll && functions.length > 0) return [`${stages}/*/exports/*`];
  return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
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

function functionStatements({ target, prunes }: PolicyNeeds): readonly Statement[] {
  const { kind, functions } = target;
  const published = functions.filter(({ publishes }) => publishes);
  const provisioned = functions.filter(({ provisions }) => provisions);
  const first = kind === 'alias' && target.creates;
  const calls = kind === 'stage' ? target.calls : [];
  const versions = [
    ...(kind === 'stage' || prunes ? ['lambda:GetPolicy'] : []),
    ...(first ? [] : ['lambda:GetProvisionedConcurrencyConfig']),
  ];
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

function pruneStatements({ kind, functions }: StageNeeds | AliasNeeds): readonly Statement[] {
  const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
  return [
    // Those who release an alias have it anyway.
    allow('Uses', kind === 'stage' ? ['lambda:ListTags', ...uses] : uses, bare(functions)),
    // IAM knows no resource for it.
    allow('EventSources', ['lambda:ListEventSourceMappings'], functions.length > 0 ? ['*'] : []),
    // Never the function itself: without a version's number the request would delete all of it.
    allow('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
  ];
}

type Functions = readonly FunctionNeeds[];

/** Where a call names a version or an alias, IAM compares the ARN with it, and without it otherwise. */
function bare(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => arn);
}

function qualified(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => `${arn}:*`);
}
