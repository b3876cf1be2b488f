// Sparse traffic: with one request per minute, each success of stable is evidence too.

import { isSteady, type MinuteCounts } from './counts.ts';
import type { JointAlternative } from './profile.ts';
import { isSparse } from './share.ts';

/**
 * ln of the likelihood ratio, in nats, of the sides and outcomes of a minute's requests together, against a
 * version that makes no difference. It is exact for any risk that both sides share, but relies on the
 * configured weight, so it is used only for sparse minutes whose weight was steady.
 *
 * The two-sample e-value of Turner, Ly & Grünwald ("Generic E-variables for exact sequential
 * k-sample tests", 2021), with the side drawn by the configured weight instead of in blocks.
 */
export function jointNats(minute: MinuteCounts, alternative: JointAlternative): number {
  if (!isSteady(minute) || !isSparse(minute)) return 0;
  const { canary, stable } = minute;
  const { canaryRisk, stableRisk } = alternative;
  const share = minute.weight / 100;
  const risk = share * canaryRisk + (1 - share) * stableRisk;
  return (
    canary.events * Math.log(canaryRisk / risk) +
    stable.events * Math.log(stableRisk / risk) +
    (canary.requests - canary.events) * Math.log((1 - canaryRisk) / (1 - risk)) +
    (stable.requests - stable.events) * Math.log((1 - stableRisk) / (1 - risk))
  );
}
