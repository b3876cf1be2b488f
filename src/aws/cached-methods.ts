// The cache of a stage, which answers requests without calling a backend.

import type { Stage } from '@aws-sdk/client-api-gateway';

/**
 * The methods whose answers a stage may cache: `GET /orders`, or `all methods`. Empty without a cache. A cluster alone
 * caches nothing: caching is a setting of each method (developer guide, "Cache settings for REST APIs").
 */
export function cachedMethods({
  cacheClusterEnabled = false,
  methodSettings = {},
}: Pick<Stage, 'cacheClusterEnabled' | 'methodSettings'>): readonly string[] {
  if (!cacheClusterEnabled) return [];
  const cached = Object.entries(methodSettings).filter(
    // With a time to live of 0, caching is disabled.
    ([, setting]) => setting.cachingEnabled && setting.cacheTtlInSeconds !== 0,
  );
  return cached.map(([key]) => inWords(key)).sort();
}

/** Of a key such as `~1orders/GET`. */
function inWords(key: string): string {
  const at = key.lastIndexOf('/');
  const [path, method] = [key.slice(0, at), key.slice(at + 1)];
  if (path === '*') return 'all methods';
  const unescaped = path.replaceAll('~1', '/').replaceAll('~0', '~');
  return `${method} ${unescaped.startsWith('/') ? unescaped : `/${unescaped}`}`;
}
