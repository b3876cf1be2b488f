// What a hook is told: CodeDeploy's two ids under CodeDeploy's names, and what it never told.

import type { HookPoint } from '../analysis/evidence.ts';
import { hookPointOf } from '../rollout/hook-point.ts';
import type { Phase } from '../rollout/phase.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { type FunctionChange, formatRolloutId, rolloutKey } from '../rollout/release.ts';

/** The JSON that goes to a hook. Weights are per cent of the traffic on the new version. */
export interface HookPayload {
  /** The rollout, for a hook that was written for CodeDeploy. */
  readonly DeploymentId: string;
  /** This point of this rollout. */
  readonly LifecycleEventHookExecutionId: string;
  readonly hook: HookPoint;
  /** The run: `owner/name/actions/runs/7/attempts/1`. CodeDeploy gives no such member. */
  readonly rollout: string;
  readonly functions: readonly HookFunction[];
  readonly weight: number;
  /** The weight that follows when the hook passes; absent after the promotion. */
  readonly nextWeight?: number;
  /** How many steps are over: 0 before any traffic. */
  readonly step: number;
  readonly steps: number;
  /** The address of the shadow stage, where one was asked for; before any traffic only. */
  readonly shadowUrl?: string;
  /** The stage's default address; absent for aliases. */
  readonly stageUrl?: string;
}

export interface HookFunction {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Reaches the new version whatever the weight is. */
  readonly versionArn: string;
}

/** When a hook is asked, and what can be known only then. */
export interface HookOccasion {
  readonly rollout: StoredRollout;
  /** Per cent. */
  readonly weight: number;
  readonly arnOf: (change: FunctionChange) => string;
  readonly stageUrl: string | undefined;
  /** Of the shadow stage. */
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
