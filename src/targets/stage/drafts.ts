// Pinned integrations: the draft holds the new version just long enough to be deployed, so that
// nobody's next deployment ships a version that may yet be rejected.

import type { RestApi } from '../../aws/rest-api.ts';
import { KnownError } from '../../base/errors.ts';
import type { DraftChange } from './stage-record.ts';

export type DraftSide = 'from' | 'to';

/**
 * Sets the integrations to one side of their change. One that holds neither side was edited by
 * someone else meanwhile and is left alone.
 *
 * @returns the integrations that were left alone, in words
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
 * Has the new side in the drafts just for the moment of the work.
 *
 * @param restoring puts the drafts back whatever comes, a cancellation included
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
      `the integration of ${draft.method} on resource ${draft.resourceId} was to become ${uri}, and AWS answers ${answered}`,
    );
  }
}
