// Alarms that are found by a tag: how often they are looked up, and which are watched.

import { describe, expect, it } from '@jest/globals';
import type { NormalClients } from '../../../src/aws/clients.ts';
import { judgeTagged } from '../../../src/monitor/alarm-evidence.ts';
import { watchTags } from '../../../src/monitor/tagged-alarms.ts';

const arn = (name: string) => `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`;

/** The tagging API, whose answers the test changes. */
function account() {
  const state = { names: ['a'] as readonly string[], fails: false, calls: 0 };
  const send = async () => {
    state.calls += 1;
    if (state.fails) throw Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    return { ResourceTagMappingList: state.names.map((name) => ({ ResourceARN: arn(name) })) };
  };
  const clients = { open: () => ({ send }) } as unknown as NormalClients;
  return { state, clients };
}

describe('the alarms with a tag', () => {
  it('are looked up once a minute, and watched from then on', async () => {
    const { state, clients } = account();
    const read = watchTags(clients, ['errors', 'tag:team=shop']);
    expect(await read(0)).toEqual({ arns: [arn('a')], unread: undefined });
    state.names = ['b'];
    expect((await read(59)).arns).toEqual([arn('a')]);
    expect((await read(60)).arns).toEqual([arn('a'), arn('b')]);
    expect(state.calls).toBe(2);
  });

  it('stay those that are known if they cannot be looked up, which is tried at each check', async () => {
    const { state, clients } = account();
    const read = watchTags(clients, ['tag:team']);
    await read(0);
    state.fails = true;
    expect(await read(60)).toEqual({
      arns: [arn('a')],
      unread: expect.stringContaining('AWS denies tag:GetResources on *'),
    });
    state.fails = false;
    expect(await read(75)).toEqual({ arns: [arn('a')], unread: undefined });
  });

  it('are at most 100, and the others are not passed over without a word', async () => {
    const { state, clients } = account();
    state.names = Array.from({ length: 101 }, (_, i) => `alarm-${i}`);
    const { arns, unread } = await watchTags(clients, ['tag:team=shop'])(0);
    expect(arns).toHaveLength(100);
    expect(unread).toContain('more than 100 alarms have the tag team=shop now');
  });

  it('cost nothing where no tag is named', async () => {
    const { state, clients } = account();
    expect(await watchTags(clients, ['errors'])(0)).toEqual({ arns: [], unread: undefined });
    expect(state.calls).toBe(0);
  });
});

describe('an alarm with a tag', () => {
  const reading = { arn: arn('a'), name: 'a', reason: '', transitionedAt: 5, doubt: undefined };
  it.each([
    ['fires', [{ ...reading, state: 'ALARM' as const }], 'failing', undefined],
    ['has no data', [{ ...reading, state: 'INSUFFICIENT_DATA' as const }], 'healthy', undefined],
    ['is gone', [], 'healthy', undefined],
    ['is in doubt', [{ ...reading, state: 'OK' as const, doubt: 'x' }], 'inconclusive', true],
  ])('that %s', (_, readings, verdict, unread) => {
    const [evidence] = judgeTagged([arn('a')], readings, 4);
    expect([evidence?.verdict, evidence?.unread]).toEqual([verdict, unread]);
  });
});
