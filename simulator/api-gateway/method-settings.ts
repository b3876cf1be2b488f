// A stage's settings per method: `/{resource}/{VERB}/{group}/{setting}`, and star slash star for all.

import { badRequest } from './errors.ts';
import type { MethodSetting, Stage } from './model.ts';
import { parseBoolean } from './patch.ts';

/** The values that AWS returns for settings that were never set. */
const DEFAULTS: MethodSetting = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

type Parse = (value: string, path: string) => Partial<MethodSetting>;

const invalid = (path: string, value: string) =>
  badRequest(`Invalid value for method setting ${path}: ${value}`);

const count = (value: string, path: string, most: number) => {
  const parsed = Number(value);
  if (value === '' || !Number.isInteger(parsed) || parsed < 0 || parsed > most) {
    throw invalid(path, value);
  }
  return parsed;
};

const rate = (value: string, path: string) => {
  const parsed = Number(value);
  if (value === '' || !(parsed >= 0)) throw invalid(path, value);
  return parsed;
};

const oneOf = (value: string, path: string, allowed: readonly string[]) => {
  if (!allowed.includes(value)) throw invalid(path, value);
  return value;
};

const STRATEGIES = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
];
const MAX_TTL_SECONDS = 3600;

const SETTINGS: Readonly<Record<string, Parse>> = {
  'metrics/enabled': (value) => ({ metricsEnabled: parseBoolean(value) }),
  'logging/dataTrace': (value) => ({ dataTraceEnabled: parseBoolean(value) }),
  'logging/loglevel': (value, path) => ({
    loggingLevel: oneOf(value, path, ['OFF', 'ERROR', 'INFO']),
  }),
  'throttling/burstLimit': (value, path) => ({
    throttlingBurstLimit: count(value, path, Number.MAX_SAFE_INTEGER),
  }),
  'throttling/rateLimit': (value, path) => ({ throttlingRateLimit: rate(value, path) }),
  'caching/ttlInSeconds': (value, path) => ({
    cacheTtlInSeconds: count(value, path, MAX_TTL_SECONDS),
  }),
  'caching/enabled': (value) => ({ cachingEnabled: parseBoolean(value) }),
  'caching/dataEncrypted': (value) => ({ cacheDataEncrypted: parseBoolean(value) }),
  'caching/requireAuthorizationForCacheControl': (value) => ({
    requireAuthorizationForCacheControl: parseBoolean(value),
  }),
  'caching/unauthorizedCacheControlHeaderStrategy': (value, path) => ({
    unauthorizedCacheControlHeaderStrategy: oneOf(value, path, STRATEGIES),
  }),
};

/**
 * Replaces one setting. `undefined`: the path is not that of a method setting. A method's first setting
 * copies the current settings for all methods, and keeps them.
 */
export function replaceMethodSetting(stage: Stage, path: string, value: string): Stage | undefined {
  const [, key, setting] = /^\/([^/]+\/[^/]+)\/([^/]+\/[^/]+)$/.exec(path) ?? [];
  const parse = SETTINGS[setting ?? ''];
  if (!key || !parse) return undefined;
  const current = stage.methodSettings[key] ?? stage.methodSettings[ALL_METHODS] ?? DEFAULTS;
  const next = { ...current, ...parse(value, path) };
  return { ...stage, methodSettings: { ...stage.methodSettings, [key]: next } };
}

/** Removes a method's settings. AWS gives this error for every path that it cannot remove. */
export function removeMethodSetting(stage: Stage, path: string): Stage {
  const key = path.replace(/^\//, '');
  if (!(key in stage.methodSettings)) {
    throw badRequest(
      `Cannot remove method setting ${key} because there is no method setting for this method `,
    );
  }
  const { [key]: _, ...methodSettings } = stage.methodSettings;
  return { ...stage, methodSettings };
}

const ALL_METHODS = '*/*';
