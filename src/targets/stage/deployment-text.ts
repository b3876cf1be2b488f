// The description of the deployment that a release creates, which is stored permanently in AWS. A rollback to an
// earlier release reads it.

import type { FunctionChange, RolloutId } from '../../rollout/release.ts';

/** The release that a deployment was created for, as its description records it. */
export interface PastRelease {
  /** The deployment that the stage served previously. */
  readonly after: string;
  readonly changes: readonly FunctionChange[];
  /** The mark of the draft that it was created from; `undefined` if not recorded. */
  readonly draft?: string | undefined;
  /** The digest of the file that the draft was imported from; `undefined`: it was not imported. */
  readonly file?: string | undefined;
  /** Digest of the rollout's record. Earlier versions of the action did not write it. */
  readonly seal?: string | undefined;
}

/** At most 256 characters: API Gateway documents no limit for a deployment's description. */
const MAX_DESCRIPTION = 256;

export function describeDeployment(
  { repository, runId }: RolloutId,
  { after, changes, draft, file, seal }: PastRelease,
): string {
  const words = changes.map(({ name, from, to }) => `${name} ${from} to ${to}`).join(', ');
  const from = file === undefined ? '' : ` file ${file}`;
  const of = draft === undefined ? '' : ` draft ${draft}`;
  const sealed = seal === undefined ? '' : ` sealed ${seal}`;
  const text = `${DEPLOYMENT_MARK}${repository}${of}${from} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}

/** `undefined` if the description has another form or was truncated. */
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

/** Also reads a truncated description; `undefined` if it has no draft mark. */
export function parseDraft(description: string): string | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK)) return undefined;
  return /^\S+ draft ([0-9a-f]{16}) (?:file|run) /.exec(
    description.slice(DEPLOYMENT_MARK.length),
  )?.[1];
}

/** Also reads a truncated description; `undefined` if its draft was not imported. */
export function parseFile(description: string): string | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK)) return undefined;
  return / file ([0-9a-f]{16}) run /.exec(description)?.[1];
}

/** Also reads a truncated description; `undefined` if it has no digest. */
export function parseSeal(description: string): string | undefined {
  if (!description.startsWith(DEPLOYMENT_MARK)) return undefined;
  return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}

/** Begins the description of every deployment that is created for a canary. */
export const DEPLOYMENT_MARK = 'canary-action: ';
