// Functions behind an HTTP API, called through the alias "live". CDK uploads the code and leaves the alias alone; the
// action moves it. Inputs of the action: functions (see the outputs), alias: live.

import * as cdk from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ReleasedFunction } from './released-function.ts';

export interface AliasStackProps extends cdk.StackProps {
  readonly functions: readonly string[];
}

export class AliasStack extends cdk.Stack {
  constructor(scope: Construct, id: string, { functions, ...props }: AliasStackProps) {
    super(scope, id, props);
    const api = new apigw.HttpApi(this, 'Shop');
    const alarms: string[] = [];
    for (const name of functions) {
      const released = new ReleasedFunction(this, name);
      // CloudFormation writes the version of an alias only if this resource changes, so change nothing in it.
      const live = new lambda.Alias(released, 'Live', {
        aliasName: 'live',
        version: released.first,
      });
      // For a REST API: new LambdaIntegration(live). For a function URL: live.addFunctionUrl(…).
      const integration = new HttpLambdaIntegration('Integration', live);
      api.addRoutes({ path: `/${name}`, methods: [apigw.HttpMethod.GET], integration });
      const alarm = new cloudwatch.Alarm(released, 'Errors', {
        alarmDescription: 'Invocations through the alias fail',
        metric: live.metricErrors({ period: cdk.Duration.minutes(1) }),
        threshold: 5,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
      alarms.push(alarm.alarmName);
    }
    new cdk.CfnOutput(this, 'Functions', { value: functions.map((name) => `shop-${name}`).join() });
    new cdk.CfnOutput(this, 'Alarms', { value: cdk.Fn.join(',', alarms) });
  }
}
