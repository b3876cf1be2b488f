// A function whose versions the action publishes and releases.

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export class ReleasedFunction extends Construct {
  readonly function: lambda.Function;
  /** The version to begin with. */
  readonly first: lambda.Version;

  constructor(scope: Construct, name: string) {
    super(scope, name);
    this.function = new lambda.Function(this, 'Function', {
      functionName: `shop-${name}`,
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(name),
    });
    // CloudFormation publishes a version once for each resource of this type, and nothing in this one ever changes.
    // `currentVersion` and `addAlias` are replaced with each change of the code, and move the alias with it.
    this.first = new lambda.Version(this, 'First', {
      lambda: this.function,
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
  }
}
