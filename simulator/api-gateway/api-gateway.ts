// API Gateway's control plane for REST APIs, as a service of the simulator.

import { type AwsRequest, type Call, NotImplemented, type Service } from '../service.ts';
import type { World } from '../world.ts';
import type { ApiDirectory } from './model.ts';
import { findOperation, type Operation } from './operation.ts';
import { errorReply, parseBody } from './request.ts';
import { createStore } from './store.ts';

export interface ApiGateway {
  readonly service: Service;
  readonly apis: ApiDirectory;
}

const ROOTS =
  /^\/(restapis|tags|account|apikeys|usageplans|domainnames|vpclinks|clientcertificates|sdktypes)(\/|$)/;

/** An API Gateway without any API in it. */
export function createApiGateway(world: World): ApiGateway {
  const store = createStore();
  const operations: readonly Operation[] = [];
  const arn = `arn:${world.place.partition}:apigateway:${world.place.region}::`;

  const identify = (request: AwsRequest): Call => {
    const found = findOperation(operations, request);
    if (!found) {
      throw new NotImplemented(`API Gateway ${request.method} ${request.rawPath}`);
    }
    return {
      operation: found.operation.name,
      permission: { action: `apigateway:${request.method}`, resource: arn + request.rawPath },
      perform: () =>
        found.operation.perform({
          labels: found.labels,
          query: request.query,
          body: parseBody(request),
        }),
    };
  };

  return {
    apis: store.directory,
    service: {
      name: 'apigateway',
      owns: (request) => ROOTS.test(request.rawPath),
      identify,
      encodeError: errorReply,
    },
  };
}
