// What `terraform show -json` writes of a plan or a state (Terraform documentation, "JSON Output Format"). Values that
// are known only after the apply come from the configuration, as references.

import { parseJson } from '../base/foreign-text.ts';
import { referenceTo } from './callee.ts';
import { unknownBecause } from './template-scope.ts';
import type { TerraformInstance } from './terraform-instance.ts';

export interface TerraformJson {
  readonly instances: readonly TerraformInstance[];
  /** Aliases that the plan changes, by their addresses. */
  readonly planned: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** `undefined`: it is something else. */
export function readTerraformJson(path: string, text: string): TerraformJson | undefined {
  const whole = parsed(text);
  const isPlan = typeof whole?.planned_values === 'object';
  const values = member(whole, isPlan ? 'planned_values' : 'values');
  const root = member(values, 'root_module');
  if (!whole || typeof whole.format_version !== 'string' || !values) return undefined;
  const configuration = member(member(whole, 'configuration'), 'root_module');
  const instances = instancesIn(path, root ?? {}, configuration, '');
  return { instances, planned: plannedAliases(whole) };
}

function parsed(text: string): Json | undefined {
  const value = parseJson(text);
  return isMembers(value) ? value : undefined;
}

function isMembers(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(of: Json | undefined, name: string): Json | undefined {
  const value = of?.[name];
  return isMembers(value) ? value : undefined;
}

function list(of: Json | undefined, name: string): readonly Json[] {
  const value = of?.[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

function text(of: Json | undefined, name: string): string {
  const value = of?.[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function instancesIn(
  path: string,
  module: Json,
  configuration: Json | undefined,
  prefix: string,
): readonly TerraformInstance[] {
  const own = list(module, 'resources')
    .filter((each) => text(each, 'mode') !== 'data')
    .map((each) => instanceOf(path, each, written(each, configuration), prefix));
  const inner = list(module, 'child_modules').flatMap((child) => {
    const address = text(child, 'address');
    const name = address.slice(address.lastIndexOf('module.') + 'module.'.length);
    const calls = member(configuration, 'module_calls');
    const called = member(member(calls, name.replace(/\[.*$/, '')), 'module');
    return instancesIn(path, child, called, `${address}.`);
  });
  return [...own, ...inner];
}

/** The resource in the configuration, which has no keys. */
function written(resource: Json, configuration: Json | undefined): Json | undefined {
  const address = `${text(resource, 'type')}.${text(resource, 'name')}`;
  const found = list(configuration, 'resources').find((each) => text(each, 'address') === address);
  return member(found, 'expressions');
}

function instanceOf(
  path: string,
  resource: Json,
  expressions: Json | undefined,
  prefix: string,
): TerraformInstance {
  const values = member(resource, 'values');
  const address = text(resource, 'address');
  return {
    ...{ address, type: text(resource, 'type'), where: path.replace(/^.*\//, '') },
    get: (attribute) =>
      text(values, attribute) || referred(member(expressions, attribute), resource, prefix),
    map: (attribute) => {
      const entries = Object.entries(member(values, attribute) ?? {});
      return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
    },
    nested: (block, attribute) => list(values, block).map((each) => text(each, attribute)),
    // The format does not have `lifecycle`; a plan shows what it would change.
    ignores: () => undefined,
  };
}

/**
 * The most specific resource that an expression refers to: the format lists `aws_lambda_alias.live.arn` before
 * `aws_lambda_alias.live`. With `for_each`, the one with the same key.
 */
function referred(expression: Json | undefined, resource: Json, prefix: string): string {
  const value = expression?.constant_value;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const references = expression?.references;
  if (!Array.isArray(references)) return '';
  const names = references.filter((each) => typeof each === 'string');
  const lambda = names.filter((each) => /^aws_lambda_(alias|function)\./.test(each));
  const found = lambda[0] ?? names.find((each) => /^(aws_|module\.)/.test(each));
  if (found === undefined) return names.length === 0 ? '' : unknownBecause(`it is ${names[0]}`);
  // The format has no text around a reference, and so not the qualifier that may follow an ARN.
  if (/^aws_lambda_function\./.test(found) && !/\.(?:qualified_)?invoke_arn$/.test(found)) {
    return unknownBecause(
      `a plan does not have it before the apply (it is made of ${found}); read the files or the state`,
    );
  }
  const index = resource.index;
  const key = typeof index === 'string' && names.includes('each.key') ? `["${index}"]` : '';
  const [type = '', name = '', ...rest] = found.replace(/\[.*?\]/g, '').split('.');
  return referenceTo(`${prefix}${[type, `${name}${key}`, ...rest].join('.')}`);
}

function plannedAliases(plan: Json): readonly string[] {
  return list(plan, 'resource_changes')
    .filter((each) => text(each, 'type') === 'aws_lambda_alias')
    .filter((each) => {
      const actions = member(each, 'change')?.actions;
      return Array.isArray(actions) && actions.includes('update');
    })
    .map((each) => text(each, 'address'));
}
