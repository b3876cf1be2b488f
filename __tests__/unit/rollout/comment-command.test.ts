// Commands in comments, and text that only resembles commands.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  COMMENT_COMMANDS,
  isEligible,
  parseComment,
} from '../../../src/rollout/comment-command.ts';
import { costOf } from '../../support/cost.ts';

const none = { kind: 'none' };

describe('a comment', () => {
  it.each([...COMMENT_COMMANDS])('requests %s on its own line', (command) => {
    const asks = { kind: 'command', command };
    expect(parseComment(`/canary ${command}`)).toEqual(asks);
    expect(parseComment(`Looks good to me.\r\n\r\n/canary ${command}  \r\nThanks!`)).toEqual(asks);
    const fenced = '```\n/canary status\n```';
    expect(parseComment(`${fenced}\n/canary ${command}`)).toEqual(asks);
  });

  it.each([
    ['in the middle of a line', 'please /canary promote'],
    ['indented, which is code', '    /canary promote'],
    ['after a blank', ' /canary promote'],
    ['quoted', '> /canary promote'],
    ['in a list', '- /canary promote'],
    ['in a code block', '```\n/canary promote\n```'],
    ['in a code block with a name', '````sh\n```\n/canary promote\n````'],
    ['in a code block of tildes', '~~~\n/canary promote\n~~~'],
    ['in a code block that does not end', '```\n/canary promote'],
    ['in code', '`/canary promote`'],
    ['in a comment that is not shown', '<!--\n/canary promote\n-->'],
    ['in HTML', '<pre>\n/canary promote\n</pre>'],
    ['in a quotation of HTML', '<blockquote>\n/canary promote\n</blockquote>'],
    ['a path', '/canary/promote'],
    ['another word', '/canary-action promote'],
    ['of Cyrillic letters', '/саnаry promote'],
    ['with a slash that is none', '\u2215canary promote'],
    ['behind a character that is not seen', '\u200B/canary promote'],
    ['in capitals', '/CANARY promote'],
    ['nothing', ''],
    ['too long for GitHub', `${'x'.repeat(65_536)}\n/canary promote`],
  ])('%s asks for nothing', (_, body) => {
    expect(parseComment(body)).toEqual(none);
  });

  it.each([
    ['another command', '/canary deploy'],
    ['nothing behind it', '/canary'],
    ['more behind it', '/canary promote now'],
    ['two blanks', '/canary  promote'],
    ['letters that look alike', '/canary prom\u043Ete'],
    ['a character that is not seen', '/canary promote\u200B'],
    ['a blank that is none', '/canary\u00A0promote'],
    ['several commands', '/canary pause\n/canary promote'],
  ])('with %s is unclear', (_, body) => {
    expect(parseComment(body).kind).toBe('unclear');
  });

  it('of 65 kB is read quickly, whatever it contains', () => {
    const bodies = [
      `${'<!--'.repeat(16_000)}`,
      '`'.repeat(65_000),
      '/canary '.repeat(8000),
      '\n'.repeat(65_000),
    ];
    for (const body of bodies) expect(parseComment(body).kind).not.toBe('command');
    expect(costOf(() => bodies.map(parseComment))).toBeLessThan(40);
  });

  it('is a command only with the exact words in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const spoken = parseComment(text);
        if (spoken.kind === 'command') expect(text).toContain(`/canary ${spoken.command}`);
      }),
    );
  });
});

describe('eligible comments', () => {
  const said = { login: 'maintainer', type: 'User', createdAt: 100, updatedAt: 100 };

  it('are written by users since the release began', () => {
    expect(isEligible(said, 100.7)).toBe(true);
    expect(isEligible(said, 101)).toBe(false);
  });

  it.each([
    ['a bot', { type: 'Bot' }],
    ['an app that calls itself a user', { login: 'helper[bot]' }],
    ['an organisation', { type: 'Organization' }],
    ['who edited it', { updatedAt: 105 }],
    ['a time that cannot be read', { createdAt: Number.NaN, updatedAt: Number.NaN }],
  ])('not %s', (_, parts) => {
    expect(isEligible({ ...said, ...parts }, 0)).toBe(false);
  });
});
