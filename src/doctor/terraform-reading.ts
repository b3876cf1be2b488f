// What was found so far while Terraform's resources are read, and what a reference in them leads to.

import type { Lookup, Referenced } from './callee.ts';
import type { AliasFact, CallerFact, FunctionFact, Mover } from './facts.ts';
import { whyUnknown } from './template-scope.ts';
import { normalized, type TerraformInstance } from './terraform-instance.ts';

export type Found = {
  readonly functions: FunctionFact[];
  readonly aliases: AliasFact[];
  readonly callers: CallerFact[];
  readonly movers: Mover[];
  readonly notes: string[];
  readonly problems: string[];
};

export interface Reading {
  readonly all: readonly TerraformInstance[];
  readonly table: Map<string, Referenced>;
  readonly byName: Map<string, string>;
  readonly found: Found;
  readonly folder: string;
}

export type Read = (instance: TerraformInstance, reading: Reading) => void;

export function lookupIn(
  { table, byName }: Pick<Reading, 'table' | 'byName'>,
  variables: Readonly<Record<string, string>> = {},
): Lookup {
  return {
    variables,
    named: (name) => byName.get(name),
    reference: (path) => follow(path, table),
  };
}

/** Attributes that have the version in them, or are it. */
const QUALIFIED = /\.(qualified_arn|qualified_invoke_arn|lambda_function_qualified_\w+)$/;
const NUMBER = /\.(version|lambda_function_version)$/;

function follow(path: string, table: ReadonlyMap<string, Referenced>): Referenced {
  const why = whyUnknown(path);
  if (why !== undefined) return { kind: 'unknown', why };
  const plain = normalized(path);
  const address = plain.replace(/\.[\w-]+$/, '');
  const found = table.get(address) ?? table.get(plain);
  if (!found) return { kind: 'unknown', why: `${plain} is not a function of these files` };
  if (found.kind !== 'function') return found;
  if (NUMBER.test(plain)) return { kind: 'number', version: 'published last' };
  const { functionId } = found;
  return QUALIFIED.test(plain) ? { kind: 'version', functionId, version: 'published last' } : found;
}

export function asArn(called: string): string {
  return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}

/** The address in a reference; empty if there is none. */
export function addressIn(text: string): string {
  const path = /\uE000([^\uE001]*)\uE001/.exec(text)?.[1] ?? '';
  return normalized(path).replace(/\.[\w-]+$/, '');
}

/** By a reference, or by an ID, which a state has. */
export function instanceAt(text: string, { all }: Reading): TerraformInstance | undefined {
  const address = addressIn(text);
  if (address !== '') return all.find((each) => each.address === address);
  return text === '' ? undefined : all.find((each) => each.get('id') === text);
}
