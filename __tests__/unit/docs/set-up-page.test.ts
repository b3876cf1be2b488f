// docs/set-up.md: the doctor finds what its Terraform shows ready, and its CloudFormation is that of the examples, which are
// deployed in a test.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse, type ScalarTag } from 'yaml';
import { joined } from '../../../src/doctor/facts.ts';
import { surveyTerraform } from '../../../src/doctor/survey-terraform.ts';
import { readTerraformFiles } from '../../../src/doctor/terraform-files.ts';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';
import { ignoresTags } from '../../../src/init/ignored-tags.ts';
import { indexNames } from '../../../src/resolve/name-index.ts';
import { inWords } from '../doctor/survey.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/set-up.md'), 'utf8');

/** The code of one tool. */
function blocks(tool: string, language: string): readonly string[] {
  const begin = PAGE.indexOf(`\n### ${tool}\n`);
  const section = PAGE.slice(begin, PAGE.indexOf('\n### ', begin + 1));
  const fences = section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].filter(([, name]) => name === language).map(([, , text = '']) => text);
}

describe('Terraform on the page', () => {
  const [shared = '', alias = '', stage = ''] = blocks('Terraform', 'hcl');
  const surveyOf = (...texts: readonly string[]) => {
    const files = readTerraformFiles([parseHcl('main.tf', [shared, ...texts].join('\n'))]);
    return joined(files.map(({ instances, ...more }) => surveyTerraform(instances, more)));
  };
  const FN = 'aws_lambda_function.orders';

  it('is complete for an alias, behind an HTTP API', () => {
    const survey = surveyOf(
      alias,
      `resource "aws_apigatewayv2_api" "shop" {
        name          = "shop"
        protocol_type = "HTTP"
      }
      resource "aws_apigatewayv2_integration" "orders" {
        api_id          = aws_apigatewayv2_api.shop.id
        integration_uri = aws_lambda_alias.live.invoke_arn
      }
      resource "aws_apigatewayv2_route" "orders" {
        api_id    = aws_apigatewayv2_api.shop.id
        route_key = "GET /orders"
        target    = "integrations/\${aws_apigatewayv2_integration.orders.id}"
      }`,
    );
    expect(inWords(survey)).toEqual([`${FN}: ready, alias live; GET /orders by alias live`]);
    expect([survey.movers, survey.problems]).toEqual([[], []]);
  });

  it('is complete for a stage', () => {
    const left = stage.replace(
      '# …',
      `rest_api_id = aws_api_gateway_rest_api.shop.id
      resource_id = aws_api_gateway_resource.orders.id
      http_method = "GET"`,
    );
    const survey = surveyOf(
      left,
      `resource "aws_api_gateway_rest_api" "shop" { name = "shop" }
      resource "aws_api_gateway_resource" "orders" {
        rest_api_id = aws_api_gateway_rest_api.shop.id
        parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
        path_part   = "orders"
      }`,
    );
    const api = 'aws_api_gateway_rest_api.shop';
    expect(inWords(survey)).toEqual([
      `${FN}: ready, stage ${api}/prod; GET /orders by stage variable orders = published last`,
    ]);
    expect([survey.movers, survey.problems]).toEqual([[], []]);
  });

  it('keeps the tags of an open release', () => {
    expect(ignoresTags([shared])).toBe(true);
  });
});

const TAGS: readonly ScalarTag[] = ['Ref', 'Sub', 'GetAtt'].map((name) => ({
  tag: `!${name}`,
  resolve: (value) => ({ [name]: value }),
}));
const templateOf = (text: string) => parse(text, { customTags: [...TAGS] }) as Template;
interface Template {
  readonly [name: string]: { readonly Type?: string };
}

it('CloudFormation on the page is that of the examples', () => {
  const stage = blocks('CloudFormation', 'yaml').find((text) => text.startsWith('Shop:')) ?? '';
  for (const tool of ['cloudformation', 'sam']) {
    const file = `examples/infrastructure/${tool}/stage-variable.template.yaml`;
    const text = readFileSync(join(ROOT, file), 'utf8');
    const { Resources } = templateOf(text) as { readonly Resources: Template };
    const { Shop, ...others } = templateOf(stage);
    expect(Resources).toMatchObject(others);
    expect(Shop?.Type).toBe(Resources.Shop?.Type);
    const [uri = 'none'] = /uri: !Sub .*/.exec(stage) ?? [];
    expect(text).toContain(uri);
  }
});

/** The logical IDs of the function and the API, in the stack of each tool. */
const STACKS: Readonly<Record<string, readonly [string, string]>> = {
  SAM: ['Orders', 'Shop'],
  CDK: ['OrdersB7CD3E82', 'Shop5A6B7C8D'],
  CloudFormation: ['Orders', 'Shop'],
  'Serverless Framework': ['OrdersLambdaFunction', 'Shop'],
};

interface Step {
  readonly with?: Readonly<Record<string, string>>;
}

it.each(Object.entries(STACKS))('a stage in the stack of %s is found', (tool, [fn, api]) => {
  const steps = blocks(tool, 'yaml')
    .filter((text) => text.startsWith('- '))
    .flatMap((text) => parse(text) as readonly Step[]);
  const inputs = steps.find((step) => step.with?.['rest-api-id'])?.with ?? {};
  const resource = (logicalId: string, type: string, physicalId: string) => ({
    ...{ logicalId, type, physicalId, status: 'CREATE_COMPLETE' },
  });
  const resources = [
    resource(fn, 'AWS::Lambda::Function', 'shop-orders'),
    resource(api, 'AWS::ApiGateway::RestApi', 'a1b2c3d4e5'),
    resource('Prod', 'AWS::ApiGateway::Stage', 'prod'),
  ];
  const names = indexNames({
    stacks: [{ path: 'shop', resources }],
    outputs: [],
    file: undefined,
  });
  expect([
    names.find('function', inputs.functions ?? ''),
    names.find('REST API', inputs['rest-api-id'] ?? ''),
    names.find('API stage', inputs['stage-name'] ?? ''),
  ]).toMatchObject([
    { kind: 'found', names: ['shop-orders'] },
    { kind: 'found', names: ['a1b2c3d4e5'] },
    { kind: 'physical' },
  ]);
});
