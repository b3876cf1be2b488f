// Roles and alarms as a root module of Terraform.

import type { RoleFacts } from './cloudformation-file.ts';
import { LIST_PROVIDERS } from './list-providers.ts';
import { ALARM, type PlannedAlarm } from './planned-alarms.ts';
import type { RoleStatement } from './role-policies.ts';

const HOST = 'token.actions.githubusercontent.com';

export function terraformFile(facts: RoleFacts, region: string): string {
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
  host      = "${HOST}"
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
${role('plan', names.plan, 3600, subjects.plan, undefined, statements.plan, region)}
# For jobs of the environment, on the default branch.
${role('release', names.release, 7200, subjects.release, ref, statements.release, region)}${alarms.map(alarmResource).join('')}
output "plan_role" { value = aws_iam_role.plan.arn }
output "release_role" { value = aws_iam_role.release.arn }
`;
}

function role(
  id: string,
  name: string,
  seconds: number,
  subjects: readonly string[],
  ref: string | undefined,
  statements: readonly RoleStatement[],
  region: string,
): string {
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
${statements.map((each) => statement(each, region)).join('')}    ]
  })
}
`;
}

function statement({ Sid, Action, Resource, Condition }: RoleStatement, region: string): string {
  const arn = (text: string) =>
    text
      .replaceAll('${Partition}', '${local.partition}')
      .replaceAll('${Region}', region)
      .replaceAll('${Account}', '${local.account}');
  const lines = (texts: readonly string[]) =>
    texts.map((text) => `          "${text}",`).join('\n');
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

function alarmResource({ name, label, functionName = '', alias }: PlannedAlarm): string {
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
