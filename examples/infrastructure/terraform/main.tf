# What canary-action needs in an account for the canary of a REST API's stage: a role that a workflow
# of one repository may assume through GitHub OIDC, with only the permissions that the action needs, and an
# alarm on the canary's own errors. The account must already have GitHub's OIDC provider.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "repository" {
  description = "Owner and name of the repository that releases, such as octo-org/orders."
  type        = string
}

variable "branch" {
  description = "The branch that may release."
  type        = string
  default     = "main"
}

variable "rest_api_id" {
  description = "The REST API's id."
  type        = string
}

variable "rest_api_name" {
  description = "The REST API's name, which is the dimension of its metrics."
  type        = string
}

variable "stage_name" {
  description = "The stage that is released to."
  type        = string
  default     = "prod"
}

variable "function_name" {
  description = "The Lambda function behind the API."
  type        = string
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account    = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
  region     = data.aws_region.current.name
  gateway    = "arn:${local.partition}:apigateway:${local.region}::"
  api        = "${local.gateway}/restapis/${var.rest_api_id}"
  release_fn = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${var.function_name}"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${local.account}:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${var.repository}:ref:refs/heads/${var.branch}"]
    }
  }
}

data "aws_iam_policy_document" "canary" {
  statement {
    sid     = "ReadApi"
    actions = ["apigateway:GET"]
    resources = [
      local.api,
      "${local.api}/resources",
      "${local.api}/deployments/*",
      "${local.api}/stages/${var.stage_name}",
      "${local.api}/stages/${var.stage_name}/exports/*",
      "${local.api}/models",
      "${local.api}/gatewayresponses",
      "${local.api}/authorizers",
      "${local.api}/requestvalidators",
    ]
  }
  statement {
    sid       = "Deploy"
    actions   = ["apigateway:POST"]
    resources = ["${local.api}/deployments"]
  }
  statement {
    sid     = "Shift"
    actions = ["apigateway:PATCH"]
    resources = [
      "${local.api}/stages/${var.stage_name}",
      # Only if an integration names a version in its URI.
      "${local.api}/resources/*/methods/*/integration",
    ]
  }
  statement {
    sid       = "Remember"
    actions   = ["apigateway:PUT", "apigateway:DELETE"]
    resources = ["${local.gateway}/tags/*"]
  }
  statement {
    sid = "Release"
    actions = [
      "lambda:GetFunction",
      "lambda:GetFunctionConfiguration",
      "lambda:GetPolicy",
      "lambda:GetProvisionedConcurrencyConfig",
      "lambda:GetResourcePolicy",
      "lambda:PublishVersion",
      # Only with invoke-permission: grant.
      "lambda:AddPermission",
    ]
    resources = [local.release_fn, "${local.release_fn}:*"]
  }
  statement {
    sid       = "Watch"
    actions   = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "release" {
  name_prefix        = "canary-release-"
  description        = "Assumed by the release workflow, by GitHub's OIDC"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  # Longer than the longest schedule: a session that ends first could not roll back.
  max_session_duration = 14400
}

resource "aws_iam_role_policy" "canary" {
  name   = "canary"
  role   = aws_iam_role.release.id
  policy = data.aws_iam_policy_document.canary.json
}

resource "aws_cloudwatch_metric_alarm" "canary_errors" {
  alarm_name          = "${var.rest_api_name}-${var.stage_name}-canary-5xx"
  alarm_description   = "The canary answers with errors of the server"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"
  dimensions          = { ApiName = var.rest_api_name, Stage = "${var.stage_name}/Canary" }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  # While no canary is open, there is no data; this is not an error.
  treat_missing_data = "notBreaching"
}

output "role_arn" {
  description = "For role-to-assume of aws-actions/configure-aws-credentials."
  value       = aws_iam_role.release.arn
}

output "alarm_name" {
  description = "For the input \"alarms\"."
  value       = aws_cloudwatch_metric_alarm.canary_errors.alarm_name
}
