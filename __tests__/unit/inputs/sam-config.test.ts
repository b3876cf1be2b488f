// The input `sam-config`: what `sam deploy` takes from samconfig.toml or samconfig.yaml.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readTemplate } from '../../../src/inputs/read-template.ts';

const workspace = mkdtempSync(join(tmpdir(), 'sam-config-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Kind: { Type: String, Default: AllAtOnce }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub "orders-\${Stage}"
      AutoPublishAlias: live
      DeploymentPreference: { Type: !Ref Kind }
`;

interface Given {
  readonly template?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** @param file the name and content of samconfig */
async function read(name: string, text: string, { template = TEMPLATE, inputs = {} }: Given = {}) {
  writeFileSync(join(workspace, name), text);
  writeFileSync(join(workspace, 'template.yaml'), template);
  const all: Readonly<Record<string, string>> = {
    template: 'template.yaml',
    'sam-config': name,
    ...inputs,
  };
  const problems: string[] = [];
  const facts = await readTemplate(
    (input) => all[input] ?? '',
    { workspace, region: 'eu-west-1' },
    problems,
  );
  return { ...facts, problems };
}

const PROD = { functions: 'orders-prod:live', steps: 'Canary10Percent5Minutes' };

describe('sam-config', () => {
  it.each([
    ['a text', 'parameter_overrides = "Stage=prod Kind=Canary10Percent5Minutes"'],
    [
      'a text in the form of CloudFormation',
      'parameter_overrides = "ParameterKey=Stage,ParameterValue=prod ParameterKey=Kind,ParameterValue=Canary10Percent5Minutes"',
    ],
    [
      'a text with quotes',
      String.raw`parameter_overrides = "Stage=\"prod\" Kind=\"Canary10Percent5Minutes\""`,
    ],
    ['a list', 'parameter_overrides = ["Stage=prod", "Kind=Canary10Percent5Minutes"]'],
    ['a table', 'parameter_overrides = { Stage = "prod", Kind = "Canary10Percent5Minutes" }'],
    [
      'a text over several lines',
      'parameter_overrides = """\nStage=prod\nKind=Canary10Percent5Minutes\n"""',
    ],
  ])('gives the parameters as %s', async (_, line) => {
    const toml = `version = 0.1\n[default.deploy.parameters]\ncapabilities = "CAPABILITY_IAM"\n${line}\n`;
    const { values, problems } = await read('samconfig.toml', toml);
    expect(problems).toEqual([]);
    expect(values).toMatchObject(PROD);
  });

  const BOTH = `version = 0.1
[default.global.parameters]
stack_name = "shop-dev"
[default.deploy.parameters]
parameter_overrides = "Stage=dev"
[prod.global.parameters]
parameter_overrides = "Stage=dev"
[prod.deploy.parameters]
region = "us-east-1"
parameter_overrides = "Stage=prod Kind=Canary10Percent5Minutes Other=1"
`;

  it('takes the environment that is named, the settings of deploy before the global ones, and leaves out what the template lacks', async () => {
    const inputs = { 'sam-config': 'samconfig.toml#prod' };
    const { values, problems, notes } = await read('samconfig.toml', BOTH, { inputs });
    expect(problems).toEqual([]);
    expect(values).toMatchObject(PROD);
    expect(notes.slice(0, 2)).toEqual([
      'sam-config "samconfig.toml#prod": parameters Stage, Kind, Other',
      'sam-config "samconfig.toml#prod": its region is us-east-1, and this release is in eu-west-1',
    ]);
  });

  it('yields to template-parameters, one by one', async () => {
    const inputs = { 'sam-config': 'samconfig.toml#prod', 'template-parameters': 'Stage=dev' };
    const { values } = await read('samconfig.toml', BOTH, { inputs });
    expect(values).toMatchObject({ functions: 'orders-dev:live', steps: PROD.steps });
  });

  it('reads YAML as SAM does', async () => {
    const yaml =
      'version: 0.1\ndefault:\n  deploy:\n    parameters:\n      parameter_overrides: [Stage=prod, Kind=Canary10Percent5Minutes]\n';
    expect((await read('samconfig.yaml', yaml)).values).toMatchObject(PROD);
  });

  describe('with the name of a stack', () => {
    const NAMELESS = TEMPLATE.replace(/ {6}FunctionName.*\n/, '');
    const NAMED = '[default.deploy.parameters]\nstack_name = "shop"\n';

    it('looks the names up that the template lacks', async () => {
      const { values, problems } = await read('samconfig.toml', NAMED, { template: NAMELESS });
      expect(problems).toEqual([]);
      expect(values).toMatchObject({ functions: 'Orders:live', stack: 'shop' });
    });

    it('needs no stack if the template has all names, or if the input is set', async () => {
      expect((await read('samconfig.toml', NAMED)).values).not.toHaveProperty('stack');
      const own = await read('samconfig.toml', NAMED, {
        template: NAMELESS,
        inputs: { stack: 'mine' },
      });
      expect(own.problems).toEqual([]);
      expect(own.values).not.toHaveProperty('stack');
    });
  });

  it.each([
    [
      'is no TOML',
      'a = \n',
      /^sam-config "samconfig.toml": it cannot be read as TOML: .* at line 1, column \d+$/,
    ],
    [
      'lacks the environment',
      '[prod.deploy.parameters]\n',
      /it has no environment "default"; expected "prod"\.$/,
    ],
    [
      'is empty',
      '',
      /it has no environment "default"; expected \[default\.deploy\.parameters\]\.$/,
    ],
    [
      'has a parameter without a value',
      '[default.deploy.parameters]\nparameter_overrides = "Stage"\n',
      /default\.deploy\.parameters\.parameter_overrides: "Stage"; expected NAME=VALUE/,
    ],
    [
      'has a parameter twice',
      '[default.deploy.parameters]\nparameter_overrides = ["Stage=dev", "Stage=prod"]\n',
      /parameter_overrides: "Stage" is given twice$/,
    ],
    [
      'has a list in a list',
      '[default.deploy.parameters]\nparameter_overrides = [["Stage=dev"]]\n',
      /parameter_overrides: it is a list with something else; expected strings NAME=VALUE$/,
    ],
    [
      'has a table with a list',
      '[default.deploy.parameters]\nparameter_overrides = { Stage = [] }\n',
      /parameter_overrides: "Stage" is no string; expected one$/,
    ],
    [
      'has a value that the template does not allow',
      '[default.deploy.parameters]\nparameter_overrides = "Stage=test"\n',
      /the parameter "Stage" is "test"; the template expects one of dev, prod of it/,
    ],
  ])('that %s is refused', async (_, toml, says) => {
    const { problems } = await read('samconfig.toml', toml);
    expect(problems).toEqual([expect.stringMatching(says)]);
  });

  it('without a template is refused', async () => {
    const { problems } = await read('samconfig.toml', BOTH, { inputs: { template: '' } });
    expect(problems).toEqual(['sam-config: there is no template; expected the input template']);
  });
});
