// What this project claims about AWS, as far as the action relies on it: the rows of
// docs/fidelity.md. A test fails if the action uses an operation that no row names.

export interface Claim {
  readonly id: string;
  /** Operations of the AWS API that the claim is about; empty for the data plane. */
  readonly operations: readonly string[];
  readonly text: string;
  /** What no verifier can confirm, and how the action handles every possible answer. */
  readonly open?: string;
}

export const CLAIMS = [
  {
    id: 'read-api',
    operations: ['GetRestApi'],
    text: 'A REST API is read by its id; an unknown id gives a NotFoundException.',
  },
  {
    id: 'list-apis',
    operations: ['GetRestApis'],
    text: 'The REST APIs of a Region are listed in pages; several may have the same name.',
  },
  {
    id: 'read-stage',
    operations: ['GetStage'],
    text: 'A stage shows its deployment, variables and tags; `canarySettings` is absent, not empty, without a canary.',
  },
  {
    id: 'read-drafts',
    operations: ['GetResources'],
    text: 'The draft’s resources are returned in pages, with methods and integrations embedded.',
  },
  {
    id: 'read-authorizers',
    operations: ['GetAuthorizers'],
    text: 'Lambda authorizers are returned in pages, each with the URI that the gateway calls.',
    open: 'No recording shows one. The action rejects an answer that lacks an authorizer of a method.',
  },
  {
    id: 'pin-draft',
    operations: ['UpdateIntegration'],
    text: '`replace /uri` changes the draft only; earlier deployments keep their URI.',
  },
  {
    id: 'snapshot',
    operations: ['CreateDeployment'],
    text: 'A deployment created without a stage name is a frozen snapshot, and no stage changes.',
  },
  {
    id: 'routes',
    operations: ['GetDeployment'],
    text: '`embed=apisummary` lists the paths and methods of a deployment.',
  },
  {
    id: 'served',
    operations: ['GetExport'],
    text: '`oas30` with `extensions=integrations` shows the integrations of the deployment that a stage serves, canary or not.',
    open: 'Whether it also omits an open canary is not documented. The action exports only while none is open, and rejects an export that it does not understand.',
  },
  {
    id: 'draft-parts',
    operations: ['GetModels', 'GetGatewayResponses', 'GetAuthorizers', 'GetRequestValidators'],
    text: 'Together with the resources and the API’s settings, these are the complete draft.',
    open: 'Whether AWS adds further parts to a deployment. Drafts that cannot be shown to be equal are deployed.',
  },
  {
    id: 'deploy-probe',
    operations: ['CreateDeployment'],
    text: 'Canary settings without a stage name are refused with 400: a test of the permission that changes nothing.',
  },
  {
    id: 'open-canary',
    operations: ['UpdateStage'],
    text: '`replace` on `/canarySettings/deploymentId`, `…/percentTraffic`, `…/useStageCache` and single overrides creates a canary; the base does not change.',
  },
  {
    id: 'canary-from-percent',
    operations: ['UpdateStage'],
    text: 'Setting a weight without a canary creates one on the base deployment, so the deployment must be set first.',
  },
  {
    id: 'set-weight',
    operations: ['UpdateStage'],
    text: 'Weights are stored with two decimals and returned as they were set.',
    open: 'More than two decimals are not documented. The action never sends them.',
  },
  {
    id: 'promote',
    operations: ['UpdateStage'],
    text: '`copy` moves the canary’s deployment and merges its overrides into the stage; the canary remains open at its weight.',
    open: 'Whether the promoting patch may also close the canary. The action uses two patches.',
  },
  {
    id: 'promote-nothing',
    operations: ['UpdateStage'],
    text: '`copy` as the first operation, on a stage without a canary, answers “Promotion not available”.',
  },
  {
    id: 'close-canary',
    operations: ['UpdateStage'],
    text: '`remove /canarySettings` gives all traffic to the base in one call.',
    open: 'Whether removing an absent canary is an error. The action reads the stage after either answer.',
  },
  {
    id: 'move-base',
    operations: ['UpdateStage'],
    text: '`replace /deploymentId` and `replace` or `remove /variables/{name}` restore what a stage served before.',
    open: 'Whether the base can change while a canary is open. The action closes the canary first.',
  },
  {
    id: 'patch-order',
    operations: ['UpdateStage'],
    text: 'The operations of one patch are applied in order; an invalid one gives a BadRequestException.',
    open: 'Whether a patch with one invalid operation is refused as a whole. The action reads the stage again after a failure.',
  },
  {
    id: 'patch-probe',
    operations: ['UpdateStage'],
    text: '`copy` between other paths is always refused with 400: a test of the permission that changes nothing.',
  },
  {
    id: 'stage-tags',
    operations: ['TagResource', 'UntagResource'],
    text: 'Tags are set and removed one by one, by the stage’s ARN; others remain; removing an absent tag is not an error.',
  },
  {
    id: 'further-stage',
    operations: ['CreateStage', 'DeleteStage', 'GetStages'],
    text: 'A stage is created from any deployment, with its own variables and description, and deleted without affecting the deployment.',
    open: 'How soon a new stage answers. A hook can try more than once.',
  },
  {
    id: 'usage-plan',
    operations: ['GetUsagePlan', 'UpdateUsagePlan'],
    text: 'A stage is added to a usage plan, and removed from it, by `/apiStages` with `{api}:{stage}`; then the keys of the plan are accepted there.',
    open: 'How soon a stage accepts the keys. Checks that get 403 are sent again for 90 seconds, and fail then.',
  },
  {
    id: 'split',
    operations: [],
    text: 'Each request is routed by the canary’s weight, independently of earlier requests.',
    open: 'How soon a weight takes effect. The action waits, and judges by the counted requests.',
  },
  {
    id: 'split-ends',
    operations: [],
    text: 'A weight of 0 sends no request to the canary, 100 sends all.',
  },
  {
    id: 'overrides',
    operations: [],
    text: 'The canary gets the stage’s variables, overridden by its own.',
  },
  {
    id: 'missing-route',
    operations: [],
    text: 'A route that one side does not have answers 403 there. The route guard therefore compares both sides.',
  },
  {
    id: 'function-state',
    operations: ['GetFunction', 'GetFunctionConfiguration'],
    text: '`State` and `LastUpdateStatus` show when a function or version can be used.',
  },
  {
    id: 'publish',
    operations: ['PublishVersion'],
    text: 'With no update call since, it returns the latest version; changed code or configuration get the next number. After an update that changed nothing, sources differ: the simulator does either, and the action compares before it publishes.',
  },
  {
    id: 'upload',
    operations: ['UpdateFunctionCode'],
    text: 'Only over the `RevisionId` that is sent; with `DryRun`, it changes nothing and answers the hash of the code in the request.',
    open: 'The hash is in an earlier edition of the API reference only. The action compares what an upload answers with it.',
  },
  {
    id: 'publish-probe',
    operations: ['PublishVersion'],
    text: 'A wrong `CodeSha256` is refused with 400: a test of the permission that publishes nothing.',
  },
  {
    id: 'policy-per-version',
    operations: ['GetPolicy', 'AddPermission'],
    text: 'A version has its own policy, none at first (404); a second statement with the same id is a conflict.',
  },
  {
    id: 'policy-document',
    operations: ['GetResourcePolicy'],
    text: 'The policy of a function may deny calls, and may name its versions and aliases; 404 if there is none.',
    open: 'No recording shows one. A statement that is not understood allows nothing and may deny; without permission to read the policy, the action says so.',
  },
  {
    id: 'invoke',
    operations: ['Invoke'],
    text: 'Status 200 is returned even if the handler threw an error, which `FunctionError` shows; a dry run answers 204 or the obstacle, and runs nothing.',
  },
  {
    id: 'alias-weights',
    operations: ['UpdateAlias', 'GetAlias'],
    text: 'An alias accepts one additional version with a weight from 0 to 1; an empty map clears it; `RevisionId` guards each change.',
  },
  {
    id: 'alias-lifecycle',
    operations: ['CreateAlias', 'DeleteAlias'],
    text: 'An alias is created for a published version; a second alias with its name is a conflict; deleting an absent one succeeds.',
  },
  {
    id: 'function-tags',
    operations: ['ListTags', 'TagResource', 'UntagResource'],
    text: 'Tags of a function belong to its unqualified ARN, and are set and removed one by one.',
  },
  {
    id: 'provisioned',
    operations: ['GetProvisionedConcurrencyConfig'],
    text: 'For an alias without provisioned concurrency, the answer is 404 with a specific exception.',
  },
  {
    id: 'durable-executions',
    operations: ['ListDurableExecutionsByFunction'],
    text: 'With a version and the status `RUNNING`, it lists the executions that still need this version.',
    open: 'From the API reference only. If the list cannot be read, the version is kept.',
  },
  {
    id: 'delete-version',
    operations: ['DeleteFunction', 'ListVersionsByFunction', 'ListAliases'],
    text: 'With a version number, DeleteFunction deletes that version only, and refuses one that an alias points to; lists are returned in pages.',
    open: 'No AWS list shows what else calls a version. The action keeps a version that has its own permission.',
  },
  {
    id: 'event-sources',
    operations: ['ListEventSourceMappings'],
    text: 'A mapping shows its function with the qualifier that it was created for.',
    open: 'Whether a function name without qualifier finds the mappings of its versions and aliases. The action reads all mappings of the region.',
  },
  {
    id: 'function-urls',
    operations: ['ListFunctionUrlConfigs'],
    text: 'The URLs of a function and of its aliases are listed together, each with the ARN that it calls.',
    open: 'Not recorded here. An alias whose URL is not listed, and that has no permission and no calls, is reported as unused.',
  },
  {
    id: 'parameters',
    operations: ['GetParameter', 'GetParameterHistory'],
    text: 'A parameter has a value, a type, a version and the time of its change; its history names who wrote each version. One that does not exist gives a ParameterNotFound.',
  },
  {
    id: 'tagged-resources',
    operations: ['GetResources'],
    text: 'Alarms are found by their tags, in pages of up to 100; the last page has an empty token.',
  },
  {
    id: 'account-functions',
    operations: ['ListFunctions'],
    text: 'The functions of a Region are listed in pages, each with its ARN without a qualifier.',
    open: 'Not recorded here. Only the doctor lists them.',
  },
  {
    id: 'http-apis',
    operations: ['GetApis'],
    text: 'HTTP and WebSocket APIs, and their routes, integrations, stages and authorizers, are listed as `items` with `nextToken`.',
    open: 'Not recorded here. Only the doctor lists them; what it cannot read, it names.',
  },
  {
    id: 'async-settings',
    operations: ['GetFunctionEventInvokeConfig'],
    text: 'A version or alias has its own settings for asynchronous invocations; a new one has none (404).',
    open: 'Not recorded here. Only a note depends on it.',
  },
  {
    id: 'provisioned-list',
    operations: ['ListProvisionedConcurrencyConfigs'],
    text: 'The versions and aliases with provisioned concurrency are listed by their ARN.',
  },
  {
    id: 'delete-deployment',
    operations: ['DeleteDeployment', 'GetDeployments', 'GetStages'],
    text: 'A deployment that a stage serves cannot be deleted; the list of stages also includes variables, tags and canaries.',
    open: 'Whether a canary’s reference alone protects a deployment. The action never deletes one that a canary serves.',
  },
  {
    id: 'provision-version',
    operations: ['PutProvisionedConcurrencyConfig', 'DeleteProvisionedConcurrencyConfig'],
    text: 'A version that no alias with provisioned concurrency points to can have its own, which is IN_PROGRESS, then READY or FAILED.',
    open: 'How long it takes. The action waits up to 15 minutes, before any traffic.',
  },
  {
    id: 'provisioned-alias',
    operations: ['UpdateAlias'],
    text: 'If an alias with provisioned concurrency is pointed to another version, Lambda sets weights that keep all traffic on the previous version until the new one is ready; an UpdateAlias with empty weights ends them.',
    open: 'Whether a version behind the alias may have its own. If not, the action removes that and writes again. How much Lambda keeps ready for a second version.',
  },
  {
    id: 'own-session',
    operations: ['AssumeRoleWithWebIdentity'],
    text: 'A token from GitHub’s OIDC provider is exchanged for a session that ends at the stated time, without an AWS key.',
  },
  {
    id: 'alarms',
    operations: ['DescribeAlarms'],
    text: 'Composite alarms are returned only if requested by type.',
  },
  {
    id: 'log-alarms',
    operations: ['DescribeAlarms'],
    text: 'Log alarms are returned in a list of their own, if requested by type.',
    open: 'What a Region answers that does not have the type. After a refusal, the action asks again for the other types.',
  },
  {
    id: 'alarm-names',
    operations: ['DescribeAlarms'],
    text: 'An alarm that does not exist is absent from the answer, without an error.',
  },
  {
    id: 'counts',
    operations: ['GetMetricData'],
    text: 'A series without data is empty and Complete; requests are the SampleCount of Count; minutes are requested in ascending order.',
    open: 'How late a minute becomes available. The action waits for it, and treats missing data as neither good nor bad.',
  },
  {
    id: 'canary-series',
    operations: ['GetMetricData'],
    text: 'The stage’s canary requests are counted under a separate Stage dimension.',
    open: 'Which dimension that is, and whether the stage’s own series includes them. Both can be configured; otherwise the action separates the versions by the series of the function versions, which are documented.',
  },
  {
    id: 'version-series',
    operations: ['GetMetricData'],
    text: 'Invocations and errors of a function are counted by version.',
  },
  {
    id: 'import-draft',
    operations: ['PutRestApi', 'GetExport'],
    text: 'PutRestApi with overwrite replaces the draft by an OpenAPI definition, and leaves stages and deployments as they are; an error, or a warning with failonwarnings, changes nothing. An export of a stage can be imported.',
    open: 'Whether an export with all extensions contains everything that can be imported. The action compares routes and what they call.',
  },
  {
    id: 'stack-names',
    operations: ['DescribeStacks', 'ListStackResources'],
    text: 'A stack has a state and outputs, and its resources are listed in pages with logical and physical ID and type; one that does not exist gives a ValidationError.',
  },
  {
    id: 'account-functions',
    operations: ['ListFunctions'],
    text: 'The functions of an account in a Region are listed in pages, each with its name, ARN and `$LATEST`.',
  },
  {
    id: 'http-apis',
    operations: ['GetApis'],
    text: 'HTTP and WebSocket APIs are listed with their ID, name and protocol; each has integrations with a URI, routes that lead to them, and stages.',
  },
  {
    id: 'caller',
    operations: ['GetCallerIdentity'],
    text: 'Credentials belong to an account, which every caller may ask for without a permission.',
  },
  {
    id: 'log-groups',
    operations: ['DescribeLogGroups'],
    text: 'Log groups are listed by the beginning of their name, in pages, with their class and retention; one that does not exist is absent, without an error.',
  },
  {
    id: 'log-events',
    operations: ['FilterLogEvents'],
    text: 'The events of a time range, both ends included, come in pages that may be short or empty; only a page without a token is the last. A group that does not exist gives a ResourceNotFoundException.',
    open: 'How late a line can be read, and whether `{ $.status >= 500 }` matches a status in quotation marks.',
  },
  {
    id: 'log-patterns',
    operations: ['FilterLogEvents'],
    text: 'Terms, quoted phrases, fields and JSON properties select lines; a line that is not JSON matches no JSON pattern; an invalid pattern is refused with 400.',
  },
  {
    id: 'log-classes',
    operations: ['FilterLogEvents'],
    text: 'The events of a group of the class Infrequent Access cannot be read with it.',
    open: 'The error is known from a user’s report only.',
  },
  {
    id: 'log-role',
    operations: ['GetAccount'],
    text: 'The account’s settings in a Region name the role with which API Gateway writes logs, of all APIs; without one, `cloudwatchRoleArn` is absent.',
    open: 'Without the permission to read them, the role is taken to be there.',
  },
  {
    id: 'access-log',
    operations: [],
    text: 'Each request to a stage writes one line in the stage’s format, with the time of its arrival; those of a canary go to the group `…/Canary`.',
    open: 'Whether the stage’s own group has them too (as documented), and which value `isCanaryRequest` has. The simulator does either.',
  },
  {
    id: 'function-log',
    operations: [],
    text: 'A function’s log names the version in its stream, each invocation in its lines, and an error with its type and place.',
  },
] as const satisfies readonly Claim[];

export type ClaimId = (typeof CLAIMS)[number]['id'];
