// Resolves CloudFormation's functions as far as possible without CloudFormation.

import { quote } from '../base/quote.ts';
import { functionProperties } from './globals.ts';
import { intrinsicOf } from './intrinsic-call.ts';
import { parameterProblem } from './parameter-rules.ts';
import { plainValue } from './plain-scalar.ts';
import { addGap, ask, countCall, nested, type Resolution } from './resolution.ts';
import { PSEUDO } from './template-parameters.ts';
import { isList, isMap, mapAt, type Tree, type TreeList, type TreeMap, textAt } from './tree.ts';

/**
 * The tree with all functions resolved. `undefined` for AWS::NoValue, or, if gaps were added, for a value that
 * cannot be known.
 */
export function resolve(tree: Tree, at: Resolution): Tree | undefined {
  if (typeof tree === 'string') return withoutReference(tree, at);
  if (isList(tree)) return resolveAll(tree, at);
  if (!isMap(tree)) return undefined;
  const call = intrinsicOf(tree);
  if (!call) {
    const entries = [...tree].map(([key, value]) => [key, resolve(value, at)] as const);
    return new Map(entries.filter((entry): entry is [string, Tree] => entry[1] !== undefined));
  }
  return called(call.name, call.argument, at);
}

function called(name: string, argument: Tree, at: Resolution): Tree | undefined {
  countCall(at);
  const before = at.gaps.length;
  const value = FUNCTIONS[name]?.(argument, at);
  const none = name === 'Ref' || name === 'Fn::If';
  if (value === undefined && !none && at.gaps.length === before) return cannot(at, name);
  return typeof value === 'string' ? withoutReference(value, at) : value;
}

/** A dynamic reference (CloudFormation user guide) is replaced while the stack is deployed, and never here. */
function withoutReference(text: string, at: Resolution): string | undefined {
  const [reference] = /\{\{resolve:[^}]*\}\}/.exec(text) ?? [];
  return reference === undefined ? text : cannot(at, quote(reference));
}

function resolveAll(list: TreeList, at: Resolution): Tree[] {
  return list.map((item) => resolve(item, at)).filter((item) => item !== undefined);
}

/** Whether a condition is true; `undefined` if it cannot be known. */
export function holds(name: string, at: Resolution): boolean | undefined {
  const known = at.conditions.get(name);
  if (known !== undefined) return known;
  const condition = conditionNamed(name, mapAt(at.scope.template, 'Conditions'));
  if (condition === undefined) return addGap(at, `there is no condition "${name}"`);
  const inner = nested(`the condition "${name}"`, at);
  const value = inner && truth(condition, inner);
  if (value !== undefined) at.conditions.set(name, value);
  return value;
}

/** A condition may be called On, which is true in YAML 1.1 where it is used as a value. */
function conditionNamed(name: string, conditions: TreeMap): Tree | undefined {
  return conditions.get(name) ?? [...conditions].find(([key]) => plainValue(key) === name)?.[1];
}

function truth(tree: Tree, at: Resolution): boolean | undefined {
  countCall(at);
  if (tree === 'true' || tree === 'false') return tree === 'true';
  const [call] = isMap(tree) ? tree : [];
  const [name = '', argument = ''] = call ?? [];
  if (name === 'Condition' && typeof argument === 'string') return holds(argument, at);
  const list = isList(argument) ? argument : [];
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = list.map((item) => textOf(item, at));
      if (left === undefined || right === undefined) return unclear(at);
      return left === right;
    }
    case 'Fn::Not':
      return negated(list[0] === undefined ? undefined : truth(list[0], at));
    case 'Fn::And':
      return combined(list, at, false);
    case 'Fn::Or':
      return combined(list, at, true);
    default:
      return unclear(at);
  }
}

