import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { deploymentArchive } from '../../../verify/recordings/archive.ts';
import { differences } from '../../../verify/recordings/compare.ts';
import { type Report, replay } from '../../../verify/recordings/replay.ts';
import { findings, describe as inWords } from '../../../verify/recordings/report.ts';
import { fill, fillAll, lookUp, Unresolved } from '../../../verify/recordings/values.ts';

const known = { given: { name: 'fn' }, env: { region: 'eu-west-1' }, made: { list: [{ id: 7 }] } };

describe('references', () => {
  it('are looked up through lists and maps', () => {
    expect(lookUp(known, 'made.list[0].id')).toBe(7);
    expect(fill(known, 'arn:${env.region}:${given.name}')).toBe('arn:eu-west-1:fn');
    expect(() => fill(known, '${made.nothing}')).toThrow(Unresolved);
  });

  it('are filled in deep, and leave AWS template texts alone', () => {
    const input = { a: ['${given.name}'], b: { c: '$context.requestId', d: 5 }, e: { zip: 'x' } };
    const special = (value: object) => ('zip' in value ? 'an archive' : undefined);
    expect(fillAll(known, input, special)).toEqual({
      a: ['fn'],
      b: { c: '$context.requestId', d: 5 },
      e: 'an archive',
    });
  });
});

describe('comparing', () => {
  it.each([
    [{ a: 50.0 }, { a: 50 }],
    [{ a: { any: 'date' } }, { a: new Date() }],
    [{ a: { any: 'date' } }, { a: '2025-11-25T10:00:00.000+0000' }],
    [{ a: { any: 'string' } }, { a: '' }],
    [{ a: { any: 'number' } }, { a: 0 }],
    [{ a: { ref: 'made.list[0].id' } }, { a: 7 }],
    [{ a: { template: '${given.name}:1' } }, { a: 'fn:1' }],
    [{ a: { json: { b: { ref: 'given.name' } } } }, { a: '{"b": "fn"}' }],
    [{ a: [1, 2] }, { a: [1, 2], b: undefined, c: null }],
    [{}, {}],
  ])('%j agrees with %j', (recorded, actual) => {
    expect(differences(known, recorded, actual)).toEqual([]);
  });

  it.each([
    [{ a: 50 }, { a: 50.1 }],
    [{ a: 1 }, {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [1] }, { a: [1, 1] }],
    [{ a: {} }, { a: [] }],
    [{ a: { any: 'date' } }, { a: 'yesterday' }],
    [{ a: { any: 'date' } }, { a: 1_700_000_000 }],
    [{ a: { any: 'string' } }, { a: 1 }],
    [{ a: { ref: 'given.name' } }, { a: 'other' }],
    [{ a: { template: '${given.name}:1' } }, { a: 'fn:2' }],
    [{ a: { json: { b: 1 } } }, { a: '{"b": 2}' }],
    [{ a: { json: { b: 1 } } }, { a: 'no json' }],
  ])('%j differs from %j', (recorded, actual) => {
    expect(differences(known, recorded, actual)).not.toEqual([]);
  });
});

it('makes an archive by its description: the same one, the same bytes', () => {
  expect(deploymentArchive('one')).toEqual(deploymentArchive('one'));
  expect(deploymentArchive('one')).not.toEqual(deploymentArchive('two'));
});

