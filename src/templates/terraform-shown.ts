// What `terraform show -json` writes of a plan or a state (Terraform documentation, "JSON Output Format"), as resources
// with their values. What a plan does not know before the apply is followed through the configuration in it, from one
// reference to the next.

import type { TreeMap } from './tree.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface ShownResource {
  /** `module.shop.aws_lambda_alias.live["a"]` */
  readonly address: string;
  /** Of its module; empty: the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** The key of `for_each` or the number of `count`; empty: it has none. */
  readonly key: string;
  readonly isData: boolean;
  readonly values: Json;
}

/** A call of a module in the configuration, which only a plan has. */
export interface ShownCall {
  /** `module.deploy` */
  readonly module: string;
  readonly source: string;
  /** The module that calls it; empty: the root. */
  readonly caller: string;
  readonly expressions: Json;
}

export interface Shown {
  readonly resources: readonly ShownResource[];
  readonly calls: readonly ShownCall[];
  /** What an expression of a module is; `undefined`: it is not known. */
  readonly valueOf: (expression: unknown, module: string) => string | undefined;
  /** What a plan's configuration has for an attribute. */
  readonly expressionOf: (resource: ShownResource, attribute: string) => unknown;
}

/** `undefined`: it is neither a plan nor a state. */
export function readShown(whole: Json): Shown | undefined {
  const values = member(whole, 'planned_values') ?? member(whole, 'values');
  if (typeof whole.format_version !== 'string') return undefined;
  if (!values && !('terraform_version' in whole)) return undefined;
  const prior = member(member(whole, 'prior_state'), 'values');
  const resources = [
    ...resourcesIn(member(values, 'root_module'), ''),
    // Data that was read while planning is only there.
    ...resourcesIn(member(prior, 'root_module'), '').filter(({ isData }) => isData),
  ];
  const configuration = member(member(whole, 'configuration'), 'root_module');
  const reading: Reading = {
    resources,
    modules: new Map(modulesIn(configuration, '')),
    variables: member(whole, 'variables') ?? {},
  };
  return {
    resources,
    calls: [...reading.modules].flatMap(([module, { call, caller }]) =>
      call
        ? [
            {
              ...{ module, caller, source: textIn(call, 'source') ?? '' },
              expressions: member(call, 'expressions') ?? {},
            },
          ]
        : [],
    ),
    valueOf: (expression, module) => evaluate(expression, module, reading, 0),
    expressionOf: ({ module, type, name }, attribute) => {
      const configured = reading.modules.get(withoutKeys(module))?.module;
      const found = membersIn(configured, 'resources').find(
        (each) => textIn(each, 'address') === `${type}.${name}`,
      );
      return member(found, 'expressions')?.[attribute];
    },
  };
}

