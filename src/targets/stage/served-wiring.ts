// Which version of a function a stage serves, read from the stage's deployment; and how the release reaches the
// function, read from the definition that the release deploys.

import type { Integration } from '../../aws/rest-api-model.ts';
import { endsIn, parseLambdaUri, withQualifier } from './integration.ts';
import { type FoundWiring, findWiring } from './wiring.ts';

export interface Definitions {
  /** From the deployment that the stage serves. */
  readonly served: readonly Integration[];
  /** From what the canary will serve: the API's draft, or what is served already. */
  readonly released: readonly Integration[];
}

type Variables = Readonly<Record<string, string>>;

/** The wiring of a release: the version from what is served, the form from what will be served. */
export function findReleaseWiring(
  functionName: string,
  { served, released }: Definitions,
  variables: Variables,
): FoundWiring {
  const found = findWiring(functionName, released, variables);
  if (found.kind !== 'found' || served === released) return found;
  const version = servedVersion(functionName, served, variables);
  if ('problem' in version) return { kind: 'unsplittable', problem: version.problem };
  return { kind: 'found', wiring: { ...found.wiring, from: version.is } };
}

const VERSION = /^\d+$/;

/** The one published version of a function that the stage serves, or why there is none to name. */
export function servedVersion(
  functionName: string,
  served: readonly Integration[],
  variables: Variables,
): { readonly is: string } | { readonly problem: string } {
  const calls = served.flatMap(({ method, path, uri }) => {
    const called = parseLambdaUri(uri, variables);
    return called?.functionName === functionName
      ? [
          {
            route: `${method} ${path}`,
            qualifier: called.qualifier ?? '',
            variable: called.heldBy?.name,
          },
        ]
      : [];
  });
  const first = calls[0];
  if (!first) {
    return problem(
      `no route of the deployment that the stage serves calls "${functionName}", so there is no version to release from`,
    );
  }
  const vague = calls.find(({ qualifier }) => !VERSION.test(qualifier));
  if (vague) {
    const how = vague.qualifier === '' ? 'without a version' : `through ${throughOf(vague)}`;
    return problem(
      `${vague.route} of the deployment that the stage serves calls "${functionName}" ${how}, so it is unknown which version its users receive`,
    );
  }
  const other = calls.find(({ qualifier }) => qualifier !== first.qualifier);
  if (other) {
    return problem(
      `the deployment that the stage serves calls two versions of "${functionName}" (${first.route} calls ${first.qualifier}, ${other.route} calls ${other.qualifier})`,
    );
  }
  return { is: first.qualifier };
}

/** Only versions are shown of the values of stage variables: others may be secret. */
function throughOf({
  qualifier,
  variable,
}: {
  readonly qualifier: string;
  readonly variable: string | undefined;
}): string {
  return variable === undefined
    ? `"${qualifier}"`
    : `stage variable "${variable}", which holds no version`;
}

function problem(what: string): { readonly problem: string } {
  return {
    problem: `${what}. To fix this, deploy the draft to the stage once, or leave the function out of functions to release the draft as it is`,
  };
}

/**
 * The integrations whose URI ends in a version of the function, with this version in its place: a draft may name
 * another one.
 */
export function pinnedIn(
  functionName: string,
  version: string,
  integrations: readonly Integration[],
): readonly Integration[] {
  return integrations.flatMap((integration) => {
    const { uri, authorizerId } = integration;
    const called = parseLambdaUri(uri, {});
    const { qualifier = '' } = called ?? {};
    const isPinned = VERSION.test(qualifier) && endsIn(uri, qualifier);
    return called?.functionName === functionName && isPinned && authorizerId === undefined
      ? [{ ...integration, uri: withQualifier(uri, version) }]
      : [];
  });
}
