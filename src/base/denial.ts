// The sentence for a permission that AWS denies, and what it says.

export interface DeniedPermission {
  readonly action: string;
  readonly resource: string;
}

export function denialText({ action, resource }: DeniedPermission): string {
  return `AWS denies ${action} on ${resource}; the role of this job needs that permission`;
}

const DENIAL =
  /AWS denies ([a-z0-9-]{1,64}:[A-Za-z*]{1,64}) on (\S{1,512}?); the role of this job needs that permission/;

/** The permission that a problem is about; `undefined`: it is about something else. */
export function denialIn(problem: string): DeniedPermission | undefined {
  const [, action, resource] = DENIAL.exec(problem) ?? [];
  return action === undefined || resource === undefined ? undefined : { action, resource };
}
