// The patches of a stage, as data. localstack's AWS-validated test_apigateway_canary recorded which operations AWS
// accepts and which it rejects. Every canary path is set by `replace`, even if there is no canary yet.

import type { StageRecord } from './stage-record.ts';

export interface PatchOperation {
  readonly op: 'replace' | 'remove' | 'copy';
  readonly path: string;
  readonly value?: string;
  readonly from?: string;
}

/**
 * Opens the canary. The deployment comes first: setting the weight of an absent canary would create one on the
 * stage's own deployment, which has no canary version.
 */
export function openPatch(
  record: StageRecord,
  canaryDeploymentId: string,
  weight: number,
): PatchOperation[] {
  const overrides = Object.entries(record.overrides);
  return [
    replace('/canarySettings/deploymentId', canaryDeploymentId),
    ...overrides.map(([name, value]) =>
      replace(`/canarySettings/stageVariableOverrides/${name}`, value),
    ),
    replace('/canarySettings/useStageCache', String(record.useStageCache)),
    ...weightPatch(weight),
  ];
}

/** @param weight in %, to two decimals */
export function weightPatch(weight: number): PatchOperation[] {
  return [replace('/canarySettings/percentTraffic', String(weight))];
}

/**
 * Promotes. The copies come before the weight: on a stage without a canary, AWS then returns "Promotion not
 * available". In the developer guide's order, the weight would silently create a new canary.
 */
export function promotePatch({ promote }: StageRecord): PatchOperation[] {
  const copies: PatchOperation[] = [];
  if (promote.variables) {
    copies.push({
      op: 'copy',
      from: '/canarySettings/stageVariableOverrides',
      path: '/variables',
    });
  }
  if (promote.deployment) {
    copies.push({ op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' });
  }
  return [...copies, replace('/canarySettings/percentTraffic', '0.0')];
}

export function closePatch(): PatchOperation[] {
  return [{ op: 'remove', path: '/canarySettings' }];
}

/** Restores what a promotion changed: the deployment and the variables. */
export function restorePatch(record: StageRecord): PatchOperation[] {
  const variables = Object.entries(record.variables).map(([name, value]): PatchOperation => {
    const path = `/variables/${name}`;
    return value === null ? { op: 'remove', path } : replace(path, value);
  });
  const changed = record.promote.variables ? variables : [];
  const moved = record.promote.deployment ? [replace('/deploymentId', record.deploymentId)] : [];
  return [...moved, ...changed];
}

function replace(path: string, value: string): PatchOperation {
  return { op: 'replace', path, value };
}
