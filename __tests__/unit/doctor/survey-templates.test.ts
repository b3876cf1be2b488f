import { describe, expect, it } from '@jest/globals';
import { inWords, onlyMover, surveyOf } from './survey.ts';

const SAM = 'Transform: AWS::Serverless-2016-10-31\n';

const samFunction = (more = '', id = 'Orders') => `${SAM}Resources:
  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Events:
        Get: { Type: Api, Properties: { Path: /orders, Method: get } }
        Queue: { Type: SQS, Properties: { Queue: !GetAtt Inbox.Arn } }
${more}`;

const ALIAS = '      AutoPublishAlias: live\n';
const CONSTANT = "      AutoPublishCodeSha256: '0000'\n";

describe('a SAM template', () => {
  it('calls functions without a qualifier, unless they have an alias', async () => {
    expect(inWords(await surveyOf({ 't.yaml': samFunction() }))).toEqual([
      'Orders: call-alias, alias live; GET /orders by unqualified, SQS Inbox by unqualified',
    ]);
  });

  it('is ready with an alias and a constant hash', async () => {
    const survey = await surveyOf({ 't.yaml': samFunction(ALIAS + CONSTANT) });
    expect(inWords(survey)).toEqual([
      'Orders: ready, alias live; GET /orders by alias live, SQS Inbox by alias live',
    ]);
    expect(survey.movers).toEqual([]);
  });

  it('moves an alias without a constant hash', async () => {
    const survey = await surveyOf({ 't.yaml': samFunction(ALIAS) });
    expect(inWords(survey)[0]).toContain('stop-moving, alias live');
    expect(onlyMover(survey)).toMatchObject({
      kind: 'new-version',
      by: 'AutoPublishAlias without a constant AutoPublishCodeSha256',
    });
  });

  it('takes both from Globals, as SAM does', async () => {
    const globals = `Globals:\n  Function:\n    AutoPublishAlias: live\n    AutoPublishCodeSha256: '0'\n`;
    const text = samFunction().replace('Resources:', `${globals}Resources:`);
    expect(inWords(await surveyOf({ 't.yaml': text }))[0]).toContain('ready, alias live');
  });

  it.each([
    ['DeploymentPreference: { Type: AllAtOnce }', ['codedeploy']],
    ['DeploymentPreference: { Type: AllAtOnce, Enabled: false }', []],
  ])('%s', async (preference, kinds) => {
    const survey = await surveyOf({
      't.yaml': samFunction(`${ALIAS}${CONSTANT}      ${preference}\n`),
    });
    expect(survey.movers.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('lets a function URL call the alias', async () => {
    const text = samFunction(`${ALIAS}${CONSTANT}      FunctionUrlConfig: { AuthType: NONE }\n`);
    expect(inWords(await surveyOf({ 't.yaml': text }))[0]).toContain('function URL by alias live');
  });

  it('reads stage variables of an API, and what a changed definition does', async () => {
    const text = `${SAM}Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Variables: { orders: !GetAtt First.Version }
      DefinitionBody:
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration:
                uri: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}:\${!stageVariables.orders}/invocations
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: orders
      Events:
        Get: { Type: Api, Properties: { Path: /orders, Method: get, RestApiId: !Ref Shop } }
  First: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Orders } }
`;
    const survey = await surveyOf({ 't.yaml': text });
    expect(inWords(survey)).toEqual([
      'Orders: ready, stage Shop/prod; GET /orders by stage variable orders = First',
    ]);
    expect(onlyMover(survey)).toMatchObject({ kind: 'stage-deployment' });
  });

  it('is mixed when routes differ', async () => {
    const text = `${samFunction(ALIAS + CONSTANT)}  Timer:
    Type: AWS::Scheduler::Schedule
    Properties: { Target: { Arn: !GetAtt Orders.Arn } }
`;
    expect(inWords(await surveyOf({ 't.yaml': text }))[0]).toBe(
      'Orders: call-alias, alias live; schedule Timer by unqualified, GET /orders by alias live, SQS Inbox by alias live',
    );
  });
});

const hash = 'a'.repeat(32);
const cdk = (aliasVersion: string, more: object = {}) =>
  JSON.stringify({
    Resources: {
      CheckoutB7CD3E82: {
        Type: 'AWS::Lambda::Function',
        Metadata: { 'aws:cdk:path': 'Shop/Checkout/Resource' },
      },
      [aliasVersion]: {
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: 'CheckoutB7CD3E82' } },
      },
      Live1A2B: {
        Type: 'AWS::Lambda::Alias',
        Properties: {
          FunctionName: { Ref: 'CheckoutB7CD3E82' },
          FunctionVersion: { 'Fn::GetAtt': [aliasVersion, 'Version'] },
          Name: 'live',
        },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'shop', ProtocolType: 'HTTP' } },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: { ApiId: { Ref: 'Api' }, IntegrationUri: { Ref: 'Live1A2B' } },
      },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'POST /checkout',
          Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
        },
      },
      ...more,
    },
  });

