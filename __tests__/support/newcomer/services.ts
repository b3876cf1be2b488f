// The services of three newcomers: their files, as they were before they heard of gradual releases, and the tools that
// deploy them.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { archive, type Behaviour } from '../../../demo/handlers.ts';
import type { Account } from './account.ts';
import {
  deployStack,
  digest,
  parseTemplate,
  type Resource,
  type Template,
} from './cloudformation.ts';
import { deploymentOf, methodOf, permissionOf, resourceOf, transformed } from './sam.ts';
import { applyTerraform, type State } from './terraform.ts';
import type { Tool } from './tool-doubles.ts';

/** A folder as a deployment packs it. */
function packed(folder: string): Uint8Array {
  const source = readFileSync(join(folder, 'index.js'), 'utf8');
  return zipSync({ 'index.js': [strToU8(source), { mtime: new Date('2020-01-01T00:00:00Z') }] });
}

/** Writes the code of a function into a folder. */
export function writeCode(folder: string, behaviour: Behaviour): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), unzipSync(archive(behaviour))['index.js'] ?? '');
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function flag(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}

/** `aws cloudformation deploy` and `describe-stack-resource`. */
export function awsTool(account: Account): Tool {
  return async (args, cwd) => {
    const [service, operation] = args;
    if (service === 'cloudformation' && operation === 'deploy') return deploy(account, args, cwd);
    if (service === 'cloudformation' && operation === 'describe-stack-resource') {
      return describe(account, args);
    }
    throw new Error(`aws ${args.join(' ')}`);
  };
}

function describe(account: Account, args: readonly string[]): string {
  if (flag(args, '--query') !== 'StackResourceDetail.PhysicalResourceId')
    throw new Error('--query');
  const stack = flag(args, '--stack-name') ?? '';
  const id = flag(args, '--logical-resource-id') ?? '';
  const found = account.stacks.get(stack)?.get(id);
  if (!found) throw new Error(`${stack} has no ${id}`);
  return `${found.ref}\n`;
}

async function deploy(account: Account, args: readonly string[], cwd: string): Promise<string> {
  if (flag(args, '--region') !== account.simulator.world.place.region) throw new Error('--region');
  if (!args.includes('CAPABILITY_NAMED_IAM')) throw new Error('CAPABILITY_NAMED_IAM is missing');
  const path = join(cwd, flag(args, '--template-file') ?? '');
  const at = args.indexOf('--parameter-overrides');
  const overrides = at === -1 ? [] : args.slice(at + 1);
  await deployStack(account, {
    stackName: flag(args, '--stack-name') ?? '',
    template: parseTemplate(readFileSync(path, 'utf8')),
    parameters: Object.fromEntries(
      overrides.map((each) => [each.replace(/=.*/s, ''), each.replace(/^[^=]*=/, '')]),
    ),
  });
  return 'Successfully created/updated stack\n';
}

export const SAM_FILES = {
  'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: The orders service.

Globals:
  Function:
    Runtime: nodejs22.x

Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: index.handler # in src/index.js
      Events:
        List: { Type: Api, Properties: { Path: /orders, Method: get } }
`,
  'samconfig.toml': `version = 0.1
[default.deploy.parameters]
stack_name = "orders-prod"
region = "us-east-1"
capabilities = "CAPABILITY_IAM"
`,
};

export function samTool(account: Account): Tool {
  return async (args, cwd) => {
    if (args[0] === 'build') return 'Build Succeeded\n';
    if (args[0] !== 'deploy') throw new Error(args.join(' '));
    const code = (own: Readonly<Record<string, unknown>>) =>
      own.CodeUri === undefined ? new Uint8Array() : packed(join(cwd, String(own.CodeUri)));
    const template = transformed(
      parseTemplate(readFileSync(join(cwd, 'template.yaml'), 'utf8')),
      code,
    );
    const stackName = flag(args, '--stack-name') ?? 'orders-prod';
    await deployStack(account, { stackName, template, code });
    return 'Successfully created/updated stack\n';
  };
}

export const TERRAFORM_FILES = {
  'main.tf': `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

provider "aws" {
  region = "us-east-1"
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/src"
  output_path = "\${path.module}/code.zip"
}

resource "aws_iam_role" "checkout" {
  name = "checkout"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "checkout" {
  function_name    = "checkout" # its name
  role             = aws_iam_role.checkout.arn
  runtime          = "nodejs22.x"
  handler          = "index.handler"
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
}
`,
  'api.tf': `resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "checkout" {
  api_id                 = aws_apigatewayv2_api.shop.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.checkout.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "checkout" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "POST /checkout"
  target    = "integrations/\${aws_apigatewayv2_integration.checkout.id}"
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.shop.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_lambda_permission" "checkout" {
  statement_id  = "AllowApi"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.checkout.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${aws_apigatewayv2_api.shop.execution_arn}/*/*"
}
`,
};

/** @param states by folder */
export function terraformTool(
  account: Account,
  states: Map<string, State>,
  outputs: Record<string, unknown>,
): Tool {
  const initialized = new Set<string>();
  return async (args, cwd) => {
    const folder = resolve(cwd, args.find((arg) => arg.startsWith('-chdir='))?.slice(7) ?? '.');
    const command = args.find((arg) => !arg.startsWith('-'));
    if (command === 'init') {
      initialized.add(folder);
      return 'Terraform has been successfully initialized!\n';
    }
    if (command !== 'apply') throw new Error(args.join(' '));
    if (folder !== cwd && !initialized.has(folder)) throw new Error('run "terraform init"');
    const state = states.get(folder) ?? new Map();
    states.set(folder, state);
    const own = await applyTerraform(account, {
      ...{ folder, state },
      archive: () => packed(join(folder, 'src')),
    });
    Object.assign(outputs, own);
    return 'Apply complete!\n';
  };
}

export const CDK_FUNCTIONS = ['Cart', 'Payments', 'Stock', 'Mailer'] as const;
const API = 'ShopApi4A2B9C1D';

export const functionId = (name: string) => `${name}B7CD3E82`;

/** What `cdk synth` makes of a RestApi with one LambdaIntegration for each function. */
export function synthesized(): Template {
  const resources: Record<string, Resource> = {
    [API]: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'ShopApi' } },
  };
  for (const name of CDK_FUNCTIONS) {
    const id = functionId(name);
    const role = `${name}ServiceRole5E7F1A2B`;
    resources[role] = {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Statement: [] } },
    };
    resources[id] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: {
          S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' },
          S3Key: '0.zip',
        },
        ...{ Handler: 'index.handler', Runtime: 'nodejs22.x' },
        Role: { 'Fn::GetAtt': [role, 'Arn'] },
      },
      ...{ DependsOn: [role], Metadata: { 'aws:cdk:path': `Shop/${name}/Resource` } },
    };
    const arn = { 'Fn::GetAtt': [id, 'Arn'] };
    const part = name.toLowerCase();
    resources[`ShopApi${part}`] = resourceOf(API, part);
    resources[`ShopApi${part}GET`] = methodOf(API, `ShopApi${part}`, 'GET', arn);
    resources[`ShopApi${part}GETApiPermission`] = permissionOf(API, arn);
  }
  return { Resources: resources };
}

