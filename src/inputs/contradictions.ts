// Inputs that contradict each other.

import type { Suite } from '../checks/check.ts';
import { targetProblems } from '../checks/fit-target.ts';
import { formatWeight } from '../rollout/plan.ts';
import { allProblems } from './all-releases.ts';
import { approvalProblems } from './approval-fields.ts';
import type { Values } from './schema.ts';
import type { NamedTarget, TargetInputKind } from './target-inputs.ts';

/** Inputs that contradict each other. */
export function checkTogether(
  values: Partial<Values>,
  kind: TargetInputKind | undefined,
  problems: string[],
): void {
  checkStart(values, problems);
  checkHoldBack(values, problems);
  checkCode(values, kind, problems);
  checkExpiry(values, problems);
  problems.push(...approvalProblems(values), ...allProblems(values));
}

export function smokeProblems(
  suite: Suite | undefined,
  kind: TargetInputKind | undefined,
  named: NamedTarget | undefined,
): readonly string[] {
  if (!suite || !kind || !named) return [];
  const names = named.functions.map(({ name }) => name);
  const found = kind.reach
    ? targetProblems(suite, kind.reach, names)
    : [`one version of ${kind.words} cannot be reached alone; omit it`];
  return found.map((problem) => `smoke: ${problem}`);
}

/** A session of the action's own is renewed, so its end limits nothing. */
function checkExpiry(values: Partial<Values>, problems: string[]): void {
  if (!values['role-to-assume'] || values['credentials-expire-at'] === undefined) return;
  problems.push(
    'credentials-expire-at: it has no effect with role-to-assume, whose session is renewed; omit one of the two',
  );
}

/** `start` leaves a split, so the plan must have one. */
function checkStart(values: Partial<Values>, problems: string[]): void {
  const { command, steps, 'plan-of': planOf } = values;
  const starts = command === 'start' || (command === 'plan' && planOf === 'start');
  if (!starts || steps === 'auto' || !steps || steps.length > 0) return;
  problems.push('steps: there is no step to hold at; expected at least one with command: start');
}

/** The bake is a step after the others, so its weight is larger. */
function checkHoldBack(values: Partial<Values>, problems: string[]): void {
  const { steps, 'hold-back': share, 'bake-time': bakeSeconds } = values;
  const last = steps === 'auto' ? undefined : steps?.at(-1);
  if (!share || !last || bakeSeconds === 0 || last.weight < 100 - share) return;
  const bake = formatWeight(100 - share);
  problems.push(
    `hold-back: the bake would be a step of ${bake}, but the last of the steps is ${formatWeight(last.weight)} already; expected a smaller hold-back, a smaller last step, or hold-back: 0%`,
  );
}

/** Code is uploaded for a release of functions, and not for a preview, which may have unmerged code. */
function checkCode(
  { code, command }: Partial<Values>,
  kind: TargetInputKind | undefined,
  problems: string[],
): void {
  if (!code || Object.keys(code).length === 0) return;
  if (kind && !kind.takesCode) {
    problems.push(
      `code: only functions of Lambda have code to upload, and ${kind.words} has none; omit it`,
    );
  }
  if (command === 'preview') {
    problems.push(
      'code: a preview shows what is uploaded already, because it must not change $LATEST; omit it',
    );
  }
}
