// This version reads what an earlier version of the action stored. The fixtures are what that version wrote
// to AWS; its records contain neither a job nor the resource that stores them.

import { describe, expect, it } from '@jest/globals';
import {
  type RolloutRecord,
  readStoredState,
  type StoredRollout,
} from '../../../src/rollout/record.ts';
import { wrongPart } from '../../../src/rollout/record-shape.ts';
import type { RolloutId } from '../../../src/rollout/release.ts';
import { aliasCodec } from '../../../src/targets/alias/alias-record.ts';
import { stageCodec } from '../../../src/targets/stage/stage-record.ts';
import { decodeRecord, readFormat, type Tags } from '../../support/formats.ts';
import { readOlder, tagsOf } from '../../support/older-release.ts';

const BY: RolloutId = { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' };

interface Recorded {
  readonly record: RolloutRecord & { readonly v: 1 };
}

/** The tags of the resource with the record, after each call that changed them. */
function historyOf(name: string): readonly Tags[] {
  const { calls } = readOlder(name);
  const keeper = calls.find((call) => tagsOf(call))?.path;
  const written = calls.filter(({ path }) => path === keeper).map((call) => tagsOf(call) ?? {});
  return written.map((_, i) => Object.assign({}, ...written.slice(0, i + 1)) as Tags);
}

function recordOf(name: string): RolloutRecord {
  const { v: _, ...record } = readFormat<Recorded>(`older-${name}.json`).record;
  return record;
}

type Rest = Omit<StoredRollout, 'record'>;

const PREPARING: Rest = {
  phase: { kind: 'preparing' },
  stepStartTimes: [],
  canaryDeploymentId: undefined,
  paused: undefined,
};

/** The codec of the target that a fixture is named after. */
const codecOf = (name: string) => (name.startsWith('stage') ? stageCodec : aliasCodec);

function states(name: string, history: readonly Tags[]): readonly unknown[] {
  return history.map((tags) => readStoredState(tags, codecOf(name)));
}

function open(name: string, rest: readonly Rest[]): readonly unknown[] {
  const record = recordOf(name);
  return rest.map((one) => ({ kind: 'rollout', storedRollout: { record, ...one } }));
}

describe('The state of an earlier version', () => {
  it.each<[string, readonly Rest[]]>([
    [
      'stage-step',
      [
        PREPARING,
        { ...PREPARING, canaryDeploymentId: '86ryrg' },
        {
          ...PREPARING,
          canaryDeploymentId: '86ryrg',
          phase: { kind: 'step', index: 0, since: 1_795_896_772 },
          stepStartTimes: [1_795_896_772],
        },
      ],
    ],
    [
      'stage-bake',
      [
        PREPARING,
        { ...PREPARING, canaryDeploymentId: 'be6r1l' },
        {
          ...PREPARING,
          canaryDeploymentId: 'be6r1l',
          phase: { kind: 'baking', since: 1_795_896_772 },
        },
      ],
    ],
    [
      'alias-step',
      [
        PREPARING,
        {
          ...PREPARING,
          phase: { kind: 'step', index: 0, since: 1_795_896_810 },
          stepStartTimes: [1_795_896_810],
        },
      ],
    ],
    ['alias-bake', [PREPARING, { ...PREPARING, phase: { kind: 'baking', since: 1_795_896_769 } }]],
  ])('is read in each phase of %s', (name, rest) => {
    expect(states(name, historyOf(name))).toEqual(open(name, rest));
  });

  it.each(['stage-step', 'stage-bake', 'alias-step', 'alias-bake', 'stage-pieces'])(
    'has a record of the form that is read, and no other members: %s',
    (name) => {
      const record = recordOf(name);
      expect(wrongPart(record, codecOf(name))).toBeUndefined();
      expect(Object.keys(record)).toEqual([
        'id',
        'startedAt',
        'plan',
        'longestAnswerSeconds',
        'functions',
        'target',
      ]);
      expect(record.id).toEqual(BY);
    },
  );

  it('of a release split across runs is read while it is paused and after its end', () => {
    const { states: history } = readFormat<{ states: readonly Tags[] }>('older-stage-pieces.json');
    const canary = { ...PREPARING, canaryDeploymentId: 'nzoiyp' };
    const stepStartTimes = [1_795_896_768];
    const step: Rest = {
      ...canary,
      phase: { kind: 'step', index: 0, since: 1_795_896_768 },
      stepStartTimes,
    };
    const paused: Rest = { ...step, paused: { since: 1_795_896_781, by: BY } };
    const baking: Rest = { ...step, phase: { kind: 'baking', since: 1_795_896_826 } };
    expect(decodeRecord(history[0] ?? {})).toEqual({ v: 1, ...recordOf('stage-pieces') });
    expect(states('stage-pieces', history)).toEqual([
      ...open('stage-pieces', [PREPARING, canary, step, paused, step, baking, baking]),
      { kind: 'none', last: { ended: 'promoted', at: 1_795_896_827, by: BY } },
    ]);
  });
});
