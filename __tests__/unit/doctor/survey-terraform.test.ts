import { describe, expect, it } from '@jest/globals';
import { joined } from '../../../src/doctor/facts.ts';
import { surveyTerraform } from '../../../src/doctor/survey-terraform.ts';
import { readTerraformFiles } from '../../../src/doctor/terraform-files.ts';
import { readTerraformJson } from '../../../src/doctor/terraform-json.ts';
import { parseHcl } from '../../../src/hcl/hcl-parser.ts';
import { inWords, onlyMover } from './survey.ts';

function surveyOf(files: Readonly<Record<string, string>>) {
  const parsed = Object.entries(files).map(([path, text]) => parseHcl(path, text));
  return joined(
    readTerraformFiles(parsed).map(({ instances, ...more }) => surveyTerraform(instances, more)),
  );
}

const CHECKOUT = (more = 'publish = true') => `
resource "aws_lambda_function" "checkout" {
  function_name = "checkout"
  ${more}
}
`;
const IGNORE = 'lifecycle { ignore_changes = [function_version, routing_config] }';
const ALIAS = (lifecycle = IGNORE) => `
resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.checkout.function_name
  function_version = aws_lambda_function.checkout.version
  ${lifecycle}
}
`;
const HTTP = (uri: string) => `
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "checkout" {
  api_id          = aws_apigatewayv2_api.shop.id
  integration_uri = ${uri}
}
resource "aws_apigatewayv2_route" "checkout" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "POST /checkout"
  target    = "integrations/\${aws_apigatewayv2_integration.checkout.id}"
}
`;
const LABEL = 'aws_lambda_function.checkout';

describe('an HTTP API in Terraform', () => {
  it('calls the function, or its alias', () => {
    const invoke = 'aws_lambda_function.checkout.invoke_arn';
    expect(inWords(surveyOf({ 'main.tf': CHECKOUT() + HTTP(invoke) }))).toEqual([
      `${LABEL}: call-alias, alias live; POST /checkout by unqualified`,
    ]);
    const text = CHECKOUT() + ALIAS() + HTTP('aws_lambda_alias.live.invoke_arn');
    const survey = surveyOf({ 'main.tf': text });
    expect(inWords(survey)).toEqual([`${LABEL}: ready, alias live; POST /checkout by alias live`]);
    expect(survey.movers).toEqual([]);
    expect(survey.functions[0]).toMatchObject({ name: 'checkout', where: 'main.tf:2' });
  });

  it.each([
    ['', 'not-ignored'],
    ['lifecycle { ignore_changes = [function_version] }', 'weights-not-ignored'],
  ])('is moved by an apply with %j', (lifecycle, kind) => {
    const text = CHECKOUT() + ALIAS(lifecycle) + HTTP('aws_lambda_alias.live.invoke_arn');
    expect(onlyMover(surveyOf({ 'main.tf': text })).kind).toBe(kind);
  });

  it('is left alone with ignore_changes = all', () => {
    const text = CHECKOUT() + ALIAS('lifecycle { ignore_changes = all }');
    expect(surveyOf({ 'main.tf': text }).movers).toEqual([]);
  });

  it('has an alias of $LATEST if nothing is published', () => {
    const survey = surveyOf({ 'main.tf': CHECKOUT('') + ALIAS() });
    expect(onlyMover(survey).kind).toBe('latest');
  });
});

const REST = `
variable "functions" { default = ["cart", "stock"] }
resource "aws_lambda_function" "fn" {
  for_each      = toset(var.functions)
  function_name = each.key
  publish       = true
}
resource "aws_api_gateway_rest_api" "shop" { name = "shop" }
resource "aws_api_gateway_resource" "fn" {
  for_each    = aws_lambda_function.fn
  rest_api_id = aws_api_gateway_rest_api.shop.id
  parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
  path_part   = each.key
}
resource "aws_api_gateway_integration" "fn" {
  for_each    = aws_api_gateway_resource.fn
  rest_api_id = aws_api_gateway_rest_api.shop.id
  resource_id = each.value.id
  http_method = "GET"
  uri = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/\${aws_lambda_function.fn[each.key].arn}:$\${stageVariables.\${each.key}}/invocations"
}
resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  stage_name    = "prod"
  deployment_id = "abc"
  variables     = { for name, f in aws_lambda_function.fn : name => f.version }
  LIFECYCLE
}
`;

