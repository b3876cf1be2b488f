// How a kind of target handles its inputs. This folder does not know the kinds; they are passed in.

import type { Suite } from '../checks/check.ts';
import type { ReachKind } from '../checks/fit-target.ts';
import type { Step } from '../rollout/plan.ts';
import type { KindInputs } from './declaration.ts';
import type { Effects } from './effect.ts';
import type { FunctionInput } from './values.ts';

/** The target that the inputs name. Only its kind knows the other members. */
export interface TargetInputs {
  readonly kind: string;
}

/** @template In the parsed inputs of the kind */
export interface TargetInputKind<In extends TargetInputs = TargetInputs> {
  readonly kind: In['kind'];
  /** `stages`, for documents: "For stages only." */
  readonly plural: string;
  /** `the canary of a stage`, for messages. */
  readonly words: string;
  readonly inputs: readonly KindInputs[];
  /** It releases functions of Lambda, whose code the action can upload. */
  readonly takesCode?: true;
  /** How smoke checks reach one version alone; omitted: they cannot. */
  readonly reach?: ReachKind;
  /** When each of its inputs has an effect. */
  readonly effects: Effects;
  /**
   * Whether the inputs name a target of this kind. If they name several, the last in the list of kinds
   * counts; if they name none, the first.
   */
  isNamed(given: Omit<GivenInputs, 'others'>): boolean;
  /** @returns `undefined` if it adds problems */
  read(given: GivenInputs, problems: string[]): NamedTarget<In> | undefined;
  /** Names in its inputs that are not secret, although an address may contain them. */
  openNames(target: In): readonly string[];
  /** The texts of its inputs that a post step needs to find the target again. */
  postInputs(target: In): Readonly<Record<string, string>>;
}

/** The inputs as given. */
export interface GivenInputs {
  /** The text of an input; empty if not set. */
  readonly textOf: (name: string) => string;
  /** The parsed values of all inputs, without invalid ones. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly functions: readonly FunctionInput[];
  readonly smoke: Suite | undefined;
  /** Where paths lead from. */
  readonly workspace: string;
  /** The current version by function name, if a file names it. */
  readonly current: Readonly<Record<string, string>>;
  /** The file that replaces inputs has problems: what it should have given is missing for that reason. */
  readonly isFileWrong: boolean;
  /** Given inputs of another kind of target, and the name of that kind. */
  readonly others: readonly { readonly name: string; readonly of: string }[];
}

/** Inputs that apply only to another kind of target than the one whose input `name` is. */
export function inapplicableInputs(
  name: string,
  { others }: Pick<GivenInputs, 'others'>,
): readonly string[] {
  if (others.length === 0) return [];
  const names = others.map((other) => other.name).join(', ');
  const of = [...new Set(others.map((other) => other.of))].join(' or ');
  return [
    `${name}: ${names} ${others.length === 1 ? 'is' : 'are'} for ${of}; expected one or the other`,
  ];
}

export interface NamedTarget<In extends TargetInputs = TargetInputs> {
  readonly target: In;
  /** The functions, completed with the target's settings for each. */
  readonly functions: readonly FunctionInput[];
}

/** Whether the release waits at 0%, so that a later run opens what this run prepares. */
export function waitsForPeople({ values }: Pick<GivenInputs, 'values'>): boolean {
  const { 'approve-at': at, door, steps } = values;
  if (door) return true;
  // Automatic steps are known later.
  const first = Array.isArray(steps) ? ((steps as readonly Step[])[0]?.weight ?? 100) : 0;
  return Array.isArray(at) && at.length > 0 && at[0] <= first;
}
