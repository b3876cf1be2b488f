import { describe, expect, it } from '@jest/globals';
import {
  covers,
  formatLocation,
  type JsonPath,
  parseJsonPath,
  valueAt,
} from '../../../src/checks/json-path.ts';

const JSON_VALUE = {
  id: 7,
  items: [{ name: 'a' }, { name: 'b', 'a b': null }],
  "it's": 1,
  'say "so"': 2,
  'a.b': 3,
  über: 4,
};

function path(text: string, kind?: 'several'): JsonPath {
  const found = parseJsonPath(text, kind);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('a JSON path', () => {
  it.each<[string, unknown]>([
    ['$', JSON_VALUE],
    ['$.id', 7],
    ['$.items[1].name', 'b'],
    ['$.items[-1].name', 'b'],
    ["$['items'][0]['name']", 'a'],
    ['$[ "items" ][ 0 ].name', 'a'],
    ["$.items[1]['a b']", null],
    ["$['it\\'s']", 1],
    ['$["it\'s"]', 1],
    ['$[\'say "so"\']', 2],
    ["$['a.b']", 3],
    ['$.über', 4],
    ['$.items[2]', undefined],
    ['$.items.length', undefined],
    ['$.id.x', undefined],
    ['$.toString', undefined],
    ['$.__proto__', undefined],
    ['$.items["0"]', undefined],
  ])('%s', (text, expected) => {
    expect(valueAt(path(text), JSON_VALUE)).toEqual(expected);
  });

  it.each<[string, RegExp]>([
    ['', /does not begin with \$/],
    ['id', /does not begin with \$/],
    ['$..id', /searches at any depth/],
    ['$.items[*]', /leads to several values/],
    ['$.items[?(@.id)]', /has a filter/],
    ['$.items[0:2]', /has a slice/],
    ['$.items[0,1]', /has a slice or a list/],
    ['$.content-type', /is not understood from "-type" on/],
    ['$.items[01]', /is not understood/],
    ['$.items[', /is not understood/],
    ['$.', /is not understood/],
    ["$['\\x']", /which is not understood/],
    [`$${'.a'.repeat(300)}`, /longer than 512/],
  ])('that is wrong: %s', (text, said) => {
    const found = parseJsonPath(text);
    expect(found).toEqual(expect.stringMatching(said));
    expect(found).toContain('expected a path of $, .name');
  });

  it('covers what is below it, with all elements', () => {
    const items = path('$.items[*].at', 'several');
    expect(covers(items, ['items', 3, 'at'])).toBe(true);
    expect(covers(items, ['items', 3, 'at', 'deep'])).toBe(true);
    expect(covers(items, ['items', 3])).toBe(false);
    expect(parseJsonPath('$.items[-1]', 'several')).toEqual(expect.stringMatching(/from the end/));
  });

  it('is written as it can be read', () => {
    const text = formatLocation(['items', 0, 'a b', "it's"]);
    expect(text).toBe("$.items[0]['a b']['it\\'s']");
    expect(path(text).steps).toHaveLength(4);
  });
});
