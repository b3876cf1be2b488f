// How a stage canary can reach a function's new version, found from the API's integrations. A stage canary differs
// from its base only in deployment and variables (API Gateway developer guide, "canary release deployment"), so one
// of the two must determine the version.

import { nameOf } from '../../aws/definition-calls.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { helpOn } from '../../doctor/reach-words.ts';
import {
  endsIn,
  type LambdaUri,
  mentions,
  parseLambdaUri,
  reachOf,
  shownUri,
} from './integration.ts';

export type Wiring =
  /** The qualifier comes from a stage variable, which the canary overrides. */
  | {
      readonly kind: 'variable';
      readonly functionName: string;
      /** The published version that the stage serves now. */
      readonly from: string;
      readonly variable: string;
      /** The text before the version in the variable's value, e.g. `orders:`. */
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
 * @param integrations everything that the API's definition calls
 * @param variables the stage's own variables
 */
export function findWiring(
  functionName: string,
  integrations: readonly Integration[],
  variables: Readonly<Record<string, string>>,
): FoundWiring {
  const unparsed = integrations.find(
    ({ uri }) =>
      reachOf(uri, variables).kind === 'unknown' && mentions(uri, functionName, variables),
  );
  if (unparsed) return unsplittable(notUnderstood(functionName, unparsed));
  const reached = integrations.flatMap((integration): Reached[] => {
    const uri = parseLambdaUri(integration.uri, variables);
    return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
  });
  const first = reached[0];
  if (!first) return unsplittable(noIntegration(functionName, integrations));
  const odd = reached.find((r) => wiringKey(r) !== wiringKey(first) || isElsewhere(r, first));
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
  if (!heldBy) {
    if (!integrations.every(({ uri }) => endsIn(uri, qualifier))) {
      return unsplittable(inPieces(functionName, reached));
    }
    const authorizer = integrations.find(({ authorizerId }) => authorizerId !== undefined);
    if (authorizer) return unsplittable(pinnedAuthorizer(functionName, authorizer));
    return found({ kind: 'pinned', functionName, from, integrations });
  }
  const { name: variable, prefix } = heldBy;
  return found({ kind: 'variable', functionName, from, variable, prefix, integrations });
}

/** Two integrations with the same key reach the function in the same way. */
function wiringKey(reached: Reached): string {
  return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}

/** Two functions in different accounts or regions may have the same name. */
function isElsewhere(a: LambdaUri, b: LambdaUri): boolean {
  const differ = (one = '', other = '') => one !== '' && other !== '' && one !== other;
  return differ(a.account, b.account) || differ(a.region, b.region);
}

function found(wiring: Wiring): FoundWiring {
  return { kind: 'found', wiring };
}

function unsplittable(problem: string): FoundWiring {
  return { kind: 'unsplittable', problem };
}

function noIntegration(functionName: string, integrations: readonly Integration[]): string {
  const count = integrations.length;
  return (
    `none of the API's ${count} integration${count === 1 ? '' : 's'} calls the function ` +
    `"${functionName}" on this stage; expected a Lambda integration or authorizer with its name, or with a stage variable that holds it`
  );
}

function notUnderstood(functionName: string, integration: Integration): string {
  return (
    `${nameOf(integration)} mentions "${functionName}" in a URI that is not recognized ` +
    `(${shownUri(integration.uri)}), so it is unknown whether it would change with the others. To fix this, end the URI in ` +
    '"path/2015-03-31/functions/ARN/invocations" or "path/2021-11-15/functions/ARN/response-streaming-invocations"'
  );
}

function inPieces(functionName: string, reached: Reached): string {
  return (
    `${nameOf(reached.integration)} builds the version of "${functionName}" from several parts ` +
    `(${shownUri(reached.integration.uri)}), so none of them can hold another version. To fix this, let the URI end in a stage ` +
    'variable that holds the whole version (":${stageVariables.version}"), and deploy the stage once'
  );
}

function pinnedAuthorizer(functionName: string, authorizer: Integration): string {
  return (
    `${nameOf(authorizer)} calls "${functionName}" by a version in its URI, and only the URIs of methods are rewritten ` +
    'for a canary. To fix this, let the URI of the authorizer end in a stage variable that holds the version ' +
    '(":${stageVariables.version}"), and deploy the stage once'
  );
}

function unqualified(functionName: string, reached: Reached): string {
  return (
    `${nameOf(reached.integration)} calls "${functionName}" unqualified, without a version, so stable and canary would run ` +
    'the same code. To fix this, end the integration URI in a published version (":7") or in a stage variable that ' +
    'holds one (":${stageVariables.version}"), and deploy the stage once; or let it call an alias, and set functions and ' +
    `alias in place of rest-api-id. ${helpOn('unqualified')}`
  );
}

function unsetVariable(functionName: string, reached: Reached): string {
  return (
    `${nameOf(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this ` +
    'stage; expected it to hold the published version that is served now'
  );
}

function sharedAlias(functionName: string, reached: Reached): string {
  const { qualifier, heldBy } = reached;
  const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
  return (
    `${nameOf(reached.integration)} calls "${functionName}" through ${through}, which stable and canary ` +
    'share, so a stage canary cannot split it. To fix this, split the alias itself by weights (set functions and alias in ' +
    'place of rest-api-id), or let the integration URI end in a version number or in a stage variable that holds one. ' +
    helpOn('alias')
  );
}

function mixed(functionName: string, a: Reached, b: Reached): string {
  const where = ({ account, region }: Reached) =>
    isElsewhere(a, b) ? ` in account ${account}, ${region}` : '';
  const words = (r: Reached) =>
    `${nameOf(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ''}${where(r)}`;
  return (
    `the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); ` +
    'expected the same version in the same way everywhere, or the routes would run different code after the release. ' +
    helpOn('mixed')
  );
}

/** Only a version is shown from the value of a stage variable: the rest may be secret. */
function shownQualifier({ qualifier = 'no version', heldBy }: Reached): string {
  return heldBy && !VERSION.test(qualifier) ? 'something that is not a version' : qualifier;
}
