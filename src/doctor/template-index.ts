// The functions, versions and aliases of templates, so that a reference to one of them can be followed.

import { functionProperties } from '../templates/globals.ts';
import { isMap, type Tree, type TreeMap } from '../templates/tree.ts';
import { calleeOf, type Lookup, type Referenced } from './callee.ts';
import type { AliasFact, FunctionFact, Mover } from './facts.ts';
import {
  type Resource,
  resourcesOf,
  symbolic,
  type TemplateFile,
  whyUnknown,
} from './template-scope.ts';

export interface TemplateIndex {
  readonly functions: readonly FunctionFact[];
  readonly aliases: readonly AliasFact[];
  readonly movers: readonly Mover[];
  /** How to follow the references of a template. */
  lookup(file: TemplateFile, variables?: Readonly<Record<string, string>>): Lookup;
}

/** `template.yaml#Orders`: unique among all templates. */
function idOf({ path }: TemplateFile, logicalId: string): string {
  return `${path}#${logicalId}`;
}

const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

export function isSamFunction({ type }: Resource): boolean {
  return type === 'AWS::Serverless::Function';
}

/** SAM merges its Globals into the properties of a function. */
export function propertiesOf(file: TemplateFile, resource: Resource): TreeMap {
  return isSamFunction(resource)
    ? functionProperties(file.template, resource.body)
    : resource.properties;
}

export function indexTemplates(files: readonly TemplateFile[]): TemplateIndex {
  const table = new Map<string, Referenced>();
  const named = files.flatMap((file) => functionsOf(file));
  const functions = named.map(({ fact }) => fact);
  for (const { id } of functions) table.set(id, { kind: 'function', functionId: id });
  const byName = new Map(named.map(({ text, fact }) => [text, fact.id]));
  const lookup: TemplateIndex['lookup'] = (file, variables = {}) => ({
    variables,
    named: (name) => byName.get(name),
    reference: (path) => follow(path, file, table),
  });
  for (const file of files) addVersions(file, lookup(file), table);
  const found = files.map((file) => aliasesOf(file, lookup(file), table));
  return {
    functions,
    aliases: found.flatMap(({ aliases }) => aliases),
    movers: found.flatMap(({ movers }) => movers),
    lookup,
  };
}

/** With their names as text, which may have parts that only CloudFormation knows. */
function functionsOf(
  file: TemplateFile,
): readonly { readonly text: string; readonly fact: FunctionFact }[] {
  return resourcesOf(file)
    .filter(({ type }) => FUNCTIONS.includes(type))
    .map((resource) => {
      const text = symbolic(propertiesOf(file, resource).get('FunctionName'), file);
      const isKnown = /^[\w-]+$/.test(text);
      const fact = {
        ...{ id: idOf(file, resource.id), label: resource.id, where: file.path },
        name: isKnown ? text : undefined,
        tool: file.tool,
      };
      return { text, fact };
    });
}

/** `Orders.Arn` or `parent.yaml#Orders.Arn`. */
function follow(
  path: string,
  file: TemplateFile,
  table: ReadonlyMap<string, Referenced>,
): Referenced {
  const why = whyUnknown(path);
  if (why !== undefined) return { kind: 'unknown', why };
  const at = path.indexOf('#');
  const [own, local] = at < 0 ? [file.path, path] : [path.slice(0, at), path.slice(at + 1)];
  const [logicalId = '', attribute] = local.split('.');
  // SAM: `OrdersAliaslive` is written `Orders.Alias` as well, and `Orders.Version`.
  const exact = table.get(`${own}#${local}`);
  if (exact) return exact;
  const found = table.get(`${own}#${logicalId}`);
  if (!found) return { kind: 'unknown', why: `"${logicalId}" is not a function of the template` };
  const isNumber = attribute === 'Version' && found.kind === 'version';
  return isNumber ? { kind: 'number', version: found.version } : found;
}

/** Versions are named by their logical IDs, since they have no numbers yet. */
function addVersions(file: TemplateFile, lookup: Lookup, table: Map<string, Referenced>): void {
  for (const { id, type, properties } of resourcesOf(file)) {
    if (type !== 'AWS::Lambda::Version') continue;
    const functionId = functionIn(properties.get('FunctionName'), file, lookup);
    if (functionId !== undefined) {
      table.set(idOf(file, id), { kind: 'version', functionId, version: id });
    }
  }
}

/** The function that a property names, whatever the form: a name, an ARN, a reference. */
function functionIn(
  tree: Tree | undefined,
  file: TemplateFile,
  lookup: Lookup,
): string | undefined {
  const text = symbolic(tree, file);
  const callee = calleeOf(text, lookup);
  if (callee.kind === 'function') return callee.functionId;
  return lookup.named(text);
}

interface FoundAliases {
  readonly aliases: readonly AliasFact[];
  readonly movers: readonly Mover[];
}

