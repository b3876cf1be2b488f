// The description of a rollout that no run continues.

import { describe, expect, it } from '@jest/globals';
import { describeOpen, describeStart } from '../../../src/rollout/open-for.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { makeRemembered, PLAN, STARTED_AT } from './rollout-fixture.ts';

const LINK = 'https://github.com/octo-org/orders/actions/runs/7000000001/attempts/1';
const HOUR = 3600;
const held = (parts: Partial<StoredRollout> = {}) =>
  makeRemembered({ phase: { kind: 'step', index: 0, since: STARTED_AT + 60 }, ...parts });

describe('a canary left open by a schedule that no longer runs', () => {
  it('is described with its age, its last run, and how long its step is overdue', () => {
    const due = STARTED_AT + 60 + (PLAN.steps[0]?.holdSeconds ?? 0);
    expect(describeOpen(held(), LINK, due + 75 * HOUR)).toBe(
      `The open rollout was started 75h6m ago (2025-11-24T16:00:00Z), and ${LINK} ran it last. Its step could have ended 75h ago: see what the last run reported, and whether the schedule of command: advance still runs.`,
    );
  });

  it('is described in the same way during a bake', () => {
    const baking = held({ phase: { kind: 'baking', since: STARTED_AT } });
    const over = STARTED_AT + PLAN.bakeSeconds + 2 * HOUR;
    expect(describeOpen(baking, LINK, over)).toContain('Its bake could have ended 2h ago');
  });

  it.each<[string, StoredRollout, number]>([
    ['the schedule is a little late', held(), STARTED_AT + 60 + 300 + 10 * 60],
    [
      'it is paused',
      held({
        paused: {
          since: STARTED_AT + 90,
          by: { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' },
        },
      }),
      STARTED_AT + 75 * HOUR,
    ],
    ['nothing was shifted yet', makeRemembered(), STARTED_AT + 75 * HOUR],
  ])('is no matter of a schedule while %s', (_, rollout, now) => {
    expect(describeOpen(rollout, LINK, now)).toBe(
      `The open rollout was ${describeStart(rollout, now)}, and ${LINK} ran it last.`,
    );
  });
});
