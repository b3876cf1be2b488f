import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFolder } from '../../../src/survey/read-folder.ts';
import { inWords } from '../doctor/survey.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'survey-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const TEMPLATE = `Resources:
  Orders: { Type: AWS::Lambda::Function, Properties: { FunctionName: orders } }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: orders } }
`;

describe('a checkout', () => {
  it('that is empty has nothing', async () => {
    const { survey, read } = await readFolder(folder, undefined);
    expect([survey.functions, survey.problems, read]).toEqual([[], [], []]);
  });

  it('has templates, Terraform and serverless.yml at once', async () => {
    write({
      'template.yaml': TEMPLATE,
      'infra/main.tf': 'resource "aws_lambda_function" "carts" {\n  function_name = "carts"\n}\n',
      'users/serverless.yml':
        'service: users\nprovider: { name: aws }\nfunctions:\n  users: { handler: a.b, url: true }\n',
      'node_modules/x/template.yaml': TEMPLATE,
      'package.json': '{}',
      '.github/workflows/x.yml':
        'on: push\njobs: { a: { steps: [{ run: "echo ${{ x }} AWS::" }] } }\n',
    });
    const { survey, read } = await readFolder(folder, undefined);
    expect(read).toEqual(['template.yaml', 'users/serverless.yml', 'infra/main.tf']);
    expect(inWords(survey)).toEqual([
      'Orders: call-alias, alias live; function URL by unqualified',
      'users: call-alias, alias live; function URL by unqualified',
      'aws_lambda_function.carts: find-callers, none; nobody',
    ]);
    expect(survey.problems).toEqual([]);
  });

  it('has the template that the Serverless Framework packaged, in place of its own file', async () => {
    write({
      'serverless.yml': 'service: a\nprovider: { name: aws }\nfunctions: ${file(x.yml)}\n',
      '.serverless/cloudformation-template-update-stack.json': JSON.stringify({
        Resources: { OrdersLambdaFunction: { Type: 'AWS::Lambda::Function' } },
      }),
    });
    const { survey } = await readFolder(folder, undefined);
    expect(survey.functions).toMatchObject([{ label: 'OrdersLambdaFunction', tool: 'serverless' }]);
    expect(survey.problems).toEqual([]);
  });

  it("has CDK's nested templates under their hashes", async () => {
    const hash = 'ab'.repeat(32);
    const template = (Resources: object, Parameters = {}) =>
      JSON.stringify({ Parameters, Resources });
    const Target = { 'Fn::GetAtt': ['Fn', 'Arn'] };
    write({
      'cdk.out/Shop.template.json': template({
        Fn: { Type: 'AWS::Lambda::Function' },
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            Parameters: { Target },
            TemplateURL: {
              'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, `/${hash}.json`]],
            },
          },
        },
      }),
      'cdk.out/Nested1.nested.template.json': template(
        { Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Target' } } } },
        { Target: { Type: 'String' } },
      ),
      'cdk.out/Shop.assets.json': JSON.stringify({
        files: {
          [hash]: { source: { path: 'Nested1.nested.template.json' } },
          other: {},
          none: null,
        },
      }),
      'cdk.out/Broken.assets.json': '{',
    });
    const { survey } = await readFolder(folder, undefined);
    expect(inWords(survey)).toEqual(['Fn: call-alias, alias live; function URL by unqualified']);
    expect([survey.problems, survey.notes]).toEqual([[], []]);
  });

  it('names what cannot be read, and reads the rest', async () => {
    write({
      'a.yaml': `${TEMPLATE}  : [\n`,
      'b.yaml': TEMPLATE,
      'broken.tf': 'resource "aws_lambda_function" "x" {\n  name = \n}\n',
      'x.tf.json': '{}',
      'app/cdk.json': '{}',
      'sls/serverless.ts': '',
    });
    const { survey } = await readFolder(folder, undefined);
    expect(survey.functions).toHaveLength(1);
    expect(survey.problems).toEqual([
      expect.stringMatching(/^a\.yaml: it cannot be read as YAML or JSON/),
      'broken.tf:2: the line ends; expected a value',
      "x.tf.json: Terraform's JSON syntax is not read; use --terraform-json",
      'app/cdk.json: there is no app/cdk.out. Run "npx cdk synth" first',
      'sls/serverless.ts: it is a program. Run "npx serverless package" first',
    ]);
  });

  it('has commands that move aliases, which no template shows', async () => {
    write({
      '.github/workflows/deploy.yml':
        'name: a\n# cdk deploy --hotswap\nrun: npx cdk deploy Shop --hotswap\n',
      'package.json': '{"scripts": {\n"dev": "sam sync --watch"}}',
      'deploy.sh':
        'terraform plan -out tfplan\nterraform -chdir=infra apply -auto-approve tfplan\n',
      Makefile: 'deploy:\n\tcdk deploy --revert-drift\n\tterraform apply\n',
      'docs/x.json': '"cdk deploy --hotswap"',
    });
    const { survey } = await readFolder(folder, undefined);
    expect(survey.notes).toEqual([
      expect.stringMatching(
        /^\.github\/workflows\/deploy\.yml:3: "cdk deploy Shop --hotswap": it moves/,
      ),
      expect.stringMatching(/^Makefile:2: "--revert-drift": it sets/),
      expect.stringMatching(
        /^deploy\.sh:2: "terraform -chdir=infra apply .* tfplan": a saved plan/,
      ),
      expect.stringMatching(/^package\.json:2: "sam sync": it moves/),
    ]);
  });

  it('follows no link, inside or outside', async () => {
    write({ 'template.yaml': TEMPLATE });
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('/etc/passwd', join(folder, 'passwd.yaml'));
    symlinkSync('.', join(folder, 'self'));
    const { survey, read } = await readFolder(folder, undefined);
    expect(read).toEqual(['template.yaml']);
    expect(survey.notes).toEqual(['passwd.yaml is a link, and is not followed']);
  });

  it('may be large: only names are looked at', async () => {
    write({ 'template.yaml': TEMPLATE, 'data.json': 'x'.repeat(6_000_000) });
    const { survey } = await readFolder(folder, undefined);
    expect([survey.functions.length, survey.problems]).toEqual([1, []]);
  });

  it('must be a folder', async () => {
    write({ file: '' });
    await expect(readFolder(join(folder, 'file'), undefined)).rejects.toThrow('is not a folder');
    await expect(readFolder(join(folder, 'no'), undefined)).rejects.toThrow(
      'there is no such folder',
    );
  });

  it('takes what "terraform show -json" wrote in place of the files', async () => {
    write({ 'main.tf': 'a {', 'x.json': '{"a": 1}' });
    const shown = join(folder, 'x.json');
    await expect(readFolder(folder, shown)).rejects.toThrow('"terraform show -json" writes');
    await expect(readFolder(folder, join(folder, 'no.json'))).rejects.toThrow('--terraform-json');
  });
});