function aliasesOf(
  file: TemplateFile,
  lookup: Lookup,
  table: Map<string, Referenced>,
): FoundAliases {
  const aliases: AliasFact[] = [];
  const movers: Mover[] = [];
  for (const resource of resourcesOf(file)) {
    const found = isSamFunction(resource)
      ? samAlias(file, resource)
      : plainAlias(file, resource, lookup);
    if (!found) continue;
    const { logicalIds, alias } = found;
    aliases.push(alias);
    movers.push(...found.movers);
    const { functionId, name } = alias;
    for (const id of logicalIds) {
      table.set(idOf(file, id), { kind: 'alias', functionId, alias: name });
    }
  }
  return { aliases, movers };
}

interface FoundAlias {
  /** That lead to it. */
  readonly logicalIds: readonly string[];
  readonly alias: AliasFact;
  readonly movers: readonly Mover[];
}

/** SAM developer guide, "Generated resources": `OrdersAliaslive`, also as `!Ref Orders.Alias`. */
function samAlias(file: TemplateFile, resource: Resource): FoundAlias | undefined {
  const properties = propertiesOf(file, resource);
  const name = symbolic(properties.get('AutoPublishAlias'), file);
  if (name === '') return undefined;
  const functionId = idOf(file, resource.id);
  const mover = { functionId, alias: name, where: `${file.path}, ${resource.id}` };
  const movers: Mover[] = [];
  if (!properties.has('AutoPublishCodeSha256')) {
    const by = 'AutoPublishAlias without a constant AutoPublishCodeSha256';
    movers.push({ ...mover, kind: 'new-version', by });
  }
  if (usesCodeDeploy(properties.get('DeploymentPreference'))) {
    movers.push({ ...mover, kind: 'codedeploy', by: 'DeploymentPreference' });
  }
  return {
    logicalIds: [`${resource.id}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`, `${resource.id}.Alias`],
    alias: { functionId, name, version: undefined, where: file.path },
    movers,
  };
}

function usesCodeDeploy(preference: Tree | undefined): boolean {
  if (!isMap(preference)) return false;
  return !/^(false|no|off|n)$/i.test(String(preference.get('Enabled') ?? ''));
}

function plainAlias(
  file: TemplateFile,
  { id, type, body, properties }: Resource,
  lookup: Lookup,
): FoundAlias | undefined {
  if (type !== 'AWS::Lambda::Alias') return undefined;
  const functionId = functionIn(properties.get('FunctionName'), file, lookup);
  const name = symbolic(properties.get('Name'), file);
  if (functionId === undefined || name === '') return undefined;
  const mover = { functionId, alias: name, where: `${file.path}, ${id}` };
  const movers: Mover[] = [];
  const text = symbolic(properties.get('FunctionVersion'), file);
  const version = versionIn(text, lookup);
  if (text === '$LATEST') movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
  const renamed = version === undefined ? undefined : renamedBy(version, file);
  if (renamed !== undefined) movers.push({ ...mover, kind: 'new-version', by: renamed });
  const policy = body.get('UpdatePolicy');
  if (isMap(policy) && policy.has('CodeDeployLambdaAliasUpdate')) {
    movers.push({ ...mover, kind: 'codedeploy', by: 'CodeDeployLambdaAliasUpdate' });
  }
  const alias = { functionId, name, version: version ?? (text || undefined), where: file.path };
  return { logicalIds: [id], alias, movers };
}

/** The logical ID of the version that an alias points to. */
function versionIn(text: string, { reference }: Lookup): string | undefined {
  const path = /^\uE000(.*)\uE001$/.exec(text)?.[1];
  const found = path === undefined ? undefined : reference(path);
  return found?.kind === 'number' || found?.kind === 'version' ? found.version : undefined;
}

/**
 * Why a version gets another logical ID, and so is published anew, with each change of the code: CDK's `currentVersion`
 * and `addAlias` put a hash of the function into it (aws-cdk-lib, `lambda/lib/function-hash.ts`), and so do the
 * Serverless Framework (`OrdersLambdaVersion…`) and SAM (`OrdersVersion` and ten digits of a hash).
 */
function renamedBy(logicalId: string, { tool }: TemplateFile): string | undefined {
  if (/CurrentVersion[0-9A-F]{8}[0-9a-f]{32}$/i.test(logicalId)) {
    return 'currentVersion or addAlias';
  }
  const [, serverlessHash = ''] = logicalId.split(/LambdaVersion(?=[A-Za-z0-9]{20})/);
  if (tool === 'serverless' && /^[A-Za-z0-9]{20,}$/.test(serverlessHash)) {
    return 'versionFunctions';
  }
  return /Version[0-9a-f]{10}$/.test(logicalId) && !/Version0{10}$/.test(logicalId)
    ? 'AutoPublishAlias without a constant AutoPublishCodeSha256'
    : undefined;
}
