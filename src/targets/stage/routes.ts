// An endpoint that only one side of a canary has returns 403 to a random part of the users.

import type { Route } from '../../aws/rest-api-model.ts';
export interface RouteDifference {
  /** Routes that only the canary has. */
  readonly added: readonly Route[];
  /** Routes that only stable has. */
  readonly removed: readonly Route[];
}

/** Compares the routes of the stable and the canary deployment. */
export function compareRoutes(stable: readonly Route[], canary: readonly Route[]): RouteDifference {
  return {
    added: canary.filter((route) => !stable.includes(route)).sort(),
    removed: stable.filter((route) => !canary.includes(route)).sort(),
  };
}

/** Describes the difference; `undefined` when there is none. */
export function describeRouteDifference(difference: RouteDifference): string | undefined {
  const { added, removed } = difference;
  const parts = [
    added.length > 0 ? `only the canary has ${list(added)}` : '',
    removed.length > 0 ? `only stable has ${list(removed)}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  return `${parts.join('; ')}: while traffic is split, these routes return 403 to some users at random`;
}

function list(routes: readonly Route[]): string {
  const shown = routes.slice(0, 10).join(', ');
  return routes.length > 10 ? `${shown} and ${routes.length - 10} more` : shown;
}
