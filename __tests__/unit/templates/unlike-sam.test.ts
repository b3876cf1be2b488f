// Where a template is read although SAM refuses it, or is read differently because its author surely meant something else:
// as docs/coming-from.md says.

import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import { onlyProblem, type ReleaseFacts } from '../../../src/templates/release-facts.ts';
import { readSam } from '../../../src/templates/sam.ts';

async function read(text: string, gives: readonly string[] = []): Promise<ReleaseFacts> {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') return onlyProblem(parsed.problem);
  return readSam(parsed.tree, {
    gives: (name) => gives.includes(name),
    supplied: new Map(),
    region: 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
}

const HEAD = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Names: { Type: CommaDelimitedList, Default: "a,b" }
  Stage: { Type: String, Default: prod }
Mappings:
  Of: { prod: { alias: live, alarms: [a, b] } }
Conditions:
  Yes: !Equals [a, a]
  No: !Equals [a, b]
`;
const fn = (id: string, properties: string) =>
  `  ${id}: { Type: AWS::Serverless::Function, Properties: { ${properties} } }\n`;
const orders = (preference: string, alias = 'live') =>
  `${HEAD}Resources:\n${fn('Orders', `FunctionName: orders, AutoPublishAlias: ${alias}, DeploymentPreference: { Type: AllAtOnce, ${preference} }`)}`;

describe('a condition in Enabled', () => {
  it.each([
    ['!If [No, true, false]', 0],
    ['!If [Yes, true, false]', 1],
  ])('%s counts, where SAM takes it for enabled', async (enabled, count) => {
    const { values, problems } = await read(orders(`Enabled: ${enabled}`));
    expect((values.functions ?? '') === '' ? 0 : 1).toBe(count);
    expect(problems.join().includes('its DeploymentPreference is not enabled')).toBe(count === 0);
  });
});

describe('alarms', () => {
  it.each([
    ['the first is no value, where SAM drops all', '[!Ref AWS::NoValue, a, b]'],
    ['a reference to a list', '!Ref Names'],
    ['a text that is split', '!Split [",", "a,b"]'],
    ['a list in a map', '!FindInMap [Of, prod, alarms]'],
    ['a condition within a condition', '!If [Yes, !If [No, [x], [a, b]], []]'],
  ])('are read as %s', async (_, alarms) => {
    const { values, problems } = await read(orders(`Alarms: ${alarms}`));
    expect([problems, values.alarms]).toEqual([[], 'a\nb']);
  });
});

describe('an alias', () => {
  it.each(['!If [Yes, live, x]', '!Sub "li${Ve}"', '!FindInMap [Of, !Ref Stage, alias]'])(
    'is read as %s',
    async (alias) => {
      const text = orders('', alias).replace(
        'Stage: {',
        'Ve: { Type: String, Default: ve }\n  Stage: {',
      );
      const { values, problems } = await read(text);
      expect([problems, values.functions]).toEqual([[], 'orders:live']);
    },
  );
});

describe('a template', () => {
  const ONE = orders('');

  it.each([
    ['Globals that are null', ONE.replace('Resources:', 'Globals:\nResources:')],
    ['Mappings that are null', ONE.replace(/Mappings:\n.*\n/, 'Mappings:\n')],
    [
      'Properties that are null beside it',
      `${ONE}  Topic: { Type: AWS::SNS::Topic, Properties: }\n`,
    ],
    ['a tab behind a colon', ONE.replace('Transform: ', 'Transform:\t')],
    ['a byte order mark and Windows line ends', `\uFEFF${ONE.replaceAll('\n', '\r\n')}`],
    ['a directive, a beginning and an end', `%YAML 1.1\n---\n${ONE}...\n`],
    ['a PassthroughCondition of another type', orders('PassthroughCondition: [1]')],
  ])('with %s is read', async (_, text) => {
    const { values, problems } = await read(text);
    expect([problems, values.functions]).toEqual([[], 'orders:live']);
  });

  it.each([
    [
      'the same key twice',
      ONE.replace('Type: AllAtOnce,', 'Type: AllAtOnce, Type: AllAtOnce,'),
      'Map keys must be unique; "Type" occurs twice at line 11',
    ],
    [
      'hooks by condition',
      orders('Hooks: !If [Yes, { PreTraffic: a }, {}]'),
      'Hooks of "Orders" has the unknown key "Fn::If"',
    ],
    [
      'a value of another stack',
      orders('Alarms: [!ImportValue alarm]'),
      'Fn::ImportValue cannot be resolved outside of CloudFormation; expected the input alarms instead',
    ],
    [
      'a dynamic reference as a hook',
      orders('Hooks: { PreTraffic: "{{resolve:ssm:/hook}}" }'),
      'expected the input pre-traffic-hook instead',
    ],
  ])('with %s is refused', async (_, text, says) => {
    expect((await read(text)).problems).toEqual([expect.stringContaining(says)]);
  });

  it('with an empty Type beside another schedule does not take that', async () => {
    const empty = fn(
      'Cart',
      'FunctionName: cart, AutoPublishAlias: live, DeploymentPreference: { Type: !Ref AWS::NoValue }',
    );
    expect((await read(`${ONE}${empty}`)).problems).toEqual([
      expect.stringContaining('the DeploymentPreference of "Cart" has no Type: it is empty'),
    ]);
  });
});

describe('a misspelt key', () => {
  const TEXT = orders('Alarm: [a]');

  it('is refused, and is only said once the input replaces what it means', async () => {
    expect((await read(TEXT)).problems).toEqual([
      expect.stringContaining('has the unknown key "Alarm". Did you mean "Alarms"?'),
    ]);
    const { problems, notes } = await read(TEXT, ['alarms']);
    expect(problems).toEqual([]);
    expect(notes.join()).toContain('has the unknown key "Alarm", which is ignored');
  });
});
