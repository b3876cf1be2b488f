// Creates and deletes stages of a REST API. The settings of one stage are in `stage-calls.ts`.

import { CreateStageCommand, DeleteStageCommand } from '@aws-sdk/client-api-gateway';
import { valuesToHide } from '../base/without-secrets.ts';
import { call } from './call.ts';
import type { Clients } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';

export interface NewStage {
  readonly stageName: string;
  readonly description: string;
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Stages {
  create(stage: NewStage): Promise<void>;
  remove(stageName: string): Promise<void>;
}

export function bindStages({ place, open }: Clients<'normal'>, restApiId: string): Stages {
  const client = open(API_GATEWAY);
  const words = (doing: string, verb: string, path: string) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`),
    },
  });
  return {
    create: async ({ stageName, description, deploymentId, variables, tags }) => {
      const asked = { restApiId, stageName, description, deploymentId };
      const making = words(`creating the stage "${stageName}"`, 'POST', '');
      const hides = valuesToHide(Object.values(variables));
      await call({ ...making, hides }, () =>
        client.send(
          new CreateStageCommand({ ...asked, variables: { ...variables }, tags: { ...tags } }),
        ),
      );
    },
    remove: async (stageName) => {
      await call(words(`deleting the stage "${stageName}"`, 'DELETE', `/${stageName}`), () =>
        client.send(new DeleteStageCommand({ restApiId, stageName })),
      );
    },
  };
}
