// What Terraform shows of a plan or a state, as the inputs of a release.

import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { readMade } from '../../../src/templates/sam.ts';
import { terraformTemplate } from '../../../src/templates/terraform.ts';
import { mayBeTerraform } from '../../../src/templates/terraform-mark.ts';
import {
  GRADUAL,
  type Modules,
  planJson,
  refersTo,
  stateJson,
} from '../../support/terraform-json.ts';

function read(text: string, gives: readonly string[] = []) {
  return readMade(terraformTemplate(text), {
    gives: (name) => gives.includes(name),
    supplied: new Map(),
    region: 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
}

const root = GRADUAL[''] ?? {};
const GROUP = 'aws_codedeploy_deployment_group.orders';
const ALIAS = 'aws_lambda_alias.live';

/** With other values of one resource. */
const changed = (address: string, values: Readonly<Record<string, unknown>>): Modules => ({
  '': { ...root, [address]: { ...root[address], ...values } },
});

/** Without one resource, or without one of its values. */
const without = (address: string, attribute?: string): Modules => {
  const { [address]: own = {}, ...others } = root;
  if (attribute === undefined) return { '': others };
  const { [attribute]: _, ...rest } = own;
  return { '': { ...others, [address]: rest } };
};

const RELEASED = { functions: 'orders:live', steps: '30%/9m', alarms: 'orders-errors' };

describe('a deployment group of Terraform', () => {
  it.each([
    ['a state', stateJson(GRADUAL)],
    ['a plan', planJson(GRADUAL)],
  ])('in %s is released through the alias that it is for', (_, text) => {
    expect(mayBeTerraform(text)).toBe(true);
    const { values, problems, notes } = read(text);
    expect(problems).toEqual([]);
    expect(values).toMatchObject(RELEASED);
    expect(notes).toContain(
      `"${GROUP}" is taken for the group of ${ALIAS}, the only alias it can be for`,
    );
    expect(notes.join()).toContain('set pre-traffic-hook and post-traffic-hook');
  });

  it.each([
    ['a preset', { deployment_config_name: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute' }],
    ['none', { deployment_config_name: null }],
  ])('has the schedule of %s', (_, values) => {
    const { steps } = read(stateJson(changed(GROUP, values))).values;
    expect(steps).toBe(values.deployment_config_name ?? 'AllAtOnce');
  });

  it('has no alarms if they are not enabled', () => {
    const alarm_configuration = [{ alarms: ['orders-errors'], enabled: false }];
    const { values, notes } = read(stateJson(changed(GROUP, { alarm_configuration })));
    expect(values.alarms).toBe('');
    expect(notes).toContain(`the alarms of "${GROUP}" are not enabled`);
  });

  it('with a function that a plan names by an ARN takes the name of that function', () => {
    const resource = (address: string, expressions: object) => ({ address, expressions });
    const configuration = {
      resources: [
        resource(ALIAS, { function_name: refersTo('aws_lambda_function.orders.arn') }),
        resource(GROUP, {
          deployment_config_name: refersTo('aws_codedeploy_deployment_config.slow.id'),
        }),
      ],
    };
    const { '': own = {} } = without(ALIAS, 'function_name');
    const { deployment_config_name: _, ...group } = root[GROUP] ?? {};
    const text = planJson({ '': { ...own, [GROUP]: group } }, { configuration });
    expect(read(text)).toMatchObject({ problems: [], values: RELEASED });
  });

  it.each([
    [
      'the name of an alarm',
      { alarm_configuration: [{ alarms: ['a', null], enabled: true }] },
      `AlarmConfiguration of "${GROUP}": a name in alarms of ${GROUP} is known only after the apply; expected the input alarms instead`,
    ],
    [
      'all alarms',
      { alarm_configuration: [{ enabled: true }] },
      `AlarmConfiguration of "${GROUP}": a name in alarms of ${GROUP} is known only after the apply; expected the input alarms instead`,
    ],
  ])('does not lose %s that a plan does not know', (_, values, says) => {
    const text = planJson(changed(GROUP, values));
    expect(read(text).problems).toEqual([says]);
    expect(read(text, ['alarms']).problems).toEqual([]);
  });

  it('does not put a value together from several references', () => {
    const several = [
      'aws_lambda_function.orders.function_name',
      'aws_lambda_function.orders',
      'random_id.suffix.hex',
      'random_id.suffix',
    ];
    const configuration = {
      resources: [{ address: ALIAS, expressions: { function_name: { references: several } } }],
    };
    const text = planJson(without(ALIAS, 'function_name'), { configuration });
    expect(read(text).problems).toEqual([
      `FunctionName of "${ALIAS}": function_name of ${ALIAS} is known only after the apply; expected the input functions instead`,
    ]);
  });

  it('belongs to the alias with the same key', () => {
    const each = ['orders', 'cart'].map((key) => [
      [`aws_lambda_alias.live["${key}"]`, { name: 'live', function_name: key }],
      [
        `aws_codedeploy_deployment_group.all["${key}"]`,
        { deployment_config_name: 'CodeDeployDefault.LambdaCanary10Percent5Minutes' },
      ],
    ]);
    const { values, problems } = read(stateJson({ '': Object.fromEntries(each.flat()) }));
    expect(problems).toEqual([]);
    expect(values.functions?.split('\n').sort()).toEqual(['cart:live', 'orders:live']);
  });

  it('that may be for several aliases is refused', () => {
    const more = { ...root, 'aws_lambda_alias.blue': { name: 'blue', function_name: 'orders' } };
    expect(read(stateJson({ '': more })).problems).toContain(
      `"${GROUP}" does not say which of these aliases it is for: "${ALIAS}", "aws_lambda_alias.blue"; expected the inputs functions, alias, steps and alarms instead of template`,
    );
  });

  it('and another for the same alias are refused', () => {
    const more = { ...root, 'aws_codedeploy_deployment_group.fast': root[GROUP] ?? {} };
    expect(read(stateJson({ '': more })).problems).toEqual([
      expect.stringContaining(`several deployment groups may be for ${ALIAS}`),
    ]);
  });

  it.each([
    ['without an alias', without(ALIAS), 'is not read: there is no aws_lambda_alias'],
    [
      'of another platform',
      changed('aws_codedeploy_app.shop', { compute_platform: 'ECS' }),
      'is of ECS, and is not read',
    ],
  ])('%s is named', (_, modules, says) => {
    const { problems } = read(stateJson(modules));
    expect(problems).toEqual([expect.stringContaining(`"${GROUP}" ${says}`)]);
  });

  it('leaves state machines out, and says so', () => {
    const more = { ...root, 'aws_sfn_alias.flow': { name: 'live' } };
    expect(read(stateJson({ '': more })).notes).toContain(
      '"aws_sfn_alias.flow" is an alias of a state machine, which this action does not release',
    );
  });
});

const SOURCE = 'terraform-aws-modules/lambda/aws//modules/deploy';
const MODULE: Modules = {
  'module.deploy': {
    'aws_codedeploy_deployment_group.this[0]': {
      deployment_config_name: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      alarm_configuration: [{ alarms: ['orders-errors'], enabled: true }],
    },
  },
};
const APPSPEC = JSON.stringify({
  Hooks: [{ BeforeAllowTraffic: 'smoke' }, { AfterAllowTraffic: 'report' }],
  Resources: [
    {
      MyFunction: {
        Properties: { Alias: 'live', CurrentVersion: '1', Name: 'orders', TargetVersion: '2' },
        Type: 'AWS::Lambda::Function',
      },
    },
  ],
  version: '0.0',
});
/** As the module writes it. */
const SCRIPT = `#!/bin/bash
ID=$(aws deploy create-deployment \\
    --application-name shop \\
    --revision '{"revisionType": "AppSpecContent", "appSpecContent": {"content": "${APPSPEC.replaceAll('"', '\\"')}", "sha256": "abc"}}' \\
    --output text)
`;
const CANARY = {
  functions: 'orders:live',
  steps: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
  alarms: 'orders-errors',
};
const HOOKS = { 'pre-traffic-hook': 'smoke', 'post-traffic-hook': 'report' };

describe('the module that deploys', () => {
  const configuration = (expressions: object) => ({
    module_calls: {
      deploy: { source: SOURCE, expressions, module: {} },
      fn: {
        source: 'terraform-aws-modules/lambda/aws',
        expressions: {},
        module: {
          outputs: {
            lambda_function_name: {
              expression: {
                references: [
                  'aws_lambda_function.this[0].function_name',
                  'aws_lambda_function.this[0]',
                  'aws_lambda_function.this',
                ],
              },
            },
          },
        },
      },
      alias: {
        source: 'terraform-aws-modules/lambda/aws//modules/alias',
        expressions: {},
        module: {
          outputs: {
            lambda_alias_name: {
              expression: {
                references: ['with_refresh', 'no_refresh'].flatMap((name) => [
                  `aws_lambda_alias.${name}[0].name`,
                  `aws_lambda_alias.${name}[0]`,
                  `aws_lambda_alias.${name}`,
                ]),
              },
            },
          },
        },
      },
    },
  });
  const PLANNED: Modules = {
    ...MODULE,
    'module.fn': { 'aws_lambda_function.this[0]': { function_name: 'orders' } },
    'module.alias': { 'aws_lambda_alias.no_refresh[0]': { name: 'live' } },
    '': { 'aws_lambda_function.smoke': { function_name: 'smoke' } },
  };

  it('in a plan is read from its arguments', () => {
    const text = planJson(PLANNED, {
      configuration: configuration({
        function_name: refersTo('module.fn.lambda_function_name'),
        alias_name: refersTo('module.alias.lambda_alias_name'),
        before_allow_traffic_hook_arn: refersTo('aws_lambda_function.smoke.arn'),
        after_allow_traffic_hook_arn: refersTo('var.after'),
      }),
      variables: { after: 'report' },
    });
    expect(read(text)).toMatchObject({ problems: [], values: { ...CANARY, ...HOOKS } });
  });

  it('in a plan with a hook that is not known yet is refused', () => {
    const text = planJson(PLANNED, {
      configuration: configuration({
        function_name: { constant_value: 'orders' },
        alias_name: { constant_value: 'live' },
        before_allow_traffic_hook_arn: refersTo('local.hook'),
        after_allow_traffic_hook_arn: { constant_value: '' },
      }),
    });
    expect(read(text).problems).toEqual([
      'BeforeAllowTrafficHook of "module.deploy": before_allow_traffic_hook_arn of module.deploy is known only after the apply; expected the input pre-traffic-hook instead',
    ]);
    expect(read(text, ['pre-traffic-hook'])).toMatchObject({ problems: [], values: CANARY });
  });

  const STATE: Modules = {
    'module.deploy': {
      ...MODULE['module.deploy'],
      'data.aws_lambda_alias.this[0]': { function_name: 'orders', name: 'live' },
    },
  };

  it('in a state is read from the data that it reads', () => {
    expect(read(stateJson(STATE))).toMatchObject({ problems: [], values: CANARY });
  });

  it('in a state with hooks is read from its script, or asks for them', () => {
    const own = STATE['module.deploy'] ?? {};
    const hooks = { 'aws_iam_policy.hooks[0]': { policy: '{}' } };
    const { problems } = read(stateJson({ 'module.deploy': { ...own, ...hooks } }));
    expect(problems).toEqual([
      expect.stringContaining('expected the input pre-traffic-hook instead'),
      expect.stringContaining('expected the input post-traffic-hook instead'),
    ]);
    const script = { 'local_file.deploy_script[0]': { content: SCRIPT } };
    const kept = read(stateJson({ 'module.deploy': { ...own, ...hooks, ...script } }));
    expect(kept).toMatchObject({ problems: [], values: { ...CANARY, ...HOOKS } });
  });
});

describe('a stage with a canary', () => {
  it('is released with the steps of the input', () => {
    const stage = {
      ...{ rest_api_id: 'a1b2c3d4e5', stage_name: 'prod' },
      canary_settings: [
        {
          percent_traffic: 10,
          stage_variable_overrides: { backend: 'blue' },
          use_stage_cache: true,
        },
      ],
    };
    const text = stateJson({ '': { 'aws_api_gateway_stage.prod': stage } });
    expect(read(text, ['steps'])).toMatchObject({
      problems: [],
      values: {
        ...{ 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod', 'use-stage-cache': 'true' },
        'stage-variable-overrides': 'backend=blue',
      },
    });
    expect(read(text).problems).toEqual([
      expect.stringContaining('has 10% and no times; expected the input steps, such as 10%/10m'),
    ]);
  });
});

describe('anything else', () => {
  it.each([
    [
      'a log',
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}',
      'it is the log',
    ],
    [
      'lines before',
      '[command]/usr/bin/terraform show\n{"format_version":"1.2"}',
      'without terraform_wrapper',
    ],
    [
      'a cut file',
      '{"format_version":"1.2","planned_values":{',
      'it is neither a plan nor a state',
    ],
    ['outputs', '{"format_version":{"value":"a"}}', 'it is neither a plan nor a state'],
    ['no such resource', stateJson({ '': {} }), 'it has no CodeDeploy deployment group'],
  ])('with %s is refused', (_, text, says) => {
    expect(mayBeTerraform(text)).toBe(true);
    expect(read(text).problems).toEqual([expect.stringContaining(says)]);
  });
});
