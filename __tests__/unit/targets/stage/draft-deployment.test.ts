// A deployment contains the draft that was checked: it is compared before and after, and once more before it is taken
// for changed.

import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../../../src/aws/definition-calls.ts';
import type { RestApi } from '../../../../src/aws/rest-api.ts';
import { KnownError } from '../../../../src/base/errors.ts';
import { deployDraft } from '../../../../src/targets/stage/draft-deployment.ts';

const draft = (timeout = 29_000): Draft => {
  const methodIntegration = { uri: 'arn:aws:x', timeoutInMillis: timeout };
  const resources = [{ id: 'a1', path: '/a', resourceMethods: { GET: { methodIntegration } } }];
  return { resources } as unknown as Draft;
};

interface Play {
  /** What the draft is at each reading; the last one stays. */
  readonly drafts?: readonly Draft[];
  readonly marks?: readonly (string | undefined)[];
  readonly mark?: string | undefined;
}

/** Deploys with answers of these; the marks that a deployment was created with, warnings, and seconds waited. */
async function deploy(play: Play) {
  const { drafts, marks, mark }: Required<Play> = {
    drafts: [draft()],
    marks: ['m'],
    mark: 'm',
    ...play,
  };
  const seen = { deployed: [] as (string | undefined)[], warnings: [] as string[], waited: 0 };
  const next = <T>(list: readonly T[]) => {
    let i = 0;
    return () => list[Math.min(i++, list.length - 1)];
  };
  const [nextDraft, nextMark] = [next(drafts), next(marks)];
  const api = {
    readDraft: async () => nextDraft(),
    markDraft: async () => {
      const found = nextMark();
      if (found === undefined) throw new KnownError('denied');
      return found;
    },
  } as unknown as RestApi<'normal'>;
  const comparison = {
    api,
    restoring: api as unknown as RestApi<'rollback'>,
    warn: (text: string) => seen.warnings.push(text),
    checked: { draft: draft(), mark },
    pause: async (seconds: number) => {
      seen.waited += seconds;
    },
  };
  const id = deployDraft(comparison, [], async (found) => {
    seen.deployed.push(found);
    return 'd1';
  });
  return { ...seen, error: await id.then(() => undefined, String), seen };
}

describe('A draft that was checked', () => {
  it('is deployed with its mark, without waiting', async () => {
    const { seen, error } = await deploy({});
    expect([error, seen]).toEqual([undefined, { deployed: ['m'], warnings: [], waited: 0 }]);
  });

  it('is deployed where a reading was late', async () => {
    const late = await deploy({ drafts: [draft(1), draft(), draft(1), draft()] });
    expect(late.error).toBeUndefined();
    expect(late.seen).toMatchObject({ deployed: ['m'], waited: 4 });
  });

  it('is not deployed where it changed before, and stays unused where it changed meanwhile', async () => {
    const before = await deploy({ drafts: [draft(1)] });
    expect(before.error).toMatch(/after it was checked: GET \/a was edited\./);
    expect(before.seen.deployed).toEqual([]);
    const meanwhile = await deploy({ drafts: [draft(), draft(1)] });
    expect(meanwhile.error).toMatch(/was created from it: GET \/a was edited\./);
    expect(meanwhile.seen.deployed).toEqual(['m']);
    const other = await deploy({ marks: ['m', 'n'] });
    expect(other.error).toMatch(/was created from it: its settings, models, .* are others now/);
  });

  it('is compared by its methods where its mark cannot be read', async () => {
    const never = await deploy({ mark: undefined, marks: [undefined] });
    expect([never.error, never.seen]).toEqual([
      undefined,
      { deployed: [undefined], warnings: [], waited: 0 },
    ]);
    const lost = await deploy({ marks: [undefined] });
    expect([lost.error, lost.seen.deployed]).toEqual([undefined, [undefined]]);
    expect(new Set(lost.seen.warnings).size).toBe(1);
    expect(lost.seen.warnings[0]).toContain('could not be compared as a whole');
  });
});
