// What this project claims about AWS, as far as the action relies on it: the rows of
// docs/fidelity.md. A test fails when the action uses an operation that no row knows.

export interface Claim {
  readonly id: string;
  /** Operations of the AWS API that the claim is about; empty: about the data plane. */
  readonly operations: readonly string[];
  readonly says: string;
  /** What no witness here can settle, and how the action stays right under every answer. */
  readonly open?: string;
}

export const CLAIMS = [
  {
    id: 'read-api',
    operations: ['GetRestApi'],
    says: 'A REST API is read by its id; an unknown id is a NotFoundException.',
  },
  {
    id: 'read-stage',
    operations: ['GetStage'],
    says: 'A stage shows its deployment, variables and tags; `canarySettings` is absent, not empty, without a canary.',
  },
  {
    id: 'read-drafts',
    operations: ['GetResources'],
    says: 'The draft’s resources come in pages, with methods and integrations embedded.',
  },
  {
    id: 'read-authorizers',
    operations: ['GetAuthorizers'],
    says: 'Lambda authorizers come in pages, each with the URI that the gateway calls.',
    open: 'No recording shows one: an answer that lacks an authorizer which a method asks is refused.',
  },
  {
    id: 'pin-draft',
    operations: ['UpdateIntegration'],
    says: '`replace /uri` changes the draft only; deployments made before keep theirs.',
  },
  {
    id: 'snapshot',
    operations: ['CreateDeployment'],
    says: 'A deployment made without a stage name is a frozen snapshot, and no stage is touched.',
  },
  {
    id: 'routes',
    operations: ['GetDeployment'],
    says: '`embed=apisummary` lists the paths and methods of a deployment.',
  },
  {
    id: 'served',
    operations: ['GetExport'],
    says: '`oas30` with `extensions=integrations` shows the integrations of the deployment that a stage serves, canary or not.',
    open: 'That an open canary does not show in it is nowhere said: the action reads it when none is open, and refuses an export that it does not understand.',
  },
  {
    id: 'draft-parts',
    operations: ['GetModels', 'GetGatewayResponses', 'GetAuthorizers', 'GetRequestValidators'],
    says: 'With the resources and the API’s settings these are the whole of a draft.',
    open: 'What else a deployment may come to hold: drafts that cannot be told to be the same are deployed.',
  },
  {
    id: 'deploy-probe',
    operations: ['CreateDeployment'],
    says: 'Canary settings without a stage name are refused with 400: a question about the permission that changes nothing.',
  },
  {
    id: 'open-canary',
    operations: ['UpdateStage'],
    says: '`replace` on `/canarySettings/deploymentId`, `…/percentTraffic`, `…/useStageCache` and single overrides opens a canary; the base stays.',
  },
  {
    id: 'canary-from-percent',
    operations: ['UpdateStage'],
    says: 'A weight set where there is no canary makes one on the base deployment: the deployment must come first.',
  },
  {
    id: 'set-weight',
    operations: ['UpdateStage'],
    says: 'Weights are kept to two decimals and shown as they were set.',
    open: 'More decimals are not documented; the action never sends them.',
  },
  {
    id: 'promote',
    operations: ['UpdateStage'],
    says: '`copy` moves the canary’s deployment and merges its overrides into the stage; the canary stays open at its weight.',
    open: 'Whether closing the canary may share the promoting patch: the action uses two patches.',
  },
  {
    id: 'promote-nothing',
    operations: ['UpdateStage'],
    says: '`copy` as the first operation, on a stage without a canary, answers “Promotion not available”.',
  },
  {
    id: 'close-canary',
    operations: ['UpdateStage'],
    says: '`remove /canarySettings` gives all traffic to the base in one call.',
    open: 'Whether removing an absent canary is an error: the action reads the stage after either answer.',
  },
  {
    id: 'move-base',
    operations: ['UpdateStage'],
    says: '`replace /deploymentId` and `replace` or `remove /variables/{name}` put a stage back to what it served.',
    open: 'Whether the base moves while a canary is open: the action closes it first.',
  },
  {
    id: 'patch-order',
    operations: ['UpdateStage'],
    says: 'The operations of one patch are applied in order; a bad one is a BadRequestException.',
    open: 'Whether a patch with one bad operation is refused as a whole: the action reads the stage again after a failure.',
  },
  {
    id: 'patch-probe',
    operations: ['UpdateStage'],
    says: '`copy` between other paths is refused with 400 whatever stands there: a question about the permission that changes nothing.',
  },
  {
    id: 'stage-tags',
    operations: ['TagResource', 'UntagResource'],
    says: 'Tags are set and removed one by one, by the stage’s ARN; others stay; removing an absent one is no error.',
  },
  {
    id: 'further-stage',
    operations: ['CreateStage', 'DeleteStage', 'GetStages'],
    says: 'A stage is made of any deployment with variables and a description of its own, and deleted without touching the deployment.',
    open: 'How soon a new stage answers: a hook may ask more than once.',
  },
  {
    id: 'split',
    operations: [],
    says: 'Each request draws its side by the canary’s weight, independent of the one before.',
    open: 'How soon a weight takes effect: the action gives it time, and judges by what was counted.',
  },
  {
    id: 'split-ends',
    operations: [],
    says: 'A weight of 0 sends nothing to the canary, 100 everything.',
  },
  {
    id: 'overrides',
    operations: [],
    says: 'The canary sees the stage’s variables overlaid by its own.',
  },
  {
    id: 'missing-route',
    operations: [],
    says: 'A route that a side lacks answers 403 there: why the route guard compares both sides.',
  },
  {
    id: 'function-state',
    operations: ['GetFunction', 'GetFunctionConfiguration'],
    says: '`State` and `LastUpdateStatus` tell when a function or version can be used.',
  },
  {
    id: 'publish',
    operations: ['PublishVersion'],
    says: 'Unchanged code and configuration give the version that is there; changed ones the next number.',
  },
  {
    id: 'publish-probe',
    operations: ['PublishVersion'],
    says: 'A wrong `CodeSha256` is refused with 400: a question about the permission that publishes nothing.',
  },
  {
    id: 'policy-per-version',
    operations: ['GetPolicy', 'AddPermission'],
    says: 'A version has a policy of its own, none at first (404); a second statement of one name is a conflict.',
  },
  {
    id: 'invoke',
    operations: ['Invoke'],
    says: 'Status 200 comes even when the handler threw, which `FunctionError` tells; a dry run answers 204 or what is in the way, and runs nothing.',
  },
  {
    id: 'alias-weights',
    operations: ['UpdateAlias', 'GetAlias'],
    says: 'An alias takes one further version with a weight from 0 to 1; an empty map clears it; `RevisionId` guards each change.',
  },
  {
    id: 'alias-lifecycle',
    operations: ['CreateAlias', 'DeleteAlias'],
    says: 'An alias is made for a published version; a second one of its name is a conflict; deleting one that is not there succeeds.',
  },
  {
    id: 'function-tags',
    operations: ['ListTags', 'TagResource', 'UntagResource'],
    says: 'Tags of a function are kept by its unqualified ARN, set and removed one by one.',
  },
  {
    id: 'provisioned',
    operations: ['GetProvisionedConcurrencyConfig'],
    says: 'An alias without provisioned concurrency answers 404 with an exception of its own name.',
  },
  {
    id: 'delete-version',
    operations: ['DeleteFunction', 'ListVersionsByFunction', 'ListAliases'],
    says: 'With a version’s number DeleteFunction deletes that version alone, and none that an alias leads to; lists come in pages.',
    open: 'What else may call a version is in no list of AWS’s: one with a permission of its own is kept.',
  },
  {
    id: 'event-sources',
    operations: ['ListEventSourceMappings'],
    says: 'A mapping shows the function that it calls with the qualifier that it was made for.',
    open: 'Whether a bare function name finds the mappings of its versions and aliases: the action reads all of the region.',
  },
  {
    id: 'provisioned-list',
    operations: ['ListProvisionedConcurrencyConfigs'],
    says: 'The versions and aliases with provisioned concurrency are listed by their ARN.',
  },
  {
    id: 'delete-deployment',
    operations: ['DeleteDeployment', 'GetDeployments', 'GetStages'],
    says: 'A deployment that a stage serves cannot be deleted; stages show their variables, tags and canaries in the list too.',
    open: 'Whether a canary’s reference alone protects a deployment: the action never asks for one that a canary serves.',
  },
  {
    id: 'provision-version',
    operations: ['PutProvisionedConcurrencyConfig', 'DeleteProvisionedConcurrencyConfig'],
    says: 'A version that no alias with provisioned concurrency leads to gets some of its own, which is IN_PROGRESS, then READY or FAILED.',
    open: 'How long it takes: the action waits 15 minutes, before any traffic.',
  },
  {
    id: 'provisioned-alias',
    operations: ['UpdateAlias'],
    says: 'An alias with provisioned concurrency that is pointed to another version shows weights of Lambda’s own, all for the one before, until that is ready; an UpdateAlias with empty weights ends them.',
    open: 'Whether a version behind it may have some of its own: where it may not, the action gives that back and writes again. What Lambda keeps ready for a second version.',
  },
  {
    id: 'own-session',
    operations: ['AssumeRoleWithWebIdentity'],
    says: 'A token of GitHub’s provider is exchanged for a session that ends when it says, without any key of AWS’s.',
  },
  {
    id: 'alarms',
    operations: ['DescribeAlarms'],
    says: 'Composite alarms come only when they are asked for by type.',
  },
  {
    id: 'alarm-names',
    operations: ['DescribeAlarms'],
    says: 'An alarm that does not exist is absent from the answer, without an error.',
  },
  {
    id: 'counts',
    operations: ['GetMetricData'],
    says: 'A series without data is empty and Complete; requests are the SampleCount of Count; minutes are asked for in ascending order.',
    open: 'How late a minute comes: the action waits for it, and reads silence as neither good nor bad.',
  },
  {
    id: 'canary-series',
    operations: ['GetMetricData'],
    says: 'The stage’s canary requests are counted under a Stage dimension of their own.',
    open: 'Which dimension that is, and whether the stage’s own series counts them too: the action can be told, and otherwise tells the arms apart by the series of the function’s versions, which are documented.',
  },
  {
    id: 'version-series',
    operations: ['GetMetricData'],
    says: 'Invocations and errors of a function are counted by version.',
  },
] as const satisfies readonly Claim[];

export type ClaimId = (typeof CLAIMS)[number]['id'];
