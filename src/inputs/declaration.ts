// The declaration of an input. Everything that reads or describes inputs is derived from it.

import type { InputType } from './input-types.ts';
import type { NamesIn } from './names.ts';

export interface Declaration {
  readonly type: InputType<unknown>;
  /** Used when neither the workflow nor the config file sets the input; may be empty. */
  readonly default: string;
  /** Describes the default if its text is not clear. */
  readonly defaultText?: string;
  /** A description in one line. */
  readonly doc: string;
  /** Further documentation. */
  readonly details?: string;
  /** The member of `Inputs` that it becomes, if that is not its name in camel case. */
  readonly member?: string;
  /** Does not become a member on its own: `read.ts` reads it together with others. */
  readonly combined?: true;
  /** The only kind of target that has it, in the plural; see `schemaOf`. */
  readonly only?: string;
  /** It cannot be set in the config file. */
  readonly workflowOnly?: true;
  /** It is about GitHub, so that only the action uses it, and the command line has no flag for it. */
  readonly actionOnly?: true;
  /** Where its text has names that a stack or a file with outputs may know by another name. */
  readonly names?: NamesIn;
  /** It is masked in the log. */
  readonly secret?: true;
  /** A name that is in every log, and that an address may also contain: `?stage=production`. */
  readonly open?: true;
  /** The GitHub expression that the runner evaluates if the workflow does not set the input. */
  readonly expression?: string;
}

/** Inputs that the documents list together. */
export interface InputGroup {
  readonly title: string;
  readonly inputs: Readonly<Record<string, Declaration>>;
}

/** Inputs of one kind of target, listed in the group with this title next to those of all kinds. */
export interface KindInputs extends InputGroup {
  /** The input of all kinds that precedes them; if omitted, they come first. */
  readonly after?: string;
}
