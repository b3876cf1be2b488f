// What is known when a template is resolved, and what turns out to be missing.

import type { TreeMap } from './tree.ts';

/** What a template's names stand for. */
export interface Scope {
  /** The template itself: its Parameters, Mappings, Conditions and Resources. */
  readonly template: TreeMap;
  /** By name of a parameter, pseudo-parameter, or logical id of a resource: what the user says. */
  readonly supplied: ReadonlyMap<string, string>;
  /** Pseudo-parameters that are known, such as AWS::Region. */
  readonly pseudo: ReadonlyMap<string, string>;
}

/** Something that only CloudFormation or the user knows. */
export interface Gap {
  /** The name under which the user could say it; `undefined` when there is none. */
  readonly name: string | undefined;
  /** `the parameter "Stage" has no default`. */
  readonly what: string;
}

/** A resolution under way: gaps are added as they are met. */
export interface Resolution {
  readonly scope: Scope;
  readonly gaps: Gap[];
  /** Names that are being resolved, to meet those that need themselves. */
  readonly open: ReadonlySet<string>;
  /** How many functions were called: few lines can call each other without end. */
  readonly spent: { calls: number };
}

const MAX_CALLS = 20_000;

export function resolution(scope: Scope): Resolution {
  return { scope, gaps: [], open: new Set(), spent: { calls: 0 } };
}

/** Counts a call. Throws when there are more than any honest template needs. */
export function spend(at: Resolution): void {
  at.spent.calls += 1;
  if (at.spent.calls > MAX_CALLS)
    throw new Error(`its functions need more than ${MAX_CALLS} calls`);
}

/** One level further in; `undefined`, and a gap, where something needs itself. */
export function entered(what: string, at: Resolution): Resolution | undefined {
  if (at.open.has(what)) return miss(at, `${what} needs itself`);
  return { ...at, open: new Set([...at.open, what]) };
}

/** A gap that the user can fill. */
export function ask(at: Resolution, name: string, what: string): undefined {
  at.gaps.push({ name, what });
}

/** A gap that nobody can fill. */
export function miss(at: Resolution, what: string): undefined {
  at.gaps.push({ name: undefined, what });
}
