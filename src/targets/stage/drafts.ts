// Pinned integrations: the draft has the new version only until it is deployed, so that no other deployment ships a
// version that may still be rolled back.

import type { RestApi } from '../../aws/rest-api.ts';
import { KnownError } from '../../base/errors.ts';
import type { DraftChange } from './stage-record.ts';

export type DraftSide = 'from' | 'to';

/**
 * Sets the integrations to one side of their change. An integration that has neither side was edited outside this
 * rollout and is left alone.
 *
 * @returns descriptions of the integrations that were left alone
 */
export async function setDrafts(
  api: RestApi,
  drafts: readonly DraftChange[],
  side: DraftSide,
): Promise<readonly string[]> {
  if (drafts.length === 0) return [];
  const { integrations } = await api.readDraft('none');
  const left: string[] = [];
  for (const draft of drafts) {
    const stands = integrations.find(
      (i) => i.resourceId === draft.resourceId && i.method === draft.method,
    );
    const other = side === 'to' ? 'from' : 'to';
    if (stands?.uri === draft[other]) await rewrite(api, draft, draft[side]);
    else if (stands?.uri !== draft[side]) {
      left.push(
        `${draft.method} ${stands?.path ?? draft.resourceId} now calls ${stands?.uri ?? 'nothing'}`,
      );
    }
  }
  return left;
}

/**
 * Sets the drafts to the new side only while the work runs.
 *
 * @param restoring restores the drafts in every case, including a cancellation
 */
export async function withNewDrafts<T>(
  api: RestApi<'normal'>,
  restoring: RestApi<'rollback'>,
  drafts: readonly DraftChange[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    await setDrafts(api, drafts, 'to');
    return await work();
  } finally {
    await setDrafts(restoring, drafts, 'from');
  }
}

async function rewrite(api: RestApi, draft: DraftChange, uri: string): Promise<void> {
  const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
  if (answered !== uri) {
    throw new KnownError(
      `the integration of ${draft.method} on resource ${draft.resourceId} should be ${uri}, but AWS returned ${answered}`,
    );
  }
}
