// Event source mappings: the function, version or alias for which a stream or queue is read. The simulator
// has no streams and queues, so it stores disabled mappings only, and polls nothing.

import { NotImplemented } from '../service.ts';
import { aliasNotFound, functionNotFound, notFound, validation } from './errors.ts';
import { parseFunctionName, qualified } from './function-name.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import { type Input, jsonReply, type Members, page, readMembers, requiredString } from './wire.ts';

const PATH = '/2015-03-31/event-source-mappings';
const MAPPINGS_PER_PAGE = 100;

/** A mapping, with members as in the wire format. */
interface Mapping {
  readonly UUID: string;
  readonly EventSourceArn: string;
  /** With the qualifier that it was created for. */
  readonly FunctionArn: string;
  readonly State: 'Disabled';
  readonly StateTransitionReason: string;
  readonly LastModified: number;
  /** `ReportBatchItemFailures`, or empty. */
  readonly FunctionResponseTypes: readonly string[];
}

export function eventSourceOperations(scope: Scope): readonly Operation[] {
  const mappings = new Map<string, Mapping>();
  const one = `${PATH}/{UUID}`;
  return [
    {
      name: 'CreateEventSourceMapping',
      method: 'POST',
      path: PATH,
      perform: (input) => {
        const mapping = newMapping(scope, input);
        mappings.set(mapping.UUID, mapping);
        return jsonReply(202, mapping);
      },
    },
    {
      name: 'ListEventSourceMappings',
      method: 'GET',
      path: PATH,
      perform: (input) => jsonReply(200, list([...mappings.values()], input)),
    },
    {
      name: 'GetEventSourceMapping',
      method: 'GET',
      path: one,
      perform: (input) => jsonReply(200, find(mappings, input)),
    },
    {
      name: 'DeleteEventSourceMapping',
      method: 'DELETE',
      path: one,
      perform: (input) => {
        const mapping = find(mappings, input);
        mappings.delete(mapping.UUID);
        return jsonReply(202, { ...mapping, State: 'Deleting' });
      },
    },
  ];
}

function newMapping({ world, store }: Scope, { body }: Input): Mapping {
  const members = readMembers(body);
  if (members.Enabled !== false) {
    throw new NotImplemented('Lambda event source mappings that poll; send Enabled: false');
  }
  const named = parseFunctionName(world.place, requiredString(members, 'FunctionName'));
  const fn = store.find(named);
  const { qualifier } = named;
  const arn = qualified(fn.arn, qualifier);
  if (qualifier !== undefined && !fn.versions.has(qualifier) && !fn.aliases.has(qualifier)) {
    throw /^\d+$/.test(qualifier) ? functionNotFound(arn) : aliasNotFound(arn);
  }
  return {
    UUID: world.random.uuid(),
    EventSourceArn: requiredString(members, 'EventSourceArn'),
    FunctionArn: arn,
    State: 'Disabled',
    StateTransitionReason: 'USER_INITIATED',
    LastModified: world.clock.now() / 1000,
    FunctionResponseTypes: responseTypes(members),
  };
}

/** The one value of the service's model. */
function responseTypes({ FunctionResponseTypes: given = [] }: Members): readonly string[] {
  const types = [given].flat().map(String);
  const odd = types.find((type) => type !== 'ReportBatchItemFailures');
  if (odd === undefined) return types;
  throw validation(
    `[${types.join(', ')}]`,
    'functionResponseTypes',
    'Member must satisfy constraint: [Member must satisfy enum value set: [ReportBatchItemFailures]]',
  );
}

/** AWS does not document whether a function name alone finds the mappings of its versions and aliases. */
function list(mappings: readonly Mapping[], { query }: Input) {
  if (query.has('FunctionName')) {
    throw new NotImplemented('Lambda ListEventSourceMappings by FunctionName');
  }
  const source = query.get('EventSourceArn');
  const found = mappings.filter(
    ({ EventSourceArn }) => source === null || EventSourceArn === source,
  );
  const cut = page(found, query, MAPPINGS_PER_PAGE);
  return { EventSourceMappings: cut.items, NextMarker: cut.NextMarker };
}

function find(mappings: ReadonlyMap<string, Mapping>, { labels }: Input): Mapping {
  const mapping = mappings.get(labels.UUID ?? '');
  if (!mapping) throw notFound('The resource you requested does not exist.');
  return mapping;
}
