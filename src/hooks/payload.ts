// The payload of a hook: CodeDeploy's two IDs under CodeDeploy's names, and the details that CodeDeploy omits.

import type { HookPoint } from '../analysis/evidence.ts';
import { hookPointOf } from '../rollout/hook-point.ts';
import type { Phase } from '../rollout/phase.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { type FunctionChange, formatRolloutId, rolloutKey } from '../rollout/release.ts';

/** The JSON that is sent to a hook. Weights are the % of traffic on the new version. */
export interface HookPayload {
  /** The rollout, for a hook written for CodeDeploy. */
  readonly DeploymentId: string;
  /** This hook point of this rollout. */
  readonly LifecycleEventHookExecutionId: string;
  readonly hook: HookPoint;
  /** The run: `owner/name/actions/runs/7/attempts/1`. CodeDeploy sends no such member. */
  readonly rollout: string;
  readonly functions: readonly HookFunction[];
  readonly weight: number;
  /** The weight that follows if the hook passes; absent after the promotion. */
  readonly nextWeight?: number;
  /** The number of completed steps: 0 before any traffic. */
  readonly step: number;
  readonly steps: number;
  /** The URL of the shadow stage, if there is one; only before any traffic. */
  readonly shadowUrl?: string;
  /** The stage's default URL; absent for aliases. */
  readonly stageUrl?: string;
}

export interface HookFunction {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Invokes the new version, whatever the weight is. */
  readonly versionArn: string;
}

/** When a hook runs, and the details that are known only then. */
export interface HookOccasion {
  readonly rollout: StoredRollout;
  /** In %. */
  readonly weight: number;
  readonly arnOf: (change: FunctionChange) => string;
  readonly stageUrl: string | undefined;
  /** The URL of the shadow stage. */
  readonly shadowUrl: string | undefined;
}

export function hookPayload({
  rollout,
  weight,
  arnOf,
  stageUrl,
  shadowUrl,
}: HookOccasion): HookPayload {
  const { record, phase } = rollout;
  const { steps } = record.plan;
  const id = rolloutKey(record.id);
  const hook = hookPointOf(phase);
  const over = stepsOver(phase, steps.length);
  return {
    DeploymentId: id,
    LifecycleEventHookExecutionId: `${id}/${hook}/${over}`,
    hook,
    rollout: formatRolloutId(record.id),
    functions: record.functions.map((change) => ({ ...change, versionArn: arnOf(change) })),
    weight,
    ...(phase.kind !== 'baking' && { nextWeight: steps[over]?.weight ?? 100 }),
    step: over,
    steps: steps.length,
    ...(stageUrl !== undefined && { stageUrl }),
    ...(shadowUrl !== undefined && phase.kind === 'preparing' && { shadowUrl }),
  };
}

function stepsOver(phase: Phase, count: number): number {
  if (phase.kind === 'step') return phase.index + 1;
  return phase.kind === 'baking' ? count : 0;
}