/** For a condition that is invalid, or that depends on a gap already reported. */
function unclear(at: Resolution): undefined {
  return at.gaps.length > 0 ? undefined : addGap(at, 'a condition cannot be read');
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** And/Or: one deciding value is enough, whatever the others are. */
function combined(list: TreeList, at: Resolution, decides: boolean): boolean | undefined {
  const before = at.gaps.length;
  const found = list.map((item) => truth(item, at));
  if (found.includes(decides)) {
    at.gaps.length = before;
    return decides;
  }
  return found.includes(undefined) ? undefined : !decides;
}

type Work = (argument: Tree, at: Resolution) => Tree | undefined;

const FUNCTIONS: Readonly<Record<string, Work>> = {
  // Made of what the framework alone can read (`serverless-variables.ts`).
  'Fn::ServerlessVariable': (argument, at) =>
    addGap(at, `${quote(String(argument))} is known only to the Serverless Framework`),
  // Made of what a plan does not have yet (`terraform.ts`).
  'Fn::TerraformValue': (argument, at) =>
    addGap(at, `${String(argument)} is known only after the apply`),
  Ref: (argument, at) => {
    if (typeof argument !== 'string') return cannot(at, 'Ref without a name');
    return generatedBySam(argument, at) ? aliasOf(argument, at) : refer(argument, at);
  },
  'Fn::GetAtt': (argument, at) => attribute(isList(argument) ? argument.join('.') : argument, at),
  'Fn::If': (argument, at) => {
    const [condition, yes, no] = isList(argument) ? argument : [];
    if (typeof condition !== 'string' || yes === undefined || no === undefined) {
      return cannot(at, 'Fn::If');
    }
    const value = holds(condition, at);
    return value === undefined ? undefined : resolve(value ? yes : no, at);
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, at) => {
    const [delimiter, items] = isList(argument) ? argument : [];
    const list = items === undefined ? undefined : listOf(items, at);
    if (typeof delimiter !== 'string' || !list) return undefined;
    return list.join(delimiter);
  },
  'Fn::Split': (argument, at) => {
    const [delimiter, text] = isList(argument) ? argument : [];
    const whole = text === undefined ? undefined : textOf(text, at);
    if (typeof delimiter !== 'string' || whole === undefined) return undefined;
    return whole.split(delimiter);
  },
  'Fn::Select': (argument, at) => {
    const [index, items] = isList(argument) ? argument : [];
    const position = index === undefined ? undefined : textOf(index, at);
    const list = items === undefined ? undefined : listOf(items, at);
    return list?.[Number(position)];
  },
  'Fn::FindInMap': (argument, at) => {
    const names = isList(argument) ? argument.slice(0, 3).map((item) => textOf(item, at)) : [];
    const [map = '', top = '', second = ''] = names;
    if (names.includes(undefined)) return undefined;
    const found = mapAt(mapAt(mapAt(at.scope.template, 'Mappings'), map), top).get(second);
    return found ?? cannot(at, `Fn::FindInMap of "${names.join('", "')}"`);
  },
};

function textOf(tree: Tree, at: Resolution): string | undefined {
  const value = resolve(tree, at);
  return typeof value === 'string' ? value : undefined;
}

function listOf(tree: Tree, at: Resolution): readonly string[] | undefined {
  const before = at.gaps.length;
  const value = resolve(tree, at);
  const whole = isList(value) && at.gaps.length === before;
  return whole ? value.filter((item) => typeof item === 'string') : undefined;
}

/** Replaces `${Name}`, `${Resource.Attribute}` and variables of the second argument; keeps `${!Literal}`. */
function substitute(argument: Tree, at: Resolution): Tree | undefined {
  const [pattern, own] = isList(argument) ? argument : [argument];
  if (typeof pattern !== 'string') return undefined;
  const before = at.gaps.length;
  const text = pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const given = isMap(own) ? own.get(name) : undefined;
    if (given !== undefined) return textOf(given, at) ?? '';
    const value = name.includes('.') ? attribute(name, at) : refer(name, at);
    if (typeof value === 'string') return value;
    if (at.gaps.length === before) cannot(at, `\${${name}}`);
    return '';
  });
  return at.gaps.length > before ? undefined : text;
}

function refer(name: string, at: Resolution): Tree | undefined {
  const { supplied, pseudo, template } = at.scope;
  if (name === 'AWS::NoValue') return undefined;
  const parameter = mapAt(template, 'Parameters').get(name);
  const value = supplied.get(name) ?? pseudo.get(name);
  if (isMap(parameter)) return parameterValue(name, parameter, value, at);
  if (value !== undefined) return value;
  if (PSEUDO.includes(name)) return ask(at, name, `${name} is known only to CloudFormation`);
  if (name.startsWith('AWS::')) return cannot(at, name);
  const resource = mapAt(mapAt(template, 'Resources'), name);
  if (textAt(resource, 'Type') === 'AWS::Lambda::Alias') return aliasResource(name, resource, at);
  if (mapAt(template, 'Resources').has(name)) return physicalName(name, at);
  return addGap(at, `there is no parameter or resource "${name}"`);
}

function parameterValue(
  name: string,
  parameter: TreeMap,
  supplied: string | undefined,
  at: Resolution,
): Tree | undefined {
  const type = textAt(parameter, 'Type') ?? 'String';
  const fallback = parameter.get('Default');
  const kept = type.startsWith('AWS::SSM::');
  const value = supplied ?? (typeof fallback === 'string' && !kept ? fallback : undefined);
  if (value === undefined) {
    const why = kept ? 'is kept in Systems Manager' : 'has no default';
    return ask(at, name, `the parameter "${name}" ${why}`);
  }
  const problem = parameterProblem(name, parameter, value);
  if (problem !== undefined) return addGap(at, problem);
  const list = type === 'CommaDelimitedList' || type.startsWith('List<');
  return list ? value.split(',').map((item) => item.trim()) : value;
}

