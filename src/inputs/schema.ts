// All inputs. Each is declared once, in the file of its group; action.yml, the README's tables and the
// schema of the config file are written from the declarations (`npm run generate`).

import { accessInputs } from './access-inputs.ts';
import { commandInputs } from './command-inputs.ts';
import type { Declaration, InputGroup } from './declaration.ts';
import { hookInputs } from './hook-inputs.ts';
import type { InputType } from './input-types.ts';
import { judgingInputs } from './judging-inputs.ts';
import { policyInputs } from './policy-inputs.ts';
import { previewInputs } from './preview-inputs.ts';
import { releaseInputs } from './release-inputs.ts';
import { reportInputs } from './report-inputs.ts';
import { scheduleInputs } from './schedule-inputs.ts';
import { stageInputs } from './stage-inputs.ts';

/** In the order in which users meet them. */
export const GROUPS = [
  commandInputs,
  releaseInputs,
  stageInputs,
  scheduleInputs,
  judgingInputs,
  policyInputs,
  hookInputs,
  previewInputs,
  reportInputs,
  accessInputs,
] as const satisfies readonly InputGroup[];

type Declared = Merged<(typeof GROUPS)[number]['inputs']>;
export type InputName = keyof Declared & string;

/** All of them by name, in the order of the groups. */
export const INPUTS: Readonly<Record<InputName, Declaration>> = Object.assign(
  {},
  ...GROUPS.map(({ inputs }) => inputs),
);

/** What the parsers make of all inputs. */
export type Values = {
  readonly [N in InputName]: Declared[N]['type'] extends InputType<infer T> ? T : never;
};

/** The target that inputs are for: `any` of them, or one kind only. */
type For = 'any' | NonNullable<Declaration['only']>;

/** What the inputs for these targets become, by the names of their members. */
export type MembersOf<F extends For> = {
  readonly [N in InputName as ForOf<Declared[N]> extends F
    ? MemberName<N, Declared[N]>
    : never]: Values[N];
};

/** The values of the inputs for these targets, by the names of their members. */
export function membersOf<F extends For>(targets: F, values: Values): MembersOf<F> {
  const members = names().flatMap((name) => {
    const { only = 'any', combined, member = camelCase(name) } = INPUTS[name];
    return combined || only !== targets ? [] : [[member, values[name]]];
  });
  return Object.fromEntries(members);
}

function names(): readonly InputName[] {
  return Object.keys(INPUTS) as InputName[];
}

/** The names that the config file may hold as well. */
export function inputNames(): readonly InputName[] {
  return names().filter((name) => !INPUTS[name].workflowOnly);
}

/** What only the workflow may give: secrets, and what is no setting of the rollout. */
export const WORKFLOW_ONLY = names().filter((name) => INPUTS[name].workflowOnly);

/** Masked in the log. */
export const SECRETS = names().filter((name) => INPUTS[name].secret);

/** Inputs that mean something for the canary of a stage only. */
export const STAGE_ONLY = names().filter((name) => INPUTS[name].only === 'stage');

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

type CamelCase<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : S;

type MemberName<N extends string, D> = D extends { readonly member: infer M extends string }
  ? M
  : CamelCase<N>;

type ForOf<D> = D extends { readonly combined: true }
  ? 'none'
  : D extends { readonly only: infer O }
    ? O
    : 'any';

/** One object type with the members of all in a union. */
type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
