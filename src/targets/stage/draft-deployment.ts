// Deploys the API's draft as it was checked. API Gateway can neither lock a draft nor make a deployment depend on its
// content, so the draft is compared before the deployment is created, and again after it: only if it is the same both
// times does the deployment contain what was checked.

import type { Draft } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import { known, type MovedError } from '../../base/errors.ts';
import { SETTLE_SECONDS } from '../ownership.ts';
import { changedBefore, changedMeanwhile, changesBetween, withSide } from './draft-changes.ts';
import { withNewDrafts } from './drafts.ts';
import type { DefinitionToImport } from './inspect-definition.ts';
import type { DraftChange } from './stage-record.ts';

/** What the checks of a release read. */
export interface CheckedDraft {
  readonly draft: Pick<Draft, 'resources'>;
  /** Of the whole draft; `undefined`: only its resources and methods are compared. */
  readonly mark: string | undefined;
  /** Replaces the draft before it is deployed. */
  readonly definition?: DefinitionToImport | undefined;
}

export interface DraftCalls {
  readonly api: RestApi<'normal'>;
  /** Restores the draft. */
  readonly restoring: RestApi<'rollback'>;
  /** Warns users, in the log and in the report. */
  readonly warn: (text: string) => void;
}

export interface DraftComparison extends DraftCalls {
  readonly checked: CheckedDraft;
  /** Waits, unless the job is cancelled. */
  readonly pause: (seconds: number) => Promise<void>;
}

/**
 * Throws a `MovedError` if the draft is no longer what was checked, or changes meanwhile.
 *
 * @param drafts pinned integrations, rewritten only while the deployment is created
 * @param deploy creates the deployment from a draft with this mark; `undefined`: it could not be read
 */
export async function deployDraft(
  comparison: DraftComparison,
  drafts: readonly DraftChange[],
  deploy: (mark: string | undefined) => Promise<string>,
): Promise<string> {
  const { api, restoring, checked } = comparison;
  const id = await withNewDrafts(api, restoring, drafts, async () => {
    const { draft, mark } = await readUnchanged(comparison, drafts, changedBefore);
    const isRewritten = drafts.length > 0 && checked.mark !== undefined;
    return deploy(isRewritten ? await markOf(comparison, draft) : mark);
  });
  await readUnchanged(comparison, [], changedMeanwhile);
  return id;
}

/** Throws a `MovedError` if the draft is no longer what was checked. */
export async function assertUnchanged(comparison: DraftComparison): Promise<void> {
  await readUnchanged(comparison, [], changedBefore);
}

interface Reading {
  readonly draft: Draft;
  /** As it is without what this run has rewritten; `undefined`: not needed, or it could not be read. */
  readonly mark: string | undefined;
}

/** @param rewritten what this run has set to its new side */
async function readUnchanged(
  comparison: DraftComparison,
  rewritten: readonly DraftChange[],
  moved: (changes: readonly string[]) => MovedError,
): Promise<Reading> {
  const first = await read(comparison, rewritten);
  if (first.changes === undefined) return first;
  // AWS documents nowhere that a read shows the latest write at once. A real change is still there later.
  await comparison.pause(SETTLE_SECONDS);
  const last = await read(comparison, rewritten);
  if (last.changes !== undefined) throw moved(last.changes);
  return last;
}

/** `changes`: since it was checked; `undefined`: none are known; empty: of something other than its methods. */
async function read(
  comparison: DraftComparison,
  rewritten: readonly DraftChange[],
): Promise<Reading & { readonly changes: readonly string[] | undefined }> {
  const { api, checked } = comparison;
  const draft = await api.readDraft('none');
  const was = withSide(draft, rewritten, 'from');
  const changes = changesBetween(checked.draft, was);
  if (changes.length > 0) return { draft, mark: undefined, changes };
  const mark = checked.mark && (await markOf(comparison, was));
  return { draft, mark, changes: mark === checked.mark || mark === undefined ? undefined : [] };
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
