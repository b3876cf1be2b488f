// The action's judge under test: its own functions, with the same input as in the action.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { errorsMeasure, profileFor } from '../../src/analysis/errors-measure.ts';
import { canaryOnly, guardrailLimit, guardrailNats } from '../../src/analysis/guardrail.ts';
import { FAST_PROFILE, type TestProfile } from '../../src/analysis/profile.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import type { Method } from './method.ts';

/** The false-rollback budget of errors and guardrail if they are the only tests. */
const SPLIT = splitAlpha(0.01, [errorsMeasure()]);
export const ALPHA = { errors: SPLIT.of(errorsMeasure()), guardrail: SPLIT.guardrail };

/** The test of errors as in the action, with guardrail and automatic dispersion. */
export const OURS: Method = withProfile('canary-action', (first) => profileFor(first), true);

/** The same without cap, late onset, sparse bets or dispersion, to measure the cost of caution. */
export const OURS_FAST: Method = withProfile('canary-action, fast', () => FAST_PROFILE, false);

function withProfile(
  name: string,
  profile: (first: MinuteCounts | undefined) => TestProfile,
  auto: boolean,
): Method {
  return {
    name,
    watch: ({ minutes, before }) => {
      const dispersion = auto ? dispersionOf(before) : 1;
      const test = createRollbackTest({
        falseRollbackRate: ALPHA.errors,
        profile: { ...profile(minutes[0]), dispersion },
        materialRatio: 1.2,
        before: sum(before),
      });
      const alone: MinuteCounts[] = [];
      return (minute) => {
        if (canaryOnly([minute]).length > 0) alone.push(minute);
        const { failing } = test.add(minute);
        if (failing || alone.length === 0) return failing;
        const limit = guardrailLimit(before);
        return guardrailNats(alone, limit, dispersion) >= -Math.log(ALPHA.guardrail);
      };
    },
  };
}
