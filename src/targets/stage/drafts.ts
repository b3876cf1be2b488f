// Pinned integrations: the draft has the new version only until it is deployed, so that no other deployment ships a
// version that may still be rolled back.

import type { RestApi } from '../../aws/rest-api.ts';
import { KnownError } from '../../base/errors.ts';
import { changedBefore, changedMeanwhile } from './draft-changes.ts';
import { shownUri } from './integration.ts';
import type { DraftChange, DraftSide } from './stage-record.ts';

/** An integration with neither side of its change: someone else edited it, so it was left alone. */
export interface LeftAlone {
  /** `GET /orders`, for a sentence. */
  readonly route: string;
  /** `undefined`: it no longer exists. */
  readonly uri: string | undefined;
  readonly expected: string;
}

/** Sets the integrations to one side of their change, except for those with neither side, which are returned. */
async function setDrafts(
  api: RestApi,
  drafts: readonly DraftChange[],
  side: DraftSide,
): Promise<readonly LeftAlone[]> {
  if (drafts.length === 0) return [];
  const { integrations } = await api.readDraft('none');
  const left: LeftAlone[] = [];
  for (const draft of drafts) {
    const found = integrations.find(
      (i) => i.resourceId === draft.resourceId && i.method === draft.method,
    );
    const other = side === 'to' ? 'from' : 'to';
    if (found?.uri === draft[other]) await rewrite(api, draft, draft[side]);
    else if (found?.uri !== draft[side]) {
      const route = `${draft.method} ${found?.path ?? `on resource ${draft.resourceId}`}`;
      left.push({ route, uri: found?.uri, expected: draft[side] });
    }
  }
  return left;
}

/** Sets the integrations to the side that is served now, and says what was left alone. */
export async function settleDrafts(
  { api, warn }: { readonly api: RestApi; readonly warn: (text: string) => void },
  drafts: readonly DraftChange[],
  side: DraftSide,
): Promise<void> {
  for (const left of await setDrafts(api, drafts, side)) warn(leftInWords(left));
}

/** For users, who expect the draft to name the version that is served. */
export function leftInWords({ route, uri, expected }: LeftAlone): string {
  const instead = shownUri(expected);
  const calls =
    uri === undefined
      ? `no longer calls ${instead}`
      : `calls ${shownUri(uri)} instead of ${instead}`;
  return `In the API's draft, ${route} ${calls}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`;
}

/**
 * Sets the drafts to the new side only while the work runs. Throws a `MovedError` if someone else edits one of them.
 *
 * @param restoring restores the drafts in every case, including a cancellation
 */
export async function withNewDrafts<T>(
  api: RestApi<'normal'>,
  restoring: RestApi<'rollback'>,
  drafts: readonly DraftChange[],
  work: () => Promise<T>,
): Promise<T> {
  let left: readonly LeftAlone[];
  let result: T;
  try {
    left = await setDrafts(api, drafts, 'to');
    if (left.length > 0) throw changedBefore(left.map(changeInWords));
    result = await work();
  } finally {
    left = await setDrafts(restoring, drafts, 'from');
  }
  if (left.length > 0) throw changedMeanwhile(left.map(changeInWords));
  return result;
}

function changeInWords({ route, uri }: LeftAlone): string {
  return uri === undefined ? `${route} was removed` : `${route} now calls ${shownUri(uri)}`;
}

async function rewrite(api: RestApi, draft: DraftChange, uri: string): Promise<void> {
  const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
  if (answered !== uri) {
    throw new KnownError(
      `the integration of ${draft.method} on resource ${draft.resourceId} should be ${shownUri(uri)}, but AWS returned ${shownUri(answered)}`,
    );
  }
}
