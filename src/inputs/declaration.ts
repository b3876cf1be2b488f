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
  /** For this kind of target only; it becomes a member of that kind's inputs. */
  readonly only?: 'stage' | 'alias';
  /** The config file cannot hold it. */
  readonly workflowOnly?: true;
  /** Masked in the log. */
  readonly secret?: true;
  /** What the runner gives when the workflow gives nothing: an expression of GitHub's. */
  readonly expression?: string;
}

/** Inputs that the README shows together. */
export interface InputGroup {
  readonly title: string;
  readonly inputs: Readonly<Record<string, Declaration>>;
}
