# Functions behind an HTTP API, called through the alias "live". Terraform uploads and publishes the code and leaves the
# alias alone; the action moves it. Inputs of the action: functions (see the outputs), alias: live.

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
  # The action's own, while a release is open. An apply would remove them, and with them the state of the release.
  ignore_tags { key_prefixes = ["canary-action:"] }
}

variable "packages" {
  description = "The ZIP file of each function, by its name: one or several."
  type        = map(string)
  default     = { orders = "dist/orders.zip" }
}

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

resource "aws_lambda_alias" "live" {
  for_each         = aws_lambda_function.released
  name             = "live"
  function_name    = each.value.function_name
  function_version = each.value.version # to begin with; from then on it belongs to the action
  # Give it no other property: whoever changes one writes the version and the weights of the state as well.
  lifecycle { ignore_changes = [function_version, routing_config] }
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.shop.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "released" {
  for_each               = aws_lambda_alias.live
  api_id                 = aws_apigatewayv2_api.shop.id
  integration_type       = "AWS_PROXY"
  integration_uri        = each.value.invoke_arn
  payload_format_version = "2.0"
  # The API may call the alias before it does.
  depends_on = [aws_lambda_permission.api]
}

resource "aws_apigatewayv2_route" "released" {
  for_each  = aws_apigatewayv2_integration.released
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "GET /${each.key}"
  target    = "integrations/${each.value.id}"
}

# If you have a permission without a qualifier, keep it, and add this one. A qualifier cannot be changed: Terraform would delete
# the permission first, and users would get errors. Remove the old one in a later apply.
resource "aws_lambda_permission" "api" {
  for_each      = aws_lambda_alias.live
  statement_id  = "shop-api"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  function_name = each.value.function_name
  qualifier     = each.value.name # an alias has a policy of its own
  source_arn    = "${aws_apigatewayv2_api.shop.execution_arn}/*/GET/${each.key}"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each            = aws_lambda_alias.live
  alarm_name          = "shop-${each.key}-errors"
  alarm_description   = "Invocations through the alias fail"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = each.value.function_name, Resource = "${each.value.function_name}:live" }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
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

output "functions" {
  description = "For the input functions."
  value       = join(", ", [for each in aws_lambda_function.released : each.function_name])
}

output "alarms" {
  description = "For the input alarms."
  value       = join(", ", [for each in aws_cloudwatch_metric_alarm.errors : each.alarm_name])
}
