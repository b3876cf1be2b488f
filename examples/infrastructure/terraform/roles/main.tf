# Two roles that workflows of one repository assume through GitHub's OIDC provider. "plan" is for pull requests: it
# reads what a plan reads, and can change nothing. "release" releases, from one branch, environment or tag.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81" # from this version on, the provider of an account needs no thumbprint
    }
  }
}

variable "repository" {
  description = "Owner and name of the repository as GitHub spells them, such as octo-org/orders."
  type        = string
  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.repository))
    error_message = "Expected OWNER/NAME."
  }
}

# GitHub names a repository that was created, renamed or moved since July 15, 2026 with these numbers, and an older one
# without them. With them, the roles trust both spellings.
variable "owner_id" {
  description = "The output of: gh api repos/OWNER/NAME --jq .owner.id"
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[0-9]*$", var.owner_id))
    error_message = "Expected a number, or nothing."
  }
}

variable "repository_id" {
  description = "The output of: gh api repos/OWNER/NAME --jq .id"
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[0-9]*$", var.repository_id))
    error_message = "Expected a number, or nothing."
  }
}

# At least one of these three. A job with an environment is known by the environment alone, not by its branch or tag.
variable "branch" {
  description = "The branch whose jobs may release; also for schedules and comments, if it is the default branch."
  type        = string
  default     = "main"
  validation {
    condition     = can(regex("^[A-Za-z0-9_./-]*$", var.branch))
    error_message = "Expected a branch without wildcards, or nothing."
  }
}

variable "environment" {
  description = "The environment whose jobs may release, such as production. Limit its branches in GitHub's settings."
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^[A-Za-z0-9_. -]*$", var.environment))
    error_message = "Expected an environment without wildcards, or nothing."
  }
}

variable "tags" {
  description = "The tags whose jobs may release, such as v*. Anyone who may push such a tag may release."
  type        = string
  default     = ""
}

variable "function_prefix" {
  description = "How the names of the functions begin, such as shop-."
  type        = string
}

variable "stack" {
  description = "For the input stack, the CloudFormation stack in which names are looked up. Empty: none."
  type        = string
  default     = ""
}

variable "rest_api_id" {
  description = "For the canary of a stage, the REST API. Empty: aliases are released."
  type        = string
  default     = ""
}

variable "stage_name" {
  description = "The stage of that API."
  type        = string
  default     = "prod"
}

variable "access_log_group" {
  description = "The log group of the stage's access log, which the release reads. Empty: none."
  type        = string
  default     = ""
}

