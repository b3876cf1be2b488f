// The words for how a caller reaches a function. The action's refusals use the same ones.

import type { Reach } from './facts.ts';

/** The page that explains them, for a sentence. */
export const DOCTOR_PAGE = 'https://github.com/org/canary-action/blob/v1/docs/doctor.md';

/** Every way to reach a function, and that of several callers together. */
export type Ways = Reach['kind'] | 'mixed' | 'nobody';

/** What a way means, in few words. Each is a heading of the page. */
export const WAYS: Readonly<Record<Ways, string>> = {
  unqualified: 'unqualified',
  alias: 'alias',
  version: 'version',
  variable: 'stage variable',
  mixed: 'mixed',
  unknown: 'unknown',
  nobody: 'no caller',
};

/** A link to what the page says about a way. */
export function linkTo(ways: Ways): string {
  return `${DOCTOR_PAGE}#${WAYS[ways].replaceAll(' ', '-')}`;
}

/** The end of a refusal, which says where its words are explained. */
export function helpOn(ways: Ways): string {
  return `"canary-action doctor" shows all callers and the smallest change; see ${linkTo(ways)}`;
}

/** `alias live`, `stage variable orders = 7`. */
export function describeReach(reach: Reach): string {
  switch (reach.kind) {
    case 'alias':
      return `alias ${reach.alias}`;
    case 'version':
      return `version ${reach.version}`;
    case 'variable': {
      const value = reach.value === '' ? '' : ` = ${reach.value}`;
      return `stage variable ${reach.variable}${value}`;
    }
    default:
      return WAYS[reach.kind];
  }
}

/** When the users of a caller get new code that is deployed, in few words. */
export function describeToday(reach: Reach, isMoved: boolean): string {
  if (reach.kind === 'unqualified') return 'all users, at once';
  if (reach.kind === 'unknown') return 'not known';
  if (isMoved) return 'all users, by the tool';
  if (reach.kind === 'variable' && reach.holds === 'unknown') return 'not known';
  return 'nobody, until a release';
}
