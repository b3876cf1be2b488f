// One alarm for each function, on what its users get: the errors of the alias, or of the function behind a stage.

import type { Release, ReleasedFunction } from './releases.ts';

export interface PlannedAlarm {
  readonly name: string;
  readonly label: string;
  /** `undefined`: a parameter. */
  readonly functionName: string | undefined;
  /** `undefined`: of all versions. */
  readonly alias: string | undefined;
}

export function alarmsOf({ functions, mode, stack }: Release): readonly PlannedAlarm[] {
  return functions.map((each) => ({
    ...{ name: alarmName(each, stack), label: each.label, functionName: each.name },
    alias: mode.kind === 'alias' ? mode.alias : undefined,
  }));
}

/** Two stacks may have the same logical ID, and an account has one alarm of a name. */
function alarmName({ label, name }: ReleasedFunction, stack: string | undefined): string {
  return `${name ?? [stack, label].filter(Boolean).join('-')}-canary-errors`;
}

/** As CloudWatch takes them: above 5 errors in 2 of 3 minutes. */
export const ALARM = { period: 60, periods: 3, datapoints: 2, threshold: 5 } as const;
