// From declared inputs to the members of an object, and to its type.

import type { Declaration, InputGroup } from './declaration.ts';
import type { InputType } from './input-types.ts';

type Declared = Readonly<Record<string, Declaration>>;

/** The inputs of all these groups, by name. */
export function inputsIn<G extends readonly InputGroup[]>(groups: G): InputsIn<G> {
  return Object.assign({}, ...groups.map(({ inputs }) => inputs));
}

export type InputsIn<G extends readonly InputGroup[]> = Merged<G[number]['inputs']>;

/** The parsed values of inputs, by input name. */
export type ValuesOf<D> = {
  readonly [N in keyof D & string]: D[N] extends { readonly type: InputType<infer T> } ? T : never;
};

/** The parsed values of inputs, by member name. */
export type MembersOf<D> = {
  readonly [N in keyof D & string as D[N] extends { readonly combined: true }
    ? never
    : MemberName<N, D[N]>]: ValuesOf<D>[N];
};

/** Renames the values of inputs to the names of their members. */
export function membersOf<D>(declared: D, values: ValuesOf<D>): MembersOf<D> {
  const members = Object.entries(declared as Declared).flatMap(([name, declaration]) => {
    const { combined, member = camelCase(name) } = declaration;
    return combined ? [] : [[member, values[name as keyof D & string]]];
  });
  return Object.fromEntries(members);
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

type CamelCase<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : S;

type MemberName<N extends string, D> = D extends { readonly member: infer M extends string }
  ? M
  : CamelCase<N>;

/** An object type with the members of all types in a union. */
type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
