// The calls of one stage, with the user's inputs for it.

import type { Clients, Mode } from '../../aws/clients.ts';
import { bindDeployments, type Deployments } from '../../aws/deployments.ts';
import { bindFunctions, type FunctionCalls } from '../../aws/functions.ts';
import { bindProvisioned, type Provisioned } from '../../aws/provisioned.ts';
import { bindQualifiers, type Qualifiers } from '../../aws/qualifiers.ts';
import { bindRestApi, type RestApi } from '../../aws/rest-api.ts';
import { bindShadowStages, type ShadowStages } from '../../aws/shadow-stages.ts';
import { bindUsagePlans, type UsagePlans } from '../../aws/usage-plans.ts';
import { bindVersions, type Versions } from '../../aws/versions.ts';
import type { Trust } from '../trust.ts';
import type { LastSeen } from './last-seen.ts';
import type { StageInputs } from './stage-inputs.ts';

export interface StageBound<M extends Mode = Mode> {
  readonly api: RestApi<M>;
  readonly functions: FunctionCalls<M>;
  readonly provisioned: Provisioned<M>;
  readonly versions: Versions<M>;
  readonly qualifiers: Qualifiers<M>;
  readonly deployments: Deployments<M>;
  readonly shadows: ShadowStages<M>;
  readonly usagePlans: UsagePlans<M>;
  /** Another stage of the API. */
  readonly stageNamed: (name: string) => RestApi<M>;
  readonly inputs: StageInputs;
  readonly trust: Trust;
  readonly seen: LastSeen;
  /** The shadow as this run made it, or found it; `undefined`: it has done neither. */
  readonly made: { shadow: Promise<void> | undefined };
  /** Warns users, in the log and in the report. */
  readonly warn: (text: string) => void;
}

export function bindStage<M extends Mode>(
  clients: Clients<M>,
  inputs: StageInputs,
  trust: Trust,
  warn: (text: string) => void,
): StageBound<M> {
  const { restApiId, stageName } = inputs;
  return {
    api: bindRestApi(clients, restApiId, stageName),
    functions: bindFunctions(clients),
    provisioned: bindProvisioned(clients),
    versions: bindVersions(clients),
    qualifiers: bindQualifiers(clients),
    deployments: bindDeployments(clients, restApiId),
    shadows: bindShadowStages(clients, restApiId),
    usagePlans: bindUsagePlans(clients, restApiId),
    stageNamed: (name) => bindRestApi(clients, restApiId, name),
    inputs,
    trust,
    seen: { trafficState: undefined },
    made: { shadow: undefined },
    warn,
  };
}
