// What a canary tries and its promotion leaves behind. The inputs can ask for that, so it is said and not refused.

import type { StageInputs } from './stage-inputs.ts';

export function unpromotedInWords({
  definition,
  overrides,
  promote,
}: Pick<StageInputs, 'definition' | 'overrides' | 'promote'>): readonly string[] {
  const names = Object.keys(overrides).map((name) => `"${name}"`);
  return [
    ...(definition === 'draft' && !promote.deployment
      ? ['promote: without "deployment" the canary serves the draft, and the promotion drops it']
      : []),
    ...(names.length > 0 && !promote.variables
      ? [
          `promote: without "variables" the canary uses the overrides of ${names.join(', ')}, and the promotion drops them`,
        ]
      : []),
  ];
}
