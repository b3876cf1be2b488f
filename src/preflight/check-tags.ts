// Preflight of the stored state: the tags must have room for the record of exactly this release.

import { attempt, type Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Plan } from '../rollout/plan.ts';
import type { RolloutRecord } from '../rollout/record.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { TargetSetup } from '../targets/target.ts';

/** What a record contains of the run that writes it. */
export interface RunFacts {
  readonly id: RolloutId;
  /** The pull request of the event, if there is one. */
  readonly pull: number | undefined;
}

/**
 * The numbers of versions to be published are not known yet, and are taken to be the next ones. The target checks
 * again, with the record itself, before its first write.
 */
export async function inspectTags(
  opening: TargetSetup,
  { id, pull }: RunFacts,
  plan: Plan,
  { command, planOf }: Inputs,
  findings: Problems,
  now: number,
): Promise<void> {
  await attempt(findings, async () => {
    const functions = opening.functions.map(({ name, from, version }) => ({
      name,
      from,
      to: version ?? nextAfter(from),
    }));
    const record: RolloutRecord = {
      id,
      on: opening.storedOn,
      startedAt: Math.floor(now),
      plan,
      longestAnswerSeconds: opening.longestAnswerSeconds,
      functions,
      target: opening.record(functions),
      ...(pull !== undefined && { pull }),
    };
    const released = command === 'plan' ? planOf : command;
    await opening.checkRoom(record, released === 'start', findings);
  });
}

/** Of the length that the next version will have, whatever its name. */
function nextAfter(version: string): string {
  return /^\d*$/.test(version) ? String(Number(version) + 1) : version;
}
