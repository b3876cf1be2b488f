// API Gateway's control plane for REST APIs, as a service of the simulator.

import {
  type AwsRequest,
  type Call,
  NotImplemented,
  type Permission,
  type Service,
} from '../service.ts';
import type { TaggedResource } from '../tagging/tagging.ts';
import type { World } from '../world.ts';
import { accountOperations } from './account.ts';
import { authorizerOperations } from './authorizers.ts';
import { deploymentOperations } from './deployments.ts';
import { documentationOperations } from './documentation.ts';
import { exportOperations } from './export.ts';
import type { Gateway } from './gateway.ts';
import { gatewayResponseOperations } from './gateway-responses.ts';
import { httpApiOperations } from './http-apis.ts';
import { importOperations } from './import.ts';
import { integrationResponseOperations } from './integration-responses.ts';
import { integrationOperations } from './integrations.ts';
import { methodOperations } from './methods.ts';
import type { ApiDirectory } from './model.ts';
import { modelOperations } from './models.ts';
import { findOperation, type Operation } from './operation.ts';
import { errorReply, parseBody } from './request.ts';
import { resourceOperations } from './resources.ts';
import { restApiOperations } from './rest-apis.ts';
import { stageOperations } from './stages.ts';
import { createStore } from './store.ts';
import { taggedIn, tagOperations } from './tags.ts';
import { usagePlanOperations } from './usage-plans.ts';

export interface ApiGateway {
  readonly service: Service;
  readonly apis: ApiDirectory;
  /** The APIs and stages that have tags. */
  tagged(): readonly TaggedResource[];
}

/**
 * To change the tags of a stage is to change the stage as well (iann0036/iam-dataset#39, tested on AWS for setting
 * them; assumed for removing them).
 */
function furtherPermissions(
  operation: string,
  { resourceArn = '' }: Readonly<Record<string, string>>,
): readonly Permission[] {
  const changes = operation === 'TagResource' || operation === 'UntagResource';
  return changes ? [{ action: 'apigateway:PATCH', resource: resourceArn }] : [];
}

const ROOTS =
  /^\/(restapis|v2\/apis|tags|account|apikeys|usageplans|domainnames|vpclinks|clientcertificates|sdktypes)(\/|$)/;

/** An API Gateway without any APIs. */
export function createApiGateway(world: World): ApiGateway {
  const store = createStore(world.place);
  const gateway: Gateway = { world, store };
  const operations: readonly Operation[] = [
    ...restApiOperations(gateway),
    ...resourceOperations(gateway),
    ...methodOperations(gateway),
    ...authorizerOperations(gateway),
    ...integrationOperations(gateway),
    ...integrationResponseOperations(gateway),
    ...deploymentOperations(gateway),
    ...stageOperations(gateway),
    ...tagOperations(gateway),
    ...documentationOperations(gateway),
    ...exportOperations(gateway),
    ...importOperations(gateway),
    ...gatewayResponseOperations(gateway),
    ...modelOperations(gateway),
    ...accountOperations(gateway),
    ...usagePlanOperations(gateway),
    ...httpApiOperations(gateway),
  ];
  const arn = `arn:${world.place.partition}:apigateway:${world.place.region}::`;

  const identify = (request: AwsRequest): Call => {
    const found = findOperation(operations, request);
    if (!found) {
      throw new NotImplemented(`API Gateway ${request.method} ${request.rawPath}`);
    }
    return {
      operation: found.operation.name,
      permission: {
        action: `apigateway:${request.method}`,
        // ARNs do not have the second API's version (service authorization reference, "Amazon API Gateway Management V2").
        resource: arn + request.rawPath.replace(/^\/v2(?=\/)/, ''),
      },
      furtherPermissions: furtherPermissions(found.operation.name, found.labels),
      perform: () =>
        found.operation.perform({
          labels: found.labels,
          query: request.query,
          body: parseBody(request),
          accept: request.headers.accept,
        }),
    };
  };

  return {
    apis: store.directory,
    tagged: () => taggedIn(gateway),
    service: {
      name: 'apigateway',
      owns: (request) => ROOTS.test(request.rawPath),
      identify,
      encodeError: errorReply,
    },
  };
}
