// All REST APIs of an account in a Region, with their stages.

import { GetRestApisCommand, GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { call, required } from './call.ts';
import type { Clients } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { readAll } from './pages.ts';

export interface AccountApi {
  readonly id: string;
  readonly name: string;
}

export interface AccountStage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface AccountApis {
  list(): Promise<readonly AccountApi[]>;
  stages(restApiId: string): Promise<readonly AccountStage[]>;
}

export function bindAccountApis({ place, open }: Clients<'normal'>): AccountApis {
  const client = open(API_GATEWAY);
  const words = (doing: string, path: string) => ({
    doing,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, path) },
  });
  return {
    list: async () => {
      const doing = 'listing the REST APIs';
      const apis = await readAll(words(doing, '/restapis'), (from) =>
        client.send(new GetRestApisCommand({ limit: 500, ...from })),
      );
      return apis.map(({ id, name }) => {
        const known = required(id, doing, 'id');
        return { id: known, name: name ?? known };
      });
    },
    stages: async (restApiId) => {
      const doing = `listing the stages of the REST API "${restApiId}"`;
      const { item = [] } = await call(words(doing, `/restapis/${restApiId}/stages`), () =>
        client.send(new GetStagesCommand({ restApiId })),
      );
      return item.map(({ stageName, variables = {} }) => ({
        name: required(stageName, doing, 'stageName'),
        variables,
      }));
    },
  };
}
