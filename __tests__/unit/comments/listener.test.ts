// How a run handles comments, without GitHub.

import { describe, expect, it, jest } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { listen } from '../../../src/comments/listener.ts';
import type { Conversation, PostedComment } from '../../../src/github/conversation.ts';
import { commentMarker } from '../../../src/report/comment-body.ts';
import { describeRequest } from '../../../src/report/requests.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { makeRecord, makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';

const KEY = 'a1b2c3d4e5/prod';
const at = STARTED_AT + 60;
const times = { createdAt: at, updatedAt: at };
const PROGRESS: PostedComment = {
  id: 1,
  body: `${commentMarker(KEY)}\n\nCanary in progress`,
  login: 'github-actions[bot]',
  type: 'Bot',
  own: true,
  dislikes: 2,
  ...times,
};
const said = (id: number, body: string, login = 'writer'): PostedComment => ({
  ...{ id, body, login, type: 'User', own: false, dislikes: 0 },
  ...times,
});
const nothing = () => undefined;
const log = { group: nothing, endGroup: nothing, line: nothing, notice: nothing, error: nothing };

function scene(comments: readonly PostedComment[], feedback: 'report' | 'hold' = 'hold') {
  const did: string[] = [];
  const conversation: Conversation = {
    findPull: async () => 12,
    read: async () => comments,
    mayWrite: async (login) => login === 'writer',
    isAnswered: async (id) => id === 99,
    answer: async (id, answer) => void did.push(`${id} ${answer}`),
    refuse: async (_, login, why = 'no write access') => void did.push(`refused ${login}: ${why}`),
    whyNoApprover: async (_, login, approvers) =>
      approvers === `@${login}` ? undefined : `expected ${approvers}`,
    inspectApprovers: async () => ({ problems: [], notes: [] }),
    pullState: async () => 'open',
    dislikes: async () => ['reader', 'writer'],
  };
  const listener = listen({
    conversation: async () => conversation,
    setPaused: async (pause) => void did.push(pause ? 'paused' : 'resumed'),
    approve: async (_, { weight, by }) => void did.push(`approved ${weight} by ${by}`),
    recordRequest: (person) => void did.push(describeRequest(person)),
    log: { ...log, warning: (text) => void did.push(text) },
    feedback,
    key: () => KEY,
  });
  return { listener, did, conversation };
}

const rollout = (parts: Partial<StoredRollout> = {}): StoredRollout => ({
  ...makeRemembered({ phase: { kind: 'step', index: 0, since: at } }),
  record: makeRecord({ pull: 12 }),
  ...parts,
});

describe('a 👎 on the progress comment', () => {
  it.each([
    ['report', undefined],
    ['hold', 'writer'],
  ] as const)('with feedback: %s', async (feedback, hold) => {
    const { listener, did } = scene([PROGRESS], feedback);
    await listener.poll(rollout());
    expect(listener.requests().hold).toBe(hold);
    expect(listener.evidence()).toEqual([
      {
        source: { kind: 'people', logins: ['writer'] },
        verdict: 'inconclusive',
        detail: { kind: 'disliked' },
      },
    ]);
    expect(did).toEqual([
      feedback === 'hold'
        ? '👎 by writer: the rollout stops advancing automatically'
        : '👎 by writer: noted; it does not affect the rollout',
    ]);
  });

  it.each([
    ['a user', { login: 'stranger', type: 'User', own: false }],
    ['another bot', { login: 'helper[bot]', type: 'Bot', own: false }],
  ])('does not count on the comment of %s that looks the same', async (_, author) => {
    const { listener } = scene([{ ...PROGRESS, ...author }]);
    await listener.poll(rollout());
    expect(listener.evidence()).toEqual([]);
  });
});

