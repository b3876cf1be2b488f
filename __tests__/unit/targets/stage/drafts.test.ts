// The draft has new versions only for a moment, even if that moment is interrupted; and what someone else edits in it
// is neither deployed nor overwritten.

import { describe, expect, it } from '@jest/globals';
import type { Mode } from '../../../../src/aws/clients.ts';
import type { RestApi } from '../../../../src/aws/rest-api.ts';
import { MovedError } from '../../../../src/base/errors.ts';
import { settleDrafts, withNewDrafts } from '../../../../src/targets/stage/drafts.ts';

const DRAFTS = ['a', 'b'].map((resourceId) => ({
  resourceId,
  method: 'GET',
  from: 'version 1',
  to: 'version 2',
}));

/** An API with two integrations; its normal calls are refused after this many rewrites. */
function openApi(refusedAfter = Number.POSITIVE_INFINITY) {
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
  return {
    normal: bound('normal'),
    rollback: bound('rollback'),
    uris: () => [...uris.values()],
    edit: (resourceId: string, uri: string | undefined) =>
      uri === undefined ? uris.delete(resourceId) : uris.set(resourceId, uri),
  };
}

describe('A draft with new versions', () => {
  it('has the new side while the work runs, and is restored after it', async () => {
    const { normal, rollback, uris } = openApi();
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

  it.each([
    ['edited', 'version 9', ['version 1', 'version 9'], 'GET /b now calls version 9'],
    ['removed', undefined, ['version 1'], 'GET on resource b was removed'],
  ])(
    'is not deployed where an integration was %s, and is put back',
    async (_, uri, left, words) => {
      const { normal, rollback, uris, edit } = openApi();
      edit('b', uri);
      let deployed = false;
      const work = async () => {
        deployed = true;
      };
      const tried = withNewDrafts(normal, rollback, DRAFTS, work);
      await expect(tried).rejects.toThrow(
        `after it was checked: ${words}. No deployment was created`,
      );
      await expect(tried).rejects.toBeInstanceOf(MovedError);
      expect(deployed).toBe(false);
      expect(uris()).toEqual(left);
    },
  );

  it('is not taken for deployed where an integration was edited while the work ran', async () => {
    const { normal, rollback, uris, edit } = openApi();
    const work = async () => edit('a', 'version 9');
    const tried = withNewDrafts(normal, rollback, DRAFTS, work);
    await expect(tried).rejects.toThrow('while a deployment was created from it: GET /a now calls');
    expect(uris()).toEqual(['version 9', 'version 1']);
  });
});

describe('A draft at the end of a release', () => {
  it.each([
    ['calls something else', 'https://a:b@c.example/d?e', 'calls https://…@c.example/… instead of'],
    ['is gone', undefined, 'on resource b no longer calls'],
  ])('is said to be left alone where an integration %s', async (_, uri, words) => {
    const { rollback: api, uris, edit } = openApi();
    edit('b', uri);
    const said: string[] = [];
    await settleDrafts({ api, warn: (text) => said.push(text) }, DRAFTS, 'to');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`${words} version 2. Someone else set that, so it was left alone`);
    expect(uris()).toEqual(uri === undefined ? ['version 2'] : ['version 2', uri]);
  });

  it('needs no word where it is as expected', async () => {
    const { rollback: api, uris } = openApi();
    const said: string[] = [];
    await settleDrafts({ api, warn: (text) => said.push(text) }, DRAFTS, 'to');
    await settleDrafts({ api, warn: (text) => said.push(text) }, DRAFTS, 'to');
    expect([said, uris()]).toEqual([[], ['version 2', 'version 2']]);
  });
});
