# Functions behind a REST API, whose stage variables name the versions. Terraform uploads and publishes the code, and
# changes the draft of the API; the action releases both. Inputs of the action: rest-api-id and functions (see the
# outputs), stage-name: prod, invoke-permission: grant.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  # The action's own, while a release is open.
  ignore_tags { key_prefixes = ["canary-action:"] }
}

variable "packages" {
  description = "The ZIP file of each function, by its name: one or several."
  type        = map(string)
  default     = { orders = "dist/orders.zip" }
}

data "aws_partition" "current" {}
data "aws_region" "current" {}

resource "aws_lambda_function" "released" {
  for_each         = var.packages
  function_name    = "shop-${each.key}"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs22.x"
  handler          = "index.handler"
  filename         = each.value
  source_code_hash = filebase64sha256(each.value)
  # Always: each change becomes a version, to which nothing moves. The action releases that same version.
  publish = true
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_resource" "released" {
  for_each    = aws_lambda_function.released
  rest_api_id = aws_api_gateway_rest_api.shop.id
  parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_method" "released" {
  for_each      = aws_api_gateway_resource.released
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = each.value.id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "released" {
  for_each                = aws_api_gateway_method.released
  rest_api_id             = aws_api_gateway_rest_api.shop.id
  resource_id             = each.value.resource_id
  http_method             = each.value.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  # The second dollar sign leaves the variable to API Gateway.
  uri = "arn:${data.aws_partition.current.partition}:apigateway:${data.aws_region.current.name}:lambda:path/2015-03-31/functions/${aws_lambda_function.released[each.key].arn}:$${stageVariables.${each.key}}/invocations"
}

# The stage needs a deployment to begin with. Without triggers, so that Terraform never makes another: the action deploys
# the draft together with the code.
resource "aws_api_gateway_deployment" "first" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  depends_on  = [aws_api_gateway_integration.released]
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  stage_name    = "prod"
  deployment_id = aws_api_gateway_deployment.first.id
  variables     = { for name, each in aws_lambda_function.released : name => each.version }
  # To begin with; from then on they belong to the action.
  lifecycle { ignore_changes = [deployment_id, variables, canary_settings] }
}

# The policy of a version covers only that version. The action adds the same to later ones (invoke-permission: grant).
resource "aws_lambda_permission" "first" {
  for_each      = aws_lambda_function.released
  statement_id  = "shop-api"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  function_name = each.value.function_name
  qualifier     = each.value.version
  source_arn    = "${aws_api_gateway_rest_api.shop.execution_arn}/*/GET/${each.key}"
  lifecycle { ignore_changes = [qualifier] }
}

resource "aws_cloudwatch_metric_alarm" "canary" {
  alarm_name          = "shop-canary-5xx"
  alarm_description   = "The canary answers with errors of the server"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"
  dimensions          = { ApiName = "shop", Stage = "prod/Canary" }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  # While no canary is open, there is no data; this is not an error.
  treat_missing_data = "notBreaching"
}

resource "aws_iam_role" "functions" {
  name = "shop-functions"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

output "rest_api_id" {
  description = "For the input rest-api-id."
  value       = aws_api_gateway_rest_api.shop.id
}

output "functions" {
  description = "For the input functions."
  value       = join(", ", [for each in aws_lambda_function.released : each.function_name])
}

output "alarms" {
  description = "For the input alarms."
  value       = aws_cloudwatch_metric_alarm.canary.alarm_name
}
