// Functions whose alias is moved by the deployment of the template too. Only one of the two may do so.

import { listed } from '../base/listed.ts';
import { functionProperties } from './globals.ts';
import type { ReleasedFunction } from './released-function.ts';
import { resourcesOfType } from './resources-by-type.ts';
import type { TreeMap } from './tree.ts';

/** A sentence for those of the functions; `undefined`: there are none. */
export function stillMoved(
  functions: readonly ReleasedFunction[],
  template: TreeMap,
): string | undefined {
  const moved = functions.filter(({ id }) => isMoved(id, template)).map(({ id }) => `"${id}"`);
  if (moved.length === 0) return undefined;
  return `${listed(moved)}: the deployment of this file moves the alias as well, for all users; "canary-action migrate" shows what to change there`;
}

/** SAM moves it with each hash of the code, unless the hash is constant (SAM developer guide, AutoPublishCodeSha256). */
function isMoved(id: string, template: TreeMap): boolean {
  const resource = resourcesOfType(template, 'AWS::Serverless::Function').get(id);
  if (!resource) return true;
  return typeof functionProperties(template, resource).get('AutoPublishCodeSha256') !== 'string';
}
