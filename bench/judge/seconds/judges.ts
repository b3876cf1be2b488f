// The action's judge of errors, and its peers, on what CloudWatch shows at each look.

import { type Counts, type MinuteCounts, sum } from '../../../src/analysis/counts.ts';
import { dispersionOf } from '../../../src/analysis/dispersion.ts';
import { profileFor } from '../../../src/analysis/errors-measure.ts';
import { createRollbackTest, type RollbackTest } from '../../../src/analysis/rollback-test.ts';
import type { Method } from '../method.ts';
import { ALPHA } from '../ours.ts';
import type { Watcher } from './watch.ts';

/** The test of errors as in the action; without the guardrail, because traffic is split. */
export const OURS: Watcher = ourJudge('canary-action', true);
/** The same from closed minutes alone. */
export const PATIENT: Watcher = ourJudge('closed minutes alone', false);

export function ourJudge(name: string, early: boolean, rate = ALPHA.errors): Watcher {
  return {
    name,
    watch: ({ before }) => {
      const dispersion = dispersionOf(before);
      let test: RollbackTest | undefined;
      let taken = 0;
      return ({ closed, open }) => {
        if (!early && closed.length === 0) return false;
        if (test === undefined || taken === 0) test = create(closed[0], before, dispersion, rate);
        let failing = false;
        for (; taken < closed.length; taken++) failing ||= test.add(closed[taken]!).failing;
        return failing || (early && test.peek(open).some((reading) => reading.failing));
      };
    },
  };
}

function create(
  first: MinuteCounts | undefined,
  before: readonly Counts[],
  dispersion: number,
  falseRollbackRate: number,
): RollbackTest {
  return createRollbackTest({
    falseRollbackRate,
    profile: { ...profileFor(first), dispersion },
    materialRatio: 1.2,
    before: sum(before),
  });
}

/**
 * A peer that reads one minute a minute, as soon as CloudWatch shows requests of the canary in it: an alarm, or an
 * interval check. It looks once a minute.
 */
export function minutely(method: Method): Watcher {
  return {
    name: method.name,
    watch: ({ before }) => {
      const decides = method.watch({ minutes: [], before });
      let read = 0;
      let readAt = 0;
      return ({ now, closed, open }) => {
        const at = Math.floor(now / 60);
        if (at === readAt) return false;
        readAt = at;
        const shown = [...closed, ...open].filter((m) => m.minute > read && isShown(m));
        read = shown.at(-1)?.minute ?? read;
        return shown.map(decides).some(Boolean);
      };
    },
  };
}

function isShown({ canary, stable }: MinuteCounts): boolean {
  return canary.requests + stable.requests > 0 && canary.requests > 0;
}
