// Who owns a path, as GitHub reads CODEOWNERS.

import { describe, expect, it } from '@jest/globals';
import { ownersOf, ownerText, parseOwner } from '../../../src/github/codeowners.ts';
import { costOf } from '../../support/cost.ts';

const owners = (file: string, path: string) => ownersOf(file, path).map(ownerText);
const isMatched = (pattern: string, path: string) => owners(`${pattern} @a`, path).length > 0;

// What GitHub was observed to match: the cases of github.com/hmarr/codeowners (testdata/patterns.json), in short.
describe('a pattern', () => {
  it.each([
    ['foo', ['foo', 'foo/bar', 'bar/foo', 'bar/foo/baz'], ['foo.txt', 'bar/foo.txt', 'bar/baz']],
    ['/foo', ['foo', 'foo/bar', 'foo/bar/baz'], ['fool.txt', 'bar/foo', 'bar/foo/baz']],
    ['foo/', ['foo/bar', 'foo/bar/baz', 'bar/foo/baz'], ['foo', 'bar/foo']],
    ['/foo/', ['foo/bar', 'foo/'], ['foo', 'bar/foo/baz']],
    ['foo/bar', ['foo/bar', 'foo/bar/baz'], ['foo/bart', 'baz/foo/bar']],
    ['foo/bar/', ['foo/bar/baz'], ['foo/bar', 'baz/foo/bar/qux']],
    ['*', ['foo', 'foo/bar', 'bar/foo/baz', 'foo/'], []],
    ['f*', ['foo', 'foo/bar', 'bar/foo/baz'], ['bar/baz', 'xfoo']],
    ['/*', ['foo'], ['foo/bar', 'foo/bar/baz']],
    ['/f*', ['foo', 'foo/bar'], ['bar/foo', 'xfoo']],
    ['f*/', ['foo/bar', 'bar/foo/baz'], ['foo', 'bar/foo']],
    ['/*/', ['foo/bar', 'bar/foo/baz'], ['foo']],
    ['f\\*o', ['f*o'], ['foo']],
    ['f?o', ['foo'], ['fo', 'fooo']],
    ['f\\?o', ['f?o'], ['foo']],
    ['foo/*', ['foo/bar', 'foo/'], ['foo', 'foo/bar/baz', 'bar/foo/baz']],
    ['foo/*.txt', ['foo/bar.txt'], ['foo/bar/baz.txt', 'qux/foo/bar.txt']],
    ['foo/*/baz', ['foo/bar/baz', 'foo/bar/baz/qux'], ['foo/baz', 'foo/bar']],
    ['**/foo/bar', ['foo/bar', 'qux/foo/bar/baz'], ['foo/baz/bar']],
    ['**/*bar*', ['bar', 'foo/rebar', 'foo/qux/barrio'], ['foo']],
    ['foo/bar/**', ['foo/bar/baz', 'foo/bar/baz/qux'], ['foo/bar', 'qux/foo/bar/baz']],
    ['foo/**/bar', ['foo/bar', 'foo/qux/quux/bar/baz'], ['qux/foo/bar']],
    ['foo/**/bar/b*', ['foo/bar/baz', 'foo/qux/bar/baz'], ['foo/bar/qux']],
    ['Foo', ['Foo'], ['foo']],
    ['/', [], ['foo']],
  ])('%s', (pattern, matched, others) => {
    expect(matched.filter((path) => !isMatched(pattern, path))).toEqual([]);
    expect(others.filter((path) => isMatched(pattern, path))).toEqual([]);
  });

  it('takes no longer than its length for a name that almost matches', () => {
    const match = () => isMatched('*a'.repeat(500), 'a'.repeat(499));
    expect(match()).toBe(false);
    expect(costOf(match)).toBeLessThan(5);
  });
});

describe('the last pattern that matches', () => {
  const FILE = [
    '# the owners of all',
    '*       @octo-org/everyone   # unless a later line says more',
    '*.mjs   @js-owner dev@example.com',
    '/apps/  @octocat @hubot',
    '/apps/github',
    'my\\ docs/ @writer',
    '',
  ].join('\r\n');

  it.each([
    ['README.md', ['@octo-org/everyone']],
    ['src/orders.mjs', ['@js-owner', 'dev@example.com']],
    ['apps/orders.mjs', ['@octocat', '@hubot']],
    ['apps/github/x.mjs', []],
    ['my docs/a.md', ['@writer']],
  ])('decides for %s', (path, expected) => {
    expect(owners(FILE, path)).toEqual(expected);
  });
});

describe('a line that GitHub skips', () => {
  it.each(['!/src @b', '\\#src @b', '/[ab]pi @b', '/src b', '/src @b @', '/src ***'])(
    '%s',
    (line) => {
      expect(owners(`* @a\n${line}`, 'src/x')).toEqual(['@a']);
    },
  );
});

describe("a section, which is GitLab's", () => {
  it.each(['[Docs]', '^[Docs] @writer', '[Docs][2]', ' [Docs] @writer'])(
    '%s is refused',
    (line) => {
      expect(() => owners(`* @a\n${line}\n/docs @b`, 'src')).toThrow(
        `line 2 of CODEOWNERS is "${line.trim()}": sections are GitLab's`,
      );
    },
  );
});

it('knows people, teams and addresses, and nothing else', () => {
  expect(parseOwner('@octo-org/release_team.eu')).toEqual({
    kind: 'team',
    org: 'octo-org',
    slug: 'release_team.eu',
  });
  expect(parseOwner('@maria')).toEqual({ kind: 'user', login: 'maria' });
  expect(parseOwner('maria@example.com')).toEqual({ kind: 'email', address: 'maria@example.com' });
  for (const word of ['maria', '@', '@-a', '@a/b/c', 'a@b', '@a b'])
    expect(parseOwner(word)).toBeUndefined();
});
