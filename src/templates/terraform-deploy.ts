// The module "deploy" of terraform-aws-modules/lambda (modules/deploy: main.tf and variables.tf): a deployment group and a
// script that creates deployments. Which alias it moves, and its hooks, are in the script, in the data that the module
// reads, or in the arguments of the call.

import { parseJson } from '../base/foreign-text.ts';
import {
  type Json,
  member,
  membersIn,
  type Shown,
  type ShownCall,
  type ShownResource,
  textIn,
  unknown,
  withoutKeys,
} from './terraform-shown.ts';
import type { Tree } from './tree.ts';

/** An alias that deployments of CodeDeploy move. */
export interface Deployed {
  /** By which people know it. */
  readonly id: string;
  /** `undefined`: it is not in what is shown. */
  readonly group: ShownResource | undefined;
  readonly functionName: Tree;
  readonly alias: Tree;
  readonly preTraffic?: Tree;
  readonly postTraffic?: Tree;
}

interface Found {
  readonly notes: string[];
  readonly problems: string[];
}

const SOURCE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws\/\/modules\/deploy$/;

/** One for each instance of the module. */
export function deployedByModule(
  shown: Shown,
  groups: readonly ShownResource[],
  found: Found,
): readonly Deployed[] {
  const calls = shown.calls.filter(({ source }) => SOURCE.test(source));
  const called = calls.map(({ module }) => module);
  const modules = new Set(
    shown.resources
      .filter((each) => called.includes(withoutKeys(each.module)) || isSign(each))
      .map(({ module }) => module),
  );
  // A call whose resources are all turned off (create = false) deploys nothing.
  return [...modules].map((module) =>
    deployedIn(module, {
      shown,
      call: calls.find((each) => each.module === withoutKeys(module)),
      group: groups.find((each) => each.module === module),
      found,
    }),
  );
}

/** In a state, which does not have the sources of modules: data with these names and this purpose is the module's. */
function isSign({ type, name, isData, module }: ShownResource): boolean {
  return isData && type === 'aws_lambda_alias' && name === 'this' && module !== '';
}

interface Instance {
  readonly shown: Shown;
  readonly call: ShownCall | undefined;
  readonly group: ShownResource | undefined;
  readonly found: Found;
}

function deployedIn(module: string, { shown, call, group, found }: Instance): Deployed {
  const own = shown.resources.filter((each) => each.module === module);
  const spec = appSpecIn(own);
  const data = own.find(({ type, isData }) => isData && type === 'aws_lambda_alias')?.values;
  const argument = (name: string) => call && shown.valueOf(call.expressions[name], call.caller);
  const value = (text: string | undefined, name: string): Tree =>
    text ?? unknown(`${name} of ${module}`);
  const hook = (event: string, name: string): Tree => {
    const written = spec ? spec.hooks[event] : argument(name);
    const isSet = call ? isGiven(call.expressions, name) : hasHooks(own);
    return written ?? (spec || !isSet ? '' : value(undefined, name));
  };
  if (spec === undefined && call) {
    found.notes.push(`"${module}" is read from its arguments, as far as the plan knows them`);
  }
  return {
    ...{ id: module, group },
    functionName: value(
      spec?.name ?? textIn(data, 'function_name') ?? argument('function_name'),
      'function_name',
    ),
    alias: value(spec?.alias ?? textIn(data, 'name') ?? argument('alias_name'), 'alias_name'),
    preTraffic: hook('BeforeAllowTraffic', 'before_allow_traffic_hook_arn'),
    postTraffic: hook('AfterAllowTraffic', 'after_allow_traffic_hook_arn'),
  };
}

/** A constant empty text, the default, is none. */
function isGiven(expressions: Json, name: string): boolean {
  const expression = member(expressions, name);
  return expression !== undefined && expression.constant_value !== '';
}

/** The module gives its role a policy for hooks, which does not say which one comes when. */
function hasHooks(own: readonly ShownResource[]): boolean {
  return own.some(({ type, name }) => type === 'aws_iam_policy' && name === 'hooks');
}

interface AppSpec {
  readonly name: string | undefined;
  readonly alias: string | undefined;
  readonly hooks: Readonly<Record<string, string | undefined>>;
}

/** In the script of the module, if it is kept: as JSON in a JSON text in a shell's quotes. */
function appSpecIn(own: readonly ShownResource[]): AppSpec | undefined {
  const script = own.find(({ type, name }) => type === 'local_file' && name === 'deploy_script');
  const [, revision] =
    /--revision '(\{.*?\})' *\\?\n/.exec(textIn(script?.values, 'content') ?? '') ?? [];
  const outer = parseJson(revision ?? '') as Json | undefined;
  const content = textIn(member(outer, 'appSpecContent'), 'content');
  const spec = parseJson(content ?? '') as Json | undefined;
  const [resources] = membersIn(spec, 'Resources');
  const [first] = Object.values(resources ?? {}) as readonly (Json | undefined)[];
  const properties = member(first, 'Properties');
  if (!properties) return undefined;
  const hooks = membersIn(spec, 'Hooks').flatMap((each) => Object.entries(each));
  return {
    ...{ name: textIn(properties, 'Name'), alias: textIn(properties, 'Alias') },
    hooks: Object.fromEntries(hooks.map(([event, hook]) => [event, String(hook)])),
  };
}
