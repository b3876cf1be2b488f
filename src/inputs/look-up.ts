// Names of a stack, or of a file with outputs, in the texts of inputs. Looking them up needs AWS, which this folder does
// not know, so it is passed in.

import type { RoleInput } from './inputs.ts';
import { bareFunction, type NameOf } from './names.ts';
import type { InputSchema } from './schema.ts';

/** What names are looked up with. */
export interface NameOrder {
  /** A name or an ARN; empty: none. */
  readonly stack: string;
  /** A path in the checkout; empty: none. */
  readonly outputsFile: string;
  readonly workspace: string;
  readonly region: string;
  readonly role: RoleInput | undefined;
  /** Whether a release begins, which must not meet a stack that is being updated. */
  readonly begins: boolean;
}

export type LookUp = (order: NameOrder) => Promise<Names>;

/** What is known by other names. */
export interface Names {
  /** If there are any, nothing can be found. */
  readonly problems: readonly string[];
  /** About the stack, for the log and the plan. */
  readonly notes: readonly string[];
  /** The ARNs of the stacks that were read, as patterns for a policy. */
  readonly stacks: readonly string[];
  find(of: NameOf, name: string): Found;
  /** The functions that have this alias in the stack. */
  functionsWith(alias: string): Found;
}

export type Found =
  | {
      readonly kind: 'found';
      readonly names: readonly string[];
      /** What it is, for a sentence: `AWS::Lambda::Function of the stack "shop"`. */
      readonly what: string;
    }
  /** It is a physical name already. */
  | { readonly kind: 'physical' }
  /** Perhaps the name of something else in the account. */
  | { readonly kind: 'unknown'; readonly note: string }
  | { readonly kind: 'refused'; readonly problem: string };

export interface Renamed {
  readonly textOf: (name: string) => string;
  /** Values by function, with physical names. */
  readonly byFunction: <T>(values: Readonly<Record<string, T>>) => Readonly<Record<string, T>>;
  /** What resolved to what. */
  readonly notes: readonly string[];
}

/**
 * The texts of the inputs with physical names. Adds a problem for each name that is ambiguous.
 *
 * @param textOf returns the text of an input as written
 */
export function withPhysicalNames(
  { inputs }: InputSchema,
  textOf: (name: string) => string,
  names: Names,
  problems: string[],
): Renamed {
  const notes = new Set<string>();
  const texts: Record<string, string> = {};
  const replaced = (input: string, written: string, found: Found, hidden = false) => {
    switch (found.kind) {
      case 'found': {
        const same = found.names.length === 1 && found.names[0] === written;
        if (!same) notes.add(`"${written}" is ${found.names.join(', ')} (${found.what})`);
        return found.names;
      }
      case 'unknown':
        if (!hidden) notes.add(`${input}: ${found.note}`);
        return [written];
      case 'refused':
        problems.push(`${input}: ${found.problem}`);
        return [written];
      default:
        return [written];
    }
  };
  for (const [input, { names: within }] of Object.entries(inputs)) {
    const text = textOf(input);
    if (!within || text === '') continue;
    texts[input] = within.rename(text, (of, name) =>
      replaced(input, name, names.find(of, name), within.hidden),
    );
  }
  const alias = texts.alias ?? textOf('alias');
  if (alias !== '' && textOf('functions') === '' && textOf('rest-api-id') === '') {
    const having = names.functionsWith(alias);
    if (having.kind === 'refused') problems.push(`alias: ${having.problem}`);
    if (having.kind === 'found') {
      texts.functions = having.names.join('\n');
      notes.add(
        `functions: all with the alias "${alias}": ${having.names.join(', ')} (${having.what})`,
      );
    }
  }
  const physical = (name: string) => {
    const found = names.find('function', name);
    return found.kind === 'found' ? bareFunction(found.names[0] ?? name) : name;
  };
  return {
    textOf: (name) => texts[name] ?? textOf(name),
    byFunction: (values) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [physical(name), value])),
    notes: [...notes],
  };
}
