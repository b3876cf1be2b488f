// When something follows a release on GitHub, and what identifies it.

import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/analysis/evidence.ts';
import { followUpOf, wasRejected } from '../../../src/report/follow-up.ts';
import {
  issueMarker,
  releaseMarker,
  revertBody,
  revertWords,
} from '../../../src/report/issue-text.ts';
import type { Report } from '../../../src/report/report.ts';
import type { Cause } from '../../../src/rollout/cause.ts';
import { REPORT } from './report-fixture.ts';

const failing: Evidence = {
  source: { kind: 'alarm', name: 'orders-5xx' },
  verdict: 'failing',
  detail: { kind: 'alarm-fired', reason: 'threshold crossed' },
};
const disliked: Evidence = {
  source: { kind: 'people', logins: ['mona'] },
  verdict: 'failing',
  detail: { kind: 'disliked' },
};
const unsure: Evidence = { ...failing, verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } };

describe('A release', () => {
  it.each<[string, Cause, boolean]>([
    ['an alarm fired', { kind: 'alarm', evidence: [failing] }, true],
    ['a hook failed, and its message is not known', { kind: 'hook', evidence: [] }, true],
    ['people disliked it', { kind: 'people', evidence: [disliked] }, false],
    ['there was too little evidence', { kind: 'inconclusive', evidence: [unsure] }, false],
    ['it was cancelled', { kind: 'cancelled' }, false],
    ['a person asked for it', { kind: 'requested', by: 'mona', through: 'comment' }, false],
    ['AWS failed', { kind: 'aws-error', message: 'no' }, false],
    ['the action failed', { kind: 'internal-error', message: 'no' }, false],
    ['the main step was killed', { kind: 'cut-off' }, false],
    [
      'another release replaced it',
      { kind: 'superseded', by: { repository: 'a/b', runId: '1', attempt: '1' } },
      false,
    ],
    ['it was promoted', { kind: 'completed', evidence: [unsure] }, false],
  ])('is rejected or not if %s', (_, cause, rejected) => {
    expect(wasRejected({ cause })).toBe(rejected);
  });

  const rejected = (parts: Partial<Report> = {}) =>
    followUpOf({
      ...{ ...REPORT, outcome: 'rolled-back', cause: { kind: 'alarm', evidence: [failing] } },
      ...parts,
    });

  it('that was rejected has an issue for its commit, on its target', () => {
    const found = rejected();
    expect(found).toMatchObject({ kind: 'rejected', release: REPORT.source.sha });
    expect(rejected({ outcome: 'held' })).toBeUndefined();
    expect(rejected({ outcome: 'stuck' })).toMatchObject({
      title: expect.stringMatching(/^Rollback failed: /),
    });
    expect(rejected({ outcome: 'failed' })).toMatchObject({
      title: expect.stringMatching(/^Stopped: /),
    });
    if (found?.kind !== 'rejected') throw new Error('it is not rejected');
    expect(releaseMarker(found)).toBe(`${issueMarker(found)}${REPORT.source.sha} -->`);
  });

  it('without a commit is known by its versions', () => {
    const source = { ...REPORT.source, sha: '' };
    expect(rejected({ source })).toMatchObject({ sha: '', release: 'orders:8' });
  });

  it('that an earlier run began has the commit of its version', () => {
    const [first] = REPORT.weights;
    const built = 'b'.repeat(40);
    const { repository } = REPORT.source;
    const versions = [
      { name: 'orders', version: '8', description: `${repository}@${built}`, codeSha256: '' },
      { name: 'orders', version: '7', description: `${repository}@aaaaaaa`, codeSha256: '' },
    ];
    const later = { versions, startedAt: (first?.at ?? 0) + 3600 };
    expect(rejected(later)).toMatchObject({ sha: built, base: 'aaaaaaa', release: built });
    expect(rejected({ versions, startedAt: 0 })).toMatchObject({ sha: REPORT.source.sha });
  });

  it('has a title on one line, of a length that GitHub accepts', () => {
    const reason = `a\nb\u202e ${'x'.repeat(500)}`;
    const found = rejected({ evidence: [], cause: { kind: 'hook', evidence: [] }, reason });
    if (found?.kind !== 'rejected') throw new Error('it is not rejected');
    expect(found.title).toMatch(/^Rolled back: \S+: a b x+…$/);
    expect(found.title.length).toBeLessThanOrEqual(256);
  });

  it('has a draft that names what else was merged', () => {
    const found = rejected();
    if (found?.kind !== 'rejected') throw new Error('it is not rejected');
    const pull = { repository: 'octo-org/orders', number: 12 };
    expect(revertWords(pull)).toBe('Reverts octo-org/orders#12');
    expect(revertBody(found, { ...pull, others: [] })).not.toContain('one of');
    expect(revertBody(found, { ...pull, others: [10, 11] })).toContain(
      '**This reverts one of 3 pull requests** that were merged since the version that is served again. The others are #10, #11:',
    );
  });
});
