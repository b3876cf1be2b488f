import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import type { ReleaseFacts } from '../../../src/templates/release-facts.ts';
import { readSam } from '../../../src/templates/sam.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';
import { withoutMoved } from '../../support/moved-note.ts';

interface Options {
  /** Lines of `template-parameters`. */
  readonly parameters?: string;
  /** Inputs that the workflow sets. */
  readonly gives?: readonly string[];
  readonly region?: string;
}

async function read(text: string, options: Options = {}): Promise<ReleaseFacts> {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const problems: string[] = [];
  const supplied = readSupplied(options.parameters ?? '', problems);
  const gives = (name: string) => options.gives?.includes(name) ?? false;
  const described = readSam(parsed.tree, {
    gives,
    supplied,
    region: options.region ?? 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
  return {
    ...described,
    notes: withoutMoved(described.notes),
    problems: [...problems, ...described.problems],
  };
}

/** A template with these resources, each indented by two. */
const template = (resources: string, head = '') =>
  `AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\n${head}\nResources:\n${resources}`;

/** A function with its properties, one per line. */
const fn = (id: string, ...properties: readonly string[]) =>
  `  ${id}:\n    Type: AWS::Serverless::Function\n    Properties:\n${properties
    .map((line) => `      ${line}`)
    .join('\n')}\n`;

const NAMED = ['FunctionName: orders', 'AutoPublishAlias: live'];
const CANARY = 'DeploymentPreference: { Type: Canary10Percent5Minutes }';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly options?: Options;
  readonly values: Readonly<Record<string, string>>;
  readonly says?: readonly string[];
}

const GOOD: readonly Case[] = [
  {
    title: 'one function in the fewest lines',
    text: template(fn('Orders', ...NAMED, CANARY)),
    values: { functions: 'orders:live', steps: 'Canary10Percent5Minutes', alarms: '' },
    says: ['"Orders" is released as orders:live, by Canary10Percent5Minutes'],
  },
  {
    title: 'two functions with alarms, by their names and by Ref',
    text: template(
      fn(
        'Orders',
        ...NAMED,
        'DeploymentPreference:',
        '  Type: Linear10PercentEvery1Minute',
        '  Alarms: [!Ref Errors, orders-latency]',
      ) +
        fn(
          'Payments',
          'FunctionName: payments',
          'AutoPublishAlias: blue',
          'DeploymentPreference:',
          '  Type: Linear10PercentEvery1Minute',
          '  Alarms:',
          '    - { Ref: Errors }',
        ) +
        '  Errors:\n    Type: AWS::CloudWatch::Alarm\n    Properties: { AlarmName: !Sub "errors-${AWS::Region}" }\n',
    ),
    values: {
      functions: 'orders:live\npayments:blue',
      steps: 'Linear10PercentEvery1Minute',
      alarms: 'errors-eu-west-1\norders-latency',
    },
  },
  {
    title: 'hooks that are functions of the template, or of somewhere else',
    text: template(
      fn(
        'Orders',
        ...NAMED,
        'DeploymentPreference:',
        '  Type: AllAtOnce',
        '  Hooks: { PreTraffic: !Ref Before, PostTraffic: !GetAtt Before.Arn }',
      ) +
        fn(
          'Payments',
          'FunctionName: payments',
          'AutoPublishAlias: live',
          'DeploymentPreference:',
          '  Type: AllAtOnce',
          '  Hooks: { PreTraffic: CodeDeployHook_b }',
        ) +
        fn('Before', 'FunctionName: CodeDeployHook_a', 'DeploymentPreference: { Enabled: false }'),
    ),
    options: { parameters: 'AWS::AccountId=123456789012' },
    values: {
      functions: 'orders:live\npayments:live',
      steps: 'AllAtOnce',
      alarms: '',
      'pre-traffic-hook': 'CodeDeployHook_a\nCodeDeployHook_b',
      'post-traffic-hook': 'arn:aws:lambda:eu-west-1:123456789012:function:CodeDeployHook_a',
    },
  },
  {
    title: 'Globals: maps merged, lists joined, one function that opts out',
    text: template(
      fn('Orders', 'FunctionName: orders', 'DeploymentPreference: { Alarms: [own] }') +
        fn('Payments', 'FunctionName: payments', 'AutoPublishAlias: blue') +
        fn('Hook', 'FunctionName: hook', 'DeploymentPreference: { Enabled: false }'),
      `Globals:
  Function:
    AutoPublishAlias: live
    DeploymentPreference:
      Enabled: true
      Type: AllAtOnce
      Alarms: [all]
`,
    ),
    values: { functions: 'orders:live\npayments:blue', steps: 'AllAtOnce', alarms: 'all\nown' },
    says: [
      '"Orders" is released as orders:live, by AllAtOnce, monitored by all, own',
      '"Payments" is released as payments:blue, by AllAtOnce, monitored by all',
      '"Hook" is not released: its DeploymentPreference is not enabled',
    ],
  },
  {
    title: 'parameters with defaults, conditions and a map',
    text: template(
      fn(
        'Orders',
        'FunctionName: !Join ["-", [!Ref Service, !Ref Stage]]',
        'AutoPublishAlias: !Ref Alias',
        'DeploymentPreference:',
        '  Enabled: !If [IsProd, true, false]',
        '  Type: !FindInMap [Types, !Ref Stage, type]',
        '  Alarms: !If [IsProd, [!Select [1, !Split [",", "a,b"]]], !Ref AWS::NoValue]',
      ),
      `Parameters:
  Service: { Type: String, Default: orders }
  Stage: { Type: String, Default: dev }
  Alias: { Type: String, Default: live }
Mappings:
  Types: { dev: { type: AllAtOnce }, prod: { type: Canary10Percent30Minutes } }
Conditions:
  IsProd: !And [!Equals [!Ref Stage, prod], !Not [!Equals [!Ref Service, none]], !Condition Any]
  Any: !Or [!Equals [a, b], !Equals [a, a]]
`,
    ),
    options: { parameters: 'Stage=prod' },
    values: { functions: 'orders-prod:live', steps: 'Canary10Percent30Minutes', alarms: 'b' },
  },
  {
    title: 'the same in JSON, with tabs',
    text: `{
	"Parameters": { "Stage": { "Type": "String", "Default": "prod" } },
	"Resources": {
		"Orders": {
			"Type": "AWS::Serverless::Function",
			"Properties": {
				"FunctionName": { "Fn::Sub": ["\${N}-\${Stage}-\${!x}", { "N": { "Ref": "AWS::Partition" } }] },
				"AutoPublishAlias": "live",
				"DeploymentPreference": { "Type": "AllAtOnce", "Enabled": true, "Alarms": [] }
			}
		}
	}
}`,
    options: { parameters: 'Orders=orders' },
    values: { functions: 'orders:live', steps: 'AllAtOnce', alarms: '' },
  },
  {
    title: 'names that CloudFormation made, given by logical id',
    text: template(
      fn(
        'Orders',
        'AutoPublishAlias: live',
        'DeploymentPreference: { Type: AllAtOnce, Alarms: [!Ref Errors, !GetAtt Slow.Arn] }',
      ) +
        '  Errors:\n    Type: AWS::CloudWatch::Alarm\n' +
        '  Slow:\n    Type: AWS::CloudWatch::CompositeAlarm\n    Properties: { AlarmName: slow }\n',
    ),
    options: {
      parameters:
        'Orders=shop-Orders-1A2B\n\n Errors = shop-Errors-3C4D\nAWS::AccountId=123456789012',
      region: 'cn-north-1',
    },
    values: {
      functions: 'shop-Orders-1A2B:live',
      steps: 'AllAtOnce',
      alarms: 'shop-Errors-3C4D\narn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:slow',
    },
  },
  {
    title: 'functions that do not exist in this stack',
    text: template(
      `${fn('Orders', ...NAMED, CANARY)}  Spare:\n    Type: AWS::Serverless::Function\n    Condition: Never\n    Properties: { AutoPublishAlias: live, ${CANARY} }\n`,
      'Conditions:\n  Never: !Equals [a, b]\n',
    ),
    values: { functions: 'orders:live', steps: 'Canary10Percent5Minutes', alarms: '' },
    says: [
      '"Orders" is released as orders:live, by Canary10Percent5Minutes',
      '"Spare" is not released: its Condition "Never" is false',
    ],
  },
  {
    title: "keys that are CodeDeploy's alone, and parts that are not looked into",
    text: template(
      fn(
        'Orders',
        ...NAMED,
        'DeploymentPreference:',
        '  Type: AllAtOnce',
        '  Role: !GetAtt DeploymentRole.Arn',
        '  PassthroughCondition: true',
        '  TriggerConfigurations: [{ TriggerName: t, TriggerTargetArn: !Ref Topic, TriggerEvents: [DeploymentFailure] }]',
      ) +
        fn('Helper', 'FunctionName: helper') +
        '  Nested: { Type: AWS::Serverless::Application, Properties: { Location: ./nested.yaml } }\n' +
        '  Group: { Type: AWS::CodeDeploy::DeploymentGroup }\n' +
        '  Fn::ForEach::Queues: [Q, [a, b], {}]\n',
    ),
    values: { functions: 'orders:live', steps: 'AllAtOnce', alarms: '' },
    says: [
      '"Orders" is released as orders:live, by AllAtOnce',
      '"Helper" is not released: it has no DeploymentPreference',
      'Role of "Orders" belongs to CodeDeploy; the role of the job is used',
      expect.stringMatching(/^PassthroughCondition of "Orders" is not needed/) as unknown as string,
      expect.stringMatching(/^TriggerConfigurations of "Orders" is not used/) as unknown as string,
      '"Nested" is a separate template, which is not read',
      expect.stringMatching(/^"Group" is not read: no alias of this template/) as unknown as string,
      'Fn::ForEach::Queues in Resources is not expanded',
    ],
  },
  {
    title: 'inputs that win, so that nothing is asked for them',
    text: template(
      fn(
        'Orders',
        'AutoPublishAlias: !ImportValue alias',
        'DeploymentPreference: { Type: MyOwnConfiguration, Alarms: [!ImportValue alarm] }',
      ) + fn('Payments', 'AutoPublishAlias: live', 'DeploymentPreference: { Type: AllAtOnce }'),
    ),
    options: { gives: ['functions', 'alias', 'steps', 'alarms'] },
    values: { functions: '', steps: '', alarms: '', alias: '' },
    says: [
      '"Orders" is released',
      '"Payments" is released',
      'functions, alias, steps, alarms are set as input, which overrides the template',
    ],
  },
  {
    title: 'functions that are given, with the alias of the template',
    text: template(fn('Orders', 'AutoPublishAlias: live', CANARY)),
    options: { gives: ['functions'] },
    values: { alias: 'live', functions: '', steps: 'Canary10Percent5Minutes', alarms: '' },
  },
  {
    title: "YAML's anchors and merges, as the SAM CLI takes them",
    text: template(
      fn(
        'Orders',
        ...NAMED,
        'DeploymentPreference: &gradual',
        '  Type: AllAtOnce',
        '  Alarms: [a]',
      ) +
        fn(
          'Payments',
          'FunctionName: payments',
          'AutoPublishAlias: live',
          'DeploymentPreference:',
          '  <<: *gradual',
          '  Alarms: [b]',
        ),
    ),
    values: { functions: 'orders:live\npayments:live', steps: 'AllAtOnce', alarms: 'a\nb' },
  },
  {
    title: 'an alarm with a comma in its name',
    text: template(
      fn('Orders', ...NAMED, 'DeploymentPreference: { Type: AllAtOnce, Alarms: ["a, b", c] }'),
    ),
    values: { alarms: '["a, b","c"]' },
  },
  {
    title: 'a list parameter',
    text: template(
      fn('Orders', ...NAMED, 'DeploymentPreference: { Type: AllAtOnce, Alarms: !Ref Alarms }'),
      'Parameters:\n  Alarms: { Type: CommaDelimitedList, Default: "a, b" }\n',
    ),
    values: { functions: 'orders:live', steps: 'AllAtOnce', alarms: 'a\nb' },
  },
];

describe('a SAM template', () => {
  it.each(GOOD)('is understood: $title', async ({ text, options, values, says }) => {
    const described = await read(text, options);
    expect(described.problems).toEqual([]);
    expect(described.values).toMatchObject(values);
    if (says) expect(described.notes).toEqual(says);
  });

  const orders = (...preference: readonly string[]) =>
    template(fn('Orders', ...NAMED, 'DeploymentPreference:', ...preference.map((l) => `  ${l}`)));

  it.each<[string, string, readonly (string | RegExp)[], Options?]>([
    ['no template', 'a: 1', ['it has no Resources; expected a template of SAM or CloudFormation']],
    ['a list', '- a', ['it has no Resources; expected a template of SAM or CloudFormation']],
    [
      'nothing to release',
      template(fn('Orders', ...NAMED)),
      ['no function has both an AutoPublishAlias and a DeploymentPreference that is enabled'],
    ],
    [
      'no alias',
      template(fn('Orders', 'FunctionName: orders', CANARY)),
      ['"Orders" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move'],
    ],
    ['no Type', orders('Enabled: true'), ['the DeploymentPreference of "Orders" has no Type']],
    [
      'unknown keys',
      orders('Type: AllAtOnce', 'Alarm: [a]', 'Hooks: { PreTrafic: x }'),
      [
        'has the unknown key "Alarm". Did you mean "Alarms"?',
        'Hooks of "Orders" has the unknown key "PreTrafic". Did you mean "PreTraffic"?',
      ],
    ],
    [
      'keys of the preference beside it',
      template(
        fn('Orders', ...NAMED, CANARY, 'Role: r', 'Alarms: [a]', 'Hooks: { PreTraffic: h }'),
      ),
      [
        '"Orders" has Alarms next to its DeploymentPreference, where SAM rejects it',
        '"Orders" has Hooks next to its DeploymentPreference, where SAM rejects it',
      ],
    ],
    [
      'a misspelt preference',
      template(fn('Orders', ...NAMED, 'DeploymentPReference: { Type: AllAtOnce }')),
      ['"Orders" has the unknown property "DeploymentPReference". Did you mean "DeploymentPref'],
    ],
    [
      'different schedules',
      template(
        fn('Orders', ...NAMED, CANARY) +
          fn(
            'B',
            'FunctionName: b',
            'AutoPublishAlias: live',
            'DeploymentPreference: { Type: AllAtOnce }',
          ),
      ),
      ['different ones: "Orders" Canary10Percent5Minutes, "B" AllAtOnce; expected the input steps'],
    ],
    [
      'everything that is missing, each once',
      template(
        fn(
          'Orders',
          'AutoPublishAlias: !Ref Alias',
          'DeploymentPreference: { Type: !Ref Type, Alarms: [!Ref Errors] }',
        ) +
          fn(
            'B',
            'AutoPublishAlias: !Ref Alias',
            'DeploymentPreference: { Type: !Ref Type, Alarms: [!ImportValue x] }',
          ) +
          '  Errors: { Type: AWS::CloudWatch::Alarm }\n',
        'Parameters:\n  Alias: { Type: String }\n  Type: { Type: "AWS::SSM::Parameter::Value<String>", Default: /type }\n',
      ),
      [
        'AutoPublishAlias of "Orders": the parameter "Alias" has no default; expected a line Alias=VALUE in template-parameters, or the input alias',
        'functions: "Orders" has no FunctionName, so CloudFormation names it; expected a line Orders=VALUE in template-parameters, or the input functions',
        'Type of "Orders": the parameter "Type" is kept in Systems Manager; expected a line Type=VALUE in template-parameters, or the input steps',
        'Alarms of "Orders": "Errors" has no AlarmName, so CloudFormation names it; expected a line Errors=VALUE in template-parameters, or the input alarms',
        'functions: "B" has no FunctionName, so CloudFormation names it; expected a line B=VALUE',
        'Alarms of "B": Fn::ImportValue cannot be resolved outside of CloudFormation; expected the input alarms instead',
      ],
    ],
    [
      'a misspelt parameter of ours',
      orders('Type: AllAtOnce'),
      [
        'template-parameters names "Order", which is neither a parameter nor a resource of the template. Did you mean "Orders"?',
      ],
      { parameters: 'Order=x' },
    ],
    [
      'lines that are no parameters',
      orders('Type: AllAtOnce'),
      ['template-parameters: "=x"; expected NAME=VALUE', '"Orders" is given twice'],
      { parameters: '=x\nOrders=a\nOrders=b' },
    ],
    [
      'Enabled: perhaps',
      orders('Type: AllAtOnce', 'Enabled: perhaps'),
      ['Enabled of "Orders" is "perhaps"; expected true or false'],
    ],
    [
      'alarms that are no list',
      orders('Type: AllAtOnce', 'Alarms: a'),
      ['Alarms of "Orders" is "a"; expected a list of alarms'],
    ],
    [
      'a line break in an alarm',
      orders('Type: AllAtOnce', 'Alarms: ["a\\nb"]'),
      ['has a line break in its name, which CloudWatch does not allow'],
    ],
    [
      'functions that a loop makes',
      template('  Fn::ForEach::Fns: [Name, [a, b], {}]\n'),
      [
        /nothing to release: Fn::ForEach::Fns in Resources is not expanded; expected the inputs functions, alias and steps instead of template$/,
      ],
    ],
    [
      'functions that a loop makes, one of them given by name',
      template('  Fn::ForEach::Fns: [Name, [a, b], {}]\n'),
      [/nothing to release: Fn::ForEach::Fns/, /names "Orders", which is neither a parameter/],
      { parameters: 'Orders=orders-prod' },
    ],
    [
      'only functions that are left out',
      template(
        fn('Orders', ...NAMED, 'DeploymentPreference: { Enabled: false }') +
          '  Nested: { Type: AWS::Serverless::Application }\n',
      ),
      [
        /nothing to release: "Orders" is not released: its DeploymentPreference is not enabled; "Nested" is a separate template, which is not read; expected/,
      ],
    ],
    [
      'hundreds of functions that are left out',
      template(Array.from({ length: 300 }, (_, i) => fn(`F${i}`, ...NAMED)).join('')),
      [/"F9" is not released: it has an AutoPublishAlias and no D\w+; and 290 more; expected/],
    ],
    [
      'a deployment configuration without a schedule',
      template(
        fn('Orders', ...NAMED, 'DeploymentPreference: { Type: !Ref Slow }') +
          '  Slow: { Type: AWS::CodeDeploy::DeploymentConfig }\n',
      ),
      [
        /^line 10, column 31: Type of "Orders": "Slow" has no TrafficRoutingConfig that can be read; expected .*the input steps$/,
      ],
    ],
    [
      'an Enabled that nobody knows',
      orders('Type: AllAtOnce', 'Enabled: !Ref AWS::NotificationARNs'),
      [
        /^line 12, column 9: Enabled of "Orders": AWS::NotificationARNs cannot be resolved outside of CloudFormation; expected the inputs functions, alias and steps instead of template$/,
      ],
    ],
    [
      'an Enabled that depends on a parameter',
      template(
        fn('Orders', ...NAMED, 'DeploymentPreference: { Type: AllAtOnce, Enabled: !Ref On }'),
        'Parameters:\n  On: { Type: String }\n',
      ),
      [/expected a line On=VALUE in template-parameters$/],
    ],
    [
      'a comma in a name',
      template(fn('Orders', 'FunctionName: "a,b"', 'AutoPublishAlias: live', CANARY)),
      ['"Orders": "a,b" is neither the name of a function nor of an alias'],
    ],
    [
      'names that need each other',
      template(
        fn('A', 'FunctionName: !Ref B', 'AutoPublishAlias: live', CANARY) +
          fn('B', 'FunctionName: !Ref A', 'AutoPublishAlias: live', CANARY),
      ),
      [
        'functions: the name of "A" depends on itself',
        'functions: the name of "B" depends on itself',
      ],
    ],
    [
      'a condition that needs itself',
      template(
        fn(
          'A',
          ...NAMED,
          'DeploymentPreference: { Type: AllAtOnce, Enabled: !If [C, true, false] }',
        ),
        'Conditions:\n  C: !Not [!Condition C]\n',
      ),
      ['Enabled of "A": the condition "C" depends on itself'],
    ],
    [
      'a parameter that is not there',
      orders('Type: !Ref Nothing'),
      ['there is no parameter or resource "Nothing"'],
    ],
    [
      'a condition that is not there',
      orders('Type: !If [No, a, b]'),
      ['there is no condition "false"'],
    ],
    [
      'a map that is not there',
      orders('Type: !FindInMap [a, b, c]'),
      ['Fn::FindInMap of "a", "b", "c" cannot be resolved'],
    ],
    [
      'an unknown function',
      orders('Type: !Magic x'),
      ['Fn::Magic cannot be resolved outside of CloudFormation; expected the input steps'],
    ],
    [
      'a text with nothing in it',
      orders('Type: !Sub "a${AWS::NoValue}"'),
      ['${AWS::NoValue} cannot be resolved'],
    ],
  ])('is refused with %s', async (_, text, problems, ...[options]) => {
    const described = await read(text, options);
    expect(described.problems).toEqual(
      problems.map((problem) =>
        typeof problem === 'string'
          ? expect.stringContaining(problem)
          : expect.stringMatching(problem),
      ),
    );
  });

  it('takes conditions that share many others', async () => {
    const conditions = Array.from(
      { length: 30 },
      (_, i) => `  C${i}: !And [!Condition C${i + 1}, !Condition C${i + 1}]`,
    );
    const text = template(
      fn('A', ...NAMED, 'DeploymentPreference: { Type: !If [C0, AllAtOnce, b] }'),
      `Conditions:\n${conditions.join('\n')}\n  C30: !Equals [a, a]\n`,
    );
    expect(await read(text)).toMatchObject({ problems: [], values: { steps: 'AllAtOnce' } });
  });

  it('is refused when its names call each other endlessly', async () => {
    const names = Array.from({ length: 30 }, (_, i) =>
      fn(`N${i}`, `FunctionName: !Join ["", [!Ref N${i + 1}, !Ref N${i + 1}]]`),
    );
    const text = template(
      `${fn('A', 'FunctionName: !Ref N0', 'AutoPublishAlias: live', CANARY)}${names.join('')}${fn('N30', 'FunctionName: ""')}`,
    );
    expect((await read(text)).problems).toEqual(['its functions need more than 200000 calls']);
  });
});

describe('provisioned concurrency in a template', () => {
  const PC = (value: string) => `ProvisionedConcurrencyConfig: ${value}`;
  const SAID = /ProvisionedConcurrencyConfig of "Orders" belongs to the alias/;
  const head = `Parameters:
  Count: { Type: Number }
  Warm: { Type: String, AllowedValues: ['true', 'false'], Default: 'false' }
Conditions:
  IsWarm: !Equals [!Ref Warm, true]`;

  it.each<[string, string, string, boolean]>([
    ['a number', '{ ProvisionedConcurrentExecutions: 5 }', '', true],
    ['a parameter that nobody gave', '{ ProvisionedConcurrentExecutions: !Ref Count }', '', true],
    ['a condition that holds', '!If [IsWarm, { X: 1 }, !Ref AWS::NoValue]', 'Warm=true', true],
    ['a condition that does not hold', '!If [IsWarm, { X: 1 }, !Ref AWS::NoValue]', '', false],
  ])('of %s is named, and nothing more is asked for', async (_, value, parameters, named) => {
    const text = template(fn('Orders', ...NAMED, CANARY, PC(value)), head);
    const { notes: says, problems } = await read(text, { parameters });
    expect(problems).toEqual([]);
    expect(says.some((sentence) => SAID.test(sentence))).toBe(named);
  });
});
