// Incidents that affect both versions or the routing: not caused by the new version, but users must know of
// them.

import { formatPercent } from '../analysis/figures.ts';
import type { Finding } from '../analysis/finding.ts';
import type { SampleRatio } from '../analysis/sample-ratio.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import { listed } from '../base/listed.ts';
import { findingText } from './finding-text.ts';

export function incidentText({ canaryRate, stableRate, rateBefore }: BothBad): string {
  return (
    `both versions fail more often than before the rollout (canary ${formatPercent(canaryRate)}, stable ${formatPercent(stableRate)}, ` +
    `before ${formatPercent(rateBefore)}): the weight is held until someone has investigated`
  );
}

export function routingText({ realised, configured }: SampleRatio): string {
  return `AWS routes ${formatPercent(realised)} of requests to the canary; the configured weight is ${formatPercent(configured)}`;
}

/** Said once: AWS does not document whether the canary's requests are counted by route. */
export const NO_ROUTES =
  'single routes are not compared: the stage has detailed metrics, but CloudWatch has none of the canary’s routes';

/** Fewer client errors may be a repair, or an authorizer that lets everybody in. */
export function fallText(finding: Finding): string {
  return `${findingText(finding)}. Check that the new version still refuses what it must refuse`;
}

/** Functions whose new version was promoted after a split in which it got no request. */
export function unreachedText(functions: readonly string[]): string {
  const versions = functions.length === 1 ? 'the new version' : 'the new versions';
  return `promoted unseen: Lambda has counted no invocation of ${versions} of ${listed(functions)}`;
}

export const WORTHLESS_PROBES =
  'The current version fails most of its probes, so they cannot show that the new version is no worse. What a probe expects must be true of both versions.';
