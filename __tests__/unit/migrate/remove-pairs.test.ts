import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '../../../src/init/planned-file.ts';
import { removeEntries } from '../../../src/migrate/remove-pairs.ts';

const removed = async (text: string, ...paths: readonly string[]) =>
  applyEdits(
    text,
    await removeEntries(
      text,
      paths.map((path) => path.split('.')),
    ),
  );

describe('entries are taken out', () => {
  it.each([
    ['of a block', 'a: 1\nb:\n  c: 2\n  # of c\nd: 3\n', ['b'], 'a: 1\n  # of c\nd: 3\n'],
    ['at the end, without a line break', 'a: 1\nb: 2', ['b'], 'a: 1\n'],
    ['with a comment in their line', 'a: 1 # one\nb: 2 # two\n', ['b'], 'a: 1 # one\n'],
    [
      'of an inner block',
      'x:\n  a: 1\n  b: [1,\n    2]\n  c: 3\n',
      ['x.b'],
      'x:\n  a: 1\n  c: 3\n',
    ],
    [
      'with an empty line after them',
      'x:\n  a: 1\n  b: 2\n\ny: 3\n',
      ['x.b'],
      'x:\n  a: 1\n\ny: 3\n',
    ],
    ['with a text of several lines', 'a: |\n  b\n\n  c\nd: 1\n', ['a'], 'd: 1\n'],
    ['with Windows line ends', 'a: 1\r\nb: 2\r\nc: 3\r\n', ['b'], 'a: 1\r\nc: 3\r\n'],
    ['first in braces', 'x: { a: 1, b: 2 }\n', ['x.a'], 'x: { b: 2 }\n'],
    ['last in braces', 'x: { a: 1, b: 2 }\n', ['x.b'], 'x: { a: 1 }\n'],
    [
      'two in the middle of braces',
      'x: { a: 1, b: 2, c: 3, d: 4 }\n',
      ['x.b', 'x.c'],
      'x: { a: 1, d: 4 }\n',
    ],
    ['two at the end of braces', 'x: { a: 1, b: 2, c: 3 }\n', ['x.b', 'x.c'], 'x: { a: 1 }\n'],
    ['apart in braces', 'x: { a: 1, b: 2, c: 3 }\n', ['x.a', 'x.c'], 'x: { b: 2 }\n'],
    [
      'of JSON',
      '{\n  "a": 1,\n  "b": { "c": 2 },\n  "d": 3\n}\n',
      ['b'],
      '{\n  "a": 1,\n  "d": 3\n}\n',
    ],
    ['at the end of JSON', '{\n  "a": 1,\n  "b": 2\n}\n', ['b'], '{\n  "a": 1\n}\n'],
    ['so that no map is empty', 'g:\n  f:\n    p: 1\nx: 2\n', ['g.f.p'], 'x: 2\n'],
    ['so that no map in braces is empty', 'g: { f: { p: 1 }, h: 2 }\n', ['g.f.p'], 'g: { h: 2 }\n'],
    ['behind a tag', 'a: !If [x, y, z]\nb: !Ref c\n', ['a'], 'b: !Ref c\n'],
    ['if they are there', 'a: 1\n', ['b', 'a.c', 'd.e'], 'a: 1\n'],
  ])('%s', async (_, before, paths, after) => {
    expect(await removed(before, ...paths)).toBe(after);
  });
});
