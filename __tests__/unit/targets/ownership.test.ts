import { describe, expect, it } from '@jest/globals';
import { MovedError } from '../../../src/base/errors.ts';
import { causeOf, isLostToAnother, LostError } from '../../../src/targets/ownership.ts';
import { makeRecord } from '../rollout/rollout-fixture.ts';

const { id } = makeRecord();

describe('why a change was not made', () => {
  it('fails with the change that another run made in between', () => {
    expect(causeOf(new MovedError('it serves x'))).toEqual({
      kind: 'external-change',
      change: { kind: 'state', what: 'it serves x' },
    });
  });

  it('is whose it is now, if that is known', () => {
    const owner = { kind: 'run', id, before: id } as const;
    const taken = new LostError({ kind: 'taken-over', owner });
    expect(causeOf(taken)).toEqual({ kind: 'taken-over', owner });
    expect(isLostToAnother(taken)).toBe(true);
    expect(isLostToAnother(new LostError({ kind: 'state-lost' }))).toBe(false);
  });
});
