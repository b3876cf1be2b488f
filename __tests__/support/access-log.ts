// Turns the access log of a scene's stage on, as a team does.

import { UpdateAccountCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import type { Scene } from './rollout.ts';

export const GROUP = '/api/hello';

/** What docs recommend, in short. */
export const FORMAT =
  '{"requestId":"$context.requestId","method":"$context.httpMethod","route":"$context.resourcePath","status":"$context.status","latency":"$context.responseLatency","canary":"$context.isCanaryRequest","api":"$context.apiId","stage":"$context.stage"}';

export interface AccessLog {
  readonly format?: string;
  readonly destinationArn?: string;
}

export async function logTo(
  { simulator, api }: Pick<Scene, 'simulator' | 'api'>,
  { format = FORMAT, destinationArn }: AccessLog = {},
): Promise<void> {
  const { restApiId, stageName, clients } = api;
  const { region, account } = simulator.world.place;
  await clients.apiGateway.send(
    new UpdateAccountCommand({
      patchOperations: [
        {
          op: 'replace',
          path: '/cloudwatchRoleArn',
          value: `arn:aws:iam::${account}:role/gateway-logs`,
        },
      ],
    }),
  );
  const group = `arn:aws:logs:${region}:${account}:log-group:${GROUP}`;
  const set = (member: string, value: string) =>
    ({ op: 'replace', path: `/accessLogSettings/${member}`, value }) as const;
  const patchOperations = [set('destinationArn', destinationArn ?? group), set('format', format)];
  await clients.apiGateway.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
}
