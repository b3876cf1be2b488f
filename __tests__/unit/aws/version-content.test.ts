import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { isSameContent, settingsOf } from '../../../src/aws/version-content.ts';

const LATEST: FunctionConfiguration = {
  FunctionName: 'orders',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
  Version: '$LATEST',
  RevisionId: 'a',
  Description: 'as uploaded',
  LastModified: '2026-01-01T00:00:00.000+0000',
  LastUpdateStatus: 'InProgress',
  State: 'Active',
  CodeSha256: 'c29tZSBjb2Rl',
  CodeSize: 100,
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  MemorySize: 128,
  Environment: { Variables: { A: '1', B: '' } },
  SnapStart: { ApplyOn: 'PublishedVersions', OptimizationStatus: 'Off' },
  Layers: [{ Arn: 'layer:a:1' }, { Arn: 'layer:b:1' }],
};

const PUBLISHED: FunctionConfiguration = {
  ...LATEST,
  FunctionArn: `${LATEST.FunctionArn}:7`,
  Version: '7',
  RevisionId: 'b',
  Description: 'org/shop@1234, after 6',
  LastModified: '2026-01-02T00:00:00.000+0000',
  LastUpdateStatus: 'Successful',
  ConfigSha256: 'dg==',
  SnapStart: { OptimizationStatus: 'On', ApplyOn: 'PublishedVersions' },
  Environment: { Variables: { B: '', A: '1' } },
  FileSystemConfigs: [],
};

describe('The settings of a version', () => {
  it('are the same in what it was published from', () => {
    expect(settingsOf(PUBLISHED)).toBe(settingsOf(LATEST));
  });

  it.each<[string, Partial<FunctionConfiguration>]>([
    ['a variable of the environment', { Environment: { Variables: { A: '2', B: '' } } }],
    ['a variable without a value that is gone', { Environment: { Variables: { A: '1' } } }],
    ['the memory', { MemorySize: 256 }],
    ['the time limit', { Timeout: 9 }],
    ['the order of layers', { Layers: [{ Arn: 'layer:b:1' }, { Arn: 'layer:a:1' }] }],
    ['the version of the runtime', { RuntimeVersionConfig: { RuntimeVersionArn: 'runtime:2' } }],
    ['whether there are snapshots', { SnapStart: { ApplyOn: 'None' } }],
    ['the role', { Role: 'arn:aws:iam::123456789012:role/other' }],
    ['a file system', { FileSystemConfigs: [{ Arn: 'a', LocalMountPath: '/mnt/a' }] }],
    ['a setting that AWS adds in future', { Fancy: { On: true } } as FunctionConfiguration],
  ])('differ in %s', (_, change) => {
    expect(settingsOf({ ...PUBLISHED, ...change })).not.toBe(settingsOf(PUBLISHED));
  });

  it('show no value', () => {
    expect(settingsOf(LATEST)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('Two versions', () => {
  const content = (change: Partial<FunctionConfiguration> = {}) => ({
    codeSha256: 'c29tZSBjb2Rl',
    settings: settingsOf({ ...PUBLISHED, ...change }),
  });

  it('are the same with the same code and settings', () => {
    expect(isSameContent(content(), content())).toBe(true);
  });

  it('differ by their code', () => {
    expect(isSameContent(content(), { ...content(), codeSha256: 'b3RoZXI=' })).toBe(false);
  });

  it('are not known to be the same where AWS could not read the variables', () => {
    const unread = content({
      Environment: { Error: { ErrorCode: 'AccessDeniedException', Message: 'kms:Decrypt' } },
    });
    expect(isSameContent(unread, unread)).toBe(false);
  });
});
