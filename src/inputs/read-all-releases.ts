// Reads the inputs of `command: status` with `all`. All problems are reported together.

import { type AccountAccess, regionOf, targetProblems } from './all-releases.ts';
import { type InputHost, regionProblems } from './input-host.ts';
import { misspelledInputs } from './input-texts.ts';
import { WrongInputs } from './refused-inputs.ts';
import { COMMON, schemaOf } from './schema.ts';
import type { TargetInputKind } from './target-inputs.ts';

/** Throws one `WrongInputs`. @param textOf the text of an input; empty if it is not set */
export function readAccountAccess(
  env: Readonly<Record<string, string | undefined>>,
  textOf: (name: string) => string,
  kinds: readonly TargetInputKind[],
  host: InputHost,
): AccountAccess {
  const region = regionOf(env);
  const problems = [
    ...misspelledInputs(env, schemaOf(kinds)),
    ...regionProblems(region, host),
    ...targetProblems(textOf),
  ];
  const [roleName, secondsName] = ['role-to-assume', 'role-duration-seconds'] as const;
  const arn = COMMON[roleName].type.parse(textOf(roleName), region);
  const seconds = COMMON[secondsName].type.parse(
    textOf(secondsName) || COMMON[secondsName].default,
    region,
  );
  if (!arn.ok) problems.push(...arn.problems.map((problem) => `${roleName}: ${problem}`));
  if (!seconds.ok)
    problems.push(...seconds.problems.map((problem) => `${secondsName}: ${problem}`));
  if (problems.length > 0 || !arn.ok || !seconds.ok) throw new WrongInputs(problems);
  const role = arn.value === undefined ? undefined : { arn: arn.value, seconds: seconds.value };
  return { region, role };
}