/** The property that names a resource; without it, CloudFormation generates a name. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'FunctionName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::CompositeAlarm': 'AlarmName',
  'AWS::CloudWatch::LogAlarm': 'AlarmName',
};

/** `Ref` of an API is its ID, which a stack knows by the logical ID. */
const APIS = ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'];

/** The name of a resource in AWS; `undefined` if it cannot be known. */
export function physicalName(logicalId: string, at: Resolution): string | undefined {
  const given = at.scope.supplied.get(logicalId);
  if (given !== undefined) return given;
  const resource = mapAt(mapAt(at.scope.template, 'Resources'), logicalId);
  const property = NAMED_BY[textAt(resource, 'Type') ?? ''];
  const isNamed = property !== undefined || APIS.includes(textAt(resource, 'Type') ?? '');
  if (isNamed && at.scope.namesLater) return logicalId;
  const name = property && mapAt(resource, 'Properties').get(property);
  const inner = name && nested(`the name of "${logicalId}"`, at);
  if (name && !inner) return undefined;
  const before = at.gaps.length;
  const value = inner && resolve(name, inner);
  if (typeof value === 'string' && value !== '') return value;
  if (at.gaps.length > before) return undefined;
  return ask(
    at,
    logicalId,
    `"${logicalId}" has no ${property ?? 'name of its own'}, so CloudFormation names it`,
  );
}

/** `Ref` of `Orders.Alias` or `Orders.Version` (SAM developer guide, "referencing generated resources"). */
function generatedBySam(path: string, { scope }: Resolution): boolean {
  const [id = '', what = '', ...more] = path.split('.');
  const resource = mapAt(mapAt(scope.template, 'Resources'), id);
  const isFunction = textAt(resource, 'Type') === 'AWS::Serverless::Function';
  return isFunction && more.length === 0 && (what === 'Alias' || what === 'Version');
}

/** `Ref` of an alias is its ARN; the function with its alias means the same to Lambda. */
function aliasResource(id: string, resource: TreeMap, at: Resolution): string | undefined {
  const properties = mapAt(resource, 'Properties');
  const parts = ['FunctionName', 'Name'].map((key) => {
    const written = properties.get(key);
    return written === undefined ? undefined : textOf(written, at);
  });
  const [name, alias] = parts;
  if (name !== undefined && alias !== undefined) return `${name}:${alias}`;
  return at.gaps.length > 0 ? undefined : ask(at, id, `"${id}" has no name that can be read`);
}

/** The function with its alias, as Lambda accepts it in place of an ARN. The number of a version is not known. */
function aliasOf(path: string, at: Resolution): string | undefined {
  const supplied = at.scope.supplied.get(path);
  if (supplied !== undefined) return supplied;
  const [id = '', what] = path.split('.');
  const resource = mapAt(mapAt(at.scope.template, 'Resources'), id);
  const alias = functionProperties(at.scope.template, resource).get('AutoPublishAlias');
  if (what !== 'Alias' || alias === undefined) return ask(at, path, `"${path}" is created by SAM`);
  const [name, its] = [physicalName(id, at), textOf(alias, at)];
  return name !== undefined && its !== undefined ? `${name}:${its}` : undefined;
}

/** Only the ARNs of functions and alarms can be built from their names. */
function attribute(path: Tree, at: Resolution): Tree | undefined {
  if (typeof path !== 'string') return undefined;
  const supplied = at.scope.supplied.get(path);
  if (supplied !== undefined) return supplied;
  const [logicalId = '', ...rest] = path.split('.');
  const resource = mapAt(mapAt(at.scope.template, 'Resources'), logicalId);
  const property = NAMED_BY[textAt(resource, 'Type') ?? ''];
  if (property === undefined || rest.join('.') !== 'Arn') {
    const isThere = mapAt(at.scope.template, 'Resources').has(logicalId);
    return isThere
      ? ask(at, path, `Fn::GetAtt ${path} is known only to CloudFormation`)
      : addGap(at, `there is no resource "${logicalId}"`);
  }
  const name = physicalName(logicalId, at);
  if (at.scope.namesLater) return name;
  const parts = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map((part) => refer(part, at));
  if (name === undefined || parts.includes(undefined)) return undefined;
  const [partition, region, account] = parts;
  return property === 'FunctionName'
    ? `arn:${partition}:lambda:${region}:${account}:function:${name}`
    : `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`;
}

function cannot(at: Resolution, what: string): undefined {
  return addGap(at, `${what} cannot be resolved outside of CloudFormation`);
}
