import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../../src/templates/parse.ts';
import { readSam } from '../../../src/templates/sam.ts';

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub "\${AWS::StackName}-orders"
      AutoPublishAlias: live
      DeploymentPreference:
        Type: AllAtOnce
        Alarms: [!Ref Errors]
        Hooks: { PreTraffic: !Ref Smoke, PostTraffic: !GetAtt Smoke.Arn }
  Smoke: { Type: AWS::Serverless::Function }
  Errors: { Type: AWS::CloudWatch::Alarm }
`;

describe('a template whose stack is known', () => {
  it('needs no names, because logical IDs stand for them', async () => {
    const parsed = await parseTree(TEMPLATE);
    if (parsed.kind === 'problem') throw new Error(parsed.problem);
    const given = {
      gives: () => false,
      supplied: new Map(),
      region: 'eu-west-1',
      stepsOf: (steps: string) => steps,
    };
    const found = readSam(parsed.tree, {
      ...given,
      namesLater: true,
      stepsOf: (steps: string) => steps,
    });
    expect(found.problems).toEqual([]);
    expect(found.values).toMatchObject({
      functions: 'Orders:live',
      alarms: 'Errors',
      'pre-traffic-hook': 'Smoke',
      'post-traffic-hook': 'Smoke',
    });
    expect(readSam(parsed.tree, given).problems).toHaveLength(4);
  });
});
