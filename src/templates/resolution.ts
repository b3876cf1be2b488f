// The context in which a template is resolved, and the gaps that are found.

import { KnownError } from '../base/errors.ts';
import type { TreeMap } from './tree.ts';

/** The values that the names of a template refer to. */
export interface Scope {
  /** The template itself: its Parameters, Mappings, Conditions and Resources. */
  readonly template: TreeMap;
  /** Values from the user, by the name of a parameter or pseudo-parameter or the logical ID of a resource. */
  readonly supplied: ReadonlyMap<string, string>;
  /** Known pseudo-parameters, such as AWS::Region. */
  readonly pseudo: ReadonlyMap<string, string>;
  /** Whether the logical ID of a resource stands for its name. */
  readonly namesLater?: boolean;
}

/** A value that only CloudFormation or the user knows. */
export interface Gap {
  /** The name with which the user can supply it; `undefined` if there is none. */
  readonly name: string | undefined;
  /** `the parameter "Stage" has no default`. */
  readonly what: string;
}

/** A resolution in progress: gaps are added as they are found. */
export interface Resolution {
  readonly scope: Scope;
  readonly gaps: Gap[];
  /** Names that are being resolved, to detect cycles. */
  readonly open: ReadonlySet<string>;
  /** The number of function calls: a few lines can call each other endlessly. */
  readonly spent: { calls: number };
  /** The conditions that are known, by their names. */
  readonly conditions: Map<string, boolean>;
}

/** Some hundred for each function of the largest template. */
const MAX_CALLS = 200_000;

export function resolution(scope: Scope): Resolution {
  return { scope, gaps: [], open: new Set(), spent: { calls: 0 }, conditions: new Map() };
}

/** Counts a call. Throws if there are more than any real template needs. */
export function countCall(at: Resolution): void {
  at.spent.calls += 1;
  if (at.spent.calls > MAX_CALLS)
    throw new KnownError(`its functions need more than ${MAX_CALLS} calls`);
}

/** The resolution one level deeper; `undefined`, and a gap, for a cycle. */
export function nested(what: string, at: Resolution): Resolution | undefined {
  if (at.open.has(what)) return addGap(at, `${what} depends on itself`);
  return { ...at, open: new Set([...at.open, what]) };
}

/** Adds a gap that the user can fill. */
export function ask(at: Resolution, name: string, what: string): undefined {
  at.gaps.push({ name, what });
}

/** Adds a gap that cannot be filled. */
export function addGap(at: Resolution, what: string): undefined {
  at.gaps.push({ name: undefined, what });
}