describe('a REST API in Terraform', () => {
  it('is read for each key', () => {
    const text = REST.replace(
      'LIFECYCLE',
      'lifecycle { ignore_changes = [deployment_id, variables, canary_settings] }',
    );
    const survey = surveyOf({ 'main.tf': text });
    const api = 'aws_api_gateway_rest_api.shop';
    expect(inWords(survey)).toEqual([
      `aws_lambda_function.fn["cart"]: ready, stage ${api}/prod; GET /cart by stage variable cart = published last`,
      `aws_lambda_function.fn["stock"]: ready, stage ${api}/prod; GET /stock by stage variable stock = published last`,
    ]);
    expect([survey.movers, survey.problems, survey.notes]).toEqual([[], [], []]);
  });

  it('sets the stage again if its variables are not ignored', () => {
    const survey = surveyOf({ 'main.tf': REST.replace('LIFECYCLE', '') });
    expect(survey.movers.map(({ kind }) => kind)).toEqual([
      'stage-not-ignored',
      'stage-not-ignored',
    ]);
    expect(inWords(survey)[0]).toContain('stop-moving');
  });
});

describe('modules', () => {
  it('of the same checkout are read with what is passed to them', () => {
    const main = `
module "orders" {
  source = "./modules/function"
  name   = "orders"
}
resource "aws_lambda_function_url" "orders" {
  function_name      = module.orders.name
  authorization_type = "NONE"
}
`;
    const inner = `
variable "name" {}
resource "aws_lambda_function" "this" { function_name = var.name }
output "name" { value = aws_lambda_function.this.function_name }
`;
    const survey = surveyOf({ 'main.tf': main, 'modules/function/main.tf': inner });
    expect(inWords(survey)).toEqual([
      'module.orders.aws_lambda_function.this: call-alias, alias live; function URL by unqualified',
    ]);
    expect(survey.functions[0]?.name).toBe('orders');
  });

  it('of terraform-aws-modules/lambda are known by their outputs', () => {
    const text = (more: string) => `
module "fn" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "orders"
}
module "alias" {
  source        = "terraform-aws-modules/lambda/aws//modules/alias"
  name          = "live"
  function_name = module.fn.lambda_function_name
  ${more}
}
resource "aws_lambda_event_source_mapping" "in" {
  function_name    = module.alias.lambda_alias_arn
  event_source_arn = "arn:aws:sqs:r:1:inbox"
}
`;
    const survey = surveyOf({ 'main.tf': text('') });
    expect(inWords(survey)).toEqual([
      'module.fn: stop-moving, alias live; event source inbox by alias live',
    ]);
    expect(onlyMover(survey).kind).toBe('weights-not-ignored');
    expect(onlyMover(surveyOf({ 'main.tf': text('refresh_alias = false') })).kind).toBe(
      'not-ignored',
    );
  });

  it('from elsewhere are named with the line', () => {
    const text = '\nmodule "shop" {\n  source = "git::https://example.com/shop"\n}\n';
    expect(surveyOf({ 'main.tf': text }).notes).toEqual([
      expect.stringMatching(/^main\.tf:2: the module "shop" is not read; "terraform show -json"/),
    ]);
  });

  it('that are called by none are apart, whatever their addresses', () => {
    const survey = surveyOf({
      'a/main.tf': CHECKOUT() + HTTP('aws_lambda_function.checkout.invoke_arn'),
      'b/main.tf': CHECKOUT() + ALIAS() + HTTP('aws_lambda_alias.live.invoke_arn'),
    });
    expect(inWords(survey)).toEqual([
      `${LABEL}: call-alias, alias live; POST /checkout by unqualified`,
      `${LABEL}: ready, alias live; POST /checkout by alias live`,
    ]);
  });

  it('that call each other end', () => {
    const text = (other: string) => `module "m" {\n source = "${other}"\n}\n`;
    const files = { 'main.tf': text('./a'), 'a/main.tf': text('../b'), 'b/main.tf': text('../a') };
    expect(surveyOf(files).functions).toEqual([]);
  });
});

describe('what is not known from the files', () => {
  it('is said, with its line', () => {
    const text = `${CHECKOUT()}
resource "aws_lambda_function_url" "x" {
  function_name = var.name
}
resource "aws_lambda_permission" "s3" {
  function_name = aws_lambda_function.checkout.arn
  principal     = "s3.amazonaws.com"
  qualifier     = var.on ? "live" : null
}
`;
    const { problems, callers } = surveyOf({ 'main.tf': text });
    expect(problems).toEqual([
      'main.tf:7: aws_lambda_function_url.x (function URL): it is not known what it calls: var.name has no value in these files',
    ]);
    expect(callers).toMatchObject([
      { where: 'main.tf:10', reach: { kind: 'unknown', why: 'it depends on a condition' } },
    ]);
  });

  it('is one resource if its keys are not known', () => {
    const text = `
variable "names" {}
resource "aws_lambda_function" "fn" {
  for_each      = var.names
  function_name = each.key
}
`;
    const survey = surveyOf({ 'main.tf': text });
    expect(survey.functions.map(({ label }) => label)).toEqual(['aws_lambda_function.fn["*"]']);
    expect(survey.notes).toEqual([
      'main.tf:3: for_each of aws_lambda_function.fn is not known from the files; it is read as one',
    ]);
  });
});

