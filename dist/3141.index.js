export const id = 3141;
export const ids = [3141];
export const modules = {

/***/ 63141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/listed.js
var listed = __webpack_require__(639);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/doctor/diagnose.js
var diagnose = __webpack_require__(80380);
// EXTERNAL MODULE: ./build/doctor/diagnosis-text.js
var diagnosis_text = __webpack_require__(575);
;// CONCATENATED MODULE: ./build/init/line-diff.js
// A unified diff of two texts, for a person to read before anything is written.
const CONTEXT = 3;
/** Lines that are compared with each other; beyond, the changed part is shown as a whole. */
const MOST_COMPARED = 2_000;
/** Empty if they are the same. */
function lineDiff(path, before, after) {
    if (before === after)
        return '';
    const lines = comparedLines(linesOf(before ?? ''), linesOf(after));
    const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`];
    return [...head, ...hunks(lines)].join('\n');
}
function linesOf(text) {
    if (text === '')
        return [];
    return text.replace(/\n$/, '').split('\n');
}
function comparedLines(a, b) {
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start])
        start++;
    let end = 0;
    while (end < a.length - start &&
        end < b.length - start &&
        a[a.length - 1 - end] === b[b.length - 1 - end]) {
        end++;
    }
    const same = (lines) => lines.map((text) => ({ sign: ' ', text }));
    const [innerA, innerB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    return [...same(a.slice(0, start)), ...middle(innerA, innerB), ...same(a.slice(a.length - end))];
}
function middle(a, b) {
    const gone = (lines) => lines.map((text) => ({ sign: '-', text }));
    const added = (lines) => lines.map((text) => ({ sign: '+', text }));
    if (a.length > MOST_COMPARED || b.length > MOST_COMPARED)
        return [...gone(a), ...added(b)];
    const common = longestCommon(a, b);
    const lines = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push({ sign: ' ', text: a[i] ?? '' });
            i++;
            j++;
        }
        else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
            lines.push({ sign: '-', text: a[i] ?? '' });
            i++;
        }
        else {
            lines.push({ sign: '+', text: b[j] ?? '' });
            j++;
        }
    }
    return lines;
}
function at(table, i, j) {
    return table[i]?.[j] ?? 0;
}
/** The length of the longest common subsequence of what follows each pair of places. */
function longestCommon(a, b) {
    const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            const row = table[i];
            if (!row)
                continue;
            row[j] =
                a[i] === b[j]
                    ? at(table, i + 1, j + 1) + 1
                    : Math.max(at(table, i + 1, j), at(table, i, j + 1));
        }
    }
    return table;
}
function hunks(lines) {
    const shown = lines.map((_, i) => lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ sign }) => sign !== ' '));
    const result = [];
    let [oldLine, newLine] = [1, 1];
    for (let i = 0; i < lines.length;) {
        const length = shown[i] ? runFrom(shown, i) : 1;
        const part = lines.slice(i, i + length);
        const olds = part.filter(({ sign }) => sign !== '+').length;
        const news = part.filter(({ sign }) => sign !== '-').length;
        if (shown[i]) {
            result.push(`@@ -${olds === 0 ? 0 : oldLine},${olds} +${news === 0 ? 0 : newLine},${news} @@`, ...part.map(({ sign, text }) => `${sign}${text}`));
        }
        oldLine += olds;
        newLine += news;
        i += length;
    }
    return result;
}
function runFrom(shown, from) {
    const end = shown.indexOf(false, from);
    return (end < 0 ? shown.length : end) - from;
}

;// CONCATENATED MODULE: ./build/init/action-refs.js
// The actions that workflows use, and whether the repository pins them to commits.
/** Always pinned: they run in a job with a role. */
const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
const CREDENTIALS = 'aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0';
const CANARY = 'org/canary-action';
const CANARY_TAG = 'v1';
const USES = /^[ \t]{0,80}(?:-[ \t]{0,20})?uses:[ \t]{0,20}["']?([^\s"'#@]{1,200})@([^\s"'#]{1,200})["']?[ \t]{0,80}(#.*)?$/gm;
const COMMIT = /^[0-9a-f]{40}$/;
function usesIn(workflows) {
    return workflows.flatMap(({ text }) => [...text.matchAll(USES)]
        .map(([, action = '', ref = '', comment = '']) => ({ action, ref, comment }))
        .filter(({ action }) => !action.startsWith('.') && !action.startsWith('docker:')));
}
/** Whether every action of others is pinned to a commit. */
function pinsActions(workflows) {
    const uses = usesIn(workflows);
    return uses.length > 0 && uses.every(({ ref }) => COMMIT.test(ref));
}
/** @param commit of this action; `undefined`: its moving tag */
function actionRefs(workflows, commit) {
    const own = (usual) => {
        const action = usual.slice(0, usual.indexOf('@'));
        // The repository's own choice, if it is pinned.
        const found = usesIn(workflows).find((use) => use.action === action && COMMIT.test(use.ref));
        return found ? `${action}@${found.ref} ${found.comment}`.trim() : usual;
    };
    return {
        checkout: own(CHECKOUT),
        credentials: own(CREDENTIALS),
        canary: commit === undefined ? `${CANARY}@${CANARY_TAG}` : `${CANARY}@${commit} # ${CANARY_TAG}`,
    };
}
/** `undefined`: none of them deploys, as far as their commands show. */
function deployingWorkflow(workflows) {
    const deploys = /\b(?:sam|cdk|serverless|sls)\s+deploy\b|\bterraform\b[^\n]*\sapply\b/;
    const found = workflows.find(({ text, path }) => deploys.test(text) && !isOurs(path));
    return found && (/^name:\s*["']?(.+?)["']?\s*(?:#.*)?$/m.exec(found.text)?.[1] ?? found.path);
}
const RELEASE_WORKFLOW = '.github/workflows/canary-release.yml';
const PLAN_WORKFLOW = '.github/workflows/canary-plan.yml';
function isOurs(path) {
    return path === RELEASE_WORKFLOW || path === PLAN_WORKFLOW;
}

;// CONCATENATED MODULE: ./build/init/planned-alarms.js
// One alarm for each function, on what its users get: the errors of the alias, or of the function behind a stage.
function alarmsOf({ functions, mode, stack }) {
    return functions.map((each) => ({
        ...{ name: alarmName(each, stack), label: each.label, functionName: each.name },
        alias: mode.kind === 'alias' ? mode.alias : undefined,
    }));
}
/** Two stacks may have the same logical ID, and an account has one alarm of a name. */
function alarmName({ label, name }, stack) {
    return `${name ?? [stack, label].filter(Boolean).join('-')}-canary-errors`;
}
/** As CloudWatch takes them: above 5 errors in 2 of 3 minutes. */
const ALARM = { period: 60, periods: 3, datapoints: 2, threshold: 5 };

;// CONCATENATED MODULE: ./build/init/config-text.js
// The config file of a release.

const SCHEMA = 'https://raw.githubusercontent.com/org/canary-action/v1/docs/config.schema.json';
/** One file if there is one release, else one for each. */
function configPaths(releases) {
    if (releases.length <= 1)
        return releases.map(() => '.github/canary.yml');
    return releases.map(({ mode }, i) => {
        const name = mode.kind === 'alias' ? mode.alias : mode.stage;
        return `.github/canary/${i + 1}-${name.replace(/[^\w-]/g, '-')}.yml`;
    });
}
function configText(release) {
    const { mode, functions, stack } = release;
    const target = mode.kind === 'alias'
        ? [`functions: ${list(functions.map(({ input }) => input))}`, `alias: ${scalar(mode.alias)}`]
        : [
            `rest-api-id: ${scalar(mode.api)}`,
            `stage-name: ${scalar(mode.stage)}`,
            `functions: ${list(functions.map(({ input }) => input))}`,
            '# Each new version gets the permission to be called by the API.',
            'invoke-permission: grant',
        ];
    return `# yaml-language-server: $schema=${SCHEMA}
# What is released, and how. The names are those of the action's inputs.
${stack === undefined ? '' : `# The names below are logical IDs of this stack.\nstack: ${scalar(stack)}\n`}${target.join('\n')}
# % of the traffic, and for how long. Ask "command: plan" what each step can find with your traffic.
steps: 5%/5m, 25%/10m, 50%/10m
alarms:
${alarmsOf(release)
        .map(({ name }) => `  - ${scalar(name)}`)
        .join('\n')}
job-timeout: 60m
`;
}
function list(items) {
    return `[${items.map(scalar).join(', ')}]`;
}
/** Quoted where YAML would read something else. */
function scalar(text) {
    const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
    return plain ? text : JSON.stringify(text);
}

// EXTERNAL MODULE: ./build/base/command-line.js
var command_line = __webpack_require__(43260);
;// CONCATENATED MODULE: ./build/init/list-providers.js
// How to see whether an account has GitHub's OIDC provider, of which there can be one only.

const LIST_PROVIDERS = (0,command_line/* awsCommand */.bg)('iam list-open-id-connect-providers', {});

;// CONCATENATED MODULE: ./build/init/cloudformation-file.js
// Roles and alarms as a template of CloudFormation.



const HOST = 'token.actions.githubusercontent.com';
function cloudformationFile(facts) {
    const { alarms } = facts;
    const unnamed = alarms.filter(({ functionName }) => functionName === undefined);
    return `AWSTemplateFormatVersion: '2010-09-09'
Description: What canary releases of this repository need - two roles for GitHub Actions, and alarms.

Parameters:
  # An account has this provider once: see "${LIST_PROVIDERS}".
  CreateProvider:
    Type: String
    AllowedValues: ['true', 'false']
    Default: 'false'
    Description: Whether to create GitHub's OIDC provider.
${unnamed.map((alarm) => `  ${parameterOf(alarm)}:\n    Type: String\n    Description: The name of the function ${alarm.label} in AWS.\n`).join('')}
Conditions:
  NewProvider: !Equals [!Ref CreateProvider, 'true']

Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Condition: NewProvider
    # Other roles of the account use it as well.
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Url: https://${HOST}
      ClientIdList: [sts.amazonaws.com]

  # For pull requests: whoever can push a branch can use it, so it reads only.
${role('PlanRole', facts.names.plan, 3600, facts.subjects.plan, undefined, facts.statements.plan)}
  # For jobs of the environment, on the default branch.
${role('ReleaseRole', facts.names.release, 7200, facts.subjects.release, facts.ref, facts.statements.release)}${alarms.map(alarmResource).join('')}
Outputs:
  PlanRoleArn: { Value: !GetAtt PlanRole.Arn }
  ReleaseRoleArn: { Value: !GetAtt ReleaseRole.Arn }
`;
}
function parameterOf({ label }) {
    return `${label.replace(/[^A-Za-z0-9]/g, '')}Name`;
}
function role(id, name, seconds, subjects, ref, statements) {
    return `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      MaxSessionDuration: ${seconds}
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal:
              Federated: !If
                - NewProvider
                - !Ref GitHub
                - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${HOST}
            Condition:
              StringEquals:
                ${HOST}:aud: sts.amazonaws.com
                # A repository has one of two spellings, by its age.
                ${HOST}:sub:
${subjects.map((subject) => `                  - ${JSON.stringify(subject)}`).join('\n')}
${ref === undefined ? '' : `                ${HOST}:ref: ${JSON.stringify(ref)}\n`}      Policies:
        - PolicyName: canary
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.map(statement).join('')}`;
}
function statement({ Sid, Action, Resource, Condition }) {
    const conditions = Object.entries(Condition ?? {}).flatMap(([operator, values]) => [
        '                Condition:',
        `                  ${operator}:`,
        ...Object.entries(values).map(([key, value]) => `                    ${key}: ${value}`),
    ]);
    return `              - Sid: ${Sid}
                Effect: Allow
                Action:
${Action.map((action) => `                  - ${action}`).join('\n')}
                Resource:
${Resource.map((arn) => `                  - ${arnText(arn)}`).join('\n')}
${conditions.map((line) => `${line}\n`).join('')}`;
}
function arnText(arn) {
    if (arn === '*')
        return "'*'";
    const text = arn
        .replaceAll('${Partition}', '${AWS::Partition}')
        .replaceAll('${Region}', '${AWS::Region}')
        .replaceAll('${Account}', '${AWS::AccountId}');
    return `!Sub '${text}'`;
}
function alarmResource(alarm) {
    const id = alarm.label.replace(/[^A-Za-z0-9]/g, '');
    const { functionName, alias } = alarm;
    const name = functionName === undefined ? `!Ref ${parameterOf(alarm)}` : scalar(functionName);
    const resource = functionName === undefined
        ? `!Sub '\${${parameterOf(alarm)}}:${alias}'`
        : JSON.stringify(`${functionName}:${alias}`);
    return `
  ${id}Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: ${scalar(alarm.name)}
      Namespace: AWS/Lambda
      MetricName: Errors
      Dimensions:
        - { Name: FunctionName, Value: ${name} }
${alias === undefined ? '' : `        - { Name: Resource, Value: ${resource} }\n`}      Statistic: Sum
      Period: ${ALARM.period}
      EvaluationPeriods: ${ALARM.periods}
      DatapointsToAlarm: ${ALARM.datapoints}
      Threshold: ${ALARM.threshold}
      ComparisonOperator: GreaterThanThreshold
      TreatMissingData: notBreaching
`;
}

;// CONCATENATED MODULE: ./build/init/next-commands.js
// The three commands that follow, in order, for the folder of the repository.

function nextCommands(facts) {
    return [
        `${deployCommand(facts)}    # the wiring alone, without new code`,
        `${rolesCommand(facts)}    # roles and alarms`,
        `npx github:org/canary-action plan --config ${facts.configs[0] ?? '.github/canary.yml'} --region ${facts.region}    # what a release would do`,
    ];
}
function deployCommand({ tool, stack, source = '', region }) {
    const folder = folderOf(tool === 'cdk' ? folderOf(source) : source);
    switch (tool) {
        case 'sam': {
            const name = source.slice(source.lastIndexOf('/') + 1);
            const template = /^(template\.ya?ml|)$/.test(name) ? '' : ` --template-file ${quoted(name)}`;
            return within(folder, `sam build${template} && sam deploy${stack === undefined ? '' : ` --stack-name ${stack}`}`);
        }
        case 'cdk':
            return within(folder, `npx cdk deploy${stack === undefined ? ' --all' : ` ${stack}`}`);
        case 'terraform':
            return `terraform${folder === '' ? '' : ` -chdir=${quoted(folder)}`} apply`;
        case 'serverless':
            return within(folder, 'npx serverless deploy');
        default:
            return `aws cloudformation deploy --region ${region} --template-file ${source === '' ? 'TEMPLATE' : quoted(source)} --stack-name ${stack ?? 'STACK'}`;
    }
}
function folderOf(path) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
function within(folder, command) {
    return folder === '' ? command : `(cd ${quoted(folder)} && ${command})`;
}
/** For a shell. */
function quoted(path) {
    return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
function rolesCommand({ tool, rolesPath, stackOfRoles, alarms, stack, region }) {
    if (tool === 'terraform') {
        const folder = rolesPath.slice(0, rolesPath.lastIndexOf('/'));
        return `terraform -chdir=${folder} init && terraform -chdir=${folder} apply`;
    }
    const names = alarms
        .filter(({ functionName }) => functionName === undefined)
        .map((alarm) => ` ${parameterOf(alarm)}="$(aws cloudformation describe-stack-resource --region ${region} --stack-name ${stack} --logical-resource-id ${alarm.label} --query StackResourceDetail.PhysicalResourceId --output text)"`);
    const parameters = names.length === 0 ? '' : ` --parameter-overrides${names.join('')}`;
    return `aws cloudformation deploy --region ${region} --template-file ${rolesPath} --stack-name ${stackOfRoles} --capabilities CAPABILITY_NAMED_IAM${parameters}`;
}

;// CONCATENATED MODULE: ./build/init/repository-facts.js
// What is known of the repository that gets the files.
/**
 * The subjects of GitHub's tokens for a job. A repository that was made, renamed or moved since July 15, 2026 is named
 * with its numbers, and an older one without them (GitHub docs, "OpenID Connect reference", immutable subject claims).
 *
 * @param context `pull_request`, `environment:production`
 */
function subjectsOf({ owner, name, ids }, context) {
    return [
        `repo:${owner}/${name}:${context}`,
        ...(ids ? [`repo:${owner}@${ids.owner}/${name}@${ids.repository}:${context}`] : []),
    ];
}
/** A colon in the name of an environment is escaped in the subject. */
function environmentContext(environment) {
    return `environment:${environment.replaceAll(':', '%3A')}`;
}

;// CONCATENATED MODULE: ./build/init/role-policies.js
// What the two roles may do. `command: plan` prints the exact policy of a release; a test runs a plan and a release with
// these.
const LAMBDA = 'arn:${Partition}:lambda:${Region}:${Account}:function:';
const GATEWAY = 'arn:${Partition}:apigateway:${Region}::';
const LOGS = 'arn:${Partition}:logs:${Region}:${Account}:log-group:';
function logGroups({ functions, stack }) {
    return functions.map(({ name }) => `${LOGS}/aws/lambda/${name ?? `${stack}-*`}:*`);
}
/** Without a name, all functions of the stack: CloudFormation begins their names with its own. */
function functionArns({ functions, stack }) {
    return functions.map(({ name }) => `${LAMBDA}${name ?? `${stack}-*`}`);
}
function unique(all) {
    return [...new Set(all)];
}
/** Reads only. */
function planStatements(releases) {
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
function stackStatements(releases) {
    const stacks = unique(releases.flatMap(({ stack }) => stack ?? []));
    if (stacks.length === 0)
        return [];
    return [
        {
            Sid: 'Stack',
            Action: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
            Resource: stacks.map((stack) => `arn:\${Partition}:cloudformation:\${Region}:\${Account}:stack/${stack}/*`),
        },
    ];
}
/** The API, as in an ARN. With a stack, its ID is known only there. */
function apiIn({ mode, stack }) {
    if (mode.kind !== 'stage')
        return '';
    return stack === undefined ? mode.api : '*';
}
function staged(releases) {
    return releases.filter(({ mode }) => mode.kind === 'stage');
}
function stageReads(releases) {
    const apis = unique(staged(releases).map(apiIn));
    if (apis.length === 0)
        return [];
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
function releaseStatements(releases) {
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
function stageWrites(releases) {
    if (releases.length === 0)
        return [];
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

;// CONCATENATED MODULE: ./build/init/terraform-file.js
// Roles and alarms as a root module of Terraform.


const terraform_file_HOST = 'token.actions.githubusercontent.com';
function terraformFile(facts, region) {
    const { names, subjects, statements, alarms, ref } = facts;
    return `# What canary releases of this repository need: two roles for GitHub Actions, and alarms. A root module of its own,
# with a state of its own: add the backend of your choice.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "${region}"
}

# An account has GitHub's OIDC provider once: see "${LIST_PROVIDERS}".
variable "create_provider" {
  type    = bool
  default = false
}

data "aws_caller_identity" "me" {}
data "aws_partition" "here" {}

locals {
  host      = "${terraform_file_HOST}"
  partition = data.aws_partition.here.partition
  account   = data.aws_caller_identity.me.account_id
  provider  = "arn:\${local.partition}:iam::\${local.account}:oidc-provider/\${local.host}"
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.create_provider ? 1 : 0
  url            = "https://\${local.host}"
  client_id_list = ["sts.amazonaws.com"]
  # Other roles of the account use it as well.
  lifecycle { prevent_destroy = true }
}

# For pull requests: whoever can push a branch can use it, so it reads only.
${terraform_file_role('plan', names.plan, 3600, subjects.plan, undefined, statements.plan, region)}
# For jobs of the environment, on the default branch.
${terraform_file_role('release', names.release, 7200, subjects.release, ref, statements.release, region)}${alarms.map(terraform_file_alarmResource).join('')}
output "plan_role" { value = aws_iam_role.plan.arn }
output "release_role" { value = aws_iam_role.release.arn }
`;
}
function terraform_file_role(id, name, seconds, subjects, ref, statements, region) {
    return `resource "aws_iam_role" "${id}" {
  name                 = "${name}"
  max_session_duration = ${seconds}
  depends_on           = [aws_iam_openid_connect_provider.github]
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider }
      Condition = {
        StringEquals = {
          "\${local.host}:aud" = "sts.amazonaws.com"
          # A repository has one of two spellings, by its age.
          "\${local.host}:sub" = [
${subjects.map((subject) => `            ${JSON.stringify(subject)},`).join('\n')}
          ]
${ref === undefined ? '' : `          "\${local.host}:ref" = ${JSON.stringify(ref)}\n`}        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "${id}" {
  name = "canary"
  role = aws_iam_role.${id}.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
${statements.map((each) => terraform_file_statement(each, region)).join('')}    ]
  })
}
`;
}
function terraform_file_statement({ Sid, Action, Resource, Condition }, region) {
    const arn = (text) => text
        .replaceAll('${Partition}', '${local.partition}')
        .replaceAll('${Region}', region)
        .replaceAll('${Account}', '${local.account}');
    const lines = (texts) => texts.map((text) => `          "${text}",`).join('\n');
    const condition = Object.entries(Condition ?? {}).map(([operator, values]) => {
        const pairs = Object.entries(values).map(([key, value]) => `"${key}" = "${value}"`);
        return `        Condition = { ${operator} = { ${pairs.join(', ')} } }\n`;
    });
    return `      {
        Sid    = "${Sid}"
        Effect = "Allow"
        Action = [
${lines(Action)}
        ]
        Resource = [
${lines(Resource.map(arn))}
        ]
${condition.join('')}      },
`;
}
function terraform_file_alarmResource({ name, label, functionName = '', alias }) {
    const resource = alias === undefined ? '' : `\n    Resource     = "${functionName}:${alias}"`;
    return `
resource "aws_cloudwatch_metric_alarm" "${label.replace(/[^A-Za-z0-9_-]/g, '_')}_errors" {
  alarm_name  = "${name}"
  namespace   = "AWS/Lambda"
  metric_name = "Errors"
  dimensions = {
    FunctionName = "${functionName}"${resource}
  }
  statistic           = "Sum"
  period              = ${ALARM.period}
  evaluation_periods  = ${ALARM.periods}
  datapoints_to_alarm = ${ALARM.datapoints}
  threshold           = ${ALARM.threshold}
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
}
`;
}

;// CONCATENATED MODULE: ./build/init/workflow-text.js
// The two workflows: the plan of a pull request, by a role that reads, and the release, by a role that only the
// environment's jobs get.
function releaseWorkflow(facts) {
    const { after, defaultBranch, environment } = facts;
    const trigger = after === undefined
        ? '  # Add the event after which the new code is in $LATEST, such as a push or another workflow.\n  workflow_dispatch:'
        : `  # After the new code is in $LATEST.
  workflow_run:
    workflows: [${JSON.stringify(after)}]
    types: [completed]
    branches: [${JSON.stringify(defaultBranch)}]
  workflow_dispatch:`;
    const condition = after === undefined
        ? ''
        : "    if: github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'\n";
    return `name: Canary release

on:
${trigger}

permissions: {}

concurrency:
  group: canary-release
  # Cancelling a run rolls its release back.
  cancel-in-progress: false
  queue: max

jobs:
  release:
    name: Release
${condition}    runs-on: ubuntu-latest
    # Limit its branches in the settings of the repository: its jobs get the role that may release.
    environment: ${JSON.stringify(environment)}
    timeout-minutes: ${60 * Math.max(1, facts.configs.length)}
    permissions:
      id-token: write # for the role in AWS
      contents: read
      pull-requests: write # for the comment
    steps:
${stepsOf(facts, facts.roles.release, '          role-duration-seconds: 7200\n', '')}`;
}
function planWorkflow(facts) {
    return `name: Canary plan

on:
  pull_request:

permissions: {}

concurrency:
  group: canary-plan-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  plan:
    name: What a release would do
    # Runs for pull requests from forks get no role.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      id-token: write # for the role in AWS, which only reads
      contents: read
      pull-requests: write # for the comment
    steps:
${stepsOf(facts, facts.roles.plan, '', '          command: plan\n')}`;
}
function stepsOf({ refs, region, configs }, role, duration, command) {
    return `      - uses: ${refs.checkout}
        with:
          persist-credentials: false
      - uses: ${refs.credentials}
        with:
          role-to-assume: ${role}
${duration}          aws-region: ${region}
${configs
        .map((path) => `      - uses: ${refs.canary}
        with:
${command}          config: ${path}
`)
        .join('')}`;
}

;// CONCATENATED MODULE: ./build/init/plan-init.js
// All files that `init` writes besides edits, and what to do next.










function planInit(facts) {
    const { releases, repository, workflows, region, environment, account } = facts;
    const [first] = releases;
    const isTerraform = first?.tool === 'terraform';
    const names = roleNames(repository);
    const configs = configPaths(releases);
    // A function that is released in two ways has one alarm.
    const alarms = [...new Map(releases.flatMap(alarmsOf).map((one) => [one.name, one])).values()];
    const roleFacts = {
        ...{ names, alarms, ref: `refs/heads/${repository.defaultBranch}` },
        subjects: {
            plan: subjectsOf(repository, 'pull_request'),
            release: subjectsOf(repository, environmentContext(environment)),
        },
        statements: { plan: planStatements(releases), release: releaseStatements(releases) },
    };
    const rolesPath = isTerraform ? 'canary/main.tf' : 'canary/canary.template.yaml';
    const workflowFacts = {
        refs: actionRefs(workflows, facts.commit),
        ...{ region, environment, configs },
        defaultBranch: repository.defaultBranch,
        after: deployingWorkflow(workflows),
        roles: roleArns(names, account, region),
    };
    return {
        files: [
            ...releases.map((release, i) => ({
                ...{ path: configs[i] ?? '', text: configText(release) },
            })),
            { path: RELEASE_WORKFLOW, text: releaseWorkflow(workflowFacts) },
            { path: PLAN_WORKFLOW, text: planWorkflow(workflowFacts) },
            {
                path: rolesPath,
                text: isTerraform ? terraformFile(roleFacts, region) : cloudformationFile(roleFacts),
            },
        ],
        notes: notesOf(facts, names),
        commands: nextCommands({
            ...{ tool: first?.tool, stack: first?.stack, alarms, rolesPath, configs, region },
            source: facts.source,
            stackOfRoles: `canary-${repository.name}`.replace(/[^A-Za-z0-9-]/g, '-'),
        }),
        afterwards: firstRelease(deployingWorkflow(workflows)),
    };
}
function firstRelease(after) {
    return after === undefined
        ? 'Then commit the files. To release: deploy new code as you do today, and run the workflow "Canary release".'
        : `Then commit the files. To release: let ${JSON.stringify(after)} deploy new code; the workflow "Canary release" follows it.`;
}
/** IAM accepts 64 characters. */
function roleNames({ name }) {
    const plain = name.replace(/[^\w-]/g, '-').slice(0, 40);
    return { plan: `canary-plan-${plain}`, release: `canary-release-${plain}` };
}
/** With the account, nothing has to be set in the settings of the repository. */
function roleArns(names, account, region) {
    if (account === undefined) {
        return { plan: '${{ vars.PLAN_ROLE }}', release: '${{ vars.RELEASE_ROLE }}' };
    }
    const partition = region.startsWith('cn-')
        ? 'aws-cn'
        : region.startsWith('us-gov-')
            ? 'aws-us-gov'
            : 'aws';
    const arn = (name) => `arn:${partition}:iam::${account}:role/${name}`;
    return { plan: arn(names.plan), release: arn(names.release) };
}
function notesOf({ account, environment, hasLockFile, workflows, region, isRegionKnown }, names) {
    const lock = hasLockFile
        ? [
            'this repository locks its actions: run "gh actions-lock" before you commit, or GitHub refuses the new workflows',
        ]
        : [];
    const where = isRegionKnown
        ? []
        : [
            `the Region is not known, so the files and commands say ${region}: for another one, run init again with --region, and --overwrite if the files are written`,
        ];
    const variables = account === undefined
        ? [
            `the account is not known, so the workflows name their roles by variables: set PLAN_ROLE of the repository and RELEASE_ROLE of the environment ${environment} to the ARNs of ${names.plan} and ${names.release}`,
        ]
        : [];
    const after = deployingWorkflow(workflows) === undefined
        ? [
            'no workflow was found that deploys, so the release begins by hand (workflow_dispatch): let it begin after your deployment',
        ]
        : [];
    return [
        `limit the environment ${environment} to the default branch in the settings of the repository: its jobs may release`,
        `an account has GitHub's OIDC provider once: if "${LIST_PROVIDERS}" does not list it, add CreateProvider=true (Terraform: -var create_provider=true) to the second command`,
        ...where,
        ...lock,
        ...variables,
        ...after,
    ];
}

;// CONCATENATED MODULE: ./build/init/planned-file.js
// What `init` writes, as data: whole files, and edits of files that are there.
function stateOf({ text, before, isEdit }, overwrites) {
    if (before === undefined)
        return 'new';
    if (before === text)
        return 'same';
    return isEdit || overwrites ? 'changed' : 'kept';
}
/** Edits do not overlap. Two insertions at one place keep their order. */
function applyEdits(text, edits) {
    let result = '';
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
        if (edit.start < at)
            continue;
        result += text.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return result + text.slice(at);
}

;// CONCATENATED MODULE: ./build/init/printed-code.js
// Code to copy, for tools whose files are programs or have too many forms to be edited.
/** Empty if there is nothing to change, or files are edited instead. */
function printedCode(diagnosis) {
    const { fact, change, mode } = diagnosis;
    if (change.kind === 'nothing' || mode.kind !== 'alias')
        return '';
    const callers = change.kind === 'call-alias' ? change.callers : [];
    if (fact.tool === 'cdk')
        return cdkCode(constructOf(fact.label), mode.alias, callers);
    if (fact.tool === 'cloudformation') {
        return resources(fact.label, mode.alias, `!Ref ${fact.label}`, '  ');
    }
    if (fact.tool === 'serverless')
        return serverlessCode(fact.label, mode.alias);
    return '';
}
/** CDK ends logical IDs in eight digits of a hash. */
function constructOf(logicalId) {
    return logicalId.replace(/[0-9A-F]{8}$/, '');
}
function cdkCode(id, alias, callers) {
    const variable = id.charAt(0).toLowerCase() + id.slice(1);
    // Each has a name of its own, so that the code of several functions can be copied into one stack.
    const live = `${variable}Live`;
    const fronts = new Set(callers.map(({ front }) => front));
    const uses = [
        ...(fronts.has('rest') ? [`new apigateway.LambdaIntegration(${live})`] : []),
        ...(fronts.has('http') ? [`new HttpLambdaIntegration('${id}', ${live})`] : []),
        ...(fronts.has('url') ? [`${live}.addFunctionUrl({ … })`] : []),
        ...(fronts.has('source') ? [`${live}.addEventSource(…)`] : []),
        ...(fronts.has('other') ? [`${live}, wherever the function is a target`] : []),
    ];
    return `// ${id}: in the stack that defines it. Both are created once; afterwards the action moves the alias.
const ${live} = new lambda.Alias(this, '${id}Live', {
  aliasName: '${alias}',
  version: new lambda.Version(this, '${id}First', {
    lambda: ${variable}, // the function
    removalPolicy: RemovalPolicy.RETAIN,
  }),
});
// In place of the function:
${uses.map((use) => `//   ${use}`).join('\n')}
`;
}
function resources(id, alias, ref, indent) {
    return [
        '# Under Resources. The version is published once; afterwards the action moves the alias.',
        `${indent}${id}First:`,
        `${indent}  Type: AWS::Lambda::Version`,
        `${indent}  DeletionPolicy: Retain`,
        `${indent}  UpdateReplacePolicy: Retain`,
        `${indent}  Properties: { FunctionName: ${ref} }`,
        `${indent}${id}Live:`,
        `${indent}  Type: AWS::Lambda::Alias`,
        `${indent}  Properties: { Name: ${alias}, FunctionName: ${ref}, FunctionVersion: !GetAtt ${id}First.Version }`,
        `# In integrations and in the AWS::Lambda::Permission: !Ref ${id}Live in place of ${id}.`,
        '',
    ].join('\n');
}
function serverlessCode(name, alias) {
    const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
    const id = plain.charAt(0).toUpperCase() + plain.slice(1);
    return [
        'provider:',
        '  versionFunctions: false',
        'resources:',
        '  Resources:',
        resources(id, alias, `{ Ref: ${id}LambdaFunction }`, '    ').trimEnd(),
        '# And in resources.extensions, for each event: see docs/doctor.md#unqualified.',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/init/releases.js
// Which functions are released together, by the mode that fits them.

/** @param stackOf the stack of a function, as far as files and flags tell it */
function releasesOf(diagnoses, stackOf) {
    const problems = [...repeated(diagnoses)];
    const notes = [];
    const groups = new Map();
    for (const diagnosis of diagnoses) {
        if (diagnosis.mode.kind === 'none') {
            notes.push(`${diagnosis.fact.label} is left out: it is not known what calls it`);
            continue;
        }
        const found = releaseOf(diagnosis, stackOf);
        problems.push(...found.problems);
        if (!found.release)
            continue;
        const { release } = found;
        const key = JSON.stringify([release.mode, release.stack]);
        const before = groups.get(key)?.functions ?? [];
        groups.set(key, { ...release, functions: [...before, ...release.functions] });
    }
    return { releases: [...groups.values()], problems, notes };
}
/** The release of one function alone. */
function releaseOf(diagnosis, stackOf) {
    const { mode, fact } = diagnosis;
    if (mode.kind === 'none')
        return { problems: [] };
    // A name that is written in the files stays; one that CloudFormation makes may change.
    const stack = fact.name === undefined || fact.stack ? stackOf(diagnosis) : undefined;
    const input = stack === undefined ? fact.name : logicalIdOf(fact);
    const problems = input === undefined ? [whyUnnamed(diagnosis)] : [];
    if (mode.kind === 'stage' && /^(aws_|module\.)/.test(mode.api)) {
        problems.push(`the ID of ${mode.api} is known only after it was applied; apply it, and give a Region and credentials`);
    }
    if (input === undefined || problems.length > 0)
        return { problems };
    const functions = [{ input, label: plainLabel(fact.label), name: fact.name }];
    const released = mode.kind === 'stage' ? { ...mode, stage: mode.stage ?? 'prod' } : mode;
    return { release: { mode: released, functions, stack, tool: fact.tool }, problems };
}
/** As CloudFormation knows it; the Serverless Framework shows other names to people. */
function logicalIdOf({ id, stack, label }) {
    if (stack)
        return stack.logicalId;
    return id.includes('#') ? id.slice(id.indexOf('#') + 1) : label;
}
function whyUnnamed({ fact }) {
    return fact.tool === 'terraform'
        ? `the name of ${fact.label} is not in the files; give a Region and credentials, or --terraform-json`
        : `${(0,quote/* quote */.h)(fact.label)} gets its name from CloudFormation; give --stack, the name of its stack`;
}
/** The same name or logical ID in two files cannot be told apart. */
function repeated(diagnoses) {
    const places = new Map();
    for (const { fact } of diagnoses) {
        const label = fact.name ?? fact.label;
        places.set(label, [...(places.get(label) ?? []), fact.where]);
    }
    return [...places]
        .filter(([, where]) => where.length > 1)
        .map(([label, where]) => `${(0,quote/* quote */.h)(label)} is defined ${where.length} times (${where.join('; ')}); name the folder of one in --folder`);
}
/** `aws_lambda_function.fn["cart"]` → `fn-cart`; `CheckoutB7CD3E82` of CDK stays, for it is a logical ID. */
function plainLabel(label) {
    return label
        .replace(/^.*aws_lambda_function\./, '')
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-|-$/g, '');
}

;// CONCATENATED MODULE: ./build/init/written-region.js
// The Region that files of the checkout name: samconfig.toml, or the provider of Terraform.
const LINE = /^[ \t]{0,40}region[ \t]{0,40}=[ \t]{0,40}"([a-z0-9-]{5,30})"/gm;
const PROVIDER = 'provider "aws"';
/** `undefined`: none, or several. */
function writtenRegion({ samconfig, terraform }) {
    // The Region of a backend is that of the state.
    const providers = terraform.flatMap((text) => text
        .split(PROVIDER)
        .slice(1)
        .map((rest) => rest.slice(0, rest.indexOf('}'))));
    const found = [...samconfig, ...providers].flatMap((text) => [...text.matchAll(LINE)].map(([, region]) => region));
    return new Set(found).size === 1 ? found[0] : undefined;
}

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./build/cli/ask.js
// A question to the person at the terminal.

/** Only where `interactive` is true. */
async function ask(question) {
    const asking = (0,promises_.createInterface)({ input: process.stdin, output: process.stdout });
    try {
        return (await asking.question(question)).trim();
    }
    finally {
        asking.close();
    }
}

// EXTERNAL MODULE: ./build/cli/cli-command.js
var cli_command = __webpack_require__(96543);
// EXTERNAL MODULE: ./build/doctor/advice.js
var advice = __webpack_require__(1024);
// EXTERNAL MODULE: ./build/hcl/hcl-parser.js + 3 modules
var hcl_parser = __webpack_require__(34691);
;// CONCATENATED MODULE: ./build/init/sam-edits.js
// The alias of a function in a SAM template, as insertions into its text: comments, order and spacing stay.
/** Constant: SAM then never publishes another version or moves the alias (SAM developer guide, AutoPublishCodeSha256). */
const CONSTANT = '0'.repeat(64);
/** @returns no edit for a function that is not found, or has everything */
async function samEdits(text, wanted) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = yaml.parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    const mapIn = (map, key) => {
        const found = yaml.isMap(map) ? map.get(key, true) : undefined;
        return yaml.isMap(found) ? found : undefined;
    };
    const resources = mapIn(document.contents, 'Resources');
    return wanted.flatMap(({ logicalId, alias, hasAlias }) => {
        const properties = mapIn(mapIn(resources, logicalId), 'Properties');
        if (!properties)
            return [];
        const lines = [
            ...(hasAlias || properties.has('AutoPublishAlias') ? [] : [['AutoPublishAlias', alias]]),
            ...(properties.has('AutoPublishCodeSha256') ? [] : [['AutoPublishCodeSha256', CONSTANT]]),
        ];
        return insertion(text, properties, lines);
    });
}
/** Before the first key of a map, in the form of that map. */
function insertion(text, { items, flow }, entries) {
    const start = items[0]?.key.range?.[0];
    if (start === undefined || entries.length === 0)
        return [];
    const isJson = text[start] === '"' && flow === true;
    const written = entries.map(([key, value]) => {
        if (isJson)
            return `"${key}": "${value}"`;
        return `${key}: ${/^\d+$/.test(value) ? `'${value}'` : value}`;
    });
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(lineStart, start);
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const isOwnLine = /^[ \t]*$/.test(before);
    const separator = flow ? `,${isOwnLine ? eol + before : ' '}` : `${eol}${before}`;
    // A block map may begin in the line of its parent only in a list, which Properties is not.
    return [{ start, end: start, text: written.map((line) => line + separator).join('') }];
}

;// CONCATENATED MODULE: ./build/init/terraform-edits.js
// The alias of a function in Terraform's files, as edits of their text: comments, order and spacing stay.

const IGNORED_BY_ALIAS = ['function_version', 'routing_config'];
const IGNORED_BY_STAGE = ['deployment_id', 'variables', 'canary_settings'];
/**
 * Lets all callers of a function call its alias, and Terraform leave the alias alone.
 *
 * @param name of the resource aws_lambda_function, in the root module
 */
function aliasEdits(files, name, alias) {
    const all = resourcesIn(files);
    const fn = find(all, 'aws_lambda_function', name);
    if (!fn)
        return [];
    const own = all.find(({ block, file }) => block.labels[0] === 'aws_lambda_alias' && refersTo(file, block, 'function_name', name));
    const resource = own?.block.labels[1] ?? `${name}_${alias.replace(/\W/g, '_')}`;
    return [
        ...publishEdit(fn),
        ...(own ? ignoreEdits(own, IGNORED_BY_ALIAS) : [newAlias(fn, name, alias, resource)]),
        ...all.flatMap((each) => callerEdits(each, all, name, resource)),
    ];
}
/** Lets Terraform leave a stage's deployment, variables and canary alone. */
function stageEdits(files, name) {
    const stage = find(resourcesIn(files), 'aws_api_gateway_stage', name);
    return stage ? ignoreEdits(stage, IGNORED_BY_STAGE) : [];
}
function resourcesIn(files) {
    return files.flatMap((file) => file.body.blocks.filter(({ type }) => type === 'resource').map((block) => ({ file, block })));
}
function find(all, type, name) {
    return all.find(({ block: { labels } }) => labels[0] === type && labels[1] === name);
}
function textOf({ text }, { body }, attribute) {
    const found = body.attributes.get(attribute);
    return found ? text.slice(found.start, found.end) : '';
}
function refersTo(file, block, attribute, name) {
    return referencesIn(textOf(file, block, attribute), name).length > 0;
}
/** `aws_lambda_function.orders.arn`, with the key of `for_each`. */
const REFERENCES = /\baws_lambda_function\.([\w-]+)((?:\[[^[\]]*\])?)\.(\w+)/g;
/** The keys with which a text refers to attributes of the function: `[each.key]`, or empty. */
function referencesIn(text, name) {
    return [...text.matchAll(REFERENCES)]
        .filter(([, own]) => own === name)
        .map(([, , index = '']) => index);
}
/** The indentation of the block's own attributes. */
function indentOf({ text }, block) {
    const [first] = block.body.attributes.values();
    const start = first?.start ?? block.body.blocks[0]?.start;
    if (start === undefined)
        return '  ';
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return /^[ \t]+$/.test(before) ? before : '  ';
}
/** An attribute before the closing brace, with its "=" under those above, as `terraform fmt` has it. */
function appendAttribute(placed, name, value) {
    const { file, block } = placed;
    const last = [...block.body.attributes.values()]
        .filter(({ end }) => !file.text.slice(end, block.close).includes('{'))
        .at(-1);
    const above = last ? file.text.slice(last.start, last.end) : '';
    const column = /^(\w+\s*)=/.exec(above)?.[1]?.length ?? 0;
    return append(placed, `${name.padEnd(Math.max(column - 1, name.length))} = ${value}`);
}
/** A line before the closing brace. */
function append({ file, block }, line) {
    const { text, path } = file;
    const lineStart = text.lastIndexOf('\n', block.close - 1) + 1;
    const isOwnLine = /^[ \t]*$/.test(text.slice(lineStart, block.close));
    const indent = indentOf(file, block);
    if (isOwnLine)
        return { path, start: lineStart, end: lineStart, text: `${indent}${line}\n` };
    // `resource "a" "b" { name = "x" }`
    const start = text.slice(0, block.close).trimEnd().length;
    return { path, start, end: block.close, text: `\n${indent}${line}\n` };
}
function publishEdit(fn) {
    const publish = fn.block.body.attributes.get('publish');
    if (!publish)
        return [appendAttribute(fn, 'publish', 'true')];
    const { value, start, end } = publish;
    if (value.kind === 'text' && value.text === 'true')
        return [];
    return [{ path: fn.file.path, start, end, text: 'publish = true' }];
}
function newAlias(fn, name, alias, resource) {
    const { file, block } = fn;
    const isEach = block.body.attributes.has('for_each');
    const source = isEach ? 'each.value' : `aws_lambda_function.${name}`;
    const text = `

# The action moves this alias; Terraform only creates it.
resource "aws_lambda_alias" "${resource}" {
${isEach ? `  for_each         = aws_lambda_function.${name}\n` : ''}  name             = "${alias}"
  function_name    = ${source}.function_name
  function_version = ${source}.version
  lifecycle { ignore_changes = [${IGNORED_BY_ALIAS.join(', ')}] }
}`;
    return { path: file.path, start: block.end, end: block.end, text };
}
function ignoreEdits(placed, names) {
    const { file, block } = placed;
    const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
    if (!lifecycle) {
        return [append(placed, `lifecycle { ignore_changes = [${names.join(', ')}] }`)];
    }
    const ignored = lifecycle.body.attributes.get('ignore_changes');
    const line = (all) => `ignore_changes = [${all.join(', ')}]`;
    if (!ignored)
        return [append({ file, block: lifecycle }, line(names))];
    const own = namesOf(ignored.value);
    const missing = names.filter((name) => !own.includes(name));
    if (own.includes('all') || missing.length === 0)
        return [];
    const { start, end } = ignored;
    return [{ path: file.path, start, end, text: line([...own, ...missing]) }];
}
function namesOf(value) {
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => (item.kind === 'traversal' ? [item.root] : []));
}
/** Attributes that name what is called by an ARN. */
const CALLED = {
    aws_api_gateway_integration: ['uri'],
    aws_api_gateway_authorizer: ['authorizer_uri'],
    aws_apigatewayv2_api: ['target'],
    aws_apigatewayv2_integration: ['integration_uri'],
    aws_apigatewayv2_authorizer: ['authorizer_uri'],
    aws_cloudwatch_event_target: ['arn'],
    aws_lambda_event_source_mapping: ['function_name'],
    aws_sns_topic_subscription: ['endpoint'],
};
/** Resources that take the qualifier apart from the function. */
const QUALIFIED = ['aws_lambda_function_url', 'aws_lambda_permission'];
/** Services that call what another resource names, so that a further permission calls nothing. */
const FURTHER = /["']?(?:apigateway|events|sns)\.amazonaws\.com/;
function callerEdits(placed, all, name, alias) {
    const { block } = placed;
    const [type = ''] = block.labels;
    const nested = block.body.blocks.filter((inner) => inner.type === 'target');
    return [
        ...(CALLED[type] ?? []).flatMap((attribute) => renamed(placed, block.body, attribute, name, alias)),
        ...(type === 'aws_scheduler_schedule'
            ? nested.flatMap((inner) => renamed(placed, inner.body, 'arn', name, alias))
            : []),
        ...(QUALIFIED.includes(type) ? qualifierEdits(placed, all, name, alias) : []),
    ];
}
function renamed({ file }, { attributes }, attribute, name, alias) {
    const found = attributes.get(attribute);
    if (!found)
        return [];
    const { start, end } = found;
    const before = file.text.slice(start, end);
    const text = before.replace(REFERENCES, (all, fn, index, part) => {
        if (fn !== name)
            return all;
        const own = part === 'invoke_arn' || part === 'qualified_invoke_arn' ? 'invoke_arn' : 'arn';
        return `aws_lambda_alias.${alias}${index}.${own}`;
    });
    return text === before ? [] : [{ path: file.path, start, end, text }];
}
function qualifierEdits(placed, all, name, alias) {
    const { file, block } = placed;
    if (block.body.attributes.has('qualifier'))
        return [];
    const written = textOf(file, block, 'function_name');
    const [found] = referencesIn(written, name);
    // `each.value` of a resource with `for_each = aws_lambda_function.fn`.
    const isEach = textOf(file, block, 'for_each').trimEnd().endsWith(`aws_lambda_function.${name}`);
    if (found === undefined && !(isEach && /\beach\.value\b/.test(written)))
        return [];
    const index = isEach ? '[each.key]' : found;
    const edit = appendAttribute(placed, 'qualifier', `aws_lambda_alias.${alias}${index}.name`);
    return FURTHER.test(textOf(file, block, 'principal'))
        ? furtherPermission(placed, all, edit)
        : [edit];
}
/**
 * A qualifier cannot be changed: Terraform would delete the permission, and create it again while callers already need
 * either. So the alias gets a permission of its own, and the old one stays.
 */
function furtherPermission({ file, block }, all, { start, end, text }) {
    const [type = '', name = ''] = block.labels;
    const label = `${name}_alias`;
    if (find(all, type, label))
        return [];
    const own = applyEdits(file.text.slice(block.start, block.end), [
        { start: start - block.start, end: end - block.start, text },
    ]);
    const copy = own.replace(`"${name}"`, `"${label}"`);
    return [{ path: file.path, start: block.end, end: block.end, text: `\n\n${copy}` }];
}

// EXTERNAL MODULE: ./build/survey/find-files.js
var find_files = __webpack_require__(97038);
// EXTERNAL MODULE: ./build/survey/read-folder.js + 12 modules
var read_folder = __webpack_require__(77835);
;// CONCATENATED MODULE: ./build/cli/edit-infrastructure.js
// The edits of SAM and Terraform files. Edits are kept only if, read again, they make their functions ready.











/** @param diagnoses of the files alone: what is deployed does not change them */
async function editInfrastructure(folder, diagnoses) {
    const unready = diagnoses.filter((each) => !(0,diagnose/* isReady */.i_)(each) && each.mode.kind !== 'none');
    const sam = unready.filter(({ fact }) => fact.tool === 'sam');
    const terraform = unready.filter(({ fact }) => fact.tool === 'terraform');
    const edits = new Map([
        ...(await editsOfSam(folder, sam)),
        ...editsOfTerraform(folder, terraform),
    ]);
    const texts = new Map([...edits].map(([path, own]) => [path, applyEdits(textIn(folder, path), own)]));
    const again = (0,diagnose/* diagnose */.h4)((await (0,read_folder/* readFolder */.j)(folder, undefined, texts)).survey);
    const failed = [...sam, ...terraform].filter(({ fact }) => !again.some((each) => each.fact.id === fact.id && (0,diagnose/* isReady */.i_)(each)));
    const files = [...texts]
        .filter(([path, text]) => text !== textIn(folder, path))
        .map(([path, text]) => ({ path, text, before: textIn(folder, path), isEdit: true }));
    return { files, code: [], notes: failed.flatMap(byHand) };
}
function byHand(diagnosis) {
    return (0,advice/* adviseOn */.m)(diagnosis).change.map((step) => `${diagnosis.fact.label}, by hand: ${step}`);
}
function textIn(folder, path) {
    return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, path), 'utf8');
}
async function editsOfSam(folder, diagnoses) {
    const edits = new Map();
    const pathOf = ({ fact }) => fact.id.replace(/#.*$/, '');
    for (const path of new Set(diagnoses.map(pathOf))) {
        const own = diagnoses.filter((each) => pathOf(each) === path);
        const wanted = own.flatMap((diagnosis) => {
            const { fact, aliases } = diagnosis;
            const alias = (0,diagnose/* aliasOfMode */.nj)(diagnosis);
            const logicalId = fact.id.slice(fact.id.indexOf('#') + 1);
            return alias === undefined ? [] : [{ logicalId, alias, hasAlias: aliases.length > 0 }];
        });
        edits.set(path, await samEdits(textIn(folder, path), wanted));
    }
    return edits;
}
/** Only resources of modules that are called by none, whose addresses have no module. */
function editsOfTerraform(folder, diagnoses) {
    const edits = new Map();
    if (diagnoses.length === 0)
        return edits;
    const files = (0,find_files/* findFiles */.l)(folder)
        .paths.filter((path) => path.endsWith('.tf'))
        .flatMap((path) => parsed(path, textIn(folder, path)));
    const done = new Set();
    for (const diagnosis of diagnoses) {
        const { fact, movers } = diagnosis;
        const alias = (0,diagnose/* aliasOfMode */.nj)(diagnosis);
        const name = /^aws_lambda_function\.([\w-]+)/.exec(fact.label)?.[1];
        const own = files.filter(({ path }) => edit_infrastructure_folderOf(path) === edit_infrastructure_folderOf(fact.where));
        if (name === undefined || done.has(`${edit_infrastructure_folderOf(fact.where)}/${name}`))
            continue;
        done.add(`${edit_infrastructure_folderOf(fact.where)}/${name}`);
        const stages = movers
            .filter(({ kind }) => kind === 'stage-not-ignored')
            .flatMap(({ by }) => /aws_api_gateway_stage\.([\w-]+)/.exec(by)?.[1] ?? []);
        const found = [
            ...(alias === undefined ? [] : aliasEdits(own, name, alias)),
            ...stages.flatMap((stage) => stageEdits(own, stage)),
        ];
        for (const { path, ...edit } of found) {
            const before = edits.get(path) ?? [];
            const isThere = before.some((each) => each.start === edit.start && each.text === edit.text);
            if (!isThere)
                edits.set(path, [...before, edit]);
        }
    }
    return edits;
}
function parsed(path, text) {
    try {
        return [(0,hcl_parser/* parseHcl */.z)(path, text)];
    }
    catch (error) {
        // The doctor says why.
        (0,errors/* known */.eO)(error);
        return [];
    }
}
function edit_infrastructure_folderOf(path) {
    const file = path.replace(/:\d+$/, '');
    return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

// EXTERNAL MODULE: ./build/cli/read-infrastructure.js + 5 modules
var read_infrastructure = __webpack_require__(46886);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/cli/read-repository.js
// The repository that gets the files: from flags, Git and the GitHub CLI.






/** What Git and the GitHub CLI may take. */
const LIMIT_MS = 15_000;
async function readRepository({ flags, interactive }, root) {
    const given = flags.text('repository') || (await remoteIn(root));
    const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === '') {
        const what = given === '' ? 'there is no remote "origin"' : (0,quote/* quote */.h)(given);
        return {
            repository: undefined,
            problems: [`--repository: ${what}; expected OWNER/NAME`],
            notes: [],
        };
    }
    const asked = await askGitHub(root, `${owner}/${name}`);
    const numbers = ['owner-id', 'repository-id'].map((flag) => flags.text(flag));
    const wrong = ['owner-id', 'repository-id']
        .filter((flag) => !/^\d*$/.test(flags.text(flag)))
        .map((flag) => `--${flag}: ${(0,quote/* quote */.h)(flags.text(flag))}; expected a number`);
    const notes = [];
    if (asked && asked.fullName !== `${owner}/${name}`) {
        notes.push(`the repository is called ${asked.fullName} now, and not ${owner}/${name}: the roles trust the new name`);
    }
    const [ownNow = owner, nameNow = name] = asked?.fullName.split('/') ?? [];
    const found = idsOf(numbers, asked);
    const ids = found ?? (interactive && wrong.length === 0 ? await askForIds() : undefined);
    if (!ids)
        notes.push(withoutIds(`${ownNow}/${nameNow}`));
    const defaultBranch = asked?.defaultBranch || (await branchIn(root)) || 'main';
    return {
        repository: { owner: ownNow, name: nameNow, ids, defaultBranch },
        problems: wrong,
        notes,
    };
}
function idsOf(numbers, asked) {
    const [owner = asked?.owner ?? '', repository = asked?.repository ?? ''] = numbers.map((number) => number || undefined);
    return owner === '' || repository === '' ? undefined : { owner, repository };
}
/** Nothing typed: not known. */
async function askForIds() {
    const command = 'gh api repos/OWNER/NAME --jq';
    const owner = await ask(`The number of the owner (${command} .owner.id), or Enter: `);
    const repository = await ask(`The number of the repository (${command} .id), or Enter: `);
    const are = [owner, repository].every((text) => /^\d+$/.test(text));
    return are ? { owner, repository } : undefined;
}
function withoutIds(repository) {
    return `the numbers of ${repository} are not known, so its roles would not trust it if it was created, renamed or moved since July 15, 2026. Sign in with "gh auth login", or give --owner-id and --repository-id: gh api repos/${repository} --jq '.owner.id, .id'`;
}
/** `undefined` without the GitHub CLI, or if it is not signed in. */
async function askGitHub(cwd, repository) {
    const query = '[.full_name, .id, .owner.id, .default_branch] | @tsv';
    const answer = await run(cwd, 'gh', ['api', `repos/${repository}`, '--jq', query]);
    const [fullName = '', id = '', owner = '', defaultBranch = ''] = answer.split('\t');
    const isComplete = /^[\w.-]+\/[\w.-]+$/.test(fullName) && /^\d+$/.test(id) && /^\d+$/.test(owner);
    return isComplete ? { fullName, repository: id, owner, defaultBranch } : undefined;
}
async function remoteIn(cwd) {
    const url = await run(cwd, 'git', ['config', '--get', 'remote.origin.url']);
    return /[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? '';
}
async function branchIn(cwd) {
    const head = await run(cwd, 'git', ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']);
    return head.replace(/^origin\//, '');
}
/** Its outermost folder; the folder itself without Git. */
async function rootOf(folder) {
    return (await run(folder, 'git', ['rev-parse', '--show-toplevel'])) || folder;
}
/** Empty if it fails. */
function run(cwd, program, args) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(program, args, { cwd, timeout: LIMIT_MS }, (error, stdout) => resolve(error ? '' : stdout.trim()));
    });
}
function readWorkflows(root) {
    const folder = '.github/workflows';
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, folder)))
        return [];
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => ({
        path: `${folder}/${name}`,
        text: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, folder, name), 'utf8'),
    }));
}
/** The commit of the action, if the repository pins its actions; or a problem. */
async function readPin({ flags }, root, workflows) {
    const given = flags.text('action-sha');
    if (given !== '') {
        return /^[0-9a-f]{40}$/.test(given)
            ? { commit: given }
            : { commit: undefined, problem: `--action-sha: ${(0,quote/* quote */.h)(given)}; expected 40 hex digits` };
    }
    if (!pinsActions(workflows))
        return { commit: undefined };
    const path = `repos/${CANARY}/commits/${CANARY_TAG}`;
    const commit = await run(root, 'gh', ['api', path, '--jq', '.sha']);
    if (/^[0-9a-f]{40}$/.test(commit))
        return { commit };
    return {
        commit: undefined,
        problem: `--action-sha: this repository pins its actions to commits, and that of ${CANARY} is not known; expected what "gh api ${path} --jq .sha" prints`,
    };
}

