import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StageState } from '../../../../src/aws/rest-api-model.ts';
import { weightOf } from '../../../../src/rollout/traffic-state.ts';
import type { PromoteChoice, StageRecord } from '../../../../src/targets/stage/stage-record.ts';
import { trafficStateOf } from '../../../../src/targets/stage/stage-state.ts';
import {
  makeRecord,
  makeRemembered,
  STAGE,
  STAGE_RECORD,
  splitStage,
} from '../../rollout/rollout-fixture.ts';

const PROMOTED: StageState = {
  deploymentId: 'new222',
  variables: { ...STAGE.variables, version: '8' },
  canary: undefined,
};

const canaryOf = (stage: StageState) => stage.canary ?? splitStage(0).canary!;

const rememberedWith = (stage: Partial<typeof STAGE_RECORD>) =>
  makeRemembered({ record: makeRecord({ target: { ...STAGE_RECORD, ...stage } }) });

describe('the traffic state of a stage', () => {
  it('is stable before the canary and after the rollback', () => {
    expect(trafficStateOf(STAGE, makeRemembered())).toEqual({ kind: 'stable' });
    const early = makeRemembered({ canaryDeploymentId: undefined });
    expect(trafficStateOf(STAGE, early)).toEqual({ kind: 'stable' });
  });

  it('is split while our canary is open, at any weight', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (weight) => {
        expect(trafficStateOf(splitStage(weight), makeRemembered())).toEqual({
          kind: 'split',
          weight,
        });
      }),
    );
  });

  it('is promoted, with the canary still open or closed', () => {
    expect(trafficStateOf(PROMOTED, makeRemembered())).toEqual({ kind: 'promoted', open: false });
    const open = { ...PROMOTED, canary: canaryOf(splitStage(0)) };
    expect(trafficStateOf(open, makeRemembered())).toEqual({ kind: 'promoted', open: true });
  });

  it.each<[string, PromoteChoice, StageState]>([
    [
      'the deployment only',
      { deployment: true, variables: false, close: true },
      { ...STAGE, deploymentId: 'new222' },
    ],
    [
      'the variables only',
      { deployment: false, variables: true, close: true },
      { ...STAGE, variables: PROMOTED.variables },
    ],
  ])('is promoted when the promotion is of %s', (_, promote, stage) => {
    const storedRollout = rememberedWith({ promote });
    expect(trafficStateOf(stage, storedRollout)).toEqual({ kind: 'promoted', open: false });
    expect(trafficStateOf(STAGE, storedRollout)).toEqual({ kind: 'stable' });
  });

  it('takes no notice of variables that the rollout does not touch', () => {
    const stage = { ...STAGE, variables: { version: '7', colour: 'red', more: 'x' } };
    expect(trafficStateOf(stage, makeRemembered())).toEqual({ kind: 'stable' });
  });

  it('knows a variable that was not there before, whatever its name', () => {
    for (const name of ['fresh', 'constructor', 'toString']) {
      const storedRollout = rememberedWith({
        variables: { [name]: null },
        overrides: { [name]: '8' },
      });
      const colour = { colour: 'blue' };
      expect(trafficStateOf({ ...STAGE, variables: colour }, storedRollout)).toEqual({
        kind: 'stable',
      });
      const promoted = { ...PROMOTED, variables: { ...colour, [name]: '8' } };
      expect(trafficStateOf(promoted, storedRollout)).toEqual({ kind: 'promoted', open: false });
      const odd = { ...STAGE, variables: { ...colour, [name]: '9' } };
      expect(trafficStateOf(odd, storedRollout).kind).toBe('external');
    }
  });

  it.each<[string, StageState, string]>([
    [
      'another deployment',
      { ...STAGE, deploymentId: 'alien9' },
      'the stage serves deployment alien9 with version=7, which is neither the previous deployment (old111) nor the one that this rollout created (new222)',
    ],
    [
      'another value of our variable',
      { ...STAGE, variables: { version: '9' } },
      'with version=9, which is neither',
    ],
    [
      'our variable gone',
      { ...STAGE, variables: {} },
      'the stage serves deployment old111 with no "version", which is neither',
    ],
    ['half a promotion: the deployment', { ...STAGE, deploymentId: 'new222' }, 'which is neither'],
    [
      'half a promotion: the variable',
      { ...STAGE, variables: { version: '8' } },
      'which is neither',
    ],
    [
      "someone else's canary",
      { ...STAGE, canary: { ...canaryOf(STAGE), deploymentId: 'alien9' } },
      'the canary on the stage serves deployment alien9, not the one of this rollout (new222)',
    ],
    [
      'another override',
      { ...STAGE, canary: { ...canaryOf(STAGE), overrides: { version: '9' } } },
      "the canary's variable overrides are not those of this rollout: version=9, not 8",
    ],
    [
      'an override more',
      { ...STAGE, canary: { ...canaryOf(STAGE), overrides: { version: '8', more: 'x' } } },
      'of this rollout',
    ],
    ['no override', { ...STAGE, canary: { ...canaryOf(STAGE), overrides: {} } }, 'of this rollout'],
    [
      'a foreign canary on what was promoted',
      { ...PROMOTED, canary: { ...canaryOf(STAGE), deploymentId: 'old111' } },
      'of this rollout',
    ],
  ])("is someone else's: %s", (_, stage, what) => {
    expect(trafficStateOf(stage, makeRemembered())).toMatchObject({
      kind: 'external',
      what: expect.stringContaining(what),
      deploymentId: stage.deploymentId,
    });
  });

  it.each<[string, StageState, Partial<StageRecord>, object]>([
    [
      'the share of our canary, where somebody moved the stage',
      { ...splitStage(50), deploymentId: 'alien9' },
      {},
      { canary: 'owned', weight: 50, deploymentId: 'alien9' },
    ],
    [
      'the share of our canary, where the variables alone decide, and only the deployment was copied',
      { ...splitStage(20), deploymentId: 'new222' },
      {},
      { canary: 'owned', weight: 20, deploymentId: 'new222' },
    ],
    [
      'no share, where the stage has something of the new version as well',
      { ...splitStage(20), variables: { version: '8' } },
      {},
      { canary: 'owned', deploymentId: 'old111' },
    ],
    [
      'no share, where the deployment that was copied holds the version',
      { ...splitStage(20), deploymentId: 'new222' },
      { drafts: [{ resourceId: 'r', method: 'GET', from: 'a', to: 'b' }] },
      { canary: 'owned', deploymentId: 'new222' },
    ],
    [
      'no share, where the canary is not ours',
      { ...STAGE, canary: { ...canaryOf(STAGE), deploymentId: 'alien9' } },
      {},
      { deploymentId: 'old111' },
    ],
    [
      'no share, where no canary is left',
      { ...STAGE, deploymentId: 'alien9' },
      {},
      { deploymentId: 'alien9' },
    ],
  ])("has %s, when it is someone else's", (_, stage, before, read) => {
    expect(trafficStateOf(stage, rememberedWith(before))).toEqual({
      kind: 'external',
      what: expect.any(String),
      ...read,
    });
  });

  it('is external if there is a canary before this rollout created one', () => {
    const early = makeRemembered({ canaryDeploymentId: undefined });
    expect(weightOf(trafficStateOf(splitStage(5), early))).toBeNull();
    expect(trafficStateOf(splitStage(5), early)).toMatchObject({
      kind: 'external',
      what: expect.stringContaining('not the one of this rollout (none yet)'),
    });
  });
});
