// Operations on models, and on the lists of other parts of a definition, such as request validators, which
// this simulator cannot create.

import { badRequest, conflict } from './errors.ts';
import { findRecord, type Gateway, newId } from './gateway.ts';
import { present } from './members.ts';
import type { Model } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { text } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const API = '/restapis/{restApiId}';
const MODELS = `${API}/models`;

export function modelOperations(gateway: Gateway): readonly Operation[] {
  const empty = (name: string, path: string): Operation => ({
    name,
    method: 'GET',
    path,
    perform: (input) => {
      findRecord(gateway, input);
      return jsonReply(200, { item: [] });
    },
  });
  return [
    {
      name: 'GetModels',
      method: 'GET',
      path: MODELS,
      perform: (input) =>
        jsonReply(200, pageOf([...findRecord(gateway, input).models.values()], input)),
    },
    {
      name: 'CreateModel',
      method: 'POST',
      path: MODELS,
      perform: (input) => jsonReply(201, createModel(gateway, input)),
    },
    empty('GetAuthorizers', `${API}/authorizers`),
    empty('GetRequestValidators', `${API}/requestvalidators`),
  ];
}

function createModel(gateway: Gateway, input: Input): Model {
  const { models } = findRecord(gateway, input);
  const name = text(input.body, 'name') ?? '';
  if (!/^[A-Za-z0-9]+$/.test(name)) throw badRequest('Model name must be alphanumeric');
  if (models.has(name)) throw conflict(`Model name already exists for this REST API: ${name}`);
  const model: Model = {
    id: newId(gateway, 6),
    name,
    contentType: text(input.body, 'contentType') ?? '',
    ...present({
      description: text(input.body, 'description'),
      schema: text(input.body, 'schema'),
    }),
  };
  models.set(name, model);
  return model;
}
