// Functions behind a REST API, whose stage variables name the versions. CDK uploads the code and changes the draft of the
// API; the action releases both. Inputs of the action: rest-api-id and functions (see the outputs), stage-name: prod,
// invoke-permission: grant.

import * as cdk from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigateway';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ReleasedFunction } from './released-function.ts';

export interface StageVariableStackProps extends cdk.StackProps {
  readonly functions: readonly string[];
}

export class StageVariableStack extends cdk.Stack {
  constructor(scope: Construct, id: string, { functions, ...props }: StageVariableStackProps) {
    super(scope, id, props);
    // With `deploy: true`, each change of the API would move the stage at once, and past the action.
    const api = new apigw.RestApi(this, 'Shop', {
      restApiName: 'shop',
      deploy: false,
      // Otherwise CDK would change a setting of the whole account.
      cloudWatchRole: false,
    });
    const variables: Record<string, string> = {};
    const methods: apigw.Method[] = [];
    for (const name of functions) {
      const released = new ReleasedFunction(this, name);
      variables[name] = released.first.version;
      const resource = api.root.addResource(name);
      methods.push(resource.addMethod('GET', this.integration(released, name)));
      // The policy of a version covers only that version. The action adds the same to later ones.
      released.first.addPermission('Api', {
        principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: api.arnForExecuteApi('GET', `/${name}`, '*'),
      });
    }
    // The stage needs a deployment to begin with. It is a CfnDeployment, because a Deployment gets another name with each
    // change of the API, and the stage would follow it.
    const first = new apigw.CfnDeployment(this, 'FirstDeployment', { restApiId: api.restApiId });
    for (const method of methods) first.node.addDependency(method);
    first.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);
    new apigw.CfnStage(this, 'Prod', {
      restApiId: api.restApiId,
      stageName: 'prod',
      deploymentId: first.attrDeploymentId,
      // The versions to begin with; from then on they belong to the action.
      variables,
    });
    const alarm = new cloudwatch.Alarm(this, 'CanaryErrors', {
      alarmDescription: 'The canary answers with errors of the server',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5XXError',
        dimensionsMap: { ApiName: 'shop', Stage: 'prod/Canary' },
        statistic: 'Sum',
        period: cdk.Duration.minutes(1),
      }),
      threshold: 5,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      // While no canary is open, there is no data; this is not an error.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    new cdk.CfnOutput(this, 'RestApiId', { value: api.restApiId });
    new cdk.CfnOutput(this, 'Functions', { value: functions.map((name) => `shop-${name}`).join() });
    new cdk.CfnOutput(this, 'Alarms', { value: alarm.alarmName });
  }

  /** LambdaIntegration has no place for the variable, and would allow calls without a version. */
  private integration({ function: { functionArn } }: ReleasedFunction, name: string) {
    // The backslash leaves the variable to API Gateway.
    const call = `:\${stageVariables.${name}}/invocations`;
    const uri = cdk.Fn.join('', [
      ...['arn:', cdk.Aws.PARTITION, ':apigateway:', cdk.Aws.REGION],
      ...[':lambda:path/2015-03-31/functions/', functionArn, call],
    ]);
    const type = apigw.IntegrationType.AWS_PROXY;
    return new apigw.Integration({ type, integrationHttpMethod: 'POST', uri });
  }
}
