// What is said of an input, once: whatever reads or describes inputs follows from it.

import type { InputType } from './input-types.ts';

export interface Declaration {
  readonly type: InputType<unknown>;
  /** Used when neither the workflow nor the config file gives a text; may be empty. */
  readonly default: string;
  /** The default in words, where its text does not tell. */
  readonly defaultText?: string;
  /** One line. */
  readonly doc: string;
  /** What else there is to know. */
  readonly details?: string;
  /** The member of `Inputs` that it becomes, where that is not its name in camel case. */
  readonly member?: string;
  /** Becomes no member by itself: `read.ts` reads it together with others. */
  readonly combined?: true;
  /** For this kind of target only, in the plural; see `schemaOf`. */
  readonly only?: string;
  /** The config file cannot hold it. */
  readonly workflowOnly?: true;
  /** Masked in the log. */
  readonly secret?: true;
  /** A name that is in every log, and that an address may hold as well: `?stage=production`. */
  readonly open?: true;
  /** What the runner gives when the workflow gives nothing: an expression of GitHub's. */
  readonly expression?: string;
}

/** Inputs that the README shows together. */
export interface InputGroup {
  readonly title: string;
  readonly inputs: Readonly<Record<string, Declaration>>;
}

/** Inputs of one kind of target, shown in a group of this title with those of all kinds. */
export interface KindInputs extends InputGroup {
  /** The input of all kinds that they follow; omitted: they come first. */
  readonly after?: string;
}