describe('a command', () => {
  it('is executed once, and leaves the decision to the loop', async () => {
    const { listener, did } = scene([said(2, '/canary pause'), said(3, '/canary promote')]);
    await listener.poll(rollout());
    await listener.poll(rollout());
    expect(did).toEqual([
      'paused',
      '/canary pause by writer: the weight stays the same until the rollout is resumed',
      '2 +1',
      '/canary promote by writer: will be promoted at the next check, unless that check is failing',
      '3 +1',
    ]);
    expect(listener.requests().promote).toBe('writer');
  });

  it('that comes in the bake can no more pause or promote, and still roll back', async () => {
    const comments = [
      said(2, '/canary pause'),
      said(3, '/canary promote'),
      said(4, '/canary rollback'),
    ];
    const { listener, did } = scene(comments);
    await listener.poll(rollout({ phase: { kind: 'baking', since: at } }));
    expect(did.filter((one) => /^\d/.test(one))).toEqual(['2 confused', '3 confused', '4 +1']);
    expect(did[0]).toBe('/canary pause by writer: not possible: the rollout is not in a step');
    expect(listener.requests()).toMatchObject({
      promote: undefined,
      rollback: 'writer',
    });
  });

  it('is ignored from others, from before the run, or if another run has replied', async () => {
    const early = {
      ...said(5, '/canary rollback'),
      createdAt: STARTED_AT - 1,
      updatedAt: STARTED_AT - 1,
    };
    const comments = [early, said(99, '/canary rollback'), said(6, '/canary rollback', 'reader')];
    const { listener, did } = scene(comments);
    await listener.poll(rollout());
    expect(listener.requests().rollback).toBeUndefined();
    expect(did).toEqual(['6 confused', 'refused reader: no write access']);
  });

  it('is answered with the message of AWS if AWS refuses it', async () => {
    const { did, conversation } = scene([said(2, '/canary pause')]);
    const listener = listen({
      conversation: async () => conversation,
      approve: async () => undefined,
      setPaused: () => Promise.reject(new Error('AWS denies lambda:TagResource')),
      recordRequest: (person) => void did.push(describeRequest(person)),
      log: { ...log, warning: nothing },
      feedback: 'report',
      key: () => KEY,
    });
    await listener.poll(rollout());
    expect(did).toEqual(['/canary pause by writer: failed: AWS denies lambda:TagResource']);
  });

  it('is read before the end if it comes between two checks, and still counts', async () => {
    const comments: PostedComment[] = [];
    const { listener } = scene(comments);
    await listener.poll(rollout());
    comments.push(said(2, '/canary rollback'));
    await listener.poll(rollout());
    expect(listener.requests().rollback).toBeUndefined();
    await listener.flush(rollout());
    expect(listener.requests().rollback).toBe('writer');
  });

  it.each([
    ['rolled-back', 'rolled back', ['2 confused', '3 confused', '4 +1', '5 confused', '6 +1']],
    ['promoted', 'promoted', ['2 confused', '3 +1', '4 confused', '5 confused', '6 +1']],
  ] as const)(
    'after the end, %s, is answered and changes nothing',
    async (ended, shown, answers) => {
      const words = ['pause', 'promote', 'rollback', 'resume', 'status'];
      const { listener, did } = scene(words.map((word, i) => said(i + 2, `/canary ${word}`)));
      await listener.flush(rollout(), ended);
      expect(did.filter((one) => /^\d/.test(one))).toEqual(answers);
      expect(did).toContain(
        `/canary pause by writer: received after the release had ended: ${shown}`,
      );
      expect(did).not.toContain('paused');
      expect(did).not.toContain('resumed');
      expect(listener.requests()).toEqual({
        promote: undefined,
        rollback: undefined,
        hold: undefined,
      });
    },
  );

  /** A conversation in which this call fails the first time. */
  const failingOnce = (conversation: Conversation, name: 'mayWrite' | 'isAnswered' | 'answer') => {
    let failed = false;
    const call = conversation[name] as (...given: readonly unknown[]) => Promise<unknown>;
    const failing = async (...given: readonly unknown[]) => {
      if (failed) return call(...given);
      failed = true;
      throw new KnownError('GitHub returned 502');
    };
    return { ...conversation, [name]: failing } as Conversation;
  };

  it.each(['mayWrite', 'isAnswered', 'answer'] as const)(
    'is obeyed although GitHub fails once at %s, and holds up no other',
    async (name) => {
      jest.useFakeTimers({ now: 1000 * (at + 60) });
      const { did, conversation } = scene([said(2, '/canary rollback'), said(3, '/canary pause')]);
      const failing = failingOnce(conversation, name);
      const listener = listen({
        conversation: async () => failing,
        setPaused: async () => void did.push('paused'),
        approve: async () => undefined,
        recordRequest: nothing,
        log: { ...log, warning: nothing },
        feedback: 'report',
        key: () => KEY,
      });
      await listener.poll(rollout());
      expect(did).toContain('paused');
      jest.setSystemTime(1000 * (at + 120));
      await listener.poll(rollout());
      expect(listener.requests().rollback).toBe('writer');
      expect(did.filter((one) => one === 'paused')).toHaveLength(1);
      jest.useRealTimers();
    },
  );

  it('is not read if no pull request carries the release', async () => {
    const { listener, did } = scene([said(2, '/canary rollback')]);
    await listener.poll(rollout({ record: makeRecord() }));
    expect(did).toEqual([]);
  });

  it('costs one warning, and no release, if GitHub fails', async () => {
    const { did, conversation } = scene([]);
    const listener = listen({
      conversation: async () => ({ ...conversation, read: () => Promise.reject(new Error('no')) }),
      setPaused: async () => undefined,
      approve: async () => undefined,
      recordRequest: nothing,
      log: { ...log, warning: (text) => void did.push(text) },
      feedback: 'report',
      key: () => KEY,
    });
    await listener.poll(rollout());
    expect(did).toEqual(['Comments could not be read: no. The rollout continues.']);
  });
});

