// Notes about calls of the released definition that no check stops: those that are not understood, and those that
// lead somewhere else than on the stage.

import { nameOf } from '../../aws/definition-calls.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { filledIn, reachOf, shownUri, variablesOf } from './integration.ts';
import { counterpart, keyOf, type Moves } from './moved-calls.ts';

/** Calls that are not understood, or use a stage variable that has no value. */
export function unclearCalls({ released, variables, overrides }: Omit<Moves, 'served'>): string[] {
  const values = { ...variables, ...overrides };
  const isSet = (name: string) => Object.hasOwn(values, name);
  const odd = released.filter(
    (call) => reachOf(call.uri, values).kind === 'unknown' && variablesOf(call).every(isSet),
  );
  const unset = [...new Set(released.flatMap(variablesOf))].filter((name) => !isSet(name));
  return [
    ...listed('what these integrations call is not understood, so it was not checked', odd, shown),
    ...unset.flatMap((name) => {
      const users = released.filter((call) => variablesOf(call).includes(name));
      return listed(`stage variable "${name}", which has no value, is used by`, users, shown);
    }),
  ];
}

/**
 * Calls of the canary that lead somewhere else than on the stage, without any override.
 *
 * @param functions the released functions, whose versions differ
 */
export function changedCalls(
  { served, released, variables }: Omit<Moves, 'overrides'>,
  functions: readonly string[],
): string[] {
  const changes = released.flatMap((call) => {
    const before = counterpart(call, served);
    const change = before && changeOf(before, call, variables, functions);
    return change === undefined ? [] : [{ call, change }];
  });
  const words = new Map(changes.map(({ call, change }) => [call, change]));
  return listed(
    'on the canary, these routes call something else than on the stage',
    [...words.keys()],
    (call) => words.get(call) ?? '',
  );
}

type Variables = Moves['variables'];

function changeOf(
  before: Integration,
  after: Integration,
  variables: Variables,
  functions: readonly string[],
): string | undefined {
  const [old, fresh] = [reachOf(before.uri, variables), reachOf(after.uri, variables)];
  const isReleased =
    old.kind === 'lambda' &&
    fresh.kind === 'lambda' &&
    old.functionName === fresh.functionName &&
    functions.includes(old.functionName);
  const sameTarget =
    old.kind === 'lambda' || fresh.kind === 'lambda'
      ? keyOf(old) === keyOf(fresh)
      : filledIn(before.uri, variables) === filledIn(after.uri, variables);
  if (!isReleased && !sameTarget) {
    const [from, to] = [shown(before), shown(after)];
    return from === to ? `another address at ${to}` : `${to} instead of ${from}`;
  }
  const differs = (part: 'credentials' | 'connectionId') =>
    filledIn(before[part] ?? '', variables) !== filledIn(after[part] ?? '', variables);
  const ways = [
    ...(differs('credentials') ? ['role'] : []),
    ...(differs('connectionId') ? ['VPC link'] : []),
    // The request to another AWS service names the queue, the table or the state machine.
    ...(fresh.kind !== 'lambda' && before.request !== after.request ? ['request'] : []),
  ];
  return ways.length === 0 ? undefined : `the same with another ${ways.join(', another ')}`;
}

function shown({ uri }: Pick<Integration, 'uri'>): string {
  return uri === '' ? 'no URI' : shownUri(uri);
}

const MOST_SHOWN = 10;

/** Empty without calls. */
function listed(
  words: string,
  calls: readonly Integration[],
  inWords: (call: Integration) => string,
): string[] {
  if (calls.length === 0) return [];
  const list = calls.slice(0, MOST_SHOWN).map((call) => `${nameOf(call)} (${inWords(call)})`);
  const more = calls.length - MOST_SHOWN;
  return [`definition: ${words}: ${list.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}
