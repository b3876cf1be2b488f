// Finds everything that depends on a stage variable. If a variable changes for one function, everything else that
// depends on it would change with it, so this must be known first.

import { nameOf } from '../../aws/definition-calls.ts';
import type { Integration, VariableReader } from '../../aws/rest-api-model.ts';
import { listed } from '../../base/listed.ts';
import { didYouMean } from '../../base/suggest.ts';
import { reachOf, shownUri, variablesOf } from './integration.ts';
import type { Wiring } from './wiring.ts';

type Variables = Readonly<Record<string, string>>;

/** The parts of the API's definition that use stage variables. */
export interface Definition {
  readonly integrations: readonly Integration[];
  readonly readers: readonly VariableReader[];
}

interface Stray {
  readonly variable: string;
  /** The released functions whose version it holds. */
  readonly movers: readonly string[];
  readonly others: readonly Integration[];
}

/** Describes what would move with the variables of released functions and is not released itself. */
export function strayDependents(
  wirings: readonly Wiring[],
  definition: Pick<Definition, 'integrations'>,
  variables: Variables,
): readonly string[] {
  return straysOf(wirings, definition, variables).map((stray) => describe(stray, variables));
}

/** Describes the same for a sentence about a move that is made nevertheless; empty if there is nothing. */
export function movedAlong(
  wirings: readonly Wiring[],
  definition: Pick<Definition, 'integrations'>,
  variables: Variables,
): string {
  const strays = straysOf(wirings, definition, variables).map(
    ({ variable, others }) =>
      `stage variable "${variable}" also controls ${callsInWords(others, variables)}`,
  );
  return strays.length > 0 ? `; ${listed(strays, '; ')}` : '';
}

function straysOf(
  wirings: readonly Wiring[],
  { integrations }: Pick<Definition, 'integrations'>,
  variables: Variables,
): readonly Stray[] {
  const moved = new Set(wirings.flatMap((w) => (w.kind === 'variable' ? [w.variable] : [])));
  return [...moved].flatMap((variable) => {
    const movers = wirings.flatMap((w) =>
      w.kind === 'variable' && w.variable === variable ? [w.functionName] : [],
    );
    const others = integrations.filter((integration) => {
      if (!variablesOf(integration).includes(variable)) return false;
      const decided = functionOf(integration, variable, variables);
      return decided === undefined || !movers.includes(decided);
    });
    return others.length > 0 ? [{ variable, movers, others }] : [];
  });
}

function describe({ variable, movers, others }: Stray, variables: Variables): string {
  const names = movers.map((name) => `"${name}"`).join(' and ');
  const functions = new Set(others.map((other) => functionOf(other, variable, variables)));
  const listable = [...functions].every((name) => name !== undefined);
  const list = [...functions].map((name) => `"${name}"`).join(' and ');
  const orList = listable
    ? `, or list ${list} in functions too, and set one published version for all of them in version`
    : '';
  return (
    `stage variable "${variable}", which holds the version of ${names}, also controls ` +
    `${callsInWords(others, variables)}, which would change with it. To fix this, give ${names} ${movers.length === 1 ? 'its' : 'their'} own stage variable${orList}`
  );
}

/** The function whose version the variable determines; not for other uses, such as the role of the call. */
function functionOf(
  integration: Integration,
  variable: string,
  variables: Variables,
): string | undefined {
  const scope = reachOf(integration.uri, variables);
  const held = scope.kind === 'lambda' && scope.heldBy?.name === variable;
  const once = variablesOf(integration).filter((name) => name === variable).length === 1;
  return held && once ? scope.functionName : undefined;
}

/** `what GET /pay calls (function "payments")`, for several calls. */
export function callsInWords(calls: readonly Integration[], variables: Variables): string {
  const shown = calls.slice(0, MOST_SHOWN).map((call) => callInWords(call, variables));
  const more = calls.length - shown.length;
  return `what ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${calls.length === 1 ? 'calls' : 'call'}`;
}

const MOST_SHOWN = 10;

function callInWords(call: Integration, variables: Variables): string {
  const scope = reachOf(call.uri, variables);
  const link = call.connectionId === undefined ? '' : `, VPC link ${call.connectionId}`;
  const where =
    scope.kind === 'lambda' ? `function "${scope.functionName}"` : `${shownUri(call.uri)}${link}`;
  return `${nameOf(call)} (${where})`;
}

/** Notes about readers of these variables that do not call a function through them. */
export function readersInWords(
  moved: readonly string[],
  readers: readonly VariableReader[],
): readonly string[] {
  return moved.flatMap((variable) => {
    const where = readers.filter(({ names }) => names.includes(variable)).map((r) => r.where);
    if (where.length === 0) return [];
    const shown = where.slice(0, MOST_SHOWN).join(', ');
    const more = where.length > MOST_SHOWN ? ` and ${where.length - MOST_SHOWN} more` : '';
    return [
      `stage variable "${variable}" is also read by templates, mappings or gateway responses (${shown}${more}): on the canary they see its new value`,
    ];
  });
}

/** Whether any part reads the variable. A reader with computed names may read each. */
export function knowsVariable(definition: Definition, name: string): boolean {
  const read = variablesIn(definition);
  return read.includes(name) || read.includes('*');
}

function variablesIn({ integrations, readers }: Definition): readonly string[] {
  return [...integrations.flatMap(variablesOf), ...readers.flatMap(({ names }) => names)];
}

/**
 * Describes overrides that no part of what is released reads: their names are probably misspelt.
 *
 * @param draft if it is not what is released
 */
export function idleOverrides(
  overrides: Variables,
  released: Definition,
  variables: Variables,
  draft?: Definition,
): readonly string[] {
  const known = [...new Set([...Object.keys(variables), ...variablesIn(released)])];
  const isIdle = (name: string) => !known.includes(name) && !knowsVariable(released, name);
  return Object.keys(overrides)
    .filter(isIdle)
    .map((name) =>
      draft && knowsVariable(draft, name)
        ? `stage-variable-overrides: only the API's draft has the variable "${name}", and definition: deployed does not release the draft; expected a variable of the deployed definition, or definition: draft`
        : `stage-variable-overrides: neither the stage nor the API definition has the variable "${name}"; ` +
          `expected one that the stage has or the definition mentions.${didYouMean(name, known)} If a function reads it from its event, set it on the stage first`,
    );
}

/** Notes about what the overrides move. */
export function overridesInWords(
  overrides: Variables,
  integrations: readonly Integration[],
  variables: Variables,
): readonly string[] {
  return Object.keys(overrides).flatMap((name) => {
    const moved = integrations.filter((call) => variablesOf(call).includes(name));
    if (moved.length === 0) return [];
    return [
      `stage-variable-overrides: "${name}" controls ${callsInWords(moved, variables)}, and changes it`,
    ];
  });
}
