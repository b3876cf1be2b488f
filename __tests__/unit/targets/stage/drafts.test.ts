// The draft has new versions only for a moment, even if that moment is interrupted.

import { describe, expect, it } from '@jest/globals';
import type { Mode } from '../../../../src/aws/clients.ts';
import type { RestApi } from '../../../../src/aws/rest-api.ts';
import { withNewDrafts } from '../../../../src/targets/stage/drafts.ts';

const DRAFTS = ['a', 'b'].map((resourceId) => ({
  resourceId,
  method: 'GET',
  from: 'version 1',
  to: 'version 2',
}));

/** An API with two integrations; its normal calls are refused after this many rewrites. */
function openApi(refusedAfter: number) {
  const uris = new Map(DRAFTS.map(({ resourceId, from }) => [resourceId, from]));
  let rewrites = 0;
  const isRefused = (mode: Mode) => mode === 'normal' && rewrites >= refusedAfter;
  const bound = <M extends Mode>(mode: M) =>
    ({
      mode,
      readDraft: async () => {
        if (isRefused(mode)) throw new Error('refused');
        const integrations = [...uris].map(([resourceId, uri]) => ({
          resourceId,
          method: 'GET',
          path: `/${resourceId}`,
          uri,
        }));
        return { integrations };
      },
      rewriteIntegration: async (resourceId: string, _: string, uri: string) => {
        if (isRefused(mode)) throw new Error('refused');
        rewrites += 1;
        uris.set(resourceId, uri);
        return uri;
      },
    }) as unknown as RestApi<M>;
  return { normal: bound('normal'), rollback: bound('rollback'), uris: () => [...uris.values()] };
}

describe('A draft with new versions', () => {
  it('has the new side while the work runs, and is restored after it', async () => {
    const { normal, rollback, uris } = openApi(Number.POSITIVE_INFINITY);
    const held = await withNewDrafts(normal, rollback, DRAFTS, async () => uris());
    expect(held).toEqual(['version 2', 'version 2']);
    expect(uris()).toEqual(['version 1', 'version 1']);
  });

  it.each([1, 2])('is put back where the job is to stop after %s rewrites', async (rewrites) => {
    const { normal, rollback, uris } = openApi(rewrites);
    const work = () => normal.readDraft('none');
    await expect(withNewDrafts(normal, rollback, DRAFTS, work)).rejects.toThrow('refused');
    expect(uris()).toEqual(['version 1', 'version 1']);
  });
});
