// All inputs. Each is declared once: inputs of every release in the file of their group here, inputs of one
// kind of target in its folder. action.yml, the tables of the documents and the schema of the config file are
// generated from the declarations (`npm run generate`).

import { accessInputs } from './access-inputs.ts';
import { approvalInputs } from './approval-inputs.ts';
import { commandInputs } from './command-inputs.ts';
import type { Declaration, InputGroup, KindInputs } from './declaration.ts';
import { gateInputs } from './gate-inputs.ts';
import { hookInputs } from './hook-inputs.ts';
import { judgingInputs } from './judging-inputs.ts';
import { inputsIn, type MembersOf, type ValuesOf } from './members.ts';
import { policyInputs } from './policy-inputs.ts';
import { previewInputs } from './preview-inputs.ts';
import { releaseInputs } from './release-inputs.ts';
import { reportInputs } from './report-inputs.ts';
import { scheduleInputs } from './schedule-inputs.ts';
import type { TargetInputKind } from './target-inputs.ts';

/** The inputs of every release, in the order of the documentation. */
const GROUPS = [
  commandInputs,
  releaseInputs,
  scheduleInputs,
  judgingInputs,
  policyInputs,
  approvalInputs,
  gateInputs,
  hookInputs,
  previewInputs,
  reportInputs,
  accessInputs,
] as const satisfies readonly InputGroup[];

/** The inputs of every release, by name. */
export const COMMON = inputsIn(GROUPS);
export type InputName = keyof typeof COMMON & string;

/** What the parsers make of them. */
export type Values = ValuesOf<typeof COMMON>;

/** What they become, by the names of their members. */
export type CommonMembers = MembersOf<typeof COMMON>;

/** All inputs. */
export interface InputSchema {
  /** In the order of the documentation. */
  readonly groups: readonly InputGroup[];
  /** By name, in the order of the groups. */
  readonly inputs: Readonly<Record<string, Declaration>>;
}

/** The inputs of every release together with those of these kinds of target. */
export function schemaOf(
  kinds: readonly Pick<TargetInputKind, 'plural' | 'inputs'>[],
): InputSchema {
  const added = kinds.flatMap(({ plural, inputs }) => inputs.map((each) => only(plural, each)));
  const groups = GROUPS.flatMap((group: InputGroup): readonly InputGroup[] =>
    group === releaseInputs
      ? [withAdded(group, added), ...groupsOfTheirOwn(added)]
      : [withAdded(group, added)],
  );
  return { groups, inputs: inputsIn(groups) };
}

/** The names that are also allowed in the config file. */
export function configNames({ inputs }: InputSchema): readonly string[] {
  return Object.keys(inputs).filter((name) => !inputs[name]?.workflowOnly);
}

/** The group with its inputs marked as specific to this kind of target. */
function only(plural: string, group: KindInputs): KindInputs {
  const inputs = Object.entries(group.inputs).map(([name, each]) => [
    name,
    { ...each, only: plural },
  ]);
  return { ...group, inputs: Object.fromEntries(inputs) };
}

function withAdded({ title, inputs }: InputGroup, added: readonly KindInputs[]): InputGroup {
  const here = added.filter((group) => group.title === title);
  const following = (after: string | undefined) =>
    here.filter((group) => group.after === after).flatMap((group) => Object.entries(group.inputs));
  const all = Object.entries(inputs).flatMap((entry) => [entry, ...following(entry[0])]);
  return { title, inputs: Object.fromEntries([...following(undefined), ...all]) };
}

function groupsOfTheirOwn(added: readonly KindInputs[]): readonly InputGroup[] {
  return added.filter(({ title }) => !GROUPS.some((group) => group.title === title));
}
