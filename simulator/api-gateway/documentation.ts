// Operations on an API's documentation, as far as stages refer to it.

import { AwsError } from '../service.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { findRecord, type Gateway, newId } from './gateway.ts';
import { present } from './members.ts';
import type { DocumentationPart, DocumentationVersion } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { object, text } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const PARTS = '/restapis/{restApiId}/documentation/parts';
const PART = `${PARTS}/{documentationPartId}`;
const VERSIONS = '/restapis/{restApiId}/documentation/versions';
const VERSION = `${VERSIONS}/{documentationVersion}`;

export function documentationOperations(gateway: Gateway): readonly Operation[] {
  return [...partOperations(gateway), ...versionOperations(gateway)];
}

function partOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'CreateDocumentationPart',
      method: 'POST',
      path: PARTS,
      perform: (input) => jsonReply(201, createPart(gateway, input)),
    },
    {
      name: 'GetDocumentationParts',
      method: 'GET',
      path: PARTS,
      perform: (input) =>
        jsonReply(200, pageOf([...findRecord(gateway, input).documentationParts.values()], input)),
    },
    {
      name: 'GetDocumentationPart',
      method: 'GET',
      path: PART,
      perform: (input) => jsonReply(200, findPart(gateway, input)),
    },
    {
      name: 'DeleteDocumentationPart',
      method: 'DELETE',
      path: PART,
      perform: (input) => {
        const { documentationParts } = findRecord(gateway, input);
        documentationParts.delete(findPart(gateway, input).id);
        return jsonReply(202);
      },
    },
  ];
}

const LOCATION_TYPES = [
  'RESPONSE_BODY',
  'RESPONSE',
  'METHOD',
  'MODEL',
  'AUTHORIZER',
  'RESPONSE_HEADER',
  'RESOURCE',
  'PATH_PARAMETER',
  'REQUEST_BODY',
  'QUERY_PARAMETER',
  'API',
  'REQUEST_HEADER',
];

function createPart(gateway: Gateway, input: Input): DocumentationPart {
  const { documentationParts } = findRecord(gateway, input);
  const location = object(input.body, 'location') ?? {};
  const type = text(location, 'type') ?? '';
  if (!LOCATION_TYPES.includes(type)) {
    throw new AwsError(
      'ValidationException',
      400,
      `1 validation error detected: Value '${type}' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [${LOCATION_TYPES.join(', ')}]`,
    );
  }
  const part: DocumentationPart = {
    id: newId(gateway, 6),
    location: {
      type,
      ...present({
        path: text(location, 'path'),
        method: text(location, 'method'),
        statusCode: text(location, 'statusCode'),
        name: text(location, 'name'),
      }),
    },
    properties: checkedProperties(text(input.body, 'properties')),
  };
  documentationParts.set(part.id, part);
  return part;
}

function checkedProperties(properties: string | undefined): string {
  if (properties) return properties;
  throw badRequest('Documentation part properties must be non-empty');
}

function findPart(gateway: Gateway, input: Input): DocumentationPart {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const part = record?.documentationParts.get(input.labels.documentationPartId ?? '');
  if (!part) throw notFound('Invalid Documentation part identifier specified');
  return part;
}

function versionOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'CreateDocumentationVersion',
      method: 'POST',
      path: VERSIONS,
      perform: (input) => jsonReply(201, createVersion(gateway, input)),
    },
    {
      name: 'GetDocumentationVersions',
      method: 'GET',
      path: VERSIONS,
      perform: (input) =>
        jsonReply(
          200,
          pageOf([...findRecord(gateway, input).documentationVersions.values()], input),
        ),
    },
    {
      name: 'GetDocumentationVersion',
      method: 'GET',
      path: VERSION,
      perform: (input) => jsonReply(200, findVersion(gateway, input)),
    },
    {
      name: 'DeleteDocumentationVersion',
      method: 'DELETE',
      path: VERSION,
      perform: (input) => {
        const { documentationVersions } = findRecord(gateway, input);
        documentationVersions.delete(findVersion(gateway, input).version);
        return jsonReply(202);
      },
    },
  ];
}

function createVersion(gateway: Gateway, input: Input): DocumentationVersion {
  const { documentationVersions } = findRecord(gateway, input);
  const version = text(input.body, 'documentationVersion') ?? '';
  if (version === '') throw badRequest('Documentation version must be non-empty');
  if (documentationVersions.has(version)) throw conflict('Documentation version already exists');
  const created: DocumentationVersion = {
    version,
    createdDate: gateway.world.clock.now(),
    ...present({ description: text(input.body, 'description') }),
  };
  documentationVersions.set(version, created);
  return created;
}

function findVersion(gateway: Gateway, input: Input): DocumentationVersion {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const version = record?.documentationVersions.get(input.labels.documentationVersion ?? '');
  if (!version) throw notFound('Invalid Documentation version identifier specified');
  return version;
}
