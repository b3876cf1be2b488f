// What a kind of target says of its inputs. What kinds there are, the inputs do not know: they are given.

import type { KindInputs } from './declaration.ts';
import type { FunctionInput } from './values.ts';

/** What the inputs name to release to; the rest of it, only its kind knows. */
export interface TargetInputs {
  readonly kind: string;
}

/** @template In what its inputs become */
export interface TargetInputKind<In extends TargetInputs = TargetInputs> {
  readonly kind: In['kind'];
  /** `stages`, for documents: "For stages only." */
  readonly plural: string;
  /** `the canary of a stage`, for messages. */
  readonly words: string;
  readonly inputs: readonly KindInputs[];
  /**
   * Whether the inputs name a target of this kind. Where they name several, the last in the list of kinds
   * counts; where they name none, the first.
   */
  isNamed(given: Omit<GivenInputs, 'others'>): boolean;
  /** @returns `undefined` where it adds problems */
  read(given: GivenInputs, problems: string[]): NamedTarget<In> | undefined;
  /** Names in its inputs that are no secrets, although an address may hold them. */
  openNames(target: In): readonly string[];
  /** Its inputs that a post step needs to find the target again, as texts. */
  postInputs(target: In): Readonly<Record<string, string>>;
}

/** The inputs as they were given. */
export interface GivenInputs {
  /** The text of an input, empty where none was given. */
  readonly textOf: (name: string) => string;
  /** What the parsers made of all inputs; those that are wrong are missing. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly functions: readonly FunctionInput[];
  /** The version that is served before, by function name, where a file says so. */
  readonly current: Readonly<Record<string, string>>;
  /** Inputs that were given and are for another kind of target, and what that is for. */
  readonly others: readonly { readonly name: string; readonly of: string }[];
}

export interface NamedTarget<In extends TargetInputs = TargetInputs> {
  readonly target: In;
  /** With what the target has to say of each. */
  readonly functions: readonly FunctionInput[];
}
