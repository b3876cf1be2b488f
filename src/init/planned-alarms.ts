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

export function alarmsOf({ functions, mode }: Release): readonly PlannedAlarm[] {
  return functions.map((each) => ({
    ...{ name: alarmName(each), label: each.label, functionName: each.name },
    alias: mode.kind === 'alias' ? mode.alias : undefined,
  }));
}

export function alarmName({ label, name }: ReleasedFunction): string {
  return `${name ?? label}-canary-errors`;
}

/** As CloudWatch takes them: above 5 errors in 2 of 3 minutes. */
export const ALARM = { period: 60, periods: 3, datapoints: 2, threshold: 5 } as const;
