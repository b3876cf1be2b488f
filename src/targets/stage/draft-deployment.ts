// Deploys the API's draft as it was checked. API Gateway can neither lock a draft nor make a deployment depend on its
// content, so the draft is compared before the deployment is created, and again after it: only if it is the same both
// times does the deployment contain what was checked.

import type { Draft, RestApi } from '../../aws/rest-api.ts';
import { known } from '../../base/errors.ts';
import { changedBefore, changedMeanwhile, changesBetween, withSide } from './draft-changes.ts';
import { withNewDrafts } from './drafts.ts';
import type { DraftChange } from './stage-record.ts';

/** What the checks of a release read. */
export interface CheckedDraft {
  readonly draft: Pick<Draft, 'resources'>;
  /** Of the whole draft; `undefined`: only its resources and methods are compared. */
  readonly mark: string | undefined;
}

export interface DraftCalls {
  readonly api: RestApi<'normal'>;
  /** Restores the draft. */
  readonly restoring: RestApi<'rollback'>;
  /** Warns users, in the log and in the report. */
  readonly warn: (text: string) => void;
}

/**
 * Throws a `MovedError` if the draft is no longer what was checked, or changes meanwhile.
 *
 * @param drafts pinned integrations, rewritten only while the deployment is created
 * @param deploy creates the deployment from a draft with this mark; `undefined`: it could not be read
 */
export async function deployDraft(
  calls: DraftCalls,
  checked: CheckedDraft,
  drafts: readonly DraftChange[],
  deploy: (mark: string | undefined) => Promise<string>,
): Promise<string> {
  const { api, restoring } = calls;
  const id = await withNewDrafts(api, restoring, drafts, async () => {
    const now = await api.readDraft('none');
    const changes = await changesSince(calls, checked, withSide(now, drafts, 'from'));
    if (changes !== undefined) throw changedBefore(changes);
    return deploy(checked.mark && (await markOf(calls, now)));
  });
  const changes = await changesSince(calls, checked, await api.readDraft('none'));
  if (changes !== undefined) throw changedMeanwhile(changes);
  return id;
}

/** `undefined`: none that could be read. Empty: something other than resources and methods. */
async function changesSince(
  calls: DraftCalls,
  { draft, mark }: CheckedDraft,
  now: Draft,
): Promise<readonly string[] | undefined> {
  const changes = changesBetween(draft, now);
  if (changes.length > 0) return changes;
  const current = mark && (await markOf(calls, now));
  return current === undefined || current === mark ? undefined : [];
}

/** `undefined` if it cannot be read: the next release then treats the draft as changed. */
async function markOf({ api, warn }: DraftCalls, draft: Draft): Promise<string | undefined> {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    warn(
      `The API's draft could not be compared as a whole with what was checked: only a change of its methods is noticed, and the next release deploys it even if nothing changed (${known(error).message})`,
    );
    return undefined;
  }
}
