// What a release writes where AWS keeps it for good: the descriptions of the deployment and of the
// versions that it makes. A rollback behind a promotion finds the way back in them.

import type { FunctionChange, RolloutId } from './release.ts';

/** A point of the past to go back to. */
export type EarlierRelease =
  /** What stood before the release that is served. */
  | { readonly kind: 'previous' }
  | { readonly kind: 'deployment'; readonly id: string }
  /** By function name; the empty name is that of the only function. */
  | { readonly kind: 'versions'; readonly versions: Readonly<Record<string, string>> };

/** What the description of a deployment says of the release that it was made for. */
export interface PastRelease {
  /** The deployment that the stage served before. */
  readonly after: string;
  readonly changes: readonly FunctionChange[];
  /** The mark of the draft that it was made of; `undefined`: it was not written down. */
  readonly draft?: string | undefined;
  /** Digest of the rollout's record; versions of the action before this one wrote none. */
  readonly seal?: string | undefined;
}

/** At most 256 characters: API Gateway documents no limit for a deployment's description. */
const MAX_DESCRIPTION = 256;

export function describeDeployment(
  { repository, runId }: RolloutId,
  { after, changes, draft, seal }: PastRelease,
): string {
  const words = changes.map(({ name, from, to }) => `${name} ${from} to ${to}`).join(', ');
  const of = draft === undefined ? '' : ` draft ${draft}`;
  const sealed = seal === undefined ? '' : ` sealed ${seal}`;
  const text = `${DEPLOYMENT_MARK}${repository}${of} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}

/** `undefined` when the description is not of this form, or was too long to be whole. */
export function parseDeployment(description: string): PastRelease | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith('…')) return undefined;
  const [, after, words] =
    / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ??
    [];
  if (after === undefined) return undefined;
  const changes = (words?.split(', ') ?? []).map((word) => {
    const [, name = '', from = '', to = ''] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
    return { name, from, to };
  });
  return changes.every(({ to }) => to !== '') ? { after, changes } : undefined;
}

/** Also of a description that was too long to be whole; `undefined`: it does not say. */
export function parseDraft(description: string): string | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK)) return undefined;
  return /^\S+ draft ([0-9a-f]{16}) run /.exec(description.slice(DEPLOYMENT_MARK.length))?.[1];
}

/** Also of a description that was too long to be whole; `undefined`: it has none. */
export function parseSeal(description: string): string | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK)) return undefined;
  return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}

/** @param source repository and commit */
export function describeVersion(source: string, from: string): string {
  if (from === '') return source.slice(0, MAX_DESCRIPTION);
  const tail = `, after ${from}`;
  return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}

/** The version that was served when this one was published; `undefined` when it does not say. */
export function parseVersion(description: string): string | undefined {
  return /@[0-9a-f]+, after (\d{1,18})$/.exec(description)?.[1];
}

/** Begins the description of every deployment that is made for a canary. */
export const DEPLOYMENT_MARK = 'canary-action: ';