// EXTERNAL MODULE: ./build/cli/usage-error.js
var usage_error = __webpack_require__(68137);
;// CONCATENATED MODULE: ./build/cli/run-init.js
// Runs `init`: reads, plans all files, shows them, and writes them if that is wanted.



















async function runInit(context) {
    const { flags, log } = context;
    const infrastructure = await (0,read_infrastructure/* readInfrastructure */.m)(context);
    const { folder, files, survey } = infrastructure;
    const diagnoses = (0,diagnose/* diagnose */.h4)(survey);
    if (diagnoses.length === 0) {
        for (const problem of survey.problems)
            log.error(problem);
        log.error(`No function was found in ${folder}, so there is nothing to write. Run doctor there.`);
        return cli_command/* EXIT */.d.failed;
    }
    const root = await rootOf(folder);
    const workflows = readWorkflows(root);
    const releases = releasesOf(diagnoses, (one) => stackOf(one, flags.text('stack'), folder));
    const found = await readRepository(context, root);
    const pin = await readPin(context, root, workflows);
    const problems = [
        ...releases.problems,
        ...found.problems,
        ...(pin.problem === undefined ? [] : [pin.problem]),
        ...wrongWriting(context),
    ];
    const { repository } = found;
    if (problems.length > 0 || !repository)
        throw new usage_error/* UsageError */.e(problems);
    const edited = await editInfrastructure(folder, (0,diagnose/* diagnose */.h4)(files));
    const region = infrastructure.region || regionIn(infrastructure);
    const planned = planInit({
        ...{ releases: releases.releases, repository, workflows, commit: pin.commit },
        ...{ region: region ?? 'us-east-1', isRegionKnown: region !== undefined },
        source: sourceOf((0,diagnose/* diagnose */.h4)(files), root, folder),
        environment: flags.text('environment') || 'production',
        account: infrastructure.account,
        hasLockFile: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.github/workflows/actions.lock')),
    });
    const all = [
        ...edited.files.map((file) => ({
            ...file,
            path: (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, file.path)).replaceAll('\\', '/'),
        })),
        ...planned.files.map(({ path, text }) => ({
            ...{ path, text, isEdit: false },
            before: textAt((0,external_node_path_.join)(root, path)),
        })),
    ];
    show(context, all, {
        code: [...edited.code, ...(0,diagnose/* diagnose */.h4)(files).map(printedCode)].filter((text) => text !== ''),
        notes: [...found.notes, ...releases.notes, ...edited.notes, ...planned.notes],
        commands: planned.commands,
        afterwards: planned.afterwards,
        where: (0,external_node_path_.relative)(context.cwd, root),
    });
    return await write(context, root, all);
}
function wrongWriting({ flags }) {
    return flags.has('write') && flags.has('dry-run')
        ? ['--write and --dry-run exclude each other; expected one of them']
        : [];
}
/** From the account, the flag, SAM's own settings, or the name of CDK's file. */
function stackOf({ fact }, given, folder) {
    if (fact.stack)
        return fact.stack.name;
    if (fact.tool === 'terraform' || fact.tool === undefined)
        return undefined;
    if (given !== '')
        return given;
    const path = fact.id.replace(/#.*$/, '');
    if (fact.tool === 'cdk')
        return (0,external_node_path_.basename)(path, '.template.json');
    if (fact.tool !== 'sam')
        return undefined;
    const settings = textAt((0,external_node_path_.join)(folder, (0,external_node_path_.dirname)(path), 'samconfig.toml'));
    return /^[ \t]{0,40}stack_name[ \t]{0,40}=[ \t]{0,40}"([^"]{1,128})"/m.exec(settings ?? '')?.[1];
}
function regionIn({ folder, read }) {
    const texts = (paths) => paths.map((path) => textAt((0,external_node_path_.join)(folder, path)) ?? '');
    const folders = [...new Set(['.', ...read.map((path) => (0,external_node_path_.dirname)(path))])];
    return writtenRegion({
        samconfig: texts(folders.map((each) => (0,external_node_path_.join)(each, 'samconfig.toml'))),
        terraform: texts(read.filter((path) => path.endsWith('.tf'))),
    });
}
/** The file that is deployed first, from the folder of the repository. */
function sourceOf(diagnoses, root, folder) {
    const found = diagnoses.find(({ mode }) => mode.kind !== 'none');
    if (!found)
        return undefined;
    const { id, where, tool } = found.fact;
    const path = tool === 'terraform' ? where.replace(/:\d+$/, '') : id.replace(/#.*$/, '');
    return (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, path)).replaceAll('\\', '/');
}
function textAt(path) {
    return (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
}
const WORDS = {
    new: 'new',
    changed: 'changed',
    same: 'as it is',
    kept: 'kept: it has other content (--overwrite replaces it)',
};
function show({ log, flags }, all, shown) {
    const states = all.map((file) => ({ file, state: stateOf(file, flags.has('overwrite')) }));
    log.text('Files:');
    for (const { file, state } of states)
        log.text(`  ${file.path} (${WORDS[state]})`);
    for (const { file, state } of states) {
        if (state !== 'same')
            log.text(`\n${lineDiff(file.path, file.before, file.text)}`);
    }
    if (shown.code.length > 0)
        log.text(`\nTo copy:\n\n${shown.code.join('\n')}`);
    const kept = states.filter(({ state }) => state === 'kept').map(({ file }) => file.path);
    const notes = [...(kept.length === 0 ? [] : [keptNote(kept)]), ...shown.notes];
    if (notes.length > 0)
        log.text('\nNotes:');
    for (const note of notes)
        log.text(`  - ${(0,diagnosis_text/* wrapped */.k)(note, 4).join('\n').trimStart()}`);
    log.text(shown.where === '' ? '\nNext:' : `\nNext, in ${shown.where}:`);
    for (const [i, command] of shown.commands.entries())
        log.text(`  ${i + 1}. ${command}`);
    log.text(`\n${(0,diagnosis_text/* wrapped */.k)(shown.afterwards, 0).join('\n')}`);
}
function keptNote(paths) {
    return `files of yours are kept: ${(0,listed/* listed */.KE)(paths)}. Compare them with what is shown, for the commands below expect that content; --overwrite replaces them`;
}
async function write({ log, flags, interactive }, root, all) {
    const changed = all.filter((file) => {
        const state = stateOf(file, flags.has('overwrite'));
        return state === 'new' || state === 'changed';
    });
    if (changed.length === 0) {
        log.text('\nNothing to write: all files are as they should be.');
        return cli_command/* EXIT */.d.ok;
    }
    const isWanted = !flags.has('dry-run') && (flags.has('write') || (interactive && (await isConfirmed(changed))));
    if (!isWanted) {
        log.text(`\nNothing was written. Add --write to write ${changed.length} files.`);
        return cli_command/* EXIT */.d.ok;
    }
    for (const [i, { path, text }] of changed.entries()) {
        await (0,errors/* foreign */.V$)(() => {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)), { recursive: true });
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(root, path), text);
        }).catch((error) => {
            const before = changed.slice(0, i).map((file) => (0,quote/* quote */.h)(file.path));
            const written = before.length === 0
                ? 'nothing was written'
                : `${before.join(', ')} ${before.length === 1 ? 'was' : 'were'} written`;
            throw new errors/* KnownError */.E(`${(0,quote/* quote */.h)(path)} could not be written (${(0,errors/* known */.eO)(error).message}); ${written}. Run init again once it can be`);
        });
    }
    log.text(`\nWritten: ${changed.map(({ path }) => (0,quote/* quote */.h)(path)).join(', ')}.`);
    return cli_command/* EXIT */.d.ok;
}
async function isConfirmed(files) {
    return /^y(es)?$/i.test(await ask(`\nWrite these ${files.length} files? [y/N] `));
}


/***/ })

};
