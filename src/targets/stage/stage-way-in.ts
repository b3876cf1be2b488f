// How people reach the canary of a stage that has no weight yet: by its shadow stage.

import type { Place } from '../../aws/arns.ts';
import { stageUrl } from '../../aws/gateway-arns.ts';
import { awsCommand } from '../../base/command-line.ts';
import type { WayIn } from '../../report/report.ts';
import type { StageInputs } from './stage-inputs.ts';

/** The header that the rule asks for; users do not send it. */
const HEADER = 'x-canary-door';

/** @param shadow the name of the shadow stage; `undefined`: there is none */
export function stageWayIn(
  place: Place,
  { restApiId, doorDomain }: Pick<StageInputs, 'restApiId' | 'doorDomain'>,
  shadow: string | undefined,
): WayIn {
  if (shadow === undefined) {
    return {
      commands: [],
      notes: ['The new version has no address of its own; with door: true, it gets a stage.'],
    };
  }
  return {
    url: stageUrl(place, restApiId, shadow),
    commands:
      doorDomain === undefined ? [] : [ruleCommand(place.region, doorDomain, restApiId, shadow)],
    notes: doorDomain === undefined ? [NO_KEYS] : [NO_KEYS, ruleNote(doorDomain)],
  };
}

const NO_KEYS =
  'The stage is in no usage plan, so routes that require an API key answer 403 there.';

/**
 * A rule is evaluated before the API mappings if the routing mode of the domain includes rules (developer guide, "Routing
 * rules for REST APIs"). It is printed and not created: the action needs no permission on the domain (decision 40).
 */
function ruleCommand(region: string, domain: string, restApiId: string, stage: string): string {
  return awsCommand('apigatewayv2 create-routing-rule', {
    region,
    'domain-name': domain,
    priority: '1',
    conditions: JSON.stringify([{ MatchHeaders: { AnyOf: [{ Header: HEADER, ValueGlob: '1' }] } }]),
    actions: JSON.stringify([
      { InvokeApi: { ApiId: restApiId, Stage: stage, StripBasePath: false } },
    ]),
  });
}

function ruleNote(domain: string): string {
  return `The command creates a routing rule: requests to ${domain} with the header "${HEADER}: 1" reach the new version, if the routing mode of the domain includes rules. Set another priority if 1 is taken and StripBasePath if the domain has base paths, and delete the rule (aws apigatewayv2 delete-routing-rule) when the release goes on.`;
}
