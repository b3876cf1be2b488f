// The canary draw: each request is routed to one side of the stage, at random, without stickiness.

import type { Stage } from '../api-gateway/model.ts';
import type { Random } from '../random.ts';
import type { Side } from './exchange.ts';

/** `percentTraffic` has two decimals. Without a canary, nothing is drawn. */
export function drawSide(stage: Stage, random: Random): Side {
  const base = {
    isCanary: false,
    deploymentId: stage.deploymentId,
    variables: stage.variables ?? {},
  };
  const canary = stage.canarySettings;
  if (!canary) return base;
  const isCanary = Math.floor(random.next() * 10_000) < Math.round(canary.percentTraffic * 100);
  if (!isCanary) return base;
  return {
    isCanary,
    deploymentId: canary.deploymentId,
    // A base variable that is not overridden is also visible in the canary (recorded from AWS).
    variables: { ...base.variables, ...canary.stageVariableOverrides },
  };
}