describe('terraform show -json', () => {
  const plan = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_lambda_function.checkout',
            mode: 'managed',
            type: 'aws_lambda_function',
            name: 'checkout',
            values: { function_name: 'checkout', publish: true },
          },
          {
            address: 'aws_lambda_alias.live',
            mode: 'managed',
            type: 'aws_lambda_alias',
            name: 'live',
            values: { name: 'live', function_name: 'checkout' },
          },
          {
            address: 'aws_lambda_function_url.live',
            mode: 'managed',
            type: 'aws_lambda_function_url',
            name: 'live',
            values: { function_name: 'checkout' },
          },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_lambda_function_url.live',
            expressions: {
              qualifier: { references: ['aws_lambda_alias.live.name', 'aws_lambda_alias.live'] },
            },
          },
        ],
      },
    },
    resource_changes: [
      {
        address: 'aws_lambda_alias.live',
        type: 'aws_lambda_alias',
        change: { actions: ['update'] },
      },
    ],
  };

  it('has the callers of a plan, and what it would move', () => {
    const read = readTerraformJson('plan.json', JSON.stringify(plan));
    const survey = surveyTerraform(read?.instances ?? [], { planned: read?.planned ?? [] });
    expect(inWords(survey)).toEqual([
      `${LABEL}: stop-moving, alias live; function URL by alias live`,
    ]);
    expect(onlyMover(survey)).toMatchObject({ kind: 'planned', alias: 'live' });
  });

  it('has concrete values of a state, with those of modules', () => {
    const resource = (address: string, type: string, values: object) => ({
      ...{ address, mode: 'managed', type, name: 'x', values },
    });
    const state = {
      format_version: '1.0',
      values: {
        root_module: {
          child_modules: [
            {
              address: 'module.a',
              resources: [
                resource('module.a.aws_lambda_function.x', 'aws_lambda_function', {
                  function_name: 'orders',
                }),
                resource('module.a.aws_api_gateway_rest_api.x', 'aws_api_gateway_rest_api', {
                  ...{ id: 'abc123', name: 'shop', root_resource_id: 'root' },
                }),
                resource('module.a.aws_api_gateway_resource.x', 'aws_api_gateway_resource', {
                  ...{ id: 'r1', parent_id: 'root', path_part: 'orders' },
                }),
                resource('module.a.aws_api_gateway_integration.x', 'aws_api_gateway_integration', {
                  ...{ rest_api_id: 'abc123', resource_id: 'r1', http_method: 'GET' },
                  uri: 'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/arn:aws:lambda:r:123456789012:function:orders:live/invocations',
                }),
                resource(
                  'module.a.aws_lambda_event_source_mapping.x',
                  'aws_lambda_event_source_mapping',
                  {
                    function_name: 'arn:aws:lambda:r:123456789012:function:orders:live',
                    event_source_arn: 'arn:aws:sqs:r:1:inbox',
                  },
                ),
              ],
            },
          ],
        },
      },
    };
    const read = readTerraformJson('state.json', JSON.stringify(state));
    expect(inWords(surveyTerraform(read?.instances ?? []))).toEqual([
      'module.a.aws_lambda_function.x: ready, alias live; GET /orders by alias live, event source inbox by alias live',
    ]);
  });

  it('does not know what stands around a reference', () => {
    const [fn, , url] = plan.planned_values.root_module.resources;
    const integration = {
      ...{ address: 'aws_api_gateway_integration.a', mode: 'managed', name: 'a' },
      ...{ type: 'aws_api_gateway_integration', values: { http_method: 'GET' } },
    };
    const expressions = { uri: { references: ['aws_lambda_function.checkout', 'each.key'] } };
    const text = JSON.stringify({
      ...plan,
      planned_values: { root_module: { resources: [fn, url, integration] } },
      configuration: {
        root_module: { resources: [{ address: integration.address, expressions }] },
      },
    });
    const { callers, problems } = surveyTerraform(
      readTerraformJson('p.json', text)?.instances ?? [],
    );
    expect(callers).toMatchObject([{ label: 'function URL' }]);
    expect(problems).toEqual([
      'p.json: aws_api_gateway_integration.a (GET (aws_api_gateway_integration.a)): it is not known what it calls: a plan does not have it before the apply (it is made of aws_lambda_function.checkout); read the files or the state',
    ]);
  });

  it.each(['', '[]', '{"a":1}', 'null', '{"format_version":"1.0"}'])('is not %j', (text) => {
    expect(readTerraformJson('x.json', text)).toBeUndefined();
  });
});
