// Preflight of the permissions that only later writes need.

import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { Place } from '../../aws/arns.ts';
import type { Clients } from '../../aws/clients.ts';
import { API_GATEWAY } from '../../aws/gateway-client.ts';
import { LAMBDA } from '../../aws/lambda-client.ts';
import { grantProbe, provisionProbes, publishProbe, uploadProbe } from '../../aws/lambda-probes.ts';
import { inspectProbes, type Probe } from '../../aws/probes.ts';
import {
  deploymentProbe,
  importProbe,
  integrationProbe,
  stageProbes,
} from '../../aws/stage-probes.ts';
import type { Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import type { FunctionFacts } from './inspect-functions.ts';
import type { MovedFacts } from './inspect-variables.ts';
import type { StageInputs } from './stage-inputs.ts';

export async function inspectPermissions(
  clients: Clients<'normal'>,
  inputs: StageInputs,
  released: readonly FunctionInput[],
  functions: readonly FunctionFacts[],
  moved: readonly MovedFacts[],
  findings: Problems,
): Promise<void> {
  const { place, open } = clients;
  const [apiGateway, lambda] = [open(API_GATEWAY), open(LAMBDA)];
  const probes: Probe[] = gatewayProbes(apiGateway, place, inputs);
  for (const { name, version, code } of released) {
    if (code) probes.push(uploadProbe(lambda, place, name));
    if (version === undefined) probes.push(publishProbe(lambda, place, name));
  }
  if (inputs.invokePermission === 'grant') {
    const isAsked = ({ version, mayCall }: MovedFacts) =>
      version !== '$LATEST' && (!mayCall || inputs.shadowStage !== undefined);
    const qualified = moved.filter(isAsked);
    const called = new Set(qualified.map(({ functionName }) => functionName));
    for (const { name } of released) called.add(name);
    for (const name of called) probes.push(grantProbe(lambda, place, name));
  }
  for (const { input, warm } of functions) {
    if (warm) probes.push(...provisionProbes(lambda, place, input.name));
  }
  const pinned = functions.find(({ wiring }) => wiring.kind === 'pinned');
  const integration = pinned?.wiring.integrations[0];
  if (integration) {
    probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
  }
  await inspectProbes(clients, probes, findings);
}

function gatewayProbes(
  client: APIGatewayClient,
  place: Place,
  { restApiId, stageName, definition, apiDefinition }: StageInputs,
): Probe[] {
  return [
    ...stageProbes(client, place, restApiId, stageName),
    ...(definition === 'draft' ? [deploymentProbe(client, place, restApiId)] : []),
    ...(apiDefinition ? [importProbe(client, place, restApiId)] : []),
  ];
}
