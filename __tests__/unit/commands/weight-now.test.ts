import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { weightNow } from '../../../src/commands/weight-now.ts';
import type { TargetState } from '../../../src/targets/target.ts';

const NONE = { stored: { kind: 'none', last: undefined } } as TargetState;
const weightOf = (observed: object, split?: string) =>
  weightNow({
    observe: async () => observed as TargetState,
    readUnknownSplit: async () => split,
  });

describe('the weight where no release is driven', () => {
  it('is 0 only where that was read', async () => {
    expect(await weightOf(NONE)).toBe(0);
    expect(await weightOf({ stored: { kind: 'another' } })).toBe(0);
  });

  it('is unknown with a canary of somebody else, or stored state that cannot be read', async () => {
    expect(await weightOf(NONE, 'the stage has a canary')).toBeNull();
    expect(await weightOf({ stored: { kind: 'unreadable', why: 'torn' } })).toBeNull();
    expect(await weightOf({ stored: { kind: 'unproven', why: 'forged' } })).toBeNull();
  });

  it('is that of an open rollout, if that was read', async () => {
    const stored = { kind: 'rollout', storedRollout: {} };
    expect(await weightOf({ stored, trafficState: { kind: 'split', weight: 25 } })).toBe(25);
    expect(await weightOf({ stored, trafficState: { kind: 'stable' } })).toBe(0);
    expect(await weightOf({ stored, trafficState: { kind: 'external', what: '' } })).toBeNull();
    expect(await weightOf({ stored })).toBeNull();
  });

  it('is unknown where nothing can be read', async () => {
    const observe = async () => {
      throw new KnownError('AWS denies it');
    };
    expect(await weightNow({ observe, readUnknownSplit: async () => undefined })).toBeNull();
  });
});
