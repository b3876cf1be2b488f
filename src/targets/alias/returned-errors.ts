// Pure: a 5XX response that a function returns is a successful invocation (Lambda developer guide, "types of metrics"),
// so the counts of an alias do not contain it. What can be read instead, by what calls the alias.

import { listed } from '../../base/listed.ts';
import type { Callers } from '../lambda/callers.ts';
import { describeCaller, type PermittedCaller } from '../lambda/policy-callers.ts';

/** What calls an alias with requests of users, whose responses have a status. */
export type Front =
  /** Which kind of API it is, a permission does not show. */
  | { readonly kind: 'api'; readonly words: string }
  | { readonly kind: 'load-balancer'; readonly words: string }
  | { readonly kind: 'url' };

/** What is known of the responses of one alias. */
export interface Fronts {
  readonly label: string;
  readonly functionName: string;
  readonly fronts: readonly Front[];
}

export function frontsOf({ permitted, hasUrl }: Callers): readonly Front[] {
  const known = permitted.map(frontOf).filter((front) => front !== undefined);
  return [...known, ...(hasUrl ? [{ kind: 'url' } as const] : [])];
}

function frontOf(caller: PermittedCaller): Front | undefined {
  const words = describeCaller(caller);
  switch (caller.service) {
    case 'apigateway.amazonaws.com':
      return { kind: 'api', words };
    case 'elasticloadbalancing.amazonaws.com':
      return { kind: 'load-balancer', words };
    default:
      return undefined;
  }
}

/** Where both versions' 5XX responses are counted together. */
const COUNTED: Readonly<Record<Front['kind'], string>> = {
  api: '5xx of an HTTP API or 5XXError of a REST API (AWS/ApiGateway)',
  'load-balancer': 'HTTPCode_Target_5XX_Count of the target group (AWS/ApplicationELB)',
  url: 'Url5xxCount (AWS/Lambda)',
};

/**
 * What to know of returned errors before the release; empty if nothing is known to answer users.
 *
 * @param aliases of all functions
 */
export function returnedErrorNotes(aliases: readonly Fronts[]): readonly string[] {
  const answering = aliases.filter(({ fronts }) => fronts.length > 0);
  const [first] = answering;
  if (!first) return [];
  const labels = listed(answering.map(({ label }) => label));
  const fronts = answering.flatMap((one) => one.fronts);
  const through = unique(
    fronts.map((front) => (front.kind === 'url' ? 'a function URL' : front.words)),
  );
  const counted = unique(fronts.map(({ kind }) => COUNTED[kind]));
  return [
    `alias: a 5XX response that a function returns is invisible on ${labels}, called through ${listed(through)}: Lambda counts it as a success, so a version that returns status 500 is not rolled back for it. Count such responses by version and compare them: ${exampleMetrics(first.functionName)}. An alarm on ${listed(counted, ' or ')} shows both versions together, so in alarms it limits a release and blames no version`,
  ];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** The input `metrics`, to be pasted; the function publishes it. */
export function exampleMetrics(functionName: string): string {
  const side = (which: 'to' | 'from') => `{ Version: '{${which}.${functionName}}' }`;
  return `metrics: "[{ name: 5XX responses, namespace: ${functionName}, events: Failed, total: Responses, canary: ${side('to')}, stable: ${side('from')} }]" (published by the function with its AWS_LAMBDA_FUNCTION_VERSION as the dimension Version)`;
}
