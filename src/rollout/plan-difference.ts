// What a run asks for, against what the open rollout was started with.

import { formatDuration } from './duration.ts';
import { type Advance, formatWeight, type Plan, type Step, sameWeight } from './plan.ts';
import type { FunctionChange } from './release.ts';

/** The parts of a release that were named; what is `undefined` was left open, and fits anything. */
export interface Asked {
  readonly steps: readonly Step[] | undefined;
  readonly advance: Advance['kind'] | undefined;
  readonly bakeSeconds: number | undefined;
  readonly functions: readonly { readonly name: string; readonly version: string | undefined }[];
}

/** One sentence for each part in which the open rollout is not what is asked for. */
export function differences(
  asked: Asked,
  { plan, functions }: { readonly plan: Plan; readonly functions: readonly FunctionChange[] },
): readonly string[] {
  const found: string[] = [];
  const compare = (name: string, wanted: string, open: string) => {
    if (wanted !== open) found.push(`${name}: ${wanted} is asked for, and ${open} is open`);
  };
  if (asked.steps && !sameSteps(asked.steps, plan.steps)) {
    compare('steps', stepsInWords(asked.steps), stepsInWords(plan.steps));
  }
  if (asked.advance) compare('advance', asked.advance, plan.advance.kind);
  if (asked.bakeSeconds !== undefined) {
    compare('bake-time', formatDuration(asked.bakeSeconds), formatDuration(plan.bakeSeconds));
  }
  for (const { name, version } of asked.functions) {
    const change = functions.find((f) => f.name === name);
    if (!change) found.push(`functions: "${name}" is asked for, and has no part in what is open`);
    else if (version !== undefined) compare(`version of "${name}"`, version, change.to);
  }
  return found;
}

function sameSteps(a: readonly Step[], b: readonly Step[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ weight, holdSeconds }, i) => {
      const other = b[i];
      return other && sameWeight(weight, other.weight) && holdSeconds === other.holdSeconds;
    })
  );
}

/** `5%/5m, 25%/10m`. */
function stepsInWords(steps: readonly Step[]): string {
  if (steps.length === 0) return 'none';
  return steps.map((s) => `${formatWeight(s.weight)}/${formatDuration(s.holdSeconds)}`).join(', ');
}
