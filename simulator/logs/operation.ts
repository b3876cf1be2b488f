// What every operation of CloudWatch Logs works on.

import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import { exclusive, invalidParameter, invalidValue, noGroup } from './errors.ts';
import { type Members, text } from './fields.ts';
import type { LogStore } from './log-store.ts';
import type { LogsSettings } from './settings.ts';

export interface Scope {
  readonly world: World;
  readonly store: LogStore;
  readonly settings: LogsSettings;
  /** For the logs alone, so that reading them shifts no draw of another service. */
  readonly random: Random;
}

/** Members in, members out; `undefined`: an empty answer. */
export type Operations = Readonly<Record<string, (input: Members) => Members | undefined>>;

export const GROUP_NAME = /^[.\-_/#A-Za-z0-9]+$/;

/** The name of the group that the request names, by its name or its ARN. */
export function groupNameIn({ world }: Scope, input: Members): string {
  const name = text(input, 'logGroupName');
  const identifier = text(input, 'logGroupIdentifier');
  if (name !== undefined && identifier !== undefined) {
    throw exclusive('LogGroup name and LogGroup ARN are mutually exclusive parameters.');
  }
  if (name !== undefined) return checkedName(name);
  if (identifier === undefined) {
    throw invalidParameter('Either logGroupName or logGroupIdentifier must be specified.');
  }
  if (!identifier.startsWith('arn:')) return identifier;
  const { partition, region, account } = world.place;
  const prefix = `arn:${partition}:logs:${region}:${account}:log-group:`;
  // A group of another account is not visible here (there is no cross-account observability).
  if (!identifier.startsWith(prefix)) throw noGroup();
  return identifier.slice(prefix.length).replace(/:\*$/, '');
}

export function checkedName(name: string): string {
  if (GROUP_NAME.test(name)) return name;
  const pattern = 'Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+';
  throw invalidValue(name, 'logGroupName', pattern);
}

/** The form in policies and in `arn` has `:*` behind it; the one in `logGroupArn` has not. */
export function groupArn({ world }: Pick<Scope, 'world'>, name: string): string {
  const { partition, region, account } = world.place;
  return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}