variable "create_provider" {
  description = "Whether to create GitHub's OIDC provider. An account has it once."
  type        = bool
  default     = false
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  host      = "token.actions.githubusercontent.com"
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name
  provider  = var.create_provider ? aws_iam_openid_connect_provider.github[0].arn : "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.host}"

  owner    = split("/", var.repository)[0]
  name     = split("/", var.repository)[1]
  with_ids = var.owner_id == "" || var.repository_id == "" ? [] : ["repo:${local.owner}@${var.owner_id}/${local.name}@${var.repository_id}"]
  # For the names of the roles, which an account has once.
  plain   = substr(replace(local.name, "/[^A-Za-z0-9_-]/", "-"), 0, 40)
  spelled = concat(["repo:${var.repository}"], local.with_ids)

  triggers = {
    plan = ["pull_request"]
    release = concat(
      var.branch == "" ? [] : ["ref:refs/heads/${var.branch}"],
      var.environment == "" ? [] : ["environment:${var.environment}"],
      var.tags == "" ? [] : ["ref:refs/tags/${var.tags}"],
    )
  }

  of_stage  = var.rest_api_id != ""
  functions = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${var.function_prefix}*"
  stacks    = "arn:${local.partition}:cloudformation:${local.region}:${local.account}:stack/"
  gateway   = "arn:${local.partition}:apigateway:${local.region}::"
  api       = "${local.gateway}/restapis/${var.rest_api_id}"
  stage     = "${local.api}/stages/${var.stage_name}"

  # What both roles read.
  reads = concat([
    {
      sid = "Look"
      actions = [
        "lambda:GetFunctionConfiguration",
        "lambda:GetPolicy",
        "lambda:GetProvisionedConcurrencyConfig",
        "lambda:GetResourcePolicy",
      ]
      resources = [local.functions, "${local.functions}:*"]
    },
    {
      sid       = "Watch"
      actions   = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"]
      resources = ["*"]
    },
    ], var.stack == "" ? [] : [
    {
      sid       = "Resolve"
      actions   = ["cloudformation:DescribeStacks", "cloudformation:ListStackResources"]
      resources = ["${local.stacks}${var.stack}/*", "${local.stacks}${var.stack}-*/*"]
    },
    ], local.of_stage ? [
    {
      sid     = "LookAtApi"
      actions = ["apigateway:GET"]
      resources = [
        "${local.gateway}/restapis",
        local.api,
        "${local.api}/resources",
        "${local.api}/deployments/*",
        local.stage,
        "${local.stage}/exports/*",
        "${local.api}/models",
        "${local.api}/gatewayresponses",
        "${local.api}/authorizers",
        "${local.api}/requestvalidators",
      ]
    },
    {
      sid       = "LookAtCalls"
      actions   = ["lambda:GetFunctionEventInvokeConfig"]
      resources = ["${local.functions}:*"]
    },
    ] : [
    {
      sid       = "LookAtAliases"
      actions   = ["lambda:GetAlias", "lambda:ListFunctionUrlConfigs", "lambda:ListTags"]
      resources = [local.functions]
    },
    {
      sid       = "EventSources"
      actions   = ["lambda:ListEventSourceMappings"]
      resources = ["*"]
    },
  ])

  log_groups = "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:"

  # Logs show failures within seconds. The plan does without them, because they may name your users.
  logs = concat([
    {
      sid       = "LogGroups"
      actions   = ["logs:DescribeLogGroups"]
      resources = ["*"]
    },
    ], local.of_stage ? [] : [
    {
      sid       = "Logs"
      actions   = ["logs:FilterLogEvents"]
      resources = ["${local.log_groups}/aws/lambda/${var.function_prefix}*:*"]
    },
    ], var.access_log_group == "" ? [] : [
    {
      sid       = "AccessLog"
      actions   = ["logs:FilterLogEvents"]
      resources = ["${local.log_groups}${var.access_log_group}*"]
    },
    {
      sid       = "LogRole"
      actions   = ["apigateway:GET"]
      resources = ["${local.gateway}/account"]
    },
  ])

  writes = concat([
    {
      sid       = "Publish"
      actions   = ["lambda:GetFunction", "lambda:PublishVersion"]
      resources = [local.functions]
    },
    {
      # Only for versions and aliases with provisioned concurrency.
      sid       = "Provision"
      actions   = ["lambda:DeleteProvisionedConcurrencyConfig", "lambda:PutProvisionedConcurrencyConfig"]
      resources = ["${local.functions}:*"]
    },
    {
      sid       = "Aliases"
      actions   = ["lambda:ListAliases"]
      resources = [local.functions]
    },
    ], local.of_stage ? [
    {
      # The integrations only where one names a version by its number.
      sid       = "Shift"
      actions   = ["apigateway:PATCH"]
      resources = [local.stage, "${local.api}/resources/*/methods/*/integration"]
    },
    {
      sid       = "Remember"
      actions   = ["apigateway:DELETE", "apigateway:PUT"]
      resources = ["${local.gateway}/tags/${urlencode(local.stage)}"]
    },
    {
      sid       = "Make"
      actions   = ["apigateway:POST"]
      resources = ["${local.api}/deployments"]
    },
    {
      sid       = "LookAround"
      actions   = ["apigateway:GET"]
      resources = ["${local.api}/stages", "${local.api}/stages/*/exports/*"]
    },
    ] : [
    {
      sid       = "Move"
      actions   = ["lambda:TagResource", "lambda:UntagResource", "lambda:UpdateAlias"]
      resources = [local.functions]
    },
  ])

  statements = { plan = local.reads, release = concat(local.reads, local.logs, local.writes) }
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.create_provider ? 1 : 0
  url            = "https://${local.host}"
  client_id_list = ["sts.amazonaws.com"]
  # Other roles of the account use it as well.
  lifecycle { prevent_destroy = true }
}

data "aws_iam_policy_document" "trust" {
  for_each = local.triggers
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [local.provider]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.host}:aud"
      values   = ["sts.amazonaws.com"]
    }
    # As StringLike, because a tag may be given as v*. IAM compares subjects case-sensitively.
    condition {
      test     = "StringLike"
      variable = "${local.host}:sub"
      values   = [for pair in setproduct(local.spelled, each.value) : join(":", pair)]
    }
  }
}

data "aws_iam_policy_document" "canary" {
  for_each = local.statements
  dynamic "statement" {
    for_each = each.value
    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
  # Only with invoke-permission: grant.
  dynamic "statement" {
    for_each = local.of_stage && each.key == "release" ? [local.functions] : []
    content {
      sid       = "Grant"
      actions   = ["lambda:AddPermission"]
      resources = ["${statement.value}:*"]
      condition {
        test     = "StringEquals"
        variable = "lambda:Principal"
        values   = ["apigateway.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role" "canary" {
  for_each           = local.triggers
  name               = "canary-${each.key}-${local.plain}"
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json
  # Longer than the longest schedule, because a session that ends first could not roll back.
  max_session_duration = each.key == "release" ? 14400 : 3600
  lifecycle {
    precondition {
      condition     = length(each.value) > 0
      error_message = "Set branch, environment or tags."
    }
  }
}

resource "aws_iam_role_policy" "canary" {
  for_each = local.statements
  name     = "canary"
  role     = aws_iam_role.canary[each.key].id
  policy   = data.aws_iam_policy_document.canary[each.key].json
}

output "plan_role_arn" {
  description = "For the repository's variable PLAN_ROLE."
  value       = aws_iam_role.canary["plan"].arn
}

output "release_role_arn" {
  description = "For the repository's variable RELEASE_ROLE."
  value       = aws_iam_role.canary["release"].arn
}
