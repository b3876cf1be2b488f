import { describe, expect, it } from '@jest/globals';
import { createServerPair, type Server } from '../../../verify/emulators/server-pair.ts';
import { chiSquareBetween, chiSquareOf } from '../../../verify/emulators/stage-scenario.ts';
import type { Answer } from '../../../verify/recordings/send.ts';

function server(answers: Readonly<Record<string, Answer>>, asked: unknown[] = []): Server {
  return {
    url: 'http://nowhere',
    ids: new Map(),
    sender: {
      send: async (call, input) => {
        asked.push(input);
        return answers[call] ?? { status: 404, error: { code: 'NotFound', message: call } };
      },
      close: () => undefined,
    },
  };
}

const made = (id: string, more: object = {}): Answer => ({
  status: 201,
  body: { id, at: new Date(), ...more },
});

describe('two servers asked the same', () => {
  it('agree where only ids and dates differ, and each is asked by its own ids', async () => {
    const asked: unknown[] = [];
    const one = server({ Create: made('a1', { uri: 'x/a1' }) }, asked);
    const other = server({ Create: made('b2', { uri: 'x/b2', empty: '' }) }, asked);
    const pair = createServerPair([one, other], []);
    await pair.call('Create', {}, 'thing');
    await pair.call('Get', { id: '{thing}' });
    expect(() => pair.agree()).not.toThrow();
    expect(asked.slice(2)).toEqual([{ id: 'a1' }, { id: 'b2' }]);
  });

  it.each([
    ['a member', made('b2', { percent: 1 })],
    ['the status', { ...made('b2', { percent: 2 }), status: 200 }],
    ['an error', { status: 400, error: { code: 'Bad', message: 'no' } }],
  ])('disagree where %s differs, once', async (_, answer) => {
    const pair = createServerPair(
      [server({ Create: made('a1', { percent: 2 }) }), server({ Create: answer })],
      [],
    );
    await pair.call('Create', {}, 'thing');
    expect(() => pair.agree()).toThrow('Create');
    expect(() => pair.agree()).not.toThrow();
  });

  it('are not compared in members that are left out', async () => {
    const servers = [server({ Get: made('a', { tags: 1 }) }), server({ Get: made('a') })] as const;
    const strict = createServerPair([servers[0], servers[1]], []);
    await strict.call('Get', {});
    expect(() => strict.agree()).toThrow('tags');
    const lenient = createServerPair([servers[0], servers[1]], ['tags']);
    await lenient.call('Get', {});
    expect(() => lenient.agree()).not.toThrow();
  });
});

describe('chi-square', () => {
  it('is the sum of squared deviations over the expected counts', () => {
    // 180 and 220 where 160 and 240 are expected: 20²/160 + 20²/240.
    expect(chiSquareOf(180, 400, 0.4)).toBeCloseTo(400 / 160 + 400 / 240, 10);
    expect(chiSquareOf(160, 400, 0.4)).toBeCloseTo(0, 10);
  });

  it('between two servers compares each with both together', () => {
    expect(chiSquareBetween(160, 160, 400)).toBe(0);
    // Of the 2x2 table 180/220, 140/260, by hand: 8.333…
    expect(chiSquareBetween(180, 140, 400)).toBeCloseTo(25 / 3, 10);
    expect(chiSquareBetween(0, 0, 400)).toBe(0);
  });
});
