import { describe, expect, it } from '@jest/globals';
import { readOpenApi } from '../../../src/templates/open-api.ts';

const NAMES = {
  'AWS::Region': 'eu-west-1',
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

const valid = (uri: string) => `openapi: 3.0.1
info: { title: shop, version: 1.10 }
paths:
  /orders:
    parameters: []
    get:
      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: ${JSON.stringify(uri)} }
`;

const OK = valid('https://shop.example');

async function problemsOf(text: string, names: Record<string, string | undefined> = NAMES) {
  const read = await readOpenApi(text, names);
  return read.kind === 'problems' ? read.problems : [];
}

describe('an API definition', () => {
  it('is plain data with the names of AWS, and a version as it is written', async () => {
    const read = await readOpenApi(
      `\uFEFF${valid('arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/${AWS::AccountId}/${stageVariables.v}.${AWS::URLSuffix}')}`,
      NAMES,
    );
    expect(read).toMatchObject({
      kind: 'definition',
      definition: {
        title: 'shop',
        titleAt: '2:16',
        document: {
          info: { version: '1.10' },
          paths: {
            '/orders': {
              get: {
                'x-amazon-apigateway-integration': {
                  uri: 'arn:aws:apigateway:eu-west-1:lambda:path/123456789012/${stageVariables.v}.amazonaws.com',
                },
              },
            },
          },
        },
      },
    });
  });

  it('may be JSON, Swagger 2.0, and use anchors', async () => {
    const json =
      '{"swagger":"2.0","info":{"title":"a"},"paths":{"/":{"x-amazon-apigateway-any-method":{"x-amazon-apigateway-integration":{"type":"mock"}}}}}';
    expect(await problemsOf(json)).toEqual([]);
    const anchors = OK.replace('    get:\n', '    get: &get\n').concat('    post: { <<: *get }\n');
    expect(await problemsOf(anchors)).toEqual([]);
  });

  it('keeps what templates of VTL read', async () => {
    const text = OK.replace(
      '{ type:',
      '{ requestTemplates: { a: "${input} $stageVariables.x" }, type:',
    );
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each([
    ['', '1:1: expected an OpenAPI 3.0 or Swagger 2.0 definition'],
    ['[]', '1:1: expected an OpenAPI 3.0 or Swagger 2.0 definition'],
    ['a: [', /^it is not YAML or JSON: .* at line 1, column 5/],
    [
      'a: 1\nb: 2\na: 3',
      'it is not YAML or JSON: Map keys must be unique; "a" occurs twice at line 3, column 1',
    ],
    [OK.replace('3.0.1', '3.1.0'), /^1:10: openapi "3.1.0" is not read by API Gateway/],
    [OK.replace('openapi: 3.0.1\n', ''), /^1:1: it has neither openapi nor swagger/],
    [OK.replace('title: shop, ', ''), /^2:7: there is no info.title/],
    [`${OK}security: [{ key: [] }]\n`, /^8:11: API Gateway ignores security at this level/],
    [OK.replace('/orders', 'orders'), '4:3: "orders" is no path; expected "/" first'],
    [
      OK.replace(/paths:.*/s, 'paths: {}'),
      /^3:8: it has no paths, so every route would be deleted/,
    ],
    [OK.replace('    get:', '    trace:'), /^6:5: API Gateway has no method TRACE/],
    [
      OK.replace('x-amazon-apigateway-integration', 'x-other'),
      /^6:5: GET \/orders has no x-amazon-/,
    ],
    [`${OK}x: { $ref: other.yaml#/a }\n`, /^8:12: \$ref "other.yaml#\/a" leads out of the file/],
    [`${OK}x: { Fn::GetAtt: [a, Arn] }\n`, /^8:6: Fn::GetAtt is understood by CloudFormation only/],
    [`${OK}x: { Ref: Orders }\n`, /^8:6: Ref is understood by CloudFormation only/],
    [`${OK}x: !GetAtt Orders.Arn\n`, /^8:12: !GetAtt is understood by CloudFormation only/],
    [valid('arn:aws:x:${Orders.Arn}'), /^7:\d+: \$\{Orders.Arn\} is a name of CloudFormation/],
    [
      valid('arn:aws:x:${AWS::StackName}'),
      /^7:\d+: \$\{AWS::StackName\} is not replaced; expected one of AWS::Region/,
    ],
  ])('%#: is refused with its place', async (text, problem) => {
    const [first, ...others] = await problemsOf(text);
    if (typeof problem === 'string') expect(first).toBe(problem);
    else expect(first).toMatch(problem);
    expect(others).toEqual([]);
  });

  it('with an unknown account says so', async () => {
    const [problem] = await problemsOf(valid('arn:${AWS::AccountId}'), {
      ...NAMES,
      'AWS::AccountId': undefined,
    });
    expect(problem).toMatch(/^7:\d+: \$\{AWS::AccountId\}: the account is not known/);
  });

  it('lists all problems at once', async () => {
    const text = valid('arn:${A}${AWS::B}').replace('3.0.1', '2.0').replace('/orders', 'orders');
    expect(await problemsOf(text)).toHaveLength(4);
  });
});
