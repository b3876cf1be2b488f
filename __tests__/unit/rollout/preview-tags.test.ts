// The tags that identify a preview, and the pull request of an event.

import { describe, expect, it } from '@jest/globals';
import { readEventComment, readPull } from '../../../src/action/environment.ts';
import { previewStageName, previewTags, readPreview } from '../../../src/rollout/preview-tags.ts';
import { STARTED_AT } from './rollout-fixture.ts';

const PREVIEW = { repository: 'octo-org/orders', pull: 12, at: STARTED_AT };

describe('the tags of a preview', () => {
  it('are accepted only on the stage that they were written for', () => {
    const tags = previewTags(PREVIEW);
    expect(readPreview(previewStageName(12), tags)).toEqual(PREVIEW);
    for (const other of ['prod', 'pr-13', 'pr-012']) {
      expect(readPreview(other, tags)).toBeUndefined();
    }
  });

  it.each([{}, { 'canary-preview:of': 'octo-org/orders/pull/12' }, { 'canary-preview:at': '1' }])(
    'that are not whole are none: %j',
    (tags) => {
      expect(readPreview('pr-12', tags)).toBeUndefined();
    },
  );
});

describe('the pull request of an event', () => {
  const source = { repository: 'octo-org/orders', sha: '', title: '', actor: '', runUrl: '' };
  const pull = (head: string | null, parts: object = {}, action = 'opened') =>
    readPull(
      {
        action,
        pull_request: {
          number: 12,
          head: { repo: head === null ? null : { full_name: head } },
          ...parts,
        },
      },
      source,
    );

  it('is of this repository, of a fork, or of a fork that is gone', () => {
    expect(pull('octo-org/orders')).toEqual({ number: 12, closed: false, fork: false });
    expect(pull('stranger/orders')?.fork).toBe(true);
    expect(pull(null)?.fork).toBe(true);
  });

  it('is closed by the event, or was already', () => {
    expect(pull('octo-org/orders', {}, 'closed')?.closed).toBe(true);
    expect(pull('octo-org/orders', { state: 'closed' }, 'synchronize')?.closed).toBe(true);
  });

  it('is absent if the event has none', () => {
    expect(readPull({}, source)).toBeUndefined();
  });
});

describe('the comment of an event', () => {
  const comment = {
    id: 7,
    body: '/canary status',
    user: { login: 'maintainer', type: 'User' },
    created_at: '2025-06-01T12:00:00Z',
    updated_at: '2025-06-01T12:00:00Z',
  };
  const issue = { number: 12, pull_request: {} };
  const event = { action: 'created', comment, issue, repository: { full_name: 'octo-org/orders' } };

  it('is read with its author, time and place', () => {
    expect(readEventComment(event)).toMatchObject({
      ...{ id: 7, pull: 12, login: 'maintainer', type: 'User', repository: 'octo-org/orders' },
      createdAt: 1_748_779_200,
      updatedAt: 1_748_779_200,
    });
  });

  it.each([
    ['edited', { action: 'edited' }],
    ['deleted', { action: 'deleted' }],
    ['on an issue', { issue: { number: 12 } }],
    ['missing', { comment: {} }],
  ])('is none when it is %s', (_, parts) => {
    expect(readEventComment({ ...event, ...parts })).toBeUndefined();
  });
});
