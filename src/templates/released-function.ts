// A function that a template releases gradually, whatever says so.

import type { Preference } from './deployment-preference.ts';
import type { Findings } from './entry-values.ts';
import { holds, physicalName } from './intrinsics.ts';
import { placeOf, type TreeMap, textAt } from './tree.ts';

export interface ReleasedFunction extends Preference {
  /** Logical ID of the function or its alias. */
  readonly id: string;
  /** `undefined` if unknown or not needed. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
}

/** Whether the Condition of a resource is true; `undefined` if that cannot be known, which is reported. */
export function isThere(id: string, resource: TreeMap, found: Findings): boolean | undefined {
  const condition = textAt(resource, 'Condition');
  if (condition === undefined) return true;
  const before = found.at.gaps.length;
  const there = holds(condition, found.at);
  if (there === undefined) {
    const where = `${placeOf(resource, 'Condition')}the Condition of "${id}"`;
    for (const gap of found.at.gaps.slice(before)) found.gap(where, gap, 'template-parameters');
  }
  return there;
}

/** The name in AWS of the function with this logical ID; `undefined` if unknown, which is reported, or not needed. */
export function nameOf(id: string, found: Findings): string | undefined {
  if (found.gives('functions')) return undefined;
  const before = found.at.gaps.length;
  const name = physicalName(id, found.at);
  for (const gap of found.at.gaps.slice(before)) found.gap('functions', gap, 'functions');
  return name;
}
