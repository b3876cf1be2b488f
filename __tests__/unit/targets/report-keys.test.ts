// The key that finds the comment and the deployments of a target again.

import { describe, expect, it } from '@jest/globals';
import { aliasReport } from '../../../src/targets/alias/alias-report.ts';
import { stageReport } from '../../../src/targets/stage/stage-report.ts';

const aliases = (region: string, ...labels: readonly string[]) =>
  aliasReport({ kind: 'alias', region, aliases: labels }, []).key;
const ofAccount = (account: string) =>
  aliasReport({ kind: 'alias', region: 'eu-central-1', aliases: ['a:live'] }, [], account).key;
const stage = (region: string, stageName: string) =>
  stageReport({
    ...{ kind: 'stage', region, restApiId: 'a1b2c3d4e5', apiName: 'orders-api', stageName },
    ...{ deploymentBefore: '', deploymentAfter: '', canaryDeployment: '', canaryDimension: '' },
  }).key;

const EU = 'eu-central-1';

describe('the key of a target', () => {
  it('is the same for the same aliases in any order', () => {
    expect(aliases(EU, 'b:live', 'a:live')).toBe(aliases(EU, 'a:live', 'b:live'));
    expect(aliases(EU, 'a:live', 'b:live')).toMatch(/^eu-central-1\/a:live\+1-[0-9a-f]{16}$/);
    expect(aliases(EU, 'a:live')).toBe('eu-central-1/a:live');
  });

  it('is another for other functions, an alias of another name, a stage, a Region or an account', () => {
    const keys = [
      aliases(EU, 'a:live'),
      aliases(EU, 'a:live', 'b:live'),
      aliases(EU, 'a:live', 'c:live'),
      aliases(EU, 'a:live', 'b:beta'),
      aliases(EU, 'a:live', 'b:live', 'c:live'),
      aliases('us-east-1', 'a:live'),
      aliases('us-east-1', 'a:live', 'b:live'),
      stage(EU, 'prod'),
      stage(EU, 'beta'),
      stage('us-east-1', 'prod'),
      ofAccount('111111111111'),
      ofAccount('222222222222'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