/** With the deployment, whose logical ID is a hash of the API, and the assets of the functions. */
export function writeAssembly(folder: string, stack: Template, code: string): void {
  const out = join(folder, 'cdk.out');
  const hash = digest(packed(code));
  cpSync(code, join(out, `asset.${hash}`), { recursive: true });
  const kept = Object.entries(stack.Resources).filter(
    ([, { Type }]) => !/::(Deployment|Stage)$/.test(Type),
  );
  const resources = Object.fromEntries(kept);
  const methods = kept.filter(([, { Type }]) => Type.endsWith('::Method')).map(([id]) => id);
  const template: Template = {
    Resources: {
      ...resources,
      ...deploymentOf(API, methods, resources, 'prod', 'ShopApiDeploymentStageprod3EB9684E'),
    },
  };
  writeFiles(folder, {
    'cdk.out/Shop.template.json': JSON.stringify(template, null, 1).replaceAll(
      '0.zip',
      `${hash}.zip`,
    ),
  });
}

/** What the code that `init` prints for CDK makes of the stack, once it is copied. */
export function withPrintedCode(stack: Template, log: string): Template {
  const [, printed = ''] = /\nTo copy:\n\n([\s\S]*?)\nNotes:/.exec(log) ?? [];
  const resources: Record<string, Resource> = { ...stack.Resources };
  let text = JSON.stringify(stack.Resources);
  class Version {
    readonly id: string;
    readonly lambda: string;
    constructor(_: unknown, id: string, { lambda }: { readonly lambda: string }) {
      this.id = `${id}V`;
      this.lambda = lambda;
      resources[this.id] = {
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: lambda } },
      };
    }
  }
  class Alias {
    constructor(
      _: unknown,
      id: string,
      { aliasName, version }: { readonly aliasName: string; readonly version: Version },
    ) {
      resources[`${id}A`] = {
        Type: 'AWS::Lambda::Alias',
        Properties: {
          ...{ Name: aliasName, FunctionName: { Ref: version.lambda } },
          FunctionVersion: { 'Fn::GetAtt': [version.id, 'Version'] },
        },
      };
      const before = JSON.stringify({ 'Fn::GetAtt': [version.lambda, 'Arn'] });
      text = text.replaceAll(before, JSON.stringify({ Ref: `${id}A` }));
    }
  }
  const variables = CDK_FUNCTIONS.map((name) => name.toLowerCase());
  new Function('lambda', 'RemovalPolicy', ...variables, `'use strict';\n${printed}`)(
    { Version, Alias },
    { RETAIN: 'retain' },
    ...CDK_FUNCTIONS.map(functionId),
  );
  return { Resources: { ...resources, ...JSON.parse(text) } };
}

export function cdkTool(account: Account): Tool {
  return async ([command, name], cwd) => {
    const path = join(cwd, 'cdk.out', `${name}.template.json`);
    if (command !== 'deploy' || !existsSync(path)) throw new Error(`cdk ${command} ${name}`);
    const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
    await deployStack(account, {
      ...{ stackName: name ?? '', template },
      code: ({ Code }) => {
        const key = (Code as { readonly S3Key?: string } | undefined)?.S3Key;
        if (key === undefined) return new Uint8Array();
        return packed(join(cwd, 'cdk.out', `asset.${key.replace('.zip', '')}`));
      },
    });
    return `${name}: deployed\n`;
  };
}
