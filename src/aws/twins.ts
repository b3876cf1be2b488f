// Other REST APIs of the same name. CloudWatch knows an API only by its name (developer guide, "API Gateway
// dimensions and metrics": `ApiName`, `Stage`), so it adds their requests to those of the stage.

import {
  type APIGatewayClient,
  GetRestApisCommand,
  GetStageCommand,
} from '@aws-sdk/client-api-gateway';
import { known } from '../base/errors.ts';
import type { Place } from './arns.ts';
import { isNotFound } from './aws-errors.ts';
import { call, causedBy } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';
import { readAll } from './pages.ts';

interface Named {
  readonly restApiId: string;
  readonly stageName: string;
  readonly name: string;
}

/** Every REST API of the account in this Region. */
export function readRestApis(client: APIGatewayClient, place: Place) {
  const resource = gatewayArn(place, '/restapis');
  const words = {
    doing: 'listing the REST APIs',
    permission: { action: 'apigateway:GET', resource },
  };
  return readAll(words, (from) => client.send(new GetRestApisCommand({ limit: 500, ...from })));
}

/** The IDs of those that have a stage of the same name, or may have one. */
export async function readTwins(
  client: APIGatewayClient,
  place: Place,
  { restApiId, stageName, name }: Named,
): Promise<readonly string[]> {
  const words = (doing: string, path: string) => ({
    doing,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, path) },
  });
  const apis = await readRestApis(client, place);
  const twins: string[] = [];
  for (const { id = '', name: other } of apis) {
    if (other !== name || id === restApiId) continue;
    const reading = words(`reading a stage of the REST API ${id}`, `/restapis/${id}/stages/*`);
    const stage = { restApiId: id, stageName };
    const found = await call(reading, () => client.send(new GetStageCommand(stage))).catch(
      // A stage that this job may not read may exist.
      (error: unknown) => !causedBy(known(error), isNotFound),
    );
    if (found) twins.push(id);
  }
  return twins;
}