describe('/canary promote where a weight must be approved', () => {
  const plan = {
    ...makeRecord().plan,
    steps: [10, 25, 50].map((weight) => ({ weight, holdSeconds: 300 })),
  };
  const waiting = (parts: Partial<StoredRollout> = {}, by?: string) =>
    rollout({
      phase: { kind: 'step', index: 1, since: at - 30 },
      record: makeRecord({
        pull: 12,
        plan: { ...plan, approvals: { at: [40], ...(by && { by }) } },
      }),
      ...parts,
    });
  const hear = async (open: StoredRollout) => {
    const { listener, did } = scene([said(2, '/canary promote')]);
    await listener.poll(open);
    return { did, promote: listener.requests().promote };
  };

  it('is an approval of the next weight, and skips nothing', async () => {
    expect(await hear(waiting())).toEqual({
      did: [
        'approved 50 by writer',
        '/canary promote by writer: approves 50%; the rollout continues with its plan',
        '2 +1',
      ],
      promote: undefined,
    });
  });

  it('does nothing before the rollout is there', async () => {
    const { did, promote } = await hear(
      waiting({ phase: { kind: 'step', index: 0, since: at - 30 } }),
    );
    expect(promote).toBeUndefined();
    expect(did).toEqual([
      expect.stringContaining('not possible yet: the rollout asks for an approval before 50%'),
      '2 confused',
    ]);
  });

  it('does nothing if it was written at an earlier weight', async () => {
    const { did, promote } = await hear(
      waiting({ phase: { kind: 'step', index: 1, since: at + 30 } }),
    );
    expect(promote).toBeUndefined();
    expect(did).toEqual([expect.stringContaining('written before the rollout had'), '2 confused']);
  });

  it('skips the rest once everything is approved', async () => {
    const approvals = [{ weight: 50, at, by: 'writer' }];
    const open = waiting({ approvals, phase: { kind: 'step', index: 2, since: at - 30 } });
    expect((await hear(open)).promote).toBe('writer');
  });

  it('counts only from those who may approve', async () => {
    expect((await hear(waiting({}, '@writer'))).did[0]).toBe('approved 50 by writer');
    expect(await hear(waiting({}, '@maria'))).toEqual({
      did: ['2 confused', 'refused writer: expected @maria'],
      promote: undefined,
    });
  });

  it('is asked for again if it could not be stored', async () => {
    const { listener, conversation } = scene([said(2, '/canary promote')]);
    const broken = listen({
      conversation: async () => conversation,
      setPaused: async () => undefined,
      approve: async () => {
        throw new KnownError('AWS is away');
      },
      recordRequest: nothing,
      log: { ...log, warning: nothing },
      feedback: 'report',
      key: () => KEY,
    });
    await broken.poll(waiting());
    expect(broken.requests().promote).toBeUndefined();
    expect(listener.requests().promote).toBeUndefined();
  });
});