describe('a replay', () => {
  const scenario = (percent: number) => ({
    name: `a canary of ${percent} %`,
    given: { apiName: 'a name' },
    distinct: [['api.id', 'base.id']],
    steps: [
      { call: 'CreateRestApi', input: { name: '${given.apiName}' }, as: 'api' },
      {
        call: 'PutMethod',
        input: {
          restApiId: '${api.id}',
          resourceId: '${api.rootResourceId}',
          httpMethod: 'GET',
          authorizationType: 'NONE',
        },
      },
      {
        call: 'PutIntegration',
        input: {
          restApiId: '${api.id}',
          resourceId: '${api.rootResourceId}',
          httpMethod: 'GET',
          type: 'MOCK',
        },
      },
      {
        call: 'CreateDeployment',
        input: { restApiId: '${api.id}', stageName: 'prod' },
        as: 'base',
        expect: { status: 201, body: { id: { any: 'string' }, createdDate: { any: 'date' } } },
      },
      {
        call: 'UpdateStage',
        input: {
          restApiId: '${api.id}',
          stageName: 'prod',
          patchOperations: [{ op: 'replace', path: '/canarySettings/percentTraffic', value: '5' }],
        },
        as: 'stage',
      },
      {
        call: 'GetStage',
        key: 'stage',
        input: { restApiId: '${api.id}', stageName: 'prod' },
        expect: {
          body: {
            stageName: 'prod',
            deploymentId: { ref: 'base.id' },
            canarySettings: {
              deploymentId: { ref: 'stage.deploymentId' },
              percentTraffic: percent,
              useStageCache: false,
            },
            cacheClusterEnabled: false,
            cacheClusterStatus: 'NOT_AVAILABLE',
            methodSettings: {},
            tracingEnabled: false,
            createdDate: { any: 'date' },
            lastUpdatedDate: { any: 'date' },
          },
        },
      },
      {
        call: 'GetDeployment',
        input: { restApiId: '${api.id}', deploymentId: 'none' },
        as: 'missing',
        expect: {
          status: 404,
          error: {
            code: 'NotFoundException',
            message: 'Invalid Deployment identifier specified',
            messageMember: 'message',
          },
        },
      },
      { call: 'GetDeployment', input: { restApiId: '${api.id}', deploymentId: '${missing.id}' } },
    ],
  });

  let simulator: Simulator;
  let directory: string;
  let report: Report;
  beforeAll(async () => {
    simulator = await startSimulator();
    directory = await mkdtemp(join(tmpdir(), 'recordings-'));
    const recording = { service: 'test', scenarios: [scenario(5), scenario(6)] };
    await writeFile(join(directory, 'one.json'), JSON.stringify(recording));
    report = await replay({ directory, endpoint: simulator.url });
  });
  afterAll(async () => {
    await simulator.close();
    await rm(directory, { recursive: true });
  });

  it('tells agreement from difference, and what it could not ask', () => {
    const verdicts = report.scenarios.map(({ steps }) => steps.map(({ verdict }) => verdict));
    const made = ['succeeded', 'succeeded', 'succeeded', 'agreed', 'succeeded'];
    expect(verdicts).toEqual([
      [...made, 'agreed', 'agreed', 'skipped'],
      [...made, 'differs', 'agreed', 'skipped'],
    ]);
    expect(report.totals).toEqual({ agreed: 5, succeeded: 8, differs: 1, skipped: 2 });
    expect(report.scenarios[1]?.steps[5]?.reasons).toEqual([
      '$.canarySettings.percentTraffic: want 6, got 5',
    ]);
    expect(report.scenarios.map(({ distinct }) => distinct)).toEqual([[], []]);
  });

  it('fails for a difference without an explanation, and for an explanation without a difference', () => {
    const scenarioName = 'a canary of 6 %';
    const skipped = [
      { scenario: 'a canary of 5 %', step: 8, reason: 'r' },
      { scenario: scenarioName, step: 8, reason: 'r' },
    ];
    expect(findings(report, skipped)).toEqual({
      unexplained: [`${scenarioName} · 6 GetStage [stage]`],
      stale: [],
    });
    const all = [...skipped, { scenario: scenarioName, step: 'stage', reason: 'why' }];
    expect(findings(report, all)).toEqual({ unexplained: [], stale: [] });
    const tooMuch = [...all, { scenario: scenarioName, step: 1, reason: 'old' }];
    expect(findings(report, tooMuch).stale).toEqual([`${scenarioName} · 1: old`]);
    expect(inWords(report, all)).toContain('differs · 6 GetStage [stage] (known: why)');
  });

  it('leaves nothing behind', async () => {
    const { calls } = simulator;
    const count = (operation: string) =>
      calls.list().filter((call) => call.operation === operation).length;
    expect(count('DeleteRestApi')).toBe(count('CreateRestApi'));
  });

  it('needs recordings', async () => {
    const call = replay({ directory: `${tmpdir()}/none-here`, endpoint: simulator.url });
    await expect(call).rejects.toThrow();
  });
});
