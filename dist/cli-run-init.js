import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { existsSync, readFileSync: readFileSync2 } = require("node:fs");
const { readFileSync } = require("node:fs");
import {
  parseHcl,
  readFolder,
  readInfrastructure
} from "./survey-read-account.shared.js";
import {
  ALARM,
  CANARY,
  PLAN_WORKFLOW,
  RELEASE_WORKFLOW,
  actionRefs,
  alarmsOf,
  applyEdits,
  configPaths,
  configText,
  deployingWorkflow,
  keptNote,
  readPin,
  readRepository,
  readWorkflows,
  rootOf,
  samEdits,
  scalar,
  showFiles,
  writeFiles,
  wrongWriting
} from "./cli-read-repository.shared.js";
import {
  adviseOn,
  aliasOfMode,
  diagnose,
  findFiles,
  isReady,
  wrapped
} from "./doctor-template-callers.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";
import "./aws-account-apis.shared.js";
import "./templates-globals.shared.js";
import "./templates-parse.shared.js";

// src/cli/run-init.ts
import { basename, dirname, join as join2, relative } from "node:path";

// src/init/ignored-tags.ts
var IGNORE_TAGS = 'ignore_tags { key_prefixes = ["canary-action:"] }';
function ignoresTags(texts) {
  return texts.some((text) => /\bignore_tags\s{0,20}\{[^}]{0,500}"canary-action:"/.test(text));
}

// src/init/list-providers.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand
} from "./functions.js";
var LIST_PROVIDERS = awsCommand("iam list-open-id-connect-providers", {});

// src/init/cloudformation-file.ts
var HOST = "token.actions.githubusercontent.com";
function cloudformationFile(facts) {
  const { alarms } = facts;
  const unnamed = alarms.filter(({ functionName }) => functionName === void 0);
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: What canary releases of this repository need - two roles for GitHub Actions, and alarms.

Parameters:
  # An account has this provider once: see "${LIST_PROVIDERS}".
  CreateProvider:
    Type: String
    AllowedValues: ['true', 'false']
    Default: 'false'
    Description: Whether to create GitHub's OIDC provider.
${unnamed.map((alarm) => `  ${parameterOf(alarm)}:
    Type: String
    Description: The name of the function ${alarm.label} in AWS.
`).join("")}
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
${role("PlanRole", facts.names.plan, 3600, facts.subjects.plan, void 0, facts.statements.plan)}
  # For jobs of the environment, on the default branch.
${role("ReleaseRole", facts.names.release, 7200, facts.subjects.release, facts.ref, facts.statements.release)}${alarms.map(alarmResource).join("")}
Outputs:
  PlanRoleArn: { Value: !GetAtt PlanRole.Arn }
  ReleaseRoleArn: { Value: !GetAtt ReleaseRole.Arn }
`;
}
function parameterOf({ label }) {
  return `${label.replace(/[^A-Za-z0-9]/g, "")}Name`;
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
${subjects.map((subject) => `                  - ${JSON.stringify(subject)}`).join("\n")}
${ref === void 0 ? "" : `                ${HOST}:ref: ${JSON.stringify(ref)}
`}      Policies:
        - PolicyName: canary
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.map(statement).join("")}`;
}
function statement({ Sid, Action, Resource, Condition }) {
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, values]) => [
    "                Condition:",
    `                  ${operator}:`,
    ...Object.entries(values).map(([key, value]) => `                    ${key}: ${value}`)
  ]);
  return `              - Sid: ${Sid}
                Effect: Allow
                Action:
${Action.map((action) => `                  - ${action}`).join("\n")}
                Resource:
${Resource.map((arn) => `                  - ${arnText(arn)}`).join("\n")}
${conditions.map((line) => `${line}
`).join("")}`;
}
function arnText(arn) {
  if (arn === "*") return "'*'";
  const text = arn.replaceAll("${Partition}", "${AWS::Partition}").replaceAll("${Region}", "${AWS::Region}").replaceAll("${Account}", "${AWS::AccountId}");
  return `!Sub '${text}'`;
}
function alarmResource(alarm) {
  const id = alarm.label.replace(/[^A-Za-z0-9]/g, "");
  const { functionName, alias } = alarm;
  const name = functionName === void 0 ? `!Ref ${parameterOf(alarm)}` : scalar(functionName);
  const resource = functionName === void 0 ? `!Sub '\${${parameterOf(alarm)}}:${alias}'` : JSON.stringify(`${functionName}:${alias}`);
  return `
  ${id}Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: ${scalar(alarm.name)}
      Namespace: AWS/Lambda
      MetricName: Errors
      Dimensions:
        - { Name: FunctionName, Value: ${name} }
${alias === void 0 ? "" : `        - { Name: Resource, Value: ${resource} }
`}      Statistic: Sum
      Period: ${ALARM.period}
      EvaluationPeriods: ${ALARM.periods}
      DatapointsToAlarm: ${ALARM.datapoints}
      Threshold: ${ALARM.threshold}
      ComparisonOperator: GreaterThanThreshold
      TreatMissingData: notBreaching
`;
}

