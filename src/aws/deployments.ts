// All deployments and stages of a REST API, and the deletion of deployments.

import {
  DeleteDeploymentCommand,
  GetStagesCommand,
  paginateGetDeployments,
} from '@aws-sdk/client-api-gateway';
import { call, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { gather } from './pages.ts';
import type { Integration } from './rest-api-model.ts';
import { readingOf, type StageReading } from './stage-calls.ts';
import { readServed } from './stage-export.ts';

export interface NamedStage extends Omit<StageReading, 'cached'> {
  readonly name: string;
  readonly description: string;
}

export interface Deployments<M extends Mode = Mode> {
  readonly mode: M;
  list(): Promise<readonly DeploymentFacts[]>;
  readStages(): Promise<readonly NamedStage[]>;
  /** The integrations of the deployments that these stages serve, without those of a canary. */
  readServed(stages: readonly NamedStage[]): Promise<readonly Integration[]>;
  /** Deletes a deployment. AWS refuses to delete one that a stage serves. */
  remove(deploymentId: string): Promise<void>;
}

/** AWS's maximum size of a page of deployments. */
const PAGE_SIZE = 500;

export function bindDeployments<M extends Mode>(
  { mode, place, open }: Clients<M>,
  restApiId: string,
): Deployments<M> {
  const client = open(API_GATEWAY);
  const words = (doing: string, verb: string, path: string) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}${path}`),
    },
  });
  return {
    mode,
    list: async () => {
      const doing = "listing the API's deployments";
      const pages = paginateGetDeployments({ client, pageSize: PAGE_SIZE }, { restApiId });
      const found = await call(words(doing, 'GET', '/deployments'), () => gather(pages));
      return found
        .flatMap(({ items = [] }) => items)
        .map(({ id, description = '', createdDate }) => ({
          id: required(id, doing, 'id'),
          description,
          createdAt: required(createdDate, doing, 'createdDate').getTime() / 1000,
        }));
    },
    readStages: async () => {
      const send = () => client.send(new GetStagesCommand({ restApiId }));
      const doing = "listing the API's stages";
      const { item = [] } = await call(words(doing, 'GET', '/stages'), send);
      return item.map((stage) => ({
        name: required(stage.stageName, doing, 'stageName'),
        description: stage.description ?? '',
        ...readingOf(stage),
      }));
    },
    readServed: async (stages) => {
      const found: Integration[] = [];
      for (const { name } of stages) {
        found.push(...(await readServed(client, place, restApiId, name)).integrations);
      }
      return found;
    },
    remove: async (deploymentId) => {
      const path = `/deployments/${deploymentId}`;
      const send = () => client.send(new DeleteDeploymentCommand({ restApiId, deploymentId }));
      await call(words(`deleting the deployment ${deploymentId}`, 'DELETE', path), send);
    },
  };
}

/** A deployment of an API. */
export interface DeploymentFacts {
  readonly id: string;
  readonly description: string;
  /** Seconds since the epoch. */
  readonly createdAt: number;
}
