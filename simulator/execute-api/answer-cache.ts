// The cache of a stage. Developer guide, "Cache settings for REST APIs": with all methods cached, only GET is; an answer
// lives for its time to live. "Set up an API Gateway canary release deployment": the answers of different deployments
// are cached separately, and those of one deployment under one key.

import type { Stage } from '../api-gateway/model.ts';
import { settingOf } from '../api-gateway/setting-of.ts';
import type { GatewayReply, GatewayRequest, Route, Side } from './exchange.ts';

export interface AnswerCache {
  /** The place of this answer; `undefined` if it is not cached. */
  placeOf(arrival: CachedArrival): CachePlace | undefined;
}

export interface CachedArrival {
  readonly request: GatewayRequest;
  readonly stage: Stage;
  readonly side: Side;
  readonly route: Route;
}

export interface CachePlace {
  /** @param at milliseconds since the epoch, simulated */
  read(at: number): GatewayReply | undefined;
  /** AWS does not document whether errors are cached; here they are not. */
  keep(reply: GatewayReply, at: number): void;
}

export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, { readonly reply: GatewayReply; readonly until: number }>();
  return {
    placeOf: ({ request, stage, side, route }) => {
      const seconds = lifeOf(stage, side, route);
      if (seconds === 0) return undefined;
      const { apiId, stageName, method, path } = request;
      // Parameters are no part of the key unless a method declares them.
      const key = JSON.stringify([apiId, stageName, side.deploymentId, method, path]);
      return {
        read: (at) => {
          const kept = answers.get(key);
          return kept && at < kept.until ? kept.reply : undefined;
        },
        keep: (reply, at) => {
          if (reply.status < 300) answers.set(key, { reply, until: at + 1000 * seconds });
        },
      };
    },
  };
}

/** In seconds; 0: the answer is not cached. */
function lifeOf(stage: Stage, side: Side, { method, resource }: Route): number {
  if (!stage.cacheClusterEnabled || !usesCache(stage, side)) return 0;
  const verb = method.httpMethod;
  const setting = settingOf(stage, { verb, resourcePath: resource.path });
  if (!setting?.cachingEnabled) return 0;
  const isOwn = setting !== stage.methodSettings['*/*'];
  return verb === 'GET' || isOwn ? setting.cacheTtlInSeconds : 0;
}

function usesCache({ canarySettings }: Stage, { isCanary }: Side): boolean {
  return !isCanary || canarySettings?.useStageCache === true;
}

/** Whether answers of this side may come from the cache, and are counted as such. */
export function countsHits(stage: Stage, side: Side): boolean {
  return stage.cacheClusterEnabled && usesCache(stage, side);
}