// src/init/more-permissions.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
var PERMISSIONS_PAGE = "https://github.com/org/canary-action/blob/v1/docs/permissions.md#find-a-policy";
var NEED_MORE = [
  ...["smoke", "pre-traffic-hook", "step-hook", "post-traffic-hook", "shadow-stage", "door"],
  ...["code", "code-bucket", "api-definition", "keep-versions", "first-release", "stop-switch"]
];
function permissionsNote(configs) {
  const lines = configs.flatMap((text) => text.split("\n"));
  const used = NEED_MORE.filter((input) => lines.some((line) => line.startsWith(`${input}:`)));
  const forWhat = used.length > 0 ? `${listed(used)}, which your config file sets` : "smoke checks, probes, hooks, code, keep-versions, provisioned concurrency, or the access log of a stage";
  return `the release role can make the calls of a plain release, and read the logs of functions. It needs more for ${forWhat}: the third command prints the exact policy, and ${PERMISSIONS_PAGE} has all of them`;
}

// src/init/next-commands.ts
function nextCommands(facts) {
  return [
    `${deployCommand(facts)}    # the wiring alone, without new code`,
    `${rolesCommand(facts)}    # roles and alarms`,
    `npx github:org/canary-action plan --config ${facts.configs[0] ?? ".github/canary.yml"} --region ${facts.region}    # what a release would do`
  ];
}
function deployCommand({ tool, stack, source = "", region }) {
  const folder = folderOf(tool === "cdk" ? folderOf(source) : source);
  switch (tool) {
    case "sam": {
      const name = source.slice(source.lastIndexOf("/") + 1);
      const template = /^(template\.ya?ml|)$/.test(name) ? "" : ` --template-file ${quoted(name)}`;
      return within(
        folder,
        `sam build${template} && sam deploy${stack === void 0 ? "" : ` --stack-name ${stack}`}`
      );
    }
    case "cdk":
      return within(folder, `npx cdk deploy${stack === void 0 ? " --all" : ` ${stack}`}`);
    case "terraform":
      return `terraform${folder === "" ? "" : ` -chdir=${quoted(folder)}`} apply`;
    case "serverless":
      return within(folder, "npx serverless deploy");
    default:
      return `aws cloudformation deploy --region ${region} --template-file ${source === "" ? "TEMPLATE" : quoted(source)} --stack-name ${stack ?? "STACK"}`;
  }
}
function folderOf(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function within(folder, command) {
  return folder === "" ? command : `(cd ${quoted(folder)} && ${command})`;
}
function quoted(path) {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
function rolesCommand({ tool, rolesPath, stackOfRoles, alarms, stack, region }) {
  if (tool === "terraform") {
    const folder = rolesPath.slice(0, rolesPath.lastIndexOf("/"));
    return `terraform -chdir=${folder} init && terraform -chdir=${folder} apply`;
  }
  const names = alarms.filter(({ functionName }) => functionName === void 0).map(
    (alarm) => ` ${parameterOf(alarm)}="$(aws cloudformation describe-stack-resource --region ${region} --stack-name ${stack} --logical-resource-id ${alarm.label} --query StackResourceDetail.PhysicalResourceId --output text)"`
  );
  const parameters = names.length === 0 ? "" : ` --parameter-overrides${names.join("")}`;
  return `aws cloudformation deploy --region ${region} --template-file ${rolesPath} --stack-name ${stackOfRoles} --capabilities CAPABILITY_NAMED_IAM${parameters}`;
}

// src/init/repository-facts.ts
function subjectsOf({ owner, name, ids }, context) {
  return [
    `repo:${owner}/${name}:${context}`,
    ...ids ? [`repo:${owner}@${ids.owner}/${name}@${ids.repository}:${context}`] : []
  ];
}
function environmentContext(environment) {
  return `environment:${environment.replaceAll(":", "%3A")}`;
}

// src/init/role-policies.ts
var LAMBDA = "arn:${Partition}:lambda:${Region}:${Account}:function:";
var GATEWAY = "arn:${Partition}:apigateway:${Region}::";
var LOGS = "arn:${Partition}:logs:${Region}:${Account}:log-group:";
function logGroups({ functions, stack }) {
  return functions.map(({ name }) => `${LOGS}/aws/lambda/${name ?? `${stack}-*`}:*`);
}
function functionArns({ functions, stack }) {
  return functions.map(({ name }) => `${LAMBDA}${name ?? `${stack}-*`}`);
}
function unique(all) {
  return [...new Set(all)];
}
function planStatements(releases) {
  const arns = unique(releases.flatMap(functionArns));
  return [
    {
      Sid: "Functions",
      Action: [
        ...["lambda:GetAlias", "lambda:GetFunctionConfiguration", "lambda:GetPolicy"],
        ...["lambda:GetFunctionEventInvokeConfig", "lambda:GetProvisionedConcurrencyConfig"],
        ...["lambda:GetResourcePolicy", "lambda:ListAliases", "lambda:ListFunctionUrlConfigs"],
        ...["lambda:ListTags", "lambda:ListVersionsByFunction"]
      ],
      Resource: unique(arns.flatMap((arn) => [arn, `${arn}:*`]))
    },
    {
      Sid: "Account",
      Action: [
        ...["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"],
        "lambda:ListEventSourceMappings"
      ],
      Resource: ["*"]
    },
    ...stackStatements(releases),
    ...stageReads(releases)
  ];
}
function stackStatements(releases) {
  const stacks = unique(releases.flatMap(({ stack }) => stack ?? []));
  if (stacks.length === 0) return [];
  return [
    {
      Sid: "Stack",
      Action: ["cloudformation:DescribeStacks", "cloudformation:ListStackResources"],
      Resource: stacks.map(
        (stack) => `arn:\${Partition}:cloudformation:\${Region}:\${Account}:stack/${stack}/*`
      )
    }
  ];
}
function apiIn({ mode, stack }) {
  if (mode.kind !== "stage") return "";
  return stack === void 0 ? mode.api : "*";
}
function staged(releases) {
  return releases.filter(({ mode }) => mode.kind === "stage");
}
function stageReads(releases) {
  const apis = unique(staged(releases).map(apiIn));
  if (apis.length === 0) return [];
  const paths = apis.flatMap((api) => [`/restapis/${api}`, `/restapis/${api}/*`]);
  return [
    {
      Sid: "Apis",
      Action: ["apigateway:GET"],
      Resource: unique([`${GATEWAY}/restapis`, ...paths.map((path) => GATEWAY + path)])
    }
  ];
}
function releaseStatements(releases) {
  const aliases = releases.filter(({ mode }) => mode.kind === "alias");
  const arns = unique(releases.flatMap(functionArns));
  const aliased = unique(aliases.flatMap(functionArns));
  return [
    ...planStatements(releases),
    { Sid: "Publish", Action: ["lambda:GetFunction", "lambda:PublishVersion"], Resource: arns },
    // Why requests failed. Not for pull requests: logs of production may hold anything.
    {
      Sid: "Logs",
      Action: ["logs:FilterLogEvents"],
      Resource: unique(releases.flatMap(logGroups))
    },
    { Sid: "LogGroups", Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
    ...aliased.length === 0 ? [] : [
      {
        Sid: "ShiftAliases",
        Action: ["lambda:UpdateAlias", "lambda:TagResource", "lambda:UntagResource"],
        Resource: aliased
      }
    ],
    ...stageWrites(staged(releases))
  ];
}
function stageWrites(releases) {
  if (releases.length === 0) return [];
  const apis = releases.map((release) => ({
    api: apiIn(release),
    stage: release.mode.kind === "stage" ? release.mode.stage : ""
  }));
  const arns = unique(releases.flatMap(functionArns));
  const stages = apis.map(({ api, stage }) => `${GATEWAY}/restapis/${api}/stages/${stage}`);
  return [
    {
      Sid: "ShiftStages",
      Action: ["apigateway:PATCH"],
      Resource: unique([
        ...stages,
        ...apis.map(({ api }) => `${GATEWAY}/restapis/${api}/resources/*/methods/*/integration`)
      ])
    },
    {
      Sid: "Remember",
      Action: ["apigateway:PUT", "apigateway:DELETE"],
      // The ARN of the stage is one part of the path, and escaped.
      Resource: [`${GATEWAY}/tags/*`]
    },
    {
      Sid: "Deploy",
      Action: ["apigateway:POST"],
      Resource: unique(apis.map(({ api }) => `${GATEWAY}/restapis/${api}/deployments`))
    },
    {
      Sid: "Grant",
      Action: ["lambda:AddPermission"],
      Resource: arns.map((arn) => `${arn}:*`),
      Condition: { StringEquals: { "lambda:Principal": "apigateway.amazonaws.com" } }
    }
  ];
}

// src/init/terraform-file.ts
var HOST2 = "token.actions.githubusercontent.com";
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
  host      = "${HOST2}"
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
${role2("plan", names.plan, 3600, subjects.plan, void 0, statements.plan, region)}
# For jobs of the environment, on the default branch.
${role2("release", names.release, 7200, subjects.release, ref, statements.release, region)}${alarms.map(alarmResource2).join("")}
output "plan_role" { value = aws_iam_role.plan.arn }
output "release_role" { value = aws_iam_role.release.arn }
`;
}
function role2(id, name, seconds, subjects, ref, statements, region) {
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
${subjects.map((subject) => `            ${JSON.stringify(subject)},`).join("\n")}
          ]
${ref === void 0 ? "" : `          "\${local.host}:ref" = ${JSON.stringify(ref)}
`}        }
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
${statements.map((each) => statement2(each, region)).join("")}    ]
  })
}
`;
}
function statement2({ Sid, Action, Resource, Condition }, region) {
  const arn = (text) => text.replaceAll("${Partition}", "${local.partition}").replaceAll("${Region}", region).replaceAll("${Account}", "${local.account}");
  const lines = (texts) => texts.map((text) => `          "${text}",`).join("\n");
  const condition = Object.entries(Condition ?? {}).map(([operator, values]) => {
    const pairs = Object.entries(values).map(([key, value]) => `"${key}" = "${value}"`);
    return `        Condition = { ${operator} = { ${pairs.join(", ")} } }
`;
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
${condition.join("")}      },
`;
}
function alarmResource2({ name, label, functionName = "", alias }) {
  const resource = alias === void 0 ? "" : `
    Resource     = "${functionName}:${alias}"`;
  return `
resource "aws_cloudwatch_metric_alarm" "${label.replace(/[^A-Za-z0-9_-]/g, "_")}_errors" {
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

// src/init/workflow-text.ts
function releaseWorkflow(facts) {
  const { after, defaultBranch, environment } = facts;
  const trigger = after === void 0 ? "  # Add the event after which the new code is in $LATEST, such as a push or another workflow.\n  workflow_dispatch:" : `  # After the new code is in $LATEST.
  workflow_run:
    workflows: [${JSON.stringify(after)}]
    types: [completed]
    branches: [${JSON.stringify(defaultBranch)}]
  workflow_dispatch:`;
  const condition = after === void 0 ? "" : "    if: github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'\n";
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
${stepsOf(facts, facts.roles.release, "          role-duration-seconds: 7200\n", "")}`;
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
${stepsOf(facts, facts.roles.plan, "", "          command: plan\n")}`;
}
function stepsOf({ refs, region, configs }, role3, duration, command) {
  return `      - uses: ${refs.checkout}
        with:
          persist-credentials: false
      - uses: ${refs.credentials}
        with:
          role-to-assume: ${role3}
${duration}          aws-region: ${region}
${configs.map(
    (path) => `      - uses: ${refs.canary}
        with:
${command}          config: ${path}
`
  ).join("")}`;
}

// src/init/plan-init.ts
function planInit(facts) {
  const { releases, repository, workflows, region, environment, account } = facts;
  const [first] = releases;
  const isTerraform = first?.tool === "terraform";
  const names = roleNames(repository);
  const configs = configPaths(releases);
  const alarms = [...new Map(releases.flatMap(alarmsOf).map((one) => [one.name, one])).values()];
  const roleFacts = {
    ...{ names, alarms, ref: `refs/heads/${repository.defaultBranch}` },
    subjects: {
      plan: subjectsOf(repository, "pull_request"),
      release: subjectsOf(repository, environmentContext(environment))
    },
    statements: { plan: planStatements(releases), release: releaseStatements(releases) }
  };
  const rolesPath = isTerraform ? "canary/main.tf" : "canary/canary.template.yaml";
  const workflowFacts = {
    refs: actionRefs(workflows, facts.commit),
    ...{ region, environment, configs },
    defaultBranch: repository.defaultBranch,
    after: deployingWorkflow(workflows),
    roles: roleArns(names, account, region)
  };
  return {
    files: [
      ...releases.map((release, i) => ({
        ...{ path: configs[i] ?? "", text: configText(release) }
      })),
      { path: RELEASE_WORKFLOW, text: releaseWorkflow(workflowFacts) },
      { path: PLAN_WORKFLOW, text: planWorkflow(workflowFacts) },
      {
        path: rolesPath,
        text: isTerraform ? terraformFile(roleFacts, region) : cloudformationFile(roleFacts)
      }
    ],
    notes: notesOf(facts, names),
    commands: nextCommands({
      ...{ tool: first?.tool, stack: first?.stack, alarms, rolesPath, configs, region },
      source: facts.source,
      stackOfRoles: `canary-${repository.name}`.replace(/[^A-Za-z0-9-]/g, "-")
    }),
    afterwards: firstRelease(deployingWorkflow(workflows))
  };
}
function firstRelease(after) {
  return after === void 0 ? 'Then commit the files. To release: deploy new code as you do today, and run the workflow "Canary release".' : `Then commit the files. To release: let ${JSON.stringify(after)} deploy new code; the workflow "Canary release" follows it.`;
}
function ownerNote(action) {
  return action.startsWith("org/") ? [
    `"org" in "${action}" stands for the owner of your copy of the action: write that name instead, in the files and in the commands`
  ] : [];
}
function tagsNote({ releases, ignoresTags: ignoresTags2 }) {
  return releases[0]?.tool !== "terraform" || ignoresTags2 ? [] : [
    `add ${IGNORE_TAGS} to Terraform's provider: an apply while a release is open would remove the tags that have its state`
  ];
}
function roleNames({ name }) {
  const plain = name.replace(/[^\w-]/g, "-").slice(0, 40);
  return { plan: `canary-plan-${plain}`, release: `canary-release-${plain}` };
}
function roleArns(names, account, region) {
  if (account === void 0) {
    return { plan: "${{ vars.PLAN_ROLE }}", release: "${{ vars.RELEASE_ROLE }}" };
  }
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const arn = (name) => `arn:${partition}:iam::${account}:role/${name}`;
  return { plan: arn(names.plan), release: arn(names.release) };
}
function notesOf(facts, names) {
  const { account, environment, hasLockFile, workflows, region, isRegionKnown } = facts;
  const lock = hasLockFile ? [
    'this repository locks its actions: run "gh actions-lock" before you commit, or GitHub refuses the new workflows'
  ] : [];
  const where = isRegionKnown ? [] : [
    `the Region is not known, so the files and commands say ${region}: for another one, run init again with --region, and --overwrite if the files are written`
  ];
  const variables = account === void 0 ? [
    `the account is not known, so the workflows name their roles by variables: set PLAN_ROLE of the repository and RELEASE_ROLE of the environment ${environment} to the ARNs of ${names.plan} and ${names.release}`
  ] : [];
  const after = deployingWorkflow(workflows) === void 0 ? [
    "no workflow was found that deploys, so the release begins by hand (workflow_dispatch): let it begin after your deployment"
  ] : [];
  return [
    ...ownerNote(CANARY),
    `limit the environment ${environment} to the default branch in the settings of the repository: its jobs may release`,
    `an account has GitHub's OIDC provider once: if "${LIST_PROVIDERS}" does not list it, add CreateProvider=true (Terraform: -var create_provider=true) to the second command`,
    permissionsNote(facts.keptConfigs),
    ...tagsNote(facts),
    ...where,
    ...lock,
    ...variables,
    ...after
  ];
}

// src/init/printed-code.ts
function printedCode(diagnosis) {
  const { fact, change, mode } = diagnosis;
  if (change.kind === "nothing" || mode.kind !== "alias") return "";
  const callers = change.kind === "call-alias" ? change.callers : [];
  if (fact.tool === "cdk") return cdkCode(constructOf(fact.label), mode.alias, callers);
  if (fact.tool === "cloudformation") {
    return resources(fact.label, mode.alias, `!Ref ${fact.label}`, "  ");
  }
  if (fact.tool === "serverless") return serverlessCode(fact.label, mode.alias);
  return "";
}
function constructOf(logicalId) {
  return logicalId.replace(/[0-9A-F]{8}$/, "");
}
function cdkCode(id, alias, callers) {
  const variable = id.charAt(0).toLowerCase() + id.slice(1);
  const live = `${variable}Live`;
  const fronts = new Set(callers.map(({ front }) => front));
  const uses = [
    ...fronts.has("rest") ? [`new apigateway.LambdaIntegration(${live})`] : [],
    ...fronts.has("http") ? [`new HttpLambdaIntegration('${id}', ${live})`] : [],
    ...fronts.has("url") ? [`${live}.addFunctionUrl({ … })`] : [],
    ...fronts.has("source") ? [`${live}.addEventSource(…)`] : [],
    ...fronts.has("other") ? [`${live}, wherever the function is a target`] : []
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
${uses.map((use) => `//   ${use}`).join("\n")}
`;
}
function resources(id, alias, ref, indent) {
  return [
    "# Under Resources. The version is published once; afterwards the action moves the alias.",
    `${indent}${id}First:`,
    `${indent}  Type: AWS::Lambda::Version`,
    `${indent}  DeletionPolicy: Retain`,
    `${indent}  UpdateReplacePolicy: Retain`,
    `${indent}  Properties: { FunctionName: ${ref} }`,
    `${indent}${id}Live:`,
    `${indent}  Type: AWS::Lambda::Alias`,
    `${indent}  Properties: { Name: ${alias}, FunctionName: ${ref}, FunctionVersion: !GetAtt ${id}First.Version }`,
    `# In integrations and in the AWS::Lambda::Permission: !Ref ${id}Live in place of ${id}.`,
    ""
  ].join("\n");
}
function serverlessCode(name, alias) {
  const plain = name.replaceAll("-", "Dash").replaceAll("_", "Underscore");
  const id = plain.charAt(0).toUpperCase() + plain.slice(1);
  return [
    "provider:",
    "  versionFunctions: false",
    "resources:",
    "  Resources:",
    resources(id, alias, `{ Ref: ${id}LambdaFunction }`, "    ").trimEnd(),
    "# And in resources.extensions, for each event: see docs/doctor.md#unqualified.",
    ""
  ].join("\n");
}

// src/init/releases.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
function releasesOf(diagnoses, stackOf2) {
  const problems = [...repeated(diagnoses)];
  const notes = [];
  const groups = /* @__PURE__ */ new Map();
  for (const diagnosis of diagnoses) {
    if (diagnosis.mode.kind === "none") {
      notes.push(`${diagnosis.fact.label} is left out: it is not known what calls it`);
      continue;
    }
    const found = releaseOf(diagnosis, stackOf2);
    problems.push(...found.problems);
    if (!found.release) continue;
    const { release } = found;
    const key = JSON.stringify([release.mode, release.stack]);
    const before = groups.get(key)?.functions ?? [];
    groups.set(key, { ...release, functions: [...before, ...release.functions] });
  }
  return { releases: [...groups.values()], problems, notes };
}
function releaseOf(diagnosis, stackOf2) {
  const { mode, fact } = diagnosis;
  if (mode.kind === "none") return { problems: [] };
  const stack = fact.name === void 0 || fact.stack ? stackOf2(diagnosis) : void 0;
  const input = stack === void 0 ? fact.name : logicalIdOf(fact);
  const problems = input === void 0 ? [whyUnnamed(diagnosis)] : [];
  if (mode.kind === "stage" && /^(aws_|module\.)/.test(mode.api)) {
    problems.push(
      `the ID of ${mode.api} is known only after it was applied; apply it, and give a Region and credentials`
    );
  }
  if (input === void 0 || problems.length > 0) return { problems };
  const functions = [{ input, label: plainLabel(fact.label), name: fact.name }];
  const released = mode.kind === "stage" ? { ...mode, stage: mode.stage ?? "prod" } : mode;
  return { release: { mode: released, functions, stack, tool: fact.tool }, problems };
}
function logicalIdOf({ id, stack, label }) {
  if (stack) return stack.logicalId;
  return id.includes("#") ? id.slice(id.indexOf("#") + 1) : label;
}
function whyUnnamed({ fact }) {
  return fact.tool === "terraform" ? `the name of ${fact.label} is not in the files; give a Region and credentials, or --terraform-json` : `${quote(fact.label)} gets its name from CloudFormation; give --stack, the name of its stack`;
}
function repeated(diagnoses) {
  const places = /* @__PURE__ */ new Map();
  for (const { fact } of diagnoses) {
    const label = fact.name ?? fact.label;
    places.set(label, [...places.get(label) ?? [], fact.where]);
  }
  return [...places].filter(([, where]) => where.length > 1).map(
    ([label, where]) => `${quote(label)} is defined ${where.length} times (${where.join("; ")}); name the folder of one in --folder`
  );
}
function plainLabel(label) {
  return label.replace(/^.*aws_lambda_function\./, "").replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-|-$/g, "");
}

// src/init/written-region.ts
var LINE = /^[ \t]{0,40}region[ \t]{0,40}=[ \t]{0,40}"([a-z0-9-]{5,30})"/gm;
var PROVIDER = 'provider "aws"';
function writtenRegion({ samconfig, terraform }) {
  const providers = terraform.flatMap(
    (text) => text.split(PROVIDER).slice(1).map((rest) => rest.slice(0, rest.indexOf("}")))
  );
  const found = [...samconfig, ...providers].flatMap(
    (text) => [...text.matchAll(LINE)].map(([, region]) => region)
  );
  return new Set(found).size === 1 ? found[0] : void 0;
}

// src/cli/edit-infrastructure.ts
import { join } from "node:path";
import {
  src_base_errors_ts__known as known
} from "./core.js";

// src/init/terraform-edits.ts
var IGNORED_BY_ALIAS = ["function_version", "routing_config"];
var IGNORED_BY_STAGE = ["deployment_id", "variables", "canary_settings"];
function aliasEdits(files, name, alias) {
  const all = resourcesIn(files);
  const fn = find(all, "aws_lambda_function", name);
  if (!fn) return [];
  const own = all.find(
    ({ block, file }) => block.labels[0] === "aws_lambda_alias" && refersTo(file, block, "function_name", name)
  );
  const resource = own?.block.labels[1] ?? `${name}_${alias.replace(/\W/g, "_")}`;
  return [
    ...publishEdit(fn),
    ...own ? ignoreEdits(own, IGNORED_BY_ALIAS) : [newAlias(fn, name, alias, resource)],
    ...all.flatMap((each) => callerEdits(each, all, name, resource))
  ];
}
function stageEdits(files, name) {
  const stage = find(resourcesIn(files), "aws_api_gateway_stage", name);
  return stage ? ignoreEdits(stage, IGNORED_BY_STAGE) : [];
}
function resourcesIn(files) {
  return files.flatMap(
    (file) => file.body.blocks.filter(({ type }) => type === "resource").map((block) => ({ file, block }))
  );
}
function find(all, type, name) {
  return all.find(({ block: { labels } }) => labels[0] === type && labels[1] === name);
}
function textOf({ text }, { body }, attribute) {
  const found = body.attributes.get(attribute);
  return found ? text.slice(found.start, found.end) : "";
}
function refersTo(file, block, attribute, name) {
  return referencesIn(textOf(file, block, attribute), name).length > 0;
}
var REFERENCES = /\baws_lambda_function\.([\w-]+)((?:\[[^[\]]*\])?)\.(\w+)/g;
function referencesIn(text, name) {
  return [...text.matchAll(REFERENCES)].filter(([, own]) => own === name).map(([, , index = ""]) => index);
}
function indentOf({ text }, block) {
  const [first] = block.body.attributes.values();
  const start = first?.start ?? block.body.blocks[0]?.start;
  if (start === void 0) return "  ";
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^[ \t]+$/.test(before) ? before : "  ";
}
function appendAttribute(placed, name, value) {
  const { file, block } = placed;
  const last = [...block.body.attributes.values()].filter(({ end }) => !file.text.slice(end, block.close).includes("{")).at(-1);
  const above = last ? file.text.slice(last.start, last.end) : "";
  const column = /^(\w+\s*)=/.exec(above)?.[1]?.length ?? 0;
  return append(placed, `${name.padEnd(Math.max(column - 1, name.length))} = ${value}`);
}
function append({ file, block }, line) {
  const { text, path } = file;
  const lineStart = text.lastIndexOf("\n", block.close - 1) + 1;
  const isOwnLine = /^[ \t]*$/.test(text.slice(lineStart, block.close));
  const indent = indentOf(file, block);
  if (isOwnLine) return { path, start: lineStart, end: lineStart, text: `${indent}${line}
` };
  const start = text.slice(0, block.close).trimEnd().length;
  return { path, start, end: block.close, text: `
${indent}${line}
` };
}
function publishEdit(fn) {
  const publish = fn.block.body.attributes.get("publish");
  if (!publish) return [appendAttribute(fn, "publish", "true")];
  const { value, start, end } = publish;
  if (value.kind === "text" && value.text === "true") return [];
  return [{ path: fn.file.path, start, end, text: "publish = true" }];
}
function newAlias(fn, name, alias, resource) {
  const { file, block } = fn;
  const isEach = block.body.attributes.has("for_each");
  const source = isEach ? "each.value" : `aws_lambda_function.${name}`;
  const text = `

# The action moves this alias; Terraform only creates it.
resource "aws_lambda_alias" "${resource}" {
${isEach ? `  for_each         = aws_lambda_function.${name}
` : ""}  name             = "${alias}"
  function_name    = ${source}.function_name
  function_version = ${source}.version
  lifecycle { ignore_changes = [${IGNORED_BY_ALIAS.join(", ")}] }
}`;
  return { path: file.path, start: block.end, end: block.end, text };
}
function ignoreEdits(placed, names) {
  const { file, block } = placed;
  const lifecycle = block.body.blocks.find(({ type }) => type === "lifecycle");
  if (!lifecycle) {
    return [append(placed, `lifecycle { ignore_changes = [${names.join(", ")}] }`)];
  }
  const ignored = lifecycle.body.attributes.get("ignore_changes");
  const line = (all) => `ignore_changes = [${all.join(", ")}]`;
  if (!ignored) return [append({ file, block: lifecycle }, line(names))];
  const own = namesOf(ignored.value);
  const missing = names.filter((name) => !own.includes(name));
  if (own.includes("all") || missing.length === 0) return [];
  const { start, end } = ignored;
  return [{ path: file.path, start, end, text: line([...own, ...missing]) }];
}
function namesOf(value) {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => item.kind === "traversal" ? [item.root] : []);
}
var CALLED = {
  aws_api_gateway_integration: ["uri"],
  aws_api_gateway_authorizer: ["authorizer_uri"],
  aws_apigatewayv2_api: ["target"],
  aws_apigatewayv2_integration: ["integration_uri"],
  aws_apigatewayv2_authorizer: ["authorizer_uri"],
  aws_cloudwatch_event_target: ["arn"],
  aws_lambda_event_source_mapping: ["function_name"],
  aws_sns_topic_subscription: ["endpoint"]
};
var QUALIFIED = ["aws_lambda_function_url", "aws_lambda_permission"];
var FURTHER = /["']?(?:apigateway|events|sns)\.amazonaws\.com/;
function callerEdits(placed, all, name, alias) {
  const { block } = placed;
  const [type = ""] = block.labels;
  const nested = block.body.blocks.filter((inner) => inner.type === "target");
  return [
    ...(CALLED[type] ?? []).flatMap(
      (attribute) => renamed(placed, block.body, attribute, name, alias)
    ),
    ...type === "aws_scheduler_schedule" ? nested.flatMap((inner) => renamed(placed, inner.body, "arn", name, alias)) : [],
    ...QUALIFIED.includes(type) ? qualifierEdits(placed, all, name, alias) : []
  ];
}
function renamed({ file }, { attributes }, attribute, name, alias) {
  const found = attributes.get(attribute);
  if (!found) return [];
  const { start, end } = found;
  const before = file.text.slice(start, end);
  const text = before.replace(REFERENCES, (all, fn, index, part) => {
    if (fn !== name) return all;
    const own = part === "invoke_arn" || part === "qualified_invoke_arn" ? "invoke_arn" : "arn";
    return `aws_lambda_alias.${alias}${index}.${own}`;
  });
  return text === before ? [] : [{ path: file.path, start, end, text }];
}
function qualifierEdits(placed, all, name, alias) {
  const { file, block } = placed;
  if (block.body.attributes.has("qualifier")) return [];
  const written = textOf(file, block, "function_name");
  const [found] = referencesIn(written, name);
  const isEach = textOf(file, block, "for_each").trimEnd().endsWith(`aws_lambda_function.${name}`);
  if (found === void 0 && !(isEach && /\beach\.value\b/.test(written))) return [];
  const index = isEach ? "[each.key]" : found;
  const edit = appendAttribute(placed, "qualifier", `aws_lambda_alias.${alias}${index}.name`);
  return FURTHER.test(textOf(file, block, "principal")) ? furtherPermission(placed, all, edit) : [edit];
}
function furtherPermission({ file, block }, all, { start, end, text }) {
  const [type = "", name = ""] = block.labels;
  const label = `${name}_alias`;
  if (find(all, type, label)) return [];
  const own = applyEdits(file.text.slice(block.start, block.end), [
    { start: start - block.start, end: end - block.start, text }
  ]);
  const copy = own.replace(`"${name}"`, `"${label}"`);
  return [{ path: file.path, start: block.end, end: block.end, text: `

${copy}` }];
}

// src/cli/edit-infrastructure.ts
async function editInfrastructure(folder, diagnoses) {
  const unready = diagnoses.filter((each) => !isReady(each) && each.mode.kind !== "none");
  const sam = unready.filter(({ fact }) => fact.tool === "sam");
  const terraform = unready.filter(({ fact }) => fact.tool === "terraform");
  const edits = new Map([
    ...await editsOfSam(folder, sam),
    ...editsOfTerraform(folder, terraform)
  ]);
  const texts = new Map(
    [...edits].map(([path, own]) => [path, applyEdits(textIn(folder, path), own)])
  );
  const again = diagnose((await readFolder(folder, void 0, texts)).survey);
  const failed = [...sam, ...terraform].filter(
    ({ fact }) => !again.some((each) => each.fact.id === fact.id && isReady(each))
  );
  const files = [...texts].filter(([path, text]) => text !== textIn(folder, path)).map(([path, text]) => ({ path, text, before: textIn(folder, path), isEdit: true }));
  return { files, code: [], notes: failed.flatMap(byHand) };
}
function byHand(diagnosis) {
  return adviseOn(diagnosis).change.map((step) => `${diagnosis.fact.label}, by hand: ${step}`);
}
function textIn(folder, path) {
  return readFileSync(join(folder, path), "utf8");
}
async function editsOfSam(folder, diagnoses) {
  const edits = /* @__PURE__ */ new Map();
  const pathOf = ({ fact }) => fact.id.replace(/#.*$/, "");
  for (const path of new Set(diagnoses.map(pathOf))) {
    const own = diagnoses.filter((each) => pathOf(each) === path);
    const wanted = own.flatMap((diagnosis) => {
      const { fact, aliases } = diagnosis;
      const alias = aliasOfMode(diagnosis);
      const logicalId = fact.id.slice(fact.id.indexOf("#") + 1);
      return alias === void 0 ? [] : [{ logicalId, alias, hasAlias: aliases.length > 0 }];
    });
    edits.set(path, await samEdits(textIn(folder, path), wanted));
  }
  return edits;
}
function editsOfTerraform(folder, diagnoses) {
  const edits = /* @__PURE__ */ new Map();
  if (diagnoses.length === 0) return edits;
  const files = findFiles(folder).paths.filter((path) => path.endsWith(".tf")).flatMap((path) => parsed(path, textIn(folder, path)));
  const done = /* @__PURE__ */ new Set();
  for (const diagnosis of diagnoses) {
    const { fact, movers } = diagnosis;
    const alias = aliasOfMode(diagnosis);
    const name = /^aws_lambda_function\.([\w-]+)/.exec(fact.label)?.[1];
    const own = files.filter(({ path }) => folderOf2(path) === folderOf2(fact.where));
    if (name === void 0 || done.has(`${folderOf2(fact.where)}/${name}`)) continue;
    done.add(`${folderOf2(fact.where)}/${name}`);
    const stages = movers.filter(({ kind }) => kind === "stage-not-ignored").flatMap(({ by }) => /aws_api_gateway_stage\.([\w-]+)/.exec(by)?.[1] ?? []);
    const found = [
      ...alias === void 0 ? [] : aliasEdits(own, name, alias),
      ...stages.flatMap((stage) => stageEdits(own, stage))
    ];
    for (const { path, ...edit } of found) {
      const before = edits.get(path) ?? [];
      const isThere = before.some((each) => each.start === edit.start && each.text === edit.text);
      if (!isThere) edits.set(path, [...before, edit]);
    }
  }
  return edits;
}
function parsed(path, text) {
  try {
    return [parseHcl(path, text)];
  } catch (error) {
    known(error);
    return [];
  }
}
function folderOf2(path) {
  const file = path.replace(/:\d+$/, "");
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
}

// src/cli/run-init.ts
async function runInit(context) {
  const { flags, log } = context;
  const infrastructure = await readInfrastructure(context);
  const { folder, files, survey } = infrastructure;
  const diagnoses = diagnose(survey);
  if (diagnoses.length === 0) {
    for (const problem of survey.problems) log.error(problem);
    log.error(
      `No function was found in ${folder}, so there is nothing to write. Run doctor there.`
    );
    return EXIT.failed;
  }
  const root = await rootOf(folder);
  const workflows = readWorkflows(root);
  const releases = releasesOf(diagnoses, (one) => stackOf(one, flags.text("stack"), folder));
  const found = await readRepository(context, root);
  const pin = await readPin(context, root, workflows);
  const problems = [
    ...releases.problems,
    ...found.problems,
    ...pin.problem === void 0 ? [] : [pin.problem],
    ...wrongWriting(context)
  ];
  const { repository } = found;
  if (problems.length > 0 || !repository) throw new UsageError(problems);
  const edited = await editInfrastructure(folder, diagnose(files));
  const region = infrastructure.region || regionIn(infrastructure);
  const planned = planInit({
    ...{ releases: releases.releases, repository, workflows, commit: pin.commit },
    ...{ region: region ?? "us-east-1", isRegionKnown: region !== void 0 },
    source: sourceOf(diagnose(files), root, folder),
    environment: flags.text("environment") || "production",
    account: infrastructure.account,
    hasLockFile: existsSync(join2(root, ".github/workflows/actions.lock")),
    ignoresTags: ignoresTags(terraformTexts(infrastructure)),
    keptConfigs: configPaths(releases.releases).map((path) => textAt(join2(root, path)) ?? "")
  });
  const all = [
    ...edited.files.map((file) => ({
      ...file,
      path: relative(root, join2(folder, file.path)).replaceAll("\\", "/")
    })),
    ...planned.files.map(({ path, text }) => ({
      ...{ path, text, isEdit: false },
      before: textAt(join2(root, path))
    }))
  ];
  show(context, all, {
    code: [...edited.code, ...diagnose(files).map(printedCode)].filter((text) => text !== ""),
    notes: [...found.notes, ...releases.notes, ...edited.notes, ...planned.notes],
    commands: planned.commands,
    afterwards: planned.afterwards,
    where: relative(context.cwd, root)
  });
  return await writeFiles(context, root, all);
}
function stackOf({ fact }, given, folder) {
  if (fact.stack) return fact.stack.name;
  if (fact.tool === "terraform" || fact.tool === void 0) return void 0;
  if (given !== "") return given;
  const path = fact.id.replace(/#.*$/, "");
  if (fact.tool === "cdk") return basename(path, ".template.json");
  if (fact.tool !== "sam") return void 0;
  const settings = textAt(join2(folder, dirname(path), "samconfig.toml"));
  return /^[ \t]{0,40}stack_name[ \t]{0,40}=[ \t]{0,40}"([^"]{1,128})"/m.exec(settings ?? "")?.[1];
}
function regionIn(infrastructure) {
  const { folder, read } = infrastructure;
  const texts = (paths) => paths.map((path) => textAt(join2(folder, path)) ?? "");
  const folders = [.../* @__PURE__ */ new Set([".", ...read.map((path) => dirname(path))])];
  return writtenRegion({
    samconfig: texts(folders.map((each) => join2(each, "samconfig.toml"))),
    terraform: terraformTexts(infrastructure)
  });
}
function terraformTexts({ folder, read }) {
  return read.filter((path) => path.endsWith(".tf")).map((path) => textAt(join2(folder, path)) ?? "");
}
function sourceOf(diagnoses, root, folder) {
  const found = diagnoses.find(({ mode }) => mode.kind !== "none");
  if (!found) return void 0;
  const { id, where, tool } = found.fact;
  const path = tool === "terraform" ? where.replace(/:\d+$/, "") : id.replace(/#.*$/, "");
  return relative(root, join2(folder, path)).replaceAll("\\", "/");
}
function textAt(path) {
  return existsSync(path) ? readFileSync2(path, "utf8") : void 0;
}
function show({ log, flags }, all, shown) {
  const kept = showFiles({ log, flags }, all);
  if (shown.code.length > 0) log.text(`
To copy:

${shown.code.join("\n")}`);
  const notes = [...kept.length === 0 ? [] : [keptNote(kept)], ...shown.notes];
  if (notes.length > 0) log.text("\nNotes:");
  for (const note of notes) log.text(`  - ${wrapped(note, 4).join("\n").trimStart()}`);
  log.text(shown.where === "" ? "\nNext:" : `
Next, in ${shown.where}:`);
  for (const [i, command] of shown.commands.entries()) log.text(`  ${i + 1}. ${command}`);
  log.text(`
${wrapped(shown.afterwards, 0).join("\n")}`);
}
export {
  runInit
};
