// The state that every operation works on, and how to find the entities that requests name.

import type { World } from '../world.ts';
import { notFound } from './errors.ts';
import { entryOf } from './members.ts';
import type { Integration, Method, Resource, Stage } from './model.ts';
import type { Input } from './request.ts';
import type { ApiRecord, Store } from './store.ts';

export interface Gateway {
  readonly world: World;
  readonly store: Store;
}

/** Ids like those of AWS: lower-case letters and digits. */
export const newId = (gateway: Gateway, length: number) => gateway.world.random.token(length);

/** Throws NotFound, also for the id of an HTTP API: those are not visible in this API. */
export function findRecord({ world, store }: Gateway, input: Input): ApiRecord {
  const id = input.labels.restApiId ?? '';
  const record = store.records.get(id);
  if (!record) {
    throw notFound(`Invalid API identifier specified ${world.place.account}:${id}`);
  }
  return record;
}

export interface ResourceAt {
  readonly record: ApiRecord;
  readonly resource: Resource;
}

/** Throws NotFound; an unknown API gives the same message as an unknown resource. */
export function findResource(gateway: Gateway, input: Input): ResourceAt {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const resource = record?.resources.get(input.labels.resourceId ?? '');
  if (!record || !resource) throw notFound('Invalid Resource identifier specified');
  return { record, resource };
}

export interface MethodAt extends ResourceAt {
  readonly method: Method;
}

export function findMethod(gateway: Gateway, input: Input): MethodAt {
  const at = findResource(gateway, input);
  const method = entryOf(at.resource.methods, input.labels.httpMethod ?? '');
  if (!method) throw notFound('Invalid Method identifier specified');
  return { ...at, method };
}

export interface IntegrationAt extends MethodAt {
  readonly integration: Integration;
}

export function findIntegration(gateway: Gateway, input: Input): IntegrationAt {
  const at = findMethod(gateway, input);
  const integration = at.method.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  return { ...at, integration };
}

/** Sets the method for that verb of the resource, or removes it with `undefined`. */
export function putMethod(
  { record, resource }: ResourceAt,
  httpMethod: string,
  method: Method | undefined,
): void {
  const { [httpMethod]: _, ...others } = resource.methods;
  const methods = method ? { ...others, [httpMethod]: method } : others;
  record.resources.set(resource.id, { ...resource, methods });
}

export interface StageAt {
  readonly record: ApiRecord;
  readonly stage: Stage;
}

export function findStage(gateway: Gateway, input: Input): StageAt {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const stage = record?.stages.get(input.labels.stageName ?? '');
  if (!record || !stage) throw notFound('Invalid Stage identifier specified');
  return { record, stage };
}
