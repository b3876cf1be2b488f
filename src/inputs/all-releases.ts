// What `command: status` needs with `all`: a Region, credentials, and no target.

import type { RoleInput } from './inputs.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What is read with. */
export interface AccountAccess {
  readonly region: string;
  /** `undefined`: the credentials of the environment. */
  readonly role: RoleInput | undefined;
}

/** Whether the inputs ask for all releases, so that they name no target. */
export function asksForAll(textOf: (name: string) => string): boolean {
  return textOf('command') === 'status' && /^true$/i.test(textOf('all'));
}

/** Where a target is read, `all` has no meaning. */
export function allProblems({ all }: { readonly all?: boolean }): readonly string[] {
  return all
    ? ['all: it shows all releases with command: status only; expected command: status, or no all']
    : [];
}

const TARGET_INPUTS = ['rest-api-id', 'stage-name', 'functions', 'alias', 'stack'] as const;

/** What cannot be set together with `all`. */
export function targetProblems(textOf: (name: string) => string): readonly string[] {
  return TARGET_INPUTS.filter((name) => textOf(name) !== '').map(
    (name) => `${name}: it has no effect with all, which shows every release; omit one of the two`,
  );
}

export function regionOf({ AWS_REGION: region, AWS_DEFAULT_REGION: other }: Env): string {
  return region || other || '';
}
