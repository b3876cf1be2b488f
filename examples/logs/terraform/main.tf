# Logs that canary-action reads within seconds: the access log of a stage, the log of its function, and the permission to
# read both.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "release_role" {
  description = "The name of the release workflow's role."
  type        = string
}

variable "rest_api_id" {
  type = string
}

variable "deployment_id" {
  type = string
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = var.rest_api_id
  stage_name    = "prod"
  deployment_id = var.deployment_id

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId       = "$context.requestId"
      status          = "$context.status"
      method          = "$context.httpMethod"
      route           = "$context.resourcePath"
      latency         = "$context.responseLatency"
      lambdaRequestId = "$context.integration.requestId"
      errorType       = "$context.error.responseType"
      canary          = "$context.isCanaryRequest"
      apiId           = "$context.apiId"
      stage           = "$context.stage"
    })
  }

  # A release moves these.
  lifecycle {
    ignore_changes = [deployment_id, canary_settings, variables]
  }

  # API Gateway refuses a stage with logs as long as the account has no role to write them.
  depends_on = [aws_api_gateway_account.logs]
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/api/orders"
  retention_in_days = 14
}

# API Gateway writes the requests of the canary here. Without this group, it makes one that keeps them for ever.
resource "aws_cloudwatch_log_group" "canary" {
  name              = "/api/orders/Canary"
  retention_in_days = 14
}

# Lambda writes to the group of this name. Let the function depend on it: without this group, Lambda makes one that keeps
# everything for ever.
resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/orders"
  retention_in_days = 14
}

# One for all APIs of the account in this Region: leave out what follows, down to the role's policy, if there is one.
resource "aws_api_gateway_account" "logs" {
  cloudwatch_role_arn = aws_iam_role.gateway_logs.arn
  depends_on          = [aws_iam_role_policy_attachment.gateway_logs]
}

resource "aws_iam_role" "gateway_logs" {
  name = "api-gateway-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "apigateway.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "gateway_logs" {
  role       = aws_iam_role.gateway_logs.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_iam_role_policy" "read_logs" {
  name = "read-logs"
  role = var.release_role
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Logs"
        Effect = "Allow"
        Action = "logs:FilterLogEvents"
        # The provider gives ARNs without the ":*" of the events in a group.
        Resource = [
          "${aws_cloudwatch_log_group.access.arn}:*",
          "${aws_cloudwatch_log_group.canary.arn}:*",
          "${aws_cloudwatch_log_group.function.arn}:*",
        ]
      },
      {
        Sid      = "LogGroups"
        Effect   = "Allow"
        Action   = "logs:DescribeLogGroups"
        Resource = "*"
      },
      {
        Sid      = "LogRole"
        Effect   = "Allow"
        Action   = "apigateway:GET"
        Resource = "arn:${data.aws_partition.current.partition}:apigateway:${data.aws_region.current.name}::/account"
      },
    ]
  })
}
