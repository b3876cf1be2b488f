// A stage with a canary in a template.

import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import { readSam } from '../../../src/templates/sam.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';

async function read(text: string, parameters = '', gives: readonly string[] = []) {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  return readSam(parsed.tree, {
    gives: (name) => gives.includes(name),
    supplied: readSupplied(parameters, []),
    region: 'eu-west-1',
    stepsOf: (steps) => steps,
    namesLater: gives.includes('stack'),
  });
}

const SHOP = `Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String, Default: prod } }
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref Stage
      CanarySetting:
        PercentTraffic: 12.5
        UseStageCache: yes
        StageVariableOverrides: { orders: "8", carts: !Sub "\${Stage}-3" }
`;

describe('a stage with a CanarySetting', () => {
  it('is released with the steps of the input', async () => {
    const { values, problems } = await read(SHOP, 'Shop=a1b2c3', ['steps']);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      'rest-api-id': 'a1b2c3',
      'stage-name': 'prod',
      'stage-variable-overrides': 'orders=8\ncarts=prod-3',
      'use-stage-cache': 'true',
    });
  });

  it('takes the logical ID where the stack is known', async () => {
    const { values, problems } = await read(SHOP, '', ['steps', 'stack']);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ 'rest-api-id': 'Shop' });
  });

  it('asks for times, which it does not have, and for the ID', async () => {
    expect((await read(SHOP)).problems).toEqual([
      expect.stringMatching(
        /"Shop" has no name of its own.*expected a line Shop=VALUE.*or the input rest-api-id$/,
      ),
      'line 9, column 9: CanarySetting of "Shop" has 12.5% and no times; expected the input steps, such as 12.5%/10m',
    ]);
  });

  it('is left alone beside functions that are released, and named', async () => {
    const text = `${SHOP}  Orders: { Type: AWS::Serverless::Function, Properties: { FunctionName: orders, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce } } }\n`;
    const { values, notes, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(values).not.toHaveProperty('rest-api-id');
    expect(notes).toContainEqual(expect.stringContaining('"Shop" has a canary of its stage'));
  });

  it('is one of several, which are refused', async () => {
    const text = `${SHOP}  Other: { Type: AWS::ApiGateway::Stage, Properties: { CanarySetting: { PercentTraffic: 5 } } }\n`;
    expect((await read(text, '', ['steps'])).problems).toEqual([
      expect.stringContaining('several stages have a CanarySetting: "Shop", "Other"; expected one'),
    ]);
  });
});
