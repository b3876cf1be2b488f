// Tags of APIs and stages. Deployments cannot be tagged.

import type { TaggedResource } from '../tagging/tagging.ts';
import { badRequest, notFound } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { TextMap } from './model.ts';
import type { Operation } from './operation.ts';
import { textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import { putStage } from './store.ts';

const MAX_TAGS = 50;
/** As API Gateway documents it; the range `+` to `=` also covers the digits, comma, `;` and `<`. */
const KEY = /^[a-zA-Z+-=._:/]{1,128}$/;
/** The characters that all AWS services accept in tag values. */
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Throws BadRequest for tags that AWS refuses. Returns the tags, or `undefined` if there are none. */
export function checkedTags(tags: TextMap | undefined): TextMap | undefined {
  const list = Object.entries(tags ?? {});
  for (const [key, value] of list) {
    // The text: serverless/serverless#9223, aws/aws-cdk#23738.
    if (/^aws:/i.test(key)) {
      throw badRequest("Invalid tag key. Tag keys cannot start with 'aws:' (case insensitive)");
    }
    if (!KEY.test(key)) throw badRequest(`Invalid tag key: ${key}`);
    if (!VALUE.test(value)) throw badRequest(`Invalid tag value: ${value}`);
  }
  if (list.length > MAX_TAGS) {
    throw badRequest(`The number of tags exceeds the limit of ${MAX_TAGS}`);
  }
  return list.length > 0 ? tags : undefined;
}

/** The ARN is one URL-encoded segment of the path, and contains slashes. */
const TAGS = '/tags/{resourceArn+}';

export function tagOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'GetTags',
      method: 'GET',
      path: TAGS,
      perform: (input) => jsonReply(200, { tags: tagged(gateway, input).tags }),
    },
    {
      name: 'TagResource',
      method: 'PUT',
      path: TAGS,
      perform: (input) => {
        const target = tagged(gateway, input);
        const added = checkedTags(textMap(input.body, 'tags')) ?? {};
        target.set(checkedTags({ ...target.tags, ...added }) ?? {});
        return jsonReply(204);
      },
    },
    {
      name: 'UntagResource',
      method: 'DELETE',
      path: TAGS,
      perform: (input) => {
        const target = tagged(gateway, input);
        const removed = new Set(input.query.getAll('tagKeys'));
        const kept = Object.entries(target.tags).filter(([key]) => !removed.has(key));
        target.set(Object.fromEntries(kept));
        return jsonReply(204);
      },
    },
  ];
}

interface Tagged {
  readonly tags: TextMap;
  readonly set: (tags: TextMap) => void;
}

/** The API or stage that the ARN in the path names. Throws BadRequest and NotFound. */
function tagged({ world, store }: Gateway, input: Input): Tagged {
  const arn = input.labels.resourceArn ?? '';
  const { partition, region, account } = world.place;
  const [, prefix, apiId = '', stageName] =
    /^(arn:[^:]*:apigateway:[^:]*::)\/restapis\/([^/]+)(?:\/stages\/([^/]+))?$/.exec(arn) ?? [];
  if (prefix !== `arn:${partition}:apigateway:${region}::`) {
    throw badRequest('Invalid ARN specified in the request');
  }
  const record = store.records.get(apiId);
  if (!record) throw notFound(`Invalid API identifier specified ${account}:${apiId}`);
  if (stageName === undefined) {
    return {
      tags: record.api.tags ?? {},
      set: (tags) => {
        record.api = withTags(record.api, tags);
      },
    };
  }
  const stage = record.stages.get(stageName);
  if (!stage) throw notFound('Invalid Stage identifier specified');
  return {
    tags: stage.tags ?? {},
    set: (tags) => putStage(record, stageName, withTags(stage, tags), world.clock.now()),
  };
}

/** Without any tags, the member is removed, as before the first tag. */
function withTags<T extends { readonly tags?: TextMap }>(
  { tags: _old, ...rest }: T,
  tags: TextMap,
): Omit<T, 'tags'> & { tags?: TextMap } {
  return Object.keys(tags).length > 0 ? { ...rest, tags } : rest;
}

/** Every API and stage that has tags. */
export function taggedIn({ world, store }: Gateway): readonly TaggedResource[] {
  const { partition, region } = world.place;
  const root = `arn:${partition}:apigateway:${region}::/restapis`;
  const mapOf = (tags: TextMap = {}) => new Map(Object.entries(tags));
  return [...store.records].flatMap(([apiId, { api, stages }]) => [
    { arn: `${root}/${apiId}`, type: 'apigateway:restapi', tags: mapOf(api.tags) },
    ...[...stages].map(([name, { tags }]) => ({
      arn: `${root}/${apiId}/stages/${name}`,
      type: 'apigateway:stage',
      tags: mapOf(tags),
    })),
  ]);
}
