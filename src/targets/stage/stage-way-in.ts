// How people reach the canary of a stage that has no weight yet: by its shadow stage.

import type { Place } from '../../aws/arns.ts';
import { stageUrl } from '../../aws/gateway-arns.ts';
import { awsCommand } from '../../base/command-line.ts';
import type { WayIn } from '../../report/report.ts';
import type { StageInputs } from './stage-inputs.ts';
import type { StageRecord } from './stage-record.ts';

/** The header that the rule asks for; users do not send it. */
const HEADER = 'x-canary-door';

type Inputs = Pick<StageInputs, 'restApiId' | 'doorDomain' | 'smokeNeeds'>;

/** Where the new version is reached alone; `undefined`: nowhere. A stage of the user's own has an address of its own. */
export function shadowUrl(
  place: Place,
  { restApiId, smokeNeeds }: Inputs,
  { shadow, lent }: StageRecord,
): string | undefined {
  if (shadow === undefined) return undefined;
  const { address = '' } = smokeNeeds ?? {};
  return lent && address !== '' ? address : stageUrl(place, restApiId, shadow);
}

export function stageWayIn(place: Place, inputs: Inputs, stage: StageRecord): WayIn {
  const { shadow, lent, usagePlan } = stage;
  const { restApiId, doorDomain } = inputs;
  if (shadow === undefined) {
    return {
      commands: [],
      notes: ['The new version has no address of its own; with door: true, it gets a stage.'],
    };
  }
  return {
    url: shadowUrl(place, inputs, stage) ?? '',
    commands:
      doorDomain === undefined ? [] : [ruleCommand(place.region, doorDomain, restApiId, shadow)],
    notes: [
      ...(lent ? [ownNote(shadow)] : []),
      ...(lent || usagePlan ? [] : [NO_KEYS]),
      ...(doorDomain === undefined ? [] : [ruleNote(doorDomain)]),
    ],
  };
}

const NO_KEYS =
  'The stage is in no usage plan, so routes that require an API key answer 403 there.';

function ownNote(shadow: string): string {
  return `It is your own stage "${shadow}": if the API's default endpoint is off, reach it at its custom domain.`;
}

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
  return `The command creates a routing rule: requests to ${domain} with the header "${HEADER}: 1" reach the new version, if the routing mode of the domain includes rules. Set another priority if 1 is taken and StripBasePath if the domain has base paths, and delete the rule (aws apigatewayv2 delete-routing-rule) when the release continues.`;
}
