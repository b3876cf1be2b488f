// Preflight of the permissions that only the later writes need.

import type { Clients } from '../aws/clients.ts';
import {
  deploymentProbe,
  grantProbe,
  missingPermissions,
  type Probe,
  publishProbe,
  stageProbes,
} from '../aws/probes.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Findings } from './findings.ts';

export async function inspectPermissions(
  clients: Clients,
  inputs: Inputs,
  findings: Findings,
): Promise<void> {
  const { place, apiGateway, lambda } = clients;
  const probes: Probe[] = stageProbes(apiGateway, place, inputs.restApiId, inputs.stageName);
  if (inputs.definition === 'draft') {
    probes.push(deploymentProbe(apiGateway, place, inputs.restApiId));
  }
  for (const { name, version } of inputs.functions) {
    if (version === undefined) probes.push(publishProbe(lambda, place, name));
    if (inputs.invokePermission === 'grant') probes.push(grantProbe(lambda, place, name));
  }
  findings.problems.push(...(await missingPermissions(probes)));
}
