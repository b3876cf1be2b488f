import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../../src/templates/parse.ts';

const treeOf = async (text: string) => {
  const parsed = await parseTree(text);
  return parsed.kind === 'tree' ? parsed.tree : parsed;
};

describe('the tree of a template', () => {
  it("keeps the spelling of numbers and booleans, and takes CloudFormation's short forms", async () => {
    expect(await treeOf('a: 08\nb: True\nc: 1.10\nd:\ne: !GetAtt X.Arn\nf: [!Ref y]')).toEqual(
      new Map<string, unknown>([
        ['a', '08'],
        ['b', 'True'],
        ['c', '1.10'],
        ['d', ''],
        ['e', new Map([['Fn::GetAtt', 'X.Arn']])],
        ['f', [new Map([['Ref', 'y']])]],
      ]),
    );
  });

  it('is the same for short and long forms', async () => {
    const short = await treeOf('!If [A, !Sub "${B}", !Condition C]');
    const long = await treeOf('{"Fn::If": ["A", {"Fn::Sub": "${B}"}, {"Condition": "C"}]}');
    expect(short).toEqual(long);
  });

  it('takes time that grows with its length, not faster', async () => {
    const seconds = async (keys: number) => {
      const text = Array.from({ length: keys }, (_, i) => `key${i}: x`).join('\n');
      const from = performance.now();
      await treeOf(text);
      return performance.now() - from;
    };
    const fastest = async (keys: number) =>
      Math.min(await seconds(keys), await seconds(keys), await seconds(keys), await seconds(keys));
    const few = await fastest(1_000);
    // Twelve times the keys: 144 times as long if each key is compared with all others.
    expect(await fastest(12_000)).toBeLessThan(60 * few);
  });

  it('treats names that objects inherit as ordinary names', async () => {
    expect(await treeOf('__proto__: { polluted: yes }\nconstructor: x')).toBeInstanceOf(Map);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is empty for an empty text', async () => {
    expect(await treeOf('')).toBe('');
    expect(await treeOf('# nothing\n')).toBe('');
  });

  const bomb = 'bcdefghij'
    .split('')
    .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`);

  it.each([
    ['not YAML', 'a: [', 'Flow sequence'],
    ['two documents', 'a: 1\n---\nb: 2', 'more than one document'],
    ['a key twice', 'a: 1\na: 2', 'Map keys must be unique'],
    ['an anchor that is not there', 'a: *b', 'the alias *b comes before its anchor, or has none'],
    ['a cycle', 'a: &x { b: [*x] }', 'the anchor &x contains itself'],
    ['an alias bomb', ['a: &a [x, x, x]', ...bomb].join('\n'), 'expand to more than 500000 values'],
    ['a key that is a list', '? [a]\n: b', 'is not a string'],
    ['a key that is a function', '!Ref a: b', 'is not a string'],
    // The parser would recurse until the process crashes.
    ['brackets without end', '['.repeat(400_000), 'nested more than 100 deep'],
    ['dashes without end', '- '.repeat(400_000), 'nested more than 100 deep'],
    ['aliases that nest', nested(200), 'nested more than 100 deep'],
  ])('is refused for %s', async (_, text, problem) => {
    const parsed = await parseTree(text);
    expect(parsed).toEqual({
      kind: 'problem',
      problem: expect.stringMatching(/^it cannot be read as YAML or JSON: /),
    });
    expect(parsed).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});

/** `a0: &a0 [x]`, `a1: &a1 [*a0]`, and so on. */
function nested(levels: number): string {
  const lines = Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`);
  return ['a0: &a0 [x]', ...lines].join('\n');
}
