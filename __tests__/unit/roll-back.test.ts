// The way back while a change is still under way, played against a target of a few lines.

import { describe, expect, it } from '@jest/globals';
import type { Craft, Moment } from '../../src/craft.ts';
import { rollBack } from '../../src/roll-back.ts';
import type { Observed } from '../../src/targets/target.ts';
import { makeRemembered } from './rollout-fixture.ts';

const MOMENT: Moment = { rollout: makeRemembered(), standing: { kind: 'split', weight: 5 } };

function cancelledCraft(observe: () => Promise<Observed>) {
  const calls: string[] = [];
  const noted = async (call: string) => void calls.push(call);
  const craft = {
    target: {
      observe,
      rollBack: () => noted('roll back'),
      settle: () => noted('settle'),
      forget: () => noted('forget'),
      mendCommands: () => ['aws lambda update-alias'],
    },
    journal: { endStep: () => undefined, note: () => undefined },
    log: { group: () => undefined, line: () => undefined, warning: () => undefined },
    cancelled: AbortSignal.abort(),
    wayBack: new AbortController().signal,
    signedBy: undefined,
  };
  return { craft: craft as unknown as Craft, calls };
}

describe('A way back while a shift is under way', () => {
  it('goes back once more where the shift came after it', async () => {
    const shown: Observed = {
      memory: { kind: 'rollout', remembered: MOMENT.rollout },
      standing: { kind: 'split', weight: 5 },
    };
    const { craft, calls } = cancelledCraft(async () => shown);
    const ended = await rollBack(craft, MOMENT, 'cancelled', Promise.resolve());
    expect(calls).toEqual(['roll back', 'roll back', 'settle', 'forget']);
    expect(ended).toMatchObject({ ending: { kind: 'rolled-back' }, rest: 'settled' });
  });

  it('does not say that it is done where the shift came and nothing can be read', async () => {
    const { craft, calls } = cancelledCraft(async () => {
      throw new Error('the token has expired');
    });
    const ended = await rollBack(craft, MOMENT, 'cancelled', Promise.resolve());
    expect(calls).toEqual(['roll back']);
    expect(ended).toMatchObject({ ending: { kind: 'stuck' }, presumed: true, rest: 'unsettled' });
    expect(ended.ending).toMatchObject({ reason: expect.stringContaining('token has expired') });
  });
});
