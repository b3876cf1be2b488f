// Turns the access log of the demo's stage on, as docs/logs.md describes it.

import { UpdateAccountCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import type { AwsEndpoint, HelloApi } from './hello-api.ts';

const FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  status: '$context.status',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  latency: '$context.responseLatency',
  lambdaRequestId: '$context.integration.requestId',
  errorType: '$context.error.responseType',
  canary: '$context.isCanaryRequest',
  apiId: '$context.apiId',
  stage: '$context.stage',
});

export async function turnOnAccessLog(
  { clients: { apiGateway }, restApiId, stageName, apiName }: HelloApi,
  { region, account }: Pick<AwsEndpoint, 'region' | 'account'>,
): Promise<void> {
  const replace = (path: string, value: string) => ({ op: 'replace', path, value }) as const;
  const role = `arn:aws:iam::${account}:role/gateway-logs`;
  await apiGateway.send(
    new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', role)] }),
  );
  const group = `arn:aws:logs:${region}:${account}:log-group:/api/${apiName}`;
  await apiGateway.send(
    new UpdateStageCommand({
      ...{ restApiId, stageName },
      patchOperations: [
        replace('/accessLogSettings/destinationArn', group),
        replace('/accessLogSettings/format', FORMAT),
      ],
    }),
  );
}
