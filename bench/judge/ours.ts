// The product on trial: its own functions, fed as the product feeds them.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { errorsMeasure, profileFor } from '../../src/analysis/errors-measure.ts';
import { guardrailLimit, guardrailNats, unaccompanied } from '../../src/analysis/guardrail.ts';
import { FAST_PROFILE, type TestProfile } from '../../src/analysis/profile.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import type { Method } from './method.ts';

/** What errors and guardrail may spend where they are the only tests. */
const SPLIT = splitAlpha(0.01, [errorsMeasure()]);
export const ALPHA = { errors: SPLIT.of(errorsMeasure()), guardrail: SPLIT.guardrail };

/** The test of errors as the product runs it, guardrail and automatic dispersion included. */
export const OURS: Method = withProfile('canary-action', (first) => profileFor(first), true);

/** The same without cap, late onset, sparse bets or dispersion: what caution costs. */
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
        if (unaccompanied([minute]).length > 0) alone.push(minute);
        const { failing } = test.add(minute);
        if (failing || alone.length === 0) return failing;
        const nats = guardrailNats(alone, guardrailLimit(before), dispersion);
        return nats >= -Math.log(ALPHA.guardrail);
      };
    },
  };
}
