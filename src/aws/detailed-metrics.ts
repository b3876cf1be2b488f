// The methods of a stage that have CloudWatch metrics of their own, "detailed metrics".

import type { Stage } from '@aws-sdk/client-api-gateway';

/** Whether metrics are enabled, by method: `GET /orders`, or `ALL_METHODS`. */
export type DetailedMetrics = Readonly<Record<string, boolean>>;

export const ALL_METHODS = '*';

/** API reference, Stage, methodSettings: the keys are `~1orders/GET`, or star slash star for all methods. */
export function detailedMetrics({ methodSettings = {} }: Pick<Stage, 'methodSettings'>) {
  return Object.fromEntries(
    Object.entries(methodSettings).map(([key, { metricsEnabled = false }]) => [
      methodName(key),
      metricsEnabled,
    ]),
  ) satisfies DetailedMetrics;
}

function methodName(key: string): string {
  const at = key.lastIndexOf('/');
  const [path, method] = [key.slice(0, at), key.slice(at + 1)];
  if (path === '*') return ALL_METHODS;
  const unescaped = path.replaceAll('~1', '/').replaceAll('~0', '~');
  return `${method} ${unescaped.startsWith('/') ? unescaped : `/${unescaped}`}`;
}
