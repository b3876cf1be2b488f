import { describe, expect, it } from '@jest/globals';
import { surveyServerless } from '../../../src/doctor/survey-serverless.ts';
import { inWords, treeOf } from './survey.ts';

const surveyOf = async (text: string) => surveyServerless('serverless.yml', await treeOf(text));

const HEAD = 'service: shop\nprovider: { name: aws, stage: prod }\n';

describe('serverless.yml', () => {
  it('calls functions without a qualifier by its events', async () => {
    const survey = await surveyOf(`${HEAD}functions:
  create-order:
    handler: a.b
    url: true
    events:
      - http: { path: 'orders/{id}', method: get }
      - httpApi: POST /orders
      - websocket: $connect
      - sqs: arn:aws:sqs:r:1:inbox
      - schedule: rate(1 hour)
`);
    expect(survey.functions[0]).toMatchObject({
      label: 'create-order',
      name: 'shop-prod-create-order',
      tool: 'serverless',
    });
    const [words = ''] = inWords(survey);
    for (const caller of [
      'GET /orders/{id}',
      'POST /orders',
      '$connect',
      'event source inbox',
      'schedule',
      'function URL',
    ]) {
      expect(words).toContain(`${caller} by unqualified`);
    }
    expect(survey.problems).toEqual([]);
  });

  it('reads an alias in resources, and extensions that let events call it', async () => {
    const survey = await surveyOf(`${HEAD}functions:
  orders:
    handler: a.b
    events:
      - httpApi: '*'
      - http: GET orders
resources:
  Resources:
    First: { Type: AWS::Lambda::Version, Properties: { FunctionName: { Ref: OrdersLambdaFunction } } }
    Live:
      Type: AWS::Lambda::Alias
      Properties: { Name: live, FunctionName: { Ref: OrdersLambdaFunction }, FunctionVersion: { Fn::GetAtt: [First, Version] } }
  extensions:
    HttpApiIntegrationOrders: { Properties: { IntegrationUri: { Ref: Live } } }
    ApiGatewayMethodOrdersGet:
      Properties:
        Integration: { Uri: { Fn::Sub: 'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/\${Live}/invocations' } }
`);
    expect(inWords(survey)).toEqual([
      'orders: ready, alias live; $default by alias live, GET /orders by alias live',
    ]);
  });

  it('does not know names whose stage only the command knows', async () => {
    const survey = await surveyOf(
      'service: shop\nprovider: { name: aws }\nfunctions: { orders: { handler: a.b }, carts: { name: carts } }\n',
    );
    expect(survey.functions).toMatchObject([
      { label: 'orders', name: undefined },
      { label: 'carts', name: 'carts' },
    ]);
  });

  it('says what is in other files', async () => {
    const survey = await surveyOf(
      `${HEAD}functions: \${file(functions.yml)}\nresources:\n  - \${file(resources.yml)}\n`,
    );
    expect(survey.problems).toEqual([
      expect.stringContaining('functions are in another file (${file(functions.yml)})'),
      expect.stringContaining('resources are in another file (${file(resources.yml)})'),
    ]);
  });
});
