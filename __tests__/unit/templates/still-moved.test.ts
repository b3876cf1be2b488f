// What the deployment of a template still does to the alias that a release moves.

import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../../src/templates/parse.ts';
import { readSam } from '../../../src/templates/sam.ts';

const HASH = `AutoPublishCodeSha256: '${'0'.repeat(64)}'`;
const sam = (more: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: orders, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce }${more} }
`;
const CLOUDFORMATION = `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: orders, Name: live, FunctionVersion: '1' }
    UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: !Ref Group } }
  Group: { Type: AWS::CodeDeploy::DeploymentGroup, Properties: {} }
`;

async function movedIn(text: string): Promise<readonly string[]> {
  const parsed = await parseTree(text);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const { notes } = readSam(parsed.tree, {
    gives: () => false,
    supplied: new Map(),
    region: 'eu-west-1',
    stepsOf: (steps) => steps,
  });
  return notes.filter((note) => note.includes('canary-action migrate'));
}

describe('an alias that the template moves too', () => {
  it.each([
    ['by each hash of the code', sam(''), '"Orders"'],
    ['by a hash that is a parameter', sam(', AutoPublishCodeSha256: !Ref Hash'), '"Orders"'],
    ['by CodeDeploy', CLOUDFORMATION, '"Live"'],
  ])('%s is named', async (_, text, id) => {
    expect(await movedIn(text)).toEqual([
      `${id}: the deployment of this file moves the alias as well, for all users; "canary-action migrate" shows what to change there`,
    ]);
  });

  it('is not one whose hash is constant', async () => {
    expect(await movedIn(sam(`, ${HASH}`))).toEqual([]);
  });
});
