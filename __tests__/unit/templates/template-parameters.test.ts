import { describe, expect, it } from '@jest/globals';
import { readSupplied, suppliedLine } from '../../../src/templates/template-parameters.ts';

function read(text: string) {
  const problems: string[] = [];
  const values = Object.fromEntries(readSupplied(text, problems));
  return { values, problems };
}

describe('template-parameters', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['one per line', 'Stage=prod\nVersion=3', { Stage: 'prod', Version: '3' }],
    ['several on one line', 'Stage=prod  Version=3', { Stage: 'prod', Version: '3' }],
    ['both', 'Stage=prod Version=3\nOwner=me', { Stage: 'prod', Version: '3', Owner: 'me' }],
    [
      "the SAM CLI's long form",
      'ParameterKey=Stage,ParameterValue=prod ParameterKey=Note,ParameterValue="a b"',
      { Stage: 'prod', Note: 'a b' },
    ],
    ['one in the long form', 'ParameterKey=Stage,ParameterValue=prod', { Stage: 'prod' }],
    ['quotes on one line', 'Note="a \\"b\\" c=d" Stage=prod', { Note: 'a "b" c=d', Stage: 'prod' }],
    ['quotes around the only value', 'Stage="prod"', { Stage: 'prod' }],
    ["a shell's other quotes", "Stage='prod' Note='a b=c'", { Stage: 'prod', Note: 'a b=c' }],
    ['an empty value among others', 'Stage= Version=3', { Stage: '', Version: '3' }],
    ['a value with spaces', 'Note=hello to all', { Note: 'hello to all' }],
    ['a value with commas', 'Alarms=a, b,c', { Alarms: 'a, b,c' }],
    ['a value with an equals sign', 'Query=x=1', { Query: 'x=1' }],
    ['JSON', 'Tags={"a": "b"}', { Tags: '{"a": "b"}' }],
    ['a backslash in quotes', 'Path="C:\\temp"', { Path: 'C:\\temp' }],
  ])('are understood as they are meant: %s', (_, text, values) => {
    expect(read(text)).toEqual({ values, problems: [] });
  });

  it.each([
    ['commas between them', 'Stage=prod,Version=3'],
    ['commas and spaces between them', 'Stage=prod, Version=3'],
    ['words that belong to none of them', 'Note=hello all Stage=prod'],
    ['spaces around the equals signs', 'Stage = prod Version = 3'],
    ['a quote without its end', 'Stage="prod'],
    ['text behind a quoted value', 'Stage="prod"x'],
    ["a shell's line end", 'Stage=prod \\'],
    ['half of the long form', 'ParameterKey=Stage,Parameter=x'],
  ])('are refused rather than misread: %s', (_, text) => {
    const { values, problems } = read(text);
    expect(values).toEqual({});
    expect(problems).toEqual([
      expect.stringMatching(/^template-parameters: .* is neither one NAME=VALUE nor several/),
    ]);
    expect(problems[0]).toContain(text.slice(0, 6));
  });

  it('are refused twice on one line as on two', () => {
    expect(read('Stage=a Stage=b').problems).toEqual([
      'template-parameters: "Stage" is given twice',
    ]);
  });

  it.each(['prod', 'a Version=3', 'a,b=c', '"a"', "'", 'C:\\a "b" x=1', 'a\\', ''])(
    'keep a value whole that is known to be one: %j',
    (value) => {
      expect(read(suppliedLine('Note', value))).toEqual({ values: { Note: value }, problems: [] });
    },
  );
});
