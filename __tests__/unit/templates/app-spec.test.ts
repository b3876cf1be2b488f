import { describe, expect, it } from '@jest/globals';
import { readAppSpec } from '../../../src/templates/app-spec.ts';
import { parseTree } from '../../../src/templates/parse.ts';

async function read(text: string, given: readonly string[] = []) {
  const parsed = await parseTree(text);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const gives = (name: string) => given.includes(name);
  return readAppSpec(parsed.tree, {
    gives,
    supplied: new Map(),
    region: 'eu-west-1',
    stepsOf: (steps) => steps,
  });
}

const resource = (properties: string, more = '') =>
  `version: 0.0\nResources:\n  - orders:\n      Type: AWS::Lambda::Function\n      Properties: { ${properties} }\n${more}`;
const FULL = 'Name: orders, Alias: live, CurrentVersion: "7", TargetVersion: "8"';

const JSON_FORM = JSON.stringify({
  version: 0.0,
  resources: [
    {
      orders: {
        type: 'AWS::Lambda::Function',
        properties: { name: 'orders', alias: 'live', currentversion: '7', targetversion: '8' },
      },
    },
  ],
});

describe('an AppSpec', () => {
  it.each([
    ['in YAML', resource(FULL)],
    ['with numbers', resource('Name: orders, Alias: live, CurrentVersion: 7, TargetVersion: 8')],
    ['in JSON, with small keys', JSON_FORM],
    ['with resources as a map', resource(FULL).replace('  - orders', '    orders')],
    ['with empty hooks', resource(FULL, 'Hooks:\n')],
  ])('is understood %s', async (_, text) => {
    expect(await read(text)).toEqual({
      values: { functions: 'orders:live', version: 'orders=8' },
      current: { orders: '7' },
      notes: ['"orders" is released through live, from version 7 to 8'],
      problems: [],
    });
  });

  it('names hooks, each once and one per line', async () => {
    const hooks =
      'Hooks:\n  - beforeAllowTraffic: a\n  - AfterAllowTraffic: b\n  - BeforeAllowTraffic: c\n  - BeforeAllowTraffic: a\n';
    expect(await read(resource(FULL, hooks))).toMatchObject({
      values: { 'pre-traffic-hook': 'a\nc', 'post-traffic-hook': 'b' },
      problems: [],
    });
  });

  it('may name a function by its ARN', async () => {
    const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
    expect(await read(resource(FULL.replace('orders', `"${arn}"`)))).toMatchObject({
      values: { functions: `${arn}:live`, version: 'orders=8' },
      current: { orders: '7' },
    });
  });

  it('yields to the inputs', async () => {
    const { values, notes } = await read(resource(FULL), ['alias', 'version']);
    expect(values.functions).toBe('orders');
    expect(notes).toContain('alias, version set as input overrides the AppSpec');
  });

  it.each<[string, string, readonly string[], (readonly string[])?]>([
    ['a text', 'nothing', ['it contains no AppSpec']],
    ['nothing in it', 'version: 0.0', ['it has no Resources; expected a list']],
    ['another version', resource(FULL).replace('0.0', '1.0'), ['version is "1.0"; expected 0.0']],
    [
      'an ECS service',
      resource(FULL).replace('Lambda::Function', 'ECS::Service'),
      ['"orders" is of the type "AWS::ECS::Service"; expected AWS::Lambda::Function'],
    ],
    [
      'nothing said of the function',
      resource(''),
      [
        'Name of "orders" is missing',
        'Alias of "orders" is missing',
        'CurrentVersion of "orders" is missing',
        'TargetVersion of "orders" is missing',
      ],
    ],
    [
      'no name of the resource',
      `version: 0.0\nResources:\n  - Type: AWS::Lambda::Function\n    Properties: { ${FULL} }\n`,
      [
        'line 3, column 5: Type is directly in Resources; expected the name of a resource, with Type and Properties indented below it',
      ],
    ],
    [
      'a resource that is indented too little',
      `version: 0.0\nResources:\n  - orders:\n    Type: AWS::Lambda::Function\n    Properties: { ${FULL} }\n`,
      ['line 4, column 5: Type is directly in Resources; expected the name of a resource'],
    ],
    [
      'the draft',
      resource(FULL.replace('"8"', '$LATEST')),
      ['TargetVersion of "orders" is "$LATEST"; expected the number of a published version'],
    ],
    [
      'unknown keys',
      resource(`${FULL}, Targetversion: 9, Alais: x`, 'Hook: []\n'),
      [
        'the AppSpec has the unknown key "Hook". Did you mean "Hooks"?',
        '"orders" has TargetVersion twice',
        '"orders" has the unknown key "Alais". Did you mean "Alias"?',
      ],
    ],
    [
      'an unknown hook',
      resource(FULL, 'Hooks:\n  - beforeAllowTraffic: a\n  - AfterInstall: c\n'),
      ['Hooks has the unknown key "AfterInstall".'],
    ],
    [
      'functions given as well',
      resource(FULL),
      ['functions is also set as an input'],
      ['functions'],
    ],
  ])('is refused with %s', async (_, text, problems, ...[given]) => {
    const described = await read(text, given);
    expect(described.problems).toEqual(problems.map((p) => expect.stringContaining(p)));
  });
});