describe('a template that CDK wrote', () => {
  it('is ready when the alias has a version of its own', async () => {
    const survey = await surveyOf({ 'cdk.out/Shop.template.json': cdk('First9F8E7D6C') });
    expect(inWords(survey)).toEqual([
      'CheckoutB7CD3E82: ready, alias live; POST /checkout by alias live',
    ]);
    expect(survey.functions[0]).toMatchObject({ tool: 'cdk' });
  });

  it('moves the alias with currentVersion, and with addAlias', async () => {
    const survey = await surveyOf({ 's.json': cdk(`CheckoutCurrentVersion4D17A4DE${hash}`) });
    expect(onlyMover(survey)).toMatchObject({
      kind: 'new-version',
      by: 'currentVersion or addAlias',
    });
  });

  it('moves the stage with each change of the API', async () => {
    const uri = {
      'Fn::Join': [
        '',
        [
          'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/',
          { 'Fn::GetAtt': ['CheckoutB7CD3E82', 'Arn'] },
          ':${stageVariables.v}/invocations',
        ],
      ],
    };
    const rest = {
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } },
      Integration: {
        Type: 'AWS::ApiGateway::Resource',
        Properties: { ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] }, PathPart: 'cart' },
      },
      Route: {
        Type: 'AWS::ApiGateway::Method',
        Properties: {
          HttpMethod: 'GET',
          ResourceId: { Ref: 'Integration' },
          RestApiId: { Ref: 'Api' },
          Integration: { Uri: uri },
        },
      },
      Stage: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: {
          RestApiId: { Ref: 'Api' },
          StageName: 'prod',
          Variables: { v: '1' },
          DeploymentId: { Ref: `ShopDeployment4D17A4DE${hash}` },
        },
      },
    };
    const survey = await surveyOf({ 's.json': cdk('First9F8E7D6C', rest) });
    expect(inWords(survey)).toEqual([
      'CheckoutB7CD3E82: ready, stage Api/prod; GET /cart by stage variable v = 1',
    ]);
    expect(onlyMover(survey)).toMatchObject({ kind: 'stage-deployment' });
  });
});

describe('plain CloudFormation', () => {
  const plain = (more: string) => `Resources:
  Fn: { Type: AWS::Lambda::Function, Properties: { FunctionName: orders } }
${more}`;

  it.each([
    [
      'Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: orders, Qualifier: live } }',
      'function URL by alias live',
    ],
    [
      'Map: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !GetAtt Fn.Arn, EventSourceArn: arn:aws:sqs:r:1:inbox } }',
      'event source inbox by unqualified',
    ],
    [
      'P: { Type: AWS::Lambda::Permission, Properties: { FunctionName: orders:7, Principal: s3.amazonaws.com, Action: x } }',
      's3 by version 7',
    ],
    [
      'R: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !GetAtt Fn.Arn }] } }',
      'rule R by unqualified',
    ],
    [
      'S: { Type: AWS::SNS::Subscription, Properties: { Protocol: lambda, Endpoint: !GetAtt Fn.Arn, TopicArn: !Ref News } }',
      'sns News by unqualified',
    ],
  ])('%s', async (resource, words) => {
    expect(inWords(await surveyOf({ 't.yaml': plain(`  ${resource}\n`) }))[0]).toContain(words);
  });

  it('does not know a name that the stack is part of, but follows it', async () => {
    const text = `Resources:
  Fn: { Type: AWS::Lambda::Function, Properties: { FunctionName: !Sub '\${AWS::StackName}-orders' } }
  Map:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Sub arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${AWS::StackName}-orders:live
      EventSourceArn: !Sub arn:aws:sqs:r:1:\${AWS::StackName}-inbox
`;
    const survey = await surveyOf({ 't.yaml': text });
    expect(survey.functions).toMatchObject([{ label: 'Fn', name: undefined }]);
    expect(survey.callers).toMatchObject([
      { label: 'event source StackName-inbox', reach: { kind: 'alias', alias: 'live' } },
    ]);
  });

  it('says of an alias of $LATEST that it cannot be split', async () => {
    const survey = await surveyOf({
      't.yaml': plain(
        '  Live: { Type: AWS::Lambda::Alias, Properties: { Name: live, FunctionName: !Ref Fn, FunctionVersion: $LATEST } }\n',
      ),
    });
    expect(onlyMover(survey)).toMatchObject({ kind: 'latest', alias: 'live' });
  });

  it('does not know what a condition or another stack decides, and says so', async () => {
    const url = (target: string) =>
      plain(`  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: ${target} } }\n`);
    const survey = await surveyOf({
      'a.yaml': url('!If [IsProd, !Ref Live, !Ref Fn]'),
      'b.yaml': url('!ImportValue orders-arn'),
      'c.yaml': `Parameters: { Target: { Type: String } }\n${url('!Ref Target')}`,
    });
    expect(survey.problems).toEqual([
      'a.yaml: function URL: it is not known what it calls: it depends on the condition "IsProd"',
      'b.yaml: function URL: it is not known what it calls: it is exported by another stack, as "orders-arn"',
      'c.yaml: function URL: it is not known what it calls: the parameter "Target" has no default',
    ]);
  });

  it('follows what a parent passes to a nested stack', async () => {
    const parent = plain(
      '  Api: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./api.yaml, Parameters: { Target: !GetAtt Fn.Arn } } }\n  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://s3/x.yaml } }\n',
    );
    const child =
      'Parameters: { Target: { Type: String } }\nResources:\n  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !Ref Target } }\n';
    const survey = await surveyOf({ 'in/parent.yaml': parent, 'in/api.yaml': child });
    expect(inWords(survey)).toEqual(['Fn: call-alias, alias live; function URL by unqualified']);
    expect(survey.notes).toEqual([
      'in/parent.yaml: the nested stack Other is not in these files, and is not read',
    ]);
  });
});