function isMembers(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function member(of: Json | undefined, name: string): Json | undefined {
  const value = of?.[name];
  return isMembers(value) ? value : undefined;
}

export function membersIn(of: Json | undefined, name: string): readonly Json[] {
  const value = of?.[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

/** `undefined`: there is none, or it is empty. */
export function textIn(of: Json | undefined, name: string): string | undefined {
  return asText(of?.[name]);
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function resourcesIn(module: Json | undefined, address: string): readonly ShownResource[] {
  const own = membersIn(module, 'resources').map((each) => ({
    ...{ address: textIn(each, 'address') ?? '', module: address },
    ...{ type: textIn(each, 'type') ?? '', name: textIn(each, 'name') ?? '' },
    key: asText(each.index) ?? '',
    isData: each.mode === 'data',
    values: member(each, 'values') ?? {},
  }));
  const inner = membersIn(module, 'child_modules').flatMap((child) =>
    resourcesIn(child, textIn(child, 'address') ?? ''),
  );
  return [...own, ...inner];
}

interface Configured {
  readonly module: Json;
  /** `undefined`: it is the root. */
  readonly call: Json | undefined;
  readonly caller: string;
}

interface Reading {
  readonly resources: readonly ShownResource[];
  /** The configuration by the address of the module, without keys. */
  readonly modules: ReadonlyMap<string, Configured>;
  /** Of the root. */
  readonly variables: Json;
}

function modulesIn(
  module: Json | undefined,
  address: string,
  call?: Json,
  caller = '',
): readonly (readonly [string, Configured])[] {
  if (!module) return [];
  const inner = Object.entries(member(module, 'module_calls') ?? {}).flatMap(([name, each]) => {
    const path = `${address === '' ? '' : `${address}.`}module.${name}`;
    return isMembers(each) ? modulesIn(member(each, 'module'), path, each, address) : [];
  });
  return [[address, { module, call, caller }], ...inner];
}

/** References that lead to each other endlessly. */
const MOST = 30;

/** `absent`: what is referred to has no instance, as one of several alternatives in `try(…)`. */
type Followed = { readonly value: string } | 'unknown' | 'absent';

function evaluate(
  expression: unknown,
  module: string,
  reading: Reading,
  depth: number,
): string | undefined {
  if (!isMembers(expression) || depth > MOST) return undefined;
  if ('constant_value' in expression) return asText(expression.constant_value);
  // The format does not have what is around the references, so several values cannot be put together.
  const found = specific(expression.references).map((each) =>
    followed(each, module, reading, depth + 1),
  );
  const values = new Set(found.flatMap((each) => (typeof each === 'string' ? [] : [each.value])));
  const [only] = values;
  return found.includes('unknown') || values.size > 1 ? undefined : only;
}

/** `aws_lambda_alias.live.name` is listed with `aws_lambda_alias.live`, which says less. */
function specific(references: unknown): readonly string[] {
  const all = Array.isArray(references)
    ? references.filter((each) => typeof each === 'string')
    : [];
  const isLonger = (one: string, other: string) =>
    one.startsWith(`${other}.`) || one.startsWith(`${other}[`);
  return all.filter((each) => !all.some((other) => isLonger(other, each)));
}

function followed(reference: string, module: string, reading: Reading, depth: number): Followed {
  const [kind = '', name = '', attribute = ''] = withoutKeys(reference).split('.');
  if (kind === 'data') return ofResource(reference.slice('data.'.length), module, reading, true);
  if (kind === 'var') return asFollowed(variable(name, module, reading, depth));
  if (kind === 'module') {
    const inner = `${module === '' ? '' : `${module}.`}module.${name}`;
    const outputs = member(reading.modules.get(withoutKeys(inner))?.module, 'outputs');
    const { expression } = member(outputs, attribute) ?? {};
    return asFollowed(evaluate(expression, inner, reading, depth));
  }
  return ofResource(reference, module, reading, false);
}

function asFollowed(value: string | undefined): Followed {
  return value === undefined ? 'unknown' : { value };
}

/** The attribute of the provider's `id`. */
const ID_OF: Readonly<Record<string, string>> = {
  aws_cloudwatch_composite_alarm: 'alarm_name',
  aws_cloudwatch_metric_alarm: 'alarm_name',
  aws_codedeploy_deployment_config: 'deployment_config_name',
};

function ofResource(
  reference: string,
  module: string,
  { resources }: Reading,
  isData: boolean,
): Followed {
  const [type = '', name = '', attribute = ''] = withoutKeys(reference).split('.');
  // `aws_lambda_function.this["a"].arn`
  const [, key] = /^[\w-]+\.[\w-]+\["?([^\]"]*)"?\]/.exec(reference) ?? [];
  const found = resources.filter(
    (each) =>
      each.isData === isData &&
      each.type === type &&
      each.name === name &&
      (key === undefined || each.key === key) &&
      withoutKeys(each.module) === withoutKeys(module),
  );
  const [only, another] = found;
  if (!only) return /^(?:aws|data)_/.test(type) ? 'absent' : 'unknown';
  if (another) return 'unknown';
  // An ARN is made by AWS; Lambda accepts the name in its place.
  const isArn = type === 'aws_lambda_function' && /(?:^|_)arn$/.test(attribute);
  const other = isArn ? 'function_name' : attribute === 'id' ? ID_OF[type] : undefined;
  return asFollowed(textIn(only.values, attribute) ?? (other && textIn(only.values, other)));
}

function variable(
  name: string,
  module: string,
  reading: Reading,
  depth: number,
): string | undefined {
  const configured = reading.modules.get(withoutKeys(module));
  const passed = member(configured?.call, 'expressions')?.[name];
  if (configured && passed !== undefined) {
    return evaluate(passed, configured.caller, reading, depth);
  }
  const given = configured?.call ? undefined : textIn(member(reading.variables, name), 'value');
  const declared = member(member(configured?.module, 'variables'), name);
  return given ?? asText(declared?.default);
}

export function withoutKeys(address: string): string {
  return address.replace(/\[[^\]]*\]/g, '');
}

/** A value that Terraform does not know before the apply: a gap, if it is needed. */
export function unknown(what: string): TreeMap {
  return new Map([['Fn::TerraformValue', what]]);
}
