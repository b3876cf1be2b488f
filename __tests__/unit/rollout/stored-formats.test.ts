// The exact text of what is stored in AWS. Versions of the action read each other's state, so a change here
// needs a reader for both forms.

import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../../src/rollout/phase.ts';
import { describePreview, previewTags } from '../../../src/rollout/preview-tags.ts';
import {
  canaryTag,
  lastOutcomeTag,
  ownerTag,
  pauseTag,
  phaseTags,
  type RolloutRecord,
  readStoredState,
  recordTags,
  type StoredRollout,
} from '../../../src/rollout/record.ts';
import { fingerprint } from '../../../src/rollout/requested-target.ts';
import { aliasCodec } from '../../../src/targets/alias/alias-record.ts';
import { describeVersion } from '../../../src/targets/lambda/version-text.ts';
import { sealOf } from '../../../src/targets/seal.ts';
import { describeDeployment } from '../../../src/targets/stage/deployment-text.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { decodeRecord, encodeRecord, readFormat, type Tags } from '../../support/formats.ts';

interface Stored {
  readonly record: RolloutRecord & { readonly v: 1 };
  readonly tags: Tags;
  /** The digest of the record, in the description of the deployment. */
  readonly seal: string;
}

const STAGE = readFormat<Stored>('stored-stage.json');
const ALIAS = readFormat<Stored>('stored-alias.json');
const START = 1_764_000_000;
const ID = { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' };
const JOB = { ...ID, job: '0123456789ab' };
const OWNER = 'octo-org/orders/actions/runs/7000000001/attempts/1.0123456789ab';
const OLDER_OWNER = 'octo-org/orders/actions/runs/7000000001/attempts/1';

const recordOf = ({ record: { v: _, ...record } }: Stored): RolloutRecord => record;

/** The same rollout in another phase, with the start times of the steps so far. */
function inPhase(stored: Stored, phase: Phase, stepStartTimes: readonly number[]): StoredRollout {
  return { record: recordOf(stored), phase, stepStartTimes, canaryDeploymentId: 'new222' };
}

describe.each([
  ['a stage', STAGE, stageCodec],
  ['aliases', ALIAS, aliasCodec],
])('The stored state of a rollout of %s', (_, stored, codec) => {
  it('has these tags at its beginning', () => {
    const tags = recordTags(recordOf(stored), { kind: 'preparing' });
    expect(Object.entries(tags)).toEqual(Object.entries(stored.tags));
  });

  it('contains the record as JSON that others can read', () => {
    expect(decodeRecord(stored.tags)).toEqual(stored.record);
    const { 'canary-action:rollout': owner, 'canary-action:phase': phase, ...rest } = stored.tags;
    expect([owner, phase]).toEqual([OWNER, 'preparing']);
    expect(encodeRecord(stored.record)).toEqual(rest);
  });

  it('is read again as the same record', () => {
    expect(readStoredState(stored.tags, codec)).toEqual({
      kind: 'rollout',
      storedRollout: {
        record: recordOf(stored),
        phase: { kind: 'preparing' },
        stepStartTimes: [],
        canaryDeploymentId: undefined,
        paused: undefined,
      },
    });
  });

  it('has this seal', () => {
    expect(sealOf(recordOf(stored))).toBe(stored.seal);
  });

  it.each<[string, Phase, readonly number[], Tags]>([
    [
      'the first step',
      { kind: 'step', index: 0, since: START + 60 },
      [],
      { 'canary-action:phase': 'step/0/1764000060', 'canary-action:shifts': '1o' },
    ],
    [
      'the first step, whose weight was seen',
      { kind: 'step', index: 0, since: START + 60, reached: true },
      [],
      { 'canary-action:phase': 'step/0/1764000060/reached', 'canary-action:shifts': '1o' },
    ],
    [
      'the second step',
      { kind: 'step', index: 1, since: START + 360 },
      [START + 60],
      { 'canary-action:phase': 'step/1/1764000360', 'canary-action:shifts': '1o.a0' },
    ],
    [
      'the bake',
      { kind: 'baking', since: START + 960 },
      [START + 60, START + 360],
      { 'canary-action:phase': 'baking/1764000960' },
    ],
    [
      'the bake after its hooks',
      { kind: 'baking', since: START + 960, asked: true },
      [START + 60, START + 360],
      { 'canary-action:phase': 'baking/1764000960/asked' },
    ],
    [
      'the bake after its hooks, which was seen',
      { kind: 'baking', since: START + 960, asked: true, reached: true },
      [START + 60, START + 360],
      { 'canary-action:phase': 'baking/1764000960/asked/reached' },
    ],
  ])('has these tags changed in %s', (_, phase, before, tags) => {
    expect(phaseTags(inPhase(stored, phase, before), phase)).toEqual(tags);
    const since = phase.kind === 'step' ? [...before, phase.since] : [];
    const read = readStoredState({ ...stored.tags, ...tags }, codec);
    expect(read).toMatchObject({ storedRollout: { phase, stepStartTimes: since } });
  });
});

describe('The other tags of a rollout', () => {
  it('name its owner, with and without a job', () => {
    expect(ownerTag(JOB)).toEqual({ 'canary-action:rollout': OWNER });
    expect(ownerTag(ID)).toEqual({ 'canary-action:rollout': OLDER_OWNER });
  });

  it('name the deployment of the canary', () => {
    expect(canaryTag('new222')).toEqual({ 'canary-action:canary': 'new222' });
  });

  it('record who approved which weight, and when', () => {
    const tag = { 'canary-action:approved': '50/2i/maria+100/rs/jo-e' };
    const approvals = [
      { weight: 50, at: START + 90, by: 'maria' },
      { weight: 100, at: START + 1000, by: 'jo-e' },
    ];
    expect(readStoredState({ ...STAGE.tags, ...tag }, stageCodec)).toMatchObject({
      storedRollout: { approvals },
    });
  });

  it('record since when it is paused, and by which run', () => {
    const tag = { 'canary-action:paused': `1764000090/${OWNER}` };
    expect(pauseTag({ since: START + 90.7, by: JOB })).toEqual(tag);
    expect(readStoredState({ ...STAGE.tags, ...tag }, stageCodec)).toMatchObject({
      storedRollout: { paused: { since: START + 90, by: JOB } },
    });
  });

  it.each(['promoted', 'rolled-back'] as const)('record after its end that it was %s', (ended) => {
    const last = { ended, at: START + 1200, by: JOB, of: '5ad654b8' };
    const tag = { 'canary-action:last': `${ended}/1764001200/${OWNER}/of/5ad654b8` };
    expect(lastOutcomeTag({ ...last, at: START + 1200.7 })).toEqual(tag);
    expect(readStoredState(tag, stageCodec)).toEqual({ kind: 'none', last });
  });

  it('identify what was released by a fingerprint', () => {
    const stage = 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod';
    expect(fingerprint({ on: stage, parts: [] })).toBe('5ad654b8');
    const on = 'arn:aws:lambda:eu-west-1:111122223333:function:carts';
    expect(fingerprint({ on, parts: ['orders:live', 'carts:live'] })).toBe('e7c55e1f');
  });

  it('identify the owner of a preview', () => {
    expect(previewTags({ repository: 'octo-org/orders', pull: 12, at: START + 0.7 })).toEqual({
      'canary-preview:of': 'octo-org/orders/pull/12',
      'canary-preview:at': '1764000000',
    });
  });
});

describe('A description that is kept in AWS', () => {
  const changes = [
    { name: 'carts', from: '3', to: '4' },
    { name: 'orders', from: '7', to: '8' },
  ];

  it('of a deployment names its release', () => {
    const seal = STAGE.seal;
    const draft = '0123456789abcdef';
    expect(describeDeployment(JOB, { after: 'old111', changes, draft, seal })).toBe(
      `canary-action: octo-org/orders draft 0123456789abcdef run 7000000001 sealed ${seal} after old111: carts 3 to 4, orders 7 to 8`,
    );
    expect(describeDeployment(JOB, { after: 'old111', changes: [] })).toBe(
      'canary-action: octo-org/orders run 7000000001 after old111',
    );
  });

  it('of a version names its commit and the version before it', () => {
    expect(describeVersion('octo-org/orders@0123456', '7')).toBe(
      'octo-org/orders@0123456, after 7',
    );
    expect(describeVersion('octo-org/orders@0123456', '')).toBe('octo-org/orders@0123456');
  });

  it('of a preview’s deployment names its pull request', () => {
    expect(describePreview('octo-org/orders', 12)).toBe(
      'canary-action: preview of octo-org/orders#12',
    );
  });
});
