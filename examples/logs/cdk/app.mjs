// Logs that canary-action reads within seconds: the access log of a stage, the log of its function, and the permission
// to read both.

import { App, Aws, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';

const FORMAT = {
  requestId: '$context.requestId',
  status: '$context.status',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  latency: '$context.responseLatency',
  lambdaRequestId: '$context.integration.requestId',
  errorType: '$context.error.responseType',
  canary: '$context.isCanaryRequest',
  apiId: '$context.apiId',
  stage: '$context.stage',
};

const stack = new Stack(new App(), 'orders');

const group = (id, logGroupName) =>
  new logs.LogGroup(stack, id, { logGroupName, retention: logs.RetentionDays.TWO_WEEKS });
const accessLog = group('AccessLog', '/api/orders');
// API Gateway writes the requests of the canary here. Without this group, it makes one that keeps them for ever.
const canaryLog = group('CanaryAccessLog', '/api/orders/Canary');
const functionLog = group('FunctionLog', '/aws/lambda/orders');

const orders = new lambda.Function(stack, 'Orders', {
  functionName: 'orders',
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
});
// Lambda writes to the group of this name, and makes one that keeps everything for ever if there is none.
orders.node.addDependency(functionLog);

const api = new apigateway.RestApi(stack, 'Api', {
  restApiName: 'orders',
  // The role with which API Gateway writes logs: one for all APIs of the account in this Region.
  cloudWatchRole: true,
  deployOptions: {
    stageName: 'prod',
    accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
    accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify(FORMAT)),
  },
});
api.root.addResource('orders').addMethod('POST', new apigateway.LambdaIntegration(orders));

const release = iam.Role.fromRoleName(stack, 'Release', 'release');
const allow = (actions, resources) =>
  release.addToPrincipalPolicy(new iam.PolicyStatement({ actions, resources }));
allow(
  ['logs:FilterLogEvents'],
  [accessLog, canaryLog, functionLog].map(({ logGroupArn }) => logGroupArn),
);
allow(['logs:DescribeLogGroups'], ['*']);
allow(['apigateway:GET'], [`arn:${Aws.PARTITION}:apigateway:${Aws.REGION}::/account`]);
