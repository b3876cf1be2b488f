// A decision with its cause as text, as shown to the user.

import { endingText, rollbackText } from '../../../src/report/ending-text.ts';
import type { Decision } from '../../../src/rollout/decision.ts';
import { formatRolloutId } from '../../../src/rollout/release.ts';

export function inWords(decision: Decision): unknown {
  const { kind } = decision;
  if ('cause' in decision) return { kind, reason: rollbackText(decision.cause, formatRolloutId) };
  if (!('ending' in decision) || decision.ending.kind === 'promoted') return decision;
  const reason = endingText(decision.ending, {
    linkTo: formatRolloutId,
    servedSeconds: undefined,
    impact: undefined,
  });
  return { kind, ending: { kind: decision.ending.kind, reason } };
}
