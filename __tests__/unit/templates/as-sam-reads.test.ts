// Templates that are easily read differently from SAM and CloudFormation. Each has the value that their authors get.

import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import { readSam } from '../../../src/templates/sam.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';

interface Given {
  readonly gives?: readonly string[];
  readonly parameters?: string;
}

async function read(text: string, { gives = [], parameters = '' }: Given = {}) {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') return { values: {}, notes: [], problems: [parsed.problem] };
  const problems: string[] = [];
  const supplied = readSupplied(parameters, problems);
  const facts = readSam(parsed.tree, {
    gives: (name) => gives.includes(name),
    supplied,
    region: 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
  return { ...facts, problems: [...problems, ...facts.problems] };
}

const HEAD = 'Transform: AWS::Serverless-2016-10-31\n';
const ORDERS = 'FunctionName: orders, AutoPublishAlias: live';

/** A function in one line each for its properties and its other attributes. */
const fn = (id: string, properties: string, attributes = '') =>
  `  ${id}: { Type: AWS::Serverless::Function, ${attributes} Properties: { ${properties} } }\n`;

const released = (preference: string, head = '', resources = '') =>
  `${HEAD}${head}Resources:\n${fn('Orders', `${ORDERS}, DeploymentPreference: ${preference}`)}${resources}`;

interface Case extends Given {
  readonly title: string;
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
}

const GLOBALS = `Globals:
  Function:
    AutoPublishAlias: live
    DeploymentPreference: { Type: AllAtOnce, Alarms: [shared], Hooks: { PreTraffic: h } }
`;
const CUSTOM = (routing: string) =>
  `  Slow:
    Type: AWS::CodeDeploy::DeploymentConfig
    Properties: { DeploymentConfigName: shop-slow, TrafficRoutingConfig: ${routing} }
`;

const READ: readonly Case[] = [
  {
    title: 'IgnoreGlobals: "*" keeps all globals away',
    text: `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a')}${fn('B', 'FunctionName: b', 'IgnoreGlobals: "*",')}`,
    values: { functions: 'a:live', alarms: 'shared', 'pre-traffic-hook': 'h' },
    notes: ['"B" is not released: it has no DeploymentPreference'],
  },
  {
    title: 'IgnoreGlobals: "*" with a preference of its own',
    text: `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce, Alarms: [own] }', 'IgnoreGlobals: "*",')}`,
    values: { functions: 'a:live', alarms: 'own' },
  },
  {
    title: 'IgnoreGlobals with one property',
    text: `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a, DeploymentPreference: { Type: AllAtOnce, Alarms: [own] }', 'IgnoreGlobals: [DeploymentPreference],')}`,
    values: { functions: 'a:live', alarms: 'own' },
  },
  {
    title: 'True without quotes is a boolean, which a condition compares as true',
    text: released(
      '{ Type: !If [On, Canary10Percent5Minutes, AllAtOnce] }',
      'Parameters: { P: { Type: String, Default: True } }\nConditions: { On: !Equals [!Ref P, "true"] }\n',
    ),
    values: { steps: 'Canary10Percent5Minutes' },
  },
  {
    title: '"true" in quotes is equal to True without',
    text: released(
      '{ Type: !If [C, Canary10Percent5Minutes, AllAtOnce] }',
      'Parameters: { P: { Type: String, Default: "true" } }\nConditions: { C: !Equals [!Ref P, True] }\n',
    ),
    values: { steps: 'Canary10Percent5Minutes' },
  },
  {
    title: '"True" in quotes is a text, and differs from true',
    text: released(
      '{ Type: !If [C, Canary10Percent5Minutes, AllAtOnce] }',
      'Conditions: { C: !Equals ["True", true] }\n',
    ),
    values: { steps: 'AllAtOnce' },
  },
  {
    title: 'a condition called On decides about alarms',
    text: released(
      '{ Type: AllAtOnce, Alarms: !If [On, [err], [!Ref "AWS::NoValue"]] }',
      'Conditions: { On: !Equals [yes, on] }\n',
    ),
    values: { alarms: 'err' },
  },
  {
    title: 'an octal number is the number that it stands for',
    text: released(
      '{ Type: !If [C, Canary10Percent5Minutes, AllAtOnce] }',
      'Conditions: { C: !Equals [010, "8"] }\n',
    ),
    values: { steps: 'Canary10Percent5Minutes' },
  },
  {
    title: 'the earlier of several merged maps wins',
    text: released(
      '{ <<: [*one, *two] }',
      'Metadata: { One: &one { Type: AllAtOnce }, Two: &two { Type: Canary10Percent5Minutes } }\n',
    ),
    values: { steps: 'AllAtOnce' },
  },
  {
    title: 'a key "<<" in quotes merges nothing',
    text: released(
      '{ Type: AllAtOnce }',
      'Metadata: { One: &one { Type: Canary10Percent5Minutes }, Two: { "<<": *one } }\n',
    ),
    values: { steps: 'AllAtOnce' },
  },
  {
    title: 'a canary configuration in the same template, by Ref',
    text: released(
      '{ Type: !Ref Slow }',
      '',
      CUSTOM(
        '{ Type: TimeBasedCanary, TimeBasedCanary: { CanaryInterval: 9, CanaryPercentage: 30 } }',
      ),
    ),
    values: { steps: '30%/9m' },
  },
  {
    title: 'a linear configuration in the same template, by its name',
    text: released(
      '{ Type: shop-slow }',
      '',
      CUSTOM(
        '{ Type: TimeBasedLinear, TimeBasedLinear: { LinearInterval: 2, LinearPercentage: 40 } }',
      ),
    ),
    values: { steps: '40%/2m, 80%/2m' },
  },
  {
    title: 'one schedule in two spellings',
    text: `${released('{ Type: Canary10Percent5Minutes }')}${fn('B', 'FunctionName: b, AutoPublishAlias: live, DeploymentPreference: { Type: CodeDeployDefault.LambdaCanary10Percent5Minutes }')}`,
    values: { functions: 'orders:live\nb:live', steps: 'Canary10Percent5Minutes' },
  },
  {
    title: 'the alias that SAM creates for a hook',
    text: released(
      '{ Type: AllAtOnce, Hooks: { PreTraffic: !Ref Hook.Alias } }',
      '',
      fn('Hook', 'FunctionName: hook, AutoPublishAlias: v'),
    ),
    values: { 'pre-traffic-hook': 'hook:v' },
  },
  {
    title: 'an unknown key that resembles none, as SAM does',
    text: released('{ Type: AllAtOnce, Architectures: [x86_64] }'),
    values: { steps: 'AllAtOnce' },
    notes: [
      'line 3, column 148: the DeploymentPreference of "Orders" has the unknown key "Architectures", which is ignored, as by SAM',
    ],
  },
  {
    title: 'functions with an alias alone, if the schedule is an input',
    text: `${HEAD}Resources:\n${fn('Orders', ORDERS)}${fn('Helper', 'FunctionName: helper')}`,
    gives: ['steps'],
    values: { functions: 'orders:live', steps: '' },
    notes: ['"Helper" is not released: it has no DeploymentPreference'],
  },
  {
    title:
      'with a schedule as an input, still only the functions with a preference, if there are any',
    text: `${released('{ Type: AllAtOnce }')}${fn('B', 'FunctionName: b, AutoPublishAlias: live')}`,
    gives: ['steps'],
    values: { functions: 'orders:live' },
    notes: ['"B" is not released: it has an AutoPublishAlias and no DeploymentPreference'],
  },
  {
    title: 'an Enabled that is empty, which means enabled',
    text: released(
      '{ Type: AllAtOnce, Enabled: !If [C, false, !Ref AWS::NoValue] }',
      'Conditions: { C: !Equals [a, b] }\n',
    ),
    values: { functions: 'orders:live' },
  },
  {
    title: 'other resources that would be released gradually are named',
    text: `${released('{ Type: AllAtOnce }')}  Flow: { Type: AWS::Serverless::StateMachine, Properties: { DeploymentPreference: { Type: CANARY } } }
  Shop: { Type: AWS::Serverless::Api, Properties: { StageName: prod, CanarySetting: { PercentTraffic: 10 } } }
`,
    values: { functions: 'orders:live' },
    notes: [
      '"Flow" is a state machine, which this action does not release',
      '"Shop" has a canary of its stage, which is not read; a stage is released with the inputs rest-api-id, stage-name and steps instead of template',
    ],
  },
];

const REFUSED: readonly (readonly [string, string, readonly string[], Given?])[] = [
  [
    'IgnoreGlobals of another value',
    `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a', 'IgnoreGlobals: yes,')}`,
    [
      'line 7, column 41: IgnoreGlobals of "A" is "true"; expected "*" or a list of global properties',
    ],
  ],
  [
    'IgnoreGlobals with a property that is not global',
    `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a', 'IgnoreGlobals: [AutoPublishAlia],')}`,
    [
      'line 7, column 41: IgnoreGlobals of "A" lists "AutoPublishAlia", which is not in Globals. Did you mean "AutoPublishAlias"?',
    ],
  ],
  [
    'a misspelt IgnoreGlobals',
    `${HEAD}${GLOBALS}Resources:\n${fn('A', 'FunctionName: a', 'IgnoreGlobal: "*",')}`,
    [
      'line 7, column 41: "A" has the unknown attribute "IgnoreGlobal". Did you mean "IgnoreGlobals"?',
    ],
  ],
  [
    'a Type that turns out empty',
    released(
      '{ Type: !If [X, AllAtOnce, !Ref "AWS::NoValue"] }',
      'Conditions: { X: !Equals [a, b] }\n',
    ),
    [
      'line 4, column 131: the DeploymentPreference of "Orders" has no Type: it is empty; expected one, or the input steps',
    ],
  ],
  [
    'an alias that turns out empty',
    `${HEAD}Parameters: { P: { Type: String, Default: "" } }\nResources:\n${fn('Orders', 'FunctionName: orders, AutoPublishAlias: !Ref P, DeploymentPreference: { Type: AllAtOnce }')}`,
    [
      'line 4, column 83: AutoPublishAlias of "Orders" is empty; expected the alias to move, or the input alias',
    ],
  ],
  [
    'a dynamic reference as an alarm',
    released('{ Type: AllAtOnce, Alarms: ["{{resolve:ssm:/shop/alarm}}"] }'),
    [
      'Alarms of "Orders": "{{resolve:ssm:/shop/alarm}}" cannot be resolved outside of CloudFormation; expected the input alarms instead',
    ],
  ],
  [
    'a dynamic reference within Sub, in a name',
    `${HEAD}Resources:\n${fn('Orders', 'FunctionName: !Sub "{{resolve:ssm:/${AWS::Region}/name}}", AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce }')}`,
    [
      'functions: "{{resolve:ssm:/eu-west-1/name}}" cannot be resolved outside of CloudFormation; expected the input functions instead',
    ],
  ],
  [
    'a preference that is a text',
    `${released('{ Type: AllAtOnce }')}${fn('B', 'FunctionName: b, AutoPublishAlias: live, DeploymentPreference: AllAtOnce')}`,
    ['the DeploymentPreference of "B" is "AllAtOnce"; expected a map with a Type'],
  ],
  [
    'a preference by condition',
    released(
      '!If [C, { Type: AllAtOnce }, !Ref AWS::NoValue]',
      'Conditions: { C: !Equals [a, a] }\n',
    ),
    ['the DeploymentPreference of "Orders" is Fn::If, which SAM rejects; expected a map'],
  ],
  [
    'a merge of something that is no map',
    released('{ <<: AllAtOnce }'),
    ['<< has a value that is not a map at line 3, column 131'],
  ],
  [
    'a version that SAM creates',
    released(
      '{ Type: AllAtOnce, Hooks: { PreTraffic: !Ref Hook.Version } }',
      '',
      fn('Hook', 'FunctionName: hook, AutoPublishAlias: v'),
    ),
    ['"Hook.Version" is created by SAM; expected a line Hook.Version=VALUE in template-parameters'],
  ],
  [
    'an output of a nested stack, which a line can supply',
    released(
      '{ Type: AllAtOnce, Alarms: [!GetAtt Nested.Outputs.Alarm] }',
      '',
      '  Nested: { Type: AWS::CloudFormation::Stack }\n',
    ),
    ['expected a line Nested.Outputs.Alarm=VALUE in template-parameters, or the input alarms'],
  ],
  [
    'a configuration with values of another kind',
    released(
      '{ Type: !Ref Slow }',
      '',
      CUSTOM(
        '{ Type: TimeBasedCanary, TimeBasedCanary: { CanaryInterval: 0, CanaryPercentage: many } }',
      ),
    ),
    [
      'CanaryPercentage of "Slow" is "many"; expected a whole number from 1 to 99',
      'CanaryInterval of "Slow" is "0"; expected a whole number from 1 to 2880',
    ],
  ],
  [
    'a value that a parameter does not allow',
    released(
      '{ Type: !Ref Kind }',
      'Parameters: { Kind: { Type: String, AllowedValues: [AllAtOnce, Canary10Percent5Minutes] } }\n',
    ),
    [
      'the parameter "Kind" is "Canary"; the template expects one of AllAtOnce, Canary10Percent5Minutes of it',
    ],
    { parameters: 'Kind=Canary' },
  ],
  [
    'only a state machine that is released gradually',
    `${HEAD}Resources:\n  Flow: { Type: AWS::Serverless::StateMachine, Properties: { DeploymentPreference: { Type: CANARY } } }\n`,
    ['"Flow" is a state machine, which this action does not release'],
  ],
];

describe('a template is read as SAM reads it', () => {
  it.each(READ)('$title', async ({ text, values, notes = [], ...given }) => {
    const facts = await read(text, given);
    expect(facts.problems).toEqual([]);
    expect(facts.values).toMatchObject(values);
    if (values.alarms === undefined) expect(facts.values).toMatchObject({ alarms: '' });
    expect(facts.notes).toEqual(expect.arrayContaining([...notes]));
  });

  it.each(REFUSED)('and refused with %s', async (_, text, problems, ...[given]) => {
    const facts = await read(text, given);
    expect(facts.problems).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });

  it.each([
    ['value: "first words\n  and the rest"', 'Missing closing "quote at line 2, column'],
    ['list: [a,\n]', 'at line 3, column 1; expected each further line of a value to be indented'],
  ])('a YAML error names line and column: %j', async (lines, says) => {
    expect((await read(`a:\n  ${lines}\n`)).problems.join()).toContain(says);
  });
});

describe('values of parameters', () => {
  const problem = async (parameter: string, value: string) => {
    const head = `Parameters: { P: { ${parameter} } }\n`;
    const { problems } = await read(released('{ Type: AllAtOnce, Alarms: [!Ref P] }', head), {
      parameters: `P=${value}`,
    });
    return problems.join('\n');
  };

  it.each([
    ['Type: Number', 'x', 'a number'],
    ['Type: Number, MinValue: 2', '1', 'at least 2'],
    ['Type: Number, MaxValue: 2', '3', 'at most 2'],
    ['Type: String, MinLength: 2', 'a', 'at least 2 characters'],
    ['Type: String, MaxLength: 2', 'abc', 'at most 2 characters'],
    ['Type: String, AllowedPattern: "[a-z]+"', 'ab1', 'the pattern [a-z]+'],
    ['Type: CommaDelimitedList, AllowedValues: [a, b]', 'a, c', 'one of a, b'],
    ['Type: List<Number>', '1, x', 'a number'],
  ])('with %s, %s is refused', async (parameter, value, expected) => {
    expect(await problem(parameter, value)).toContain(
      `the parameter "P" is "${value}"; the template expects ${expected} of it`,
    );
  });

  it.each([
    ['Type: Number, MinValue: 2', '2.5'],
    ['Type: String, AllowedPattern: "[a-z]+"', 'ab'],
    ['Type: String, AllowedPattern: "(?i)[a-z]+"', 'AB'],
    ['Type: String, AllowedValues: [yes]', 'true'],
  ])('with %s, %s is accepted', async (parameter, value) => {
    expect(await problem(parameter, value)).toBe('');
  });
});
