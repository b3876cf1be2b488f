// A diagnosis for other programs.

import { adviseOn } from './advice.ts';
import { type Diagnosis, isReady } from './diagnose.ts';
import type { Survey } from './facts.ts';
import { describeToday, linkTo } from './reach-words.ts';

/** Members are only added within a version. */
const VERSION = 1;

export function diagnosisJson(
  read: readonly string[],
  diagnoses: readonly Diagnosis[],
  { notes, problems }: Pick<Survey, 'notes' | 'problems'>,
): string {
  const functions = diagnoses.map((each) => {
    const { mode, today, change, care, inputs } = adviseOn(each);
    const { fact, ways, aliases } = each;
    return {
      ...{ function: fact.label, name: fact.name, tool: fact.tool, where: fact.where },
      ready: isReady(each),
      reachedBy: ways,
      aliases: aliases.map(({ name, version, splitTo }) => ({ name, version, splitTo })),
      callers: each.callers.map(({ caller, isMoved }) => ({
        ...{ caller: caller.label, front: caller.front, through: caller.through },
        ...{ reach: caller.reach, where: caller.where },
        getsNewCode: describeToday(caller.reach, isMoved),
      })),
      ...{ mode, inputs, today, change, care },
      help: linkTo(ways),
    };
  });
  return `${JSON.stringify({ version: VERSION, read, functions, problems, notes }, undefined, 2)}\n`;
}
