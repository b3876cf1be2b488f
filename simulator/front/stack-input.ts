// Parses the description of a stack from admin input; every error names what is wrong.

import type { SimulatedResource, SimulatedStack } from '../cloudformation/store.ts';
import { BadAdminInput, fields, refuseUnknown } from './fault-input.ts';

export function parseStack(name: string, value: unknown): SimulatedStack {
  const input = fields(value, 'the stack');
  refuseUnknown(input, ['status', 'resources', 'outputs']);
  const { resources = [], outputs = {}, status } = input;
  if (!Array.isArray(resources)) throw new BadAdminInput('resources must be a list');
  const texts = Object.entries(fields(outputs, 'outputs')).map(([key, each]) => [
    key,
    String(each),
  ]);
  return {
    name,
    ...(typeof status === 'string' && { status }),
    resources: resources.map(parseResource),
    outputs: Object.fromEntries(texts),
  };
}

function parseResource(value: unknown): SimulatedResource {
  const input = fields(value, 'a resource');
  refuseUnknown(input, ['logicalId', 'physicalId', 'type', 'status']);
  const { logicalId, physicalId, type, status } = input;
  if (typeof logicalId !== 'string' || typeof type !== 'string') {
    throw new BadAdminInput('a resource needs logicalId and type');
  }
  return {
    ...{ logicalId, type },
    physicalId: typeof physicalId === 'string' ? physicalId : undefined,
    ...(typeof status === 'string' && { status }),
  };
}
