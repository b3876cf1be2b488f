// How a stage canary can reach a function's new version, found from the API's integrations.
// A stage canary differs from its base in deployment and variables only (API Gateway developer
// guide, "canary release deployment"), so the version must hang on one of the two.

import { type Integration, type LambdaUri, parseLambdaUri } from './integration.ts';

export type Wiring =
  /** The qualifier comes out of a stage variable: the canary overrides it. */
  | {
      readonly kind: 'variable';
      readonly functionName: string;
      /** The published version that the stage serves now. */
      readonly from: string;
      readonly variable: string;
      /** Stands before the version in the variable's value, e.g. `orders:`. */
      readonly prefix: string;
      readonly integrations: readonly Integration[];
    }
  /** The URI ends in the version: the draft is rewritten for the canary's deployment. */
  | {
      readonly kind: 'pinned';
      readonly functionName: string;
      readonly from: string;
      readonly integrations: readonly Integration[];
    };

export type FoundWiring =
  | { readonly kind: 'found'; readonly wiring: Wiring }
  | { readonly kind: 'unsplittable'; readonly problem: string };

type Reached = LambdaUri & { readonly integration: Integration };

const VERSION = /^\d+$/;

/**
 * Finds the wiring of one function.
 *
 * @param functionName the bare name
 * @param integrations all integrations of the API's draft
 * @param variables the stage's own variables
 */
export function findWiring(
  functionName: string,
  integrations: readonly Integration[],
  variables: Readonly<Record<string, string>>,
): FoundWiring {
  const reached = integrations.flatMap((integration): Reached[] => {
    const uri = parseLambdaUri(integration.uri, variables);
    return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
  });
  const first = reached[0];
  if (!first) return unsplittable(noIntegration(functionName, integrations));
  const odd = reached.find((r) => wiringKey(r) !== wiringKey(first));
  if (odd) return unsplittable(mixed(functionName, first, odd));
  return classify(
    functionName,
    first,
    reached.map((r) => r.integration),
  );
}

function classify(
  functionName: string,
  reached: Reached,
  integrations: readonly Integration[],
): FoundWiring {
  const { qualifier, heldBy } = reached;
  if (qualifier === undefined) return unsplittable(unqualified(functionName, reached));
  if (qualifier === '') return unsplittable(unsetVariable(functionName, reached));
  if (!VERSION.test(qualifier)) return unsplittable(sharedAlias(functionName, reached));
  const from = qualifier;
  if (!heldBy) return found({ kind: 'pinned', functionName, from, integrations });
  const { name: variable, prefix } = heldBy;
  return found({ kind: 'variable', functionName, from, variable, prefix, integrations });
}

/** Two integrations with the same key reach the function in the same way. */
function wiringKey(reached: Reached): string {
  return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}

function found(wiring: Wiring): FoundWiring {
  return { kind: 'found', wiring };
}

function unsplittable(problem: string): FoundWiring {
  return { kind: 'unsplittable', problem };
}

function route(integration: Integration): string {
  return `${integration.method} ${integration.path}`;
}

function noIntegration(functionName: string, integrations: readonly Integration[]): string {
  const count = integrations.length;
  return (
    `none of the API's ${count} integration${count === 1 ? '' : 's'} calls the function ` +
    `"${functionName}" on this stage; expected a Lambda integration with its name, or with a stage variable that holds it`
  );
}

function unqualified(functionName: string, reached: Reached): string {
  return (
    `${route(reached.integration)} calls "${functionName}" without a version, so stable and canary would run ` +
    'the same code. Way out: end the integration URI in a published version (":7") or in a stage variable that ' +
    'holds one (":${stageVariables.version}"), and deploy the stage once'
  );
}

function unsetVariable(functionName: string, reached: Reached): string {
  return (
    `${route(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this ` +
    'stage; expected it to hold the published version that is served now'
  );
}

function sharedAlias(functionName: string, reached: Reached): string {
  const { qualifier, heldBy } = reached;
  const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
  return (
    `${route(reached.integration)} calls "${functionName}" through ${through}, which stable and canary ` +
    'share, so a stage canary cannot split it. Way out: split the alias itself by weights, or let the ' +
    'integration URI end in a version number or in a stage variable that holds one'
  );
}

function mixed(functionName: string, a: Reached, b: Reached): string {
  const words = (r: Reached) =>
    `${route(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ''}`;
  return (
    `the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); ` +
    'expected the same version in the same way everywhere, or the routes would run different code after the release'
  );
}

/** Of what a stage variable holds, only a version is shown: the rest may be secret. */
function shownQualifier({ qualifier = 'no version', heldBy }: Reached): string {
  return heldBy && !VERSION.test(qualifier) ? 'what is no version' : qualifier;
}
