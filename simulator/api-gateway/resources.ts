// Operations on resources: the tree of paths of an API's draft.

import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import { findRecord, findResource, type Gateway, newId } from './gateway.ts';
import { without } from './members.ts';
import type { Resource } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { readPatch, replaceOnly } from './patch.ts';
import { text } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import type { ApiRecord } from './store.ts';

const RESOURCES = '/restapis/{restApiId}/resources';
const RESOURCE = `${RESOURCES}/{resourceId}`;

export function resourceOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'GetResources',
      method: 'GET',
      path: RESOURCES,
      perform: (input) => {
        const resources = [...findRecord(gateway, input).resources.values()].sort(byPath);
        const { item, ...rest } = pageOf(resources, input);
        return jsonReply(200, { item: item.map((each) => shown(each, input)), ...rest });
      },
    },
    {
      name: 'GetResource',
      method: 'GET',
      path: RESOURCE,
      perform: (input) => jsonReply(200, shown(findResource(gateway, input).resource, input)),
    },
    {
      name: 'CreateResource',
      method: 'POST',
      path: RESOURCE,
      perform: (input) => jsonReply(201, shown(createResource(gateway, input), input)),
    },
    {
      name: 'UpdateResource',
      method: 'PATCH',
      path: RESOURCE,
      perform: (input) => jsonReply(200, shown(updateResource(gateway, input), input)),
    },
    {
      name: 'DeleteResource',
      method: 'DELETE',
      path: RESOURCE,
      perform: (input) => {
        const { record, resource } = findResource(gateway, input);
        if (!resource.parentId) throw badRequest('Root resource cannot be deleted.');
        for (const each of [resource, ...below(record, resource)]) record.resources.delete(each.id);
        return jsonReply(202);
      },
    },
  ];
}

const byPath = (a: Resource, b: Resource) => (a.path < b.path ? -1 : 1);

/** Without `embed=methods` only the verbs are returned, each with an empty object. */
function shown(resource: Resource, { query }: Input) {
  const { methods } = resource;
  const embed = query.getAll('embed').includes('methods');
  const verbs = Object.fromEntries(Object.keys(methods).map((verb) => [verb, {}]));
  return {
    ...without(resource, 'methods'),
    ...(Object.keys(methods).length > 0 ? { resourceMethods: embed ? methods : verbs } : {}),
  };
}

/** All descendants of a resource, nearest first. */
function below(record: ApiRecord, { id }: Resource): readonly Resource[] {
  const children = [...record.resources.values()].filter(({ parentId }) => parentId === id);
  return [...children, ...children.flatMap((child) => below(record, child))];
}

const MAX_RESOURCES = 300;
const PATH_PART = /^([a-zA-Z0-9._:-]+|\{[a-zA-Z0-9._:-]+\+?\})$/;
const isVariable = (pathPart: string | undefined) => pathPart?.startsWith('{') ?? false;

/** Throws if AWS would refuse a resource with that name below that parent. */
function checkPlace(record: ApiRecord, parent: Resource, pathPart: string, self?: Resource): void {
  if (!PATH_PART.test(pathPart)) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
    );
  }
  if (parent.pathPart?.endsWith('+}')) {
    throw badRequest(
      `Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`,
    );
  }
  const siblings = [...record.resources.values()].filter(
    ({ parentId, id }) => parentId === parent.id && id !== self?.id,
  );
  if (siblings.some((each) => each.pathPart === pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const variable = siblings.find((each) => isVariable(each.pathPart));
  if (isVariable(pathPart) && variable) {
    throw badRequest(
      `A sibling (${variable.pathPart}) of this resource already has a variable path part -- only one is allowed`,
    );
  }
}

const joined = (parent: Resource, pathPart: string) =>
  parent.path === '/' ? `/${pathPart}` : `${parent.path}/${pathPart}`;

function createResource(gateway: Gateway, input: Input): Resource {
  const { record, resource: parent } = findResource(gateway, input);
  const pathPart = text(input.body, 'pathPart') ?? '';
  checkPlace(record, parent, pathPart);
  if (record.resources.size >= MAX_RESOURCES) {
    throw limitExceeded(`Maximum number of resources (${MAX_RESOURCES}) has been reached`);
  }
  const resource: Resource = {
    id: newId(gateway, 6),
    parentId: parent.id,
    pathPart,
    path: joined(parent, pathPart),
    methods: {},
  };
  record.resources.set(resource.id, resource);
  return resource;
}

function updateResource(gateway: Gateway, input: Input): Resource {
  const { record, resource } = findResource(gateway, input);
  const moved = replaceOnly(resource, readPatch(input.body, 'updateResourceInput'), {
    '/parentId': (each, parentId) => {
      if (!each.parentId) throw badRequest('Root resource cannot update its parentId.');
      if (!record.resources.has(parentId)) {
        throw notFound('Invalid Resource identifier specified');
      }
      if ([each, ...below(record, each)].some(({ id }) => id === parentId)) {
        throw badRequest('Resources cannot be cyclical.');
      }
      return { ...each, parentId };
    },
    '/pathPart': (each, pathPart) => {
      if (!each.parentId) throw badRequest('Root resource cannot update its pathPart.');
      return { ...each, pathPart };
    },
  });
  const parent = record.resources.get(moved.parentId ?? '');
  if (!parent || !moved.pathPart) return moved;
  checkPlace(record, parent, moved.pathPart, resource);
  return repath(record, moved, parent);
}

/** Sets the new paths of a moved resource and its descendants. */
function repath(record: ApiRecord, resource: Resource, parent: Resource): Resource {
  const moved = { ...resource, path: joined(parent, resource.pathPart ?? '') };
  record.resources.set(moved.id, moved);
  for (const child of [...record.resources.values()].filter((each) => each.parentId === moved.id)) {
    repath(record, child, moved);
  }
  return moved;
}
