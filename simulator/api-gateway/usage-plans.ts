// API keys, and the usage plans that say at which stages they are valid.

import { badRequest, notFound } from './errors.ts';
import { type Gateway, newId } from './gateway.ts';
import type { UsagePlan } from './model.ts';
import type { Operation } from './operation.ts';
import { type PatchOperation, readPatch } from './patch.ts';
import { text } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const PLAN = '/usageplans/{usageplanId}';

export function usagePlanOperations(gateway: Gateway): readonly Operation[] {
  const { plans, apiKeys, records } = gateway.store;
  const find = ({ labels }: Input): UsagePlan => {
    const plan = plans.get(labels.usageplanId ?? '');
    if (!plan) throw notFound('Invalid Usage Plan ID specified');
    return plan;
  };
  const put = (plan: UsagePlan) => {
    plans.set(plan.id, plan);
    return plan;
  };
  const checked = (stage: string) => {
    const [apiId = '', name = ''] = stage.split(':');
    if (records.get(apiId)?.stages.has(name)) return stage;
    // The text: serverless/serverless#7153 and boto/boto3#2629, "Invalid API Stage specified".
    throw badRequest('Invalid API Stage specified');
  };
  return [
    {
      name: 'CreateApiKey',
      method: 'POST',
      path: '/apikeys',
      perform: ({ body }) => {
        const key = {
          ...{ id: newId(gateway, 10), name: text(body, 'name') ?? '' },
          value: text(body, 'value') ?? newId(gateway, 40),
        };
        apiKeys.set(key.id, key);
        return jsonReply(201, { ...key, enabled: true });
      },
    },
    {
      name: 'CreateUsagePlan',
      method: 'POST',
      path: '/usageplans',
      perform: ({ body }) => {
        const asked = (body.apiStages ?? []) as readonly { apiId: string; stage: string }[];
        const stages = asked.map(({ apiId, stage }) => checked(`${apiId}:${stage}`));
        const name = text(body, 'name') ?? '';
        return jsonReply(201, viewOf(put({ id: newId(gateway, 6), name, stages, keys: [] })));
      },
    },
    {
      name: 'CreateUsagePlanKey',
      method: 'POST',
      path: `${PLAN}/keys`,
      perform: (input) => {
        const plan = find(input);
        const key = apiKeys.get(text(input.body, 'keyId') ?? '');
        if (!key) throw notFound('Invalid API Key identifier specified');
        put({ ...plan, keys: [...plan.keys, key.id] });
        return jsonReply(201, { ...key, type: 'API_KEY' });
      },
    },
    {
      name: 'GetUsagePlan',
      method: 'GET',
      path: PLAN,
      perform: (input) => jsonReply(200, viewOf(find(input))),
    },
    {
      name: 'UpdateUsagePlan',
      method: 'PATCH',
      path: PLAN,
      perform: (input) => {
        const plan = find(input);
        const stages = new Set(plan.stages);
        for (const each of readPatch(input.body, 'updateUsagePlanInput')) {
          applyTo(stages, each, checked);
        }
        return jsonReply(200, viewOf(put({ ...plan, stages: [...stages] })));
      },
    },
  ];
}

function applyTo(
  stages: Set<string>,
  { op, path, value = '' }: PatchOperation,
  checked: (stage: string) => string,
): void {
  if (path !== '/apiStages' || (op !== 'add' && op !== 'remove')) {
    throw badRequest(
      `Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [/apiStages, /quota, /throttle]`,
    );
  }
  if (op === 'add') stages.add(checked(value));
  else if (!stages.delete(value)) throw badRequest('Invalid API Stage specified');
}

function viewOf({ id, name, stages }: UsagePlan) {
  const apiStages = stages.map((each) => {
    const [apiId, stage] = each.split(':');
    return { apiId, stage };
  });
  return { id, name, apiStages };
}
