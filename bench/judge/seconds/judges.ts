// The action's judge of errors, and its peers, on what CloudWatch shows at each look.

import { type MinuteCounts, sum } from '../../../src/analysis/counts.ts';
import { dispersionOf } from '../../../src/analysis/dispersion.ts';
import { profileFor } from '../../../src/analysis/errors-measure.ts';
import { createRollbackTest, type RollbackTest } from '../../../src/analysis/rollback-test.ts';
import type { Method } from '../method.ts';
import { ALPHA } from '../ours.ts';
import type { Watcher } from './watch.ts';

/** The test of errors as in the action; without the guardrail, because traffic is split. */
export const OURS: Watcher = {
  name: 'canary-action',
  watch: ({ before }) => {
    const dispersion = dispersionOf(before);
    let test: RollbackTest | undefined;
    let taken = 0;
    return ({ closed }) => {
      if (closed.length === 0) return false;
      test ??= createRollbackTest({
        falseRollbackRate: ALPHA.errors,
        profile: { ...profileFor(closed[0]), dispersion },
        materialRatio: 1.2,
        before: sum(before),
      });
      let failing = false;
      for (; taken < closed.length; taken++) failing ||= test.add(closed[taken]!).failing;
      return failing;
    };
  },
};

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
