// Arbitrary SAM templates of what takes part in a gradual deployment: globals, conditions, parameters, and values in all
// spellings that YAML 1.1 has.

import * as fc from 'fast-check';

/** A value, and how often it is drawn relative to others. */
const often = <T>(value: T, weight = 6) => ({ weight, arbitrary: fc.constant(value) });
const sometimes = <T>(...values: readonly T[]) => ({
  weight: 1,
  arbitrary: fc.constantFrom(...values),
});

const BOOLEANS = ['true', 'True', 'yes', 'On', 'false', 'No', 'off', '"true"', "'false'"] as const;
const CONDITIONS = ['IsProd', 'On', 'Never'] as const;
const PRESETS = ['AllAtOnce', 'Canary10Percent5Minutes', 'Linear10PercentEvery1Minute'] as const;

const condition = fc.constantFrom(...CONDITIONS);
const preset = fc.constantFrom(...PRESETS);

/** `!If [IsProd, a, b]` */
const byCondition = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(condition, value, fc.oneof(value, fc.constant('!Ref AWS::NoValue')))
    .map(([name, yes, no]) => `!If [${name}, ${yes}, ${no}]`);

/** Mostly the schedule of the whole template, because one release has one. */
const typeOf = (kind: string) =>
  fc.oneof(
    often(kind, 30),
    often(`CodeDeployDefault.Lambda${kind}`, 2),
    often('!Ref Kind', 2),
    often('!FindInMap [Kinds, prod, kind]', 2),
    { weight: 2, arbitrary: byCondition(fc.constant(kind)) },
    { weight: 1, arbitrary: byCondition(preset) },
    sometimes('!Ref AWS::NoValue', '""'),
  );

const alarm = fc.oneof(
  often('!Ref Errors', 10),
  often('shop-latency', 10),
  often('!Sub "a-${Stage}"', 10),
  sometimes('"{{resolve:ssm:/alarm}}"'),
);
const someAlarms = fc
  .array(alarm, { minLength: 1, maxLength: 3 })
  .map((all) => `[${all.join(', ')}]`);
const alarms = fc.oneof(
  { weight: 20, arbitrary: someAlarms },
  { weight: 6, arbitrary: byCondition(someAlarms) },
  sometimes('[]', 'shop-latency', '!Ref AWS::NoValue'),
);

const hook = fc.constantFrom('!Ref Hook', '!Ref Hook.Alias', 'smoke', '!GetAtt Hook.Arn');
const hooks = fc.record({ PreTraffic: hook, PostTraffic: hook }, { requiredKeys: [] }).map(flow);

/** `{ a: b }` of what is there. */
function flow(entries: Readonly<Record<string, string | undefined>>): string {
  const all = Object.entries(entries).filter(([, value]) => value !== undefined);
  return all.length === 0
    ? '{}'
    : `{ ${all.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

const preferenceOf = (kind: string) =>
  fc.oneof(
    {
      weight: 40,
      arbitrary: fc
        .record(
          {
            Type: typeOf(kind),
            Enabled: fc.oneof(often('true', 8), sometimes(...BOOLEANS)),
            Alarms: alarms,
            Hooks: hooks,
            Role: fc.constant('!GetAtt Some.Arn'),
            Architectures: fc.constant('[x86_64]'),
          },
          { requiredKeys: ['Type'] },
        )
        .map(flow),
    },
    { weight: 6, arbitrary: fc.constant(`{ Type: ${kind} }`) },
    { weight: 2, arbitrary: fc.constant('{ <<: [*gradual, *atOnce] }') },
    { weight: 1, arbitrary: alarms.map((all) => `{ Alarms: ${all} }`) },
    sometimes('', 'AllAtOnce', '[]'),
  );

const alias = fc.oneof(
  often('live', 20),
  often('blue'),
  sometimes('!Ref Stage', '""', '!Sub "${Stage}"'),
);

const propertiesOf = (kind: string) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ AutoPublishAlias: alias, DeploymentPreference: preferenceOf(kind) }),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        { AutoPublishAlias: alias, DeploymentPreference: preferenceOf(kind) },
        { requiredKeys: [] },
      ),
    },
  );

const functionAttributes = fc.oneof(
  often('', 10),
  sometimes(
    'Condition: IsProd, ',
    'Condition: Never, ',
    'IgnoreGlobals: "*", ',
    'IgnoreGlobals: [DeploymentPreference], ',
    'IgnoreGlobals: [Timeout], ',
  ),
);

const lambdaOf = (kind: string) => (id: string) =>
  fc.tuple(propertiesOf(kind), functionAttributes).map(([own, attributes]) => {
    const all = {
      ...{ FunctionName: id.toLowerCase(), Handler: 'a.b', Runtime: 'nodejs22.x' },
      CodeUri: 's3://bucket/key',
      ...own,
    };
    return `  ${id}: { Type: AWS::Serverless::Function, ${attributes}Properties: ${flow(all)} }`;
  });

const HEAD = `Transform: AWS::Serverless-2016-10-31
Metadata:
  Gradual: &gradual { Type: Canary10Percent5Minutes, Alarms: [merged] }
  AtOnce: &atOnce { Type: AllAtOnce }
`;

const TAIL = `  Hook: { Type: AWS::Serverless::Function, Properties: { FunctionName: hook, Handler: a.b, Runtime: nodejs22.x, CodeUri: "s3://bucket/key", AutoPublishAlias: v } }
  Errors: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmName: shop-errors } }
  Some: { Type: AWS::IAM::Role, Properties: {} }
`;

const parametersOf = (kind: string) =>
  fc
    .constantFrom(...BOOLEANS, 'prod')
    .map(
      (flag) =>
        `Parameters:\n  Flag: { Type: String, Default: ${flag} }\n  Stage: { Type: String, Default: prod }\n  Kind: { Type: String, Default: ${kind} }\nMappings:\n  Kinds: { prod: { kind: ${kind} } }\n`,
    );

const conditions = fc
  .tuple(fc.constantFrom(...BOOLEANS, 'prod'), fc.constantFrom('Flag', 'Stage'))
  .map(
    ([value, name]) =>
      `Conditions:\n  IsProd: !Equals [!Ref ${name}, ${value}]\n  On: !Equals [!Ref Stage, prod]\n  Never: !And [!Condition IsProd, !Not [!Condition IsProd]]\n`,
  );

const globalsOf = (kind: string) =>
  fc.oneof(often('', 2), {
    weight: 3,
    arbitrary: fc
      .tuple(propertiesOf(kind), fc.boolean())
      .map(
        ([own, timeout]) =>
          `Globals:\n  Function: ${flow({ ...own, ...(timeout && { Timeout: '3' }) })}\n`,
      ),
  });

/** The text of a template with one to three functions. */
export const arbitraryTemplate: fc.Arbitrary<string> = preset.chain((kind) =>
  fc
    .tuple(
      ...[parametersOf(kind), conditions, globalsOf(kind)],
      fc
        .integer({ min: 1, max: 3 })
        .chain((count) =>
          fc.tuple(...['Orders', 'Payments', 'Cart'].slice(0, count).map(lambdaOf(kind))),
        ),
    )
    .map(
      ([before, rules, shared, all]) =>
        `${HEAD}${before}${rules}${shared}Resources:\n${all.join('\n')}\n${TAIL}`,
    ),
);
