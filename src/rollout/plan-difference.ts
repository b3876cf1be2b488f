// Compares what a run requests with the plan of the open rollout.

import { formatDuration } from '../base/duration.ts';
import { heldBackShare } from './hold-back.ts';
import {
  type Advance,
  formatWeight,
  type Plan,
  type PlannedApprovals,
  rampOf,
  type Step,
  sameWeight,
} from './plan.ts';
import type { FunctionChange } from './release.ts';

/** The parts of a release that the inputs name. `undefined` means not named; it matches any value. */
export interface RequestedPlan {
  readonly steps: readonly Step[] | undefined;
  readonly advance: Advance['kind'] | undefined;
  readonly bakeSeconds: number | undefined;
  /** In %; 0: none. */
  readonly holdBack: number | undefined;
  readonly approvals?: PlannedApprovals | undefined;
  readonly functions: readonly { readonly name: string; readonly version: string | undefined }[];
}

/** One sentence for each difference between the request and the open rollout. */
export function differences(
  asked: RequestedPlan,
  { plan, functions }: { readonly plan: Plan; readonly functions: readonly FunctionChange[] },
): readonly string[] {
  return [...planDifferences(asked, plan), ...functionDifferences(asked, functions)];
}

/** The same for steps and times only. */
export function planDifferences(
  { steps, advance, bakeSeconds, holdBack, approvals }: Omit<RequestedPlan, 'functions'>,
  plan: Plan,
): readonly string[] {
  const found: string[] = [];
  const ramp = rampOf(plan);
  if (steps && !sameSteps(steps, ramp)) {
    found.push(...compared('steps', stepsInWords(steps), stepsInWords(ramp)));
  }
  if (advance) found.push(...compared('advance', advance, plan.advance.kind));
  if (bakeSeconds !== undefined) {
    const [wanted, open] = [bakeSeconds, plan.bakeSeconds].map(formatDuration);
    found.push(...compared('bake-time', wanted, open));
  }
  if (holdBack !== undefined) {
    const [wanted, open] = [holdBack, heldBackShare(plan)].map(formatWeight);
    found.push(...compared('hold-back', wanted, open));
  }
  if (approvals) {
    const [wanted, open] = [approvals, plan.approvals].map(approvalsInWords);
    found.push(...compared('approve-at', wanted, open));
  }
  return found;
}

/** `50%, 100% by @octo-org/releases`. A door adds 0%, whatever the other commands ask for. */
function approvalsInWords(approvals: PlannedApprovals | undefined): string {
  const { at = [], by } = approvals ?? {};
  const weights = at.filter((weight) => weight > 0).map(formatWeight);
  return `${weights.join(', ') || 'none'}${by === undefined ? '' : ` by ${by}`}`;
}

function functionDifferences(
  asked: Pick<RequestedPlan, 'functions'>,
  functions: readonly FunctionChange[],
): readonly string[] {
  const found = asked.functions.flatMap(({ name, version }) => {
    const change = functions.find((f) => f.name === name);
    if (!change) return [`functions: "${name}" is requested, but is not part of the open rollout`];
    return version === undefined ? [] : compared(`version of "${name}"`, version, change.to);
  });
  if (asked.functions.length === 0) return found;
  const more = functions.filter(({ name }) => !asked.functions.some((f) => f.name === name));
  return [
    ...found,
    ...more.map(
      ({ name }) => `functions: "${name}" is part of the open rollout, but is not requested`,
    ),
  ];
}

/**
 * Why a rollback for these functions is refused: the open rollout moves none of them. `undefined` if it does.
 */
export function whyNoneRequested(
  { functions }: Pick<RequestedPlan, 'functions'>,
  open: { readonly functions: readonly FunctionChange[] },
): string | undefined {
  const some = functions.some(({ name }) => open.functions.some((f) => f.name === name));
  if (some || functions.length === 0) return undefined;
  const [asked, moved] = [functions, open.functions].map((all) =>
    all.map(({ name }) => `"${name}"`).join(', '),
  );
  return `functions: ${asked} is requested, but ${moved || 'only the definition'} is open. Omit functions, or set on-other-plan: continue to roll back what is open`;
}

function compared(
  name: string,
  wanted: string | undefined,
  open: string | undefined,
): readonly string[] {
  return wanted === open ? [] : [`${name}: ${wanted} is requested, but ${open} is open`];
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
