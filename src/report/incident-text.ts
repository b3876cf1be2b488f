// Incidents that affect both versions or the routing: not caused by the new version, but users must know of
// them.

import type { SampleRatio } from '../analysis/sample-ratio.ts';
import type { BothBad } from '../analysis/shared-incident.ts';

export function incidentText({ canaryRate, stableRate, rateBefore }: BothBad): string {
  return (
    `both versions fail more than before the rollout (canary ${percent(canaryRate)}, stable ${percent(stableRate)}, ` +
    `before ${percent(rateBefore)}): the weight stays as it is until someone has looked`
  );
}

export function routingText({ realised, configured }: SampleRatio): string {
  return `AWS sends ${percent(realised)} of the requests to the canary, and was told ${percent(configured)}`;
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))}%`;
}
