// Templates of CloudFormation, SAM and CDK, and what the Serverless Framework packages, to facts.

import { isMap, mapAt, type Tree, textAt } from '../templates/tree.ts';
import { EMPTY_SURVEY, type Mover, type Survey, type Tool } from './facts.ts';
import { readSamResources, stageMovers } from './sam-callers.ts';
import { type FoundCallers, type Reading, readPlainResources } from './template-callers.ts';
import { indexTemplates } from './template-index.ts';
import { type Resource, resourcesOf, symbolic, type TemplateFile } from './template-scope.ts';

export interface ParsedTemplate {
  readonly path: string;
  readonly tree: Tree;
  /** `undefined`: to be seen from the template. */
  readonly tool?: Tool;
}

/** Whether a document is a template of CloudFormation, in any of its dialects. */
export function isTemplate(tree: Tree): boolean {
  if (!isMap(tree)) return false;
  const resources = tree.get('Resources');
  return (
    isMap(resources) && [...resources.values()].some((each) => isMap(each) && each.has('Type'))
  );
}

export function toolOf(tree: Tree): Tool {
  if (!isMap(tree)) return 'cloudformation';
  if (tree.has('Transform') && JSON.stringify(tree.get('Transform')).includes('Serverless')) {
    return 'sam';
  }
  const resources = [...mapAt(tree, 'Resources').values()];
  const isCdk = resources.some(
    (each) => isMap(each) && mapAt(each, 'Metadata').has('aws:cdk:path'),
  );
  return isCdk ? 'cdk' : 'cloudformation';
}

/** The files of CDK's assets by their hashes, under which nested stacks name them. */
export type Assets = ReadonlyMap<string, string>;

/** Templates that belong together: a parent stack passes references to the nested ones. */
export function surveyTemplates(
  parsed: readonly ParsedTemplate[],
  assets: Assets = new Map(),
): Survey {
  const files = withParameters(parsed, assets);
  if (files.length === 0) return EMPTY_SURVEY;
  const index = indexTemplates(files);
  const found: FoundCallers = { callers: [], notes: [], problems: [] };
  const movers: Mover[] = [...index.movers];
  for (const file of files) {
    const own: FoundCallers = { callers: [], notes: [], problems: [] };
    const reading: Reading = { file, index, found: own };
    readPlainResources(reading);
    readSamResources(reading);
    movers.push(...stageMovers(reading), ...deploymentMovers(reading));
    found.callers.push(...own.callers);
    found.notes.push(...own.notes, ...unread(file, files, assets));
    found.problems.push(...own.problems);
  }
  const { functions, aliases } = index;
  return { functions, aliases, movers: unique(movers), ...found };
}

function unique(movers: readonly Mover[]): readonly Mover[] {
  return [...new Map(movers.map((mover) => [JSON.stringify(mover), mover])).values()];
}

/**
 * CDK's own deployment is named after a hash of the API, so each change of it moves the stage (aws-cdk-lib,
 * `aws-apigateway/lib/deployment.ts`).
 */
function deploymentMovers({ file, found }: Reading): readonly Mover[] {
  const moved = resourcesOf(file)
    .filter(({ type }) => type === 'AWS::ApiGateway::Stage')
    .filter(({ properties }) =>
      /Deployment[0-9A-Fa-f]{8}[0-9a-f]{32}/.test(symbolic(properties.get('DeploymentId'), file)),
    )
    .map(({ properties }) => symbolic(properties.get('RestApiId'), file));
  return found.callers.flatMap(({ functionId, stage, reach, where }): readonly Mover[] => {
    const isOwn = stage && moved.some((api) => api.includes(stage.api));
    if (!isOwn || (reach.kind !== 'variable' && reach.kind !== 'version')) return [];
    const by = 'the API is deployed with each change (deploy: true)';
    return [{ functionId, alias: undefined, kind: 'stage-deployment', by, where }];
  });
}

/** With what parents pass to nested stacks, as far as the nested template is among the files. */
function withParameters(
  parsed: readonly ParsedTemplate[],
  assets: Assets,
): readonly TemplateFile[] {
  const files = parsed.flatMap(({ path, tree, tool = toolOf(tree) }): readonly TemplateFile[] =>
    isMap(tree) ? [{ path, tool, template: tree, parameters: new Map() }] : [],
  );
  const passed = new Map<string, Map<string, string>>();
  for (const file of files) {
    for (const stack of nestedStacks(file)) {
      const child = childOf(stack, file, files, assets);
      if (!child) continue;
      const parameters = passed.get(child.path) ?? new Map<string, string>();
      for (const [name, value] of mapAt(stack.properties, 'Parameters')) {
        parameters.set(name, located(symbolic(value, file), file));
      }
      passed.set(child.path, parameters);
    }
  }
  return files.map((file) => ({ ...file, parameters: passed.get(file.path) ?? file.parameters }));
}

/** A parent's reference, as the nested template can follow it. */
function located(text: string, { path }: TemplateFile): string {
  return text.replace(/\uE000(?!\?)([^#\uE001]*)\uE001/g, `\uE000${path}#$1\uE001`);
}

const NESTED = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'];

function nestedStacks(file: TemplateFile): readonly Resource[] {
  return resourcesOf(file).filter(({ type }) => NESTED.includes(type));
}

/** By the path in its properties, or by the name of the asset that CDK writes. */
function childOf(
  { body, properties }: Resource,
  file: TemplateFile,
  files: readonly TemplateFile[],
  assets: Assets,
): TemplateFile | undefined {
  const { path } = file;
  const [hash = ''] = symbolic(properties.get('TemplateURL'), file).match(/[0-9a-f]{64}/) ?? [];
  const byHash = assets.get(hash);
  if (byHash !== undefined) return files.find((each) => each.path === byHash);
  const asset = textAt(mapAt(body, 'Metadata'), 'aws:asset:path');
  const location = asset ?? textAt(properties, 'TemplateURL') ?? textAt(properties, 'Location');
  if (location === undefined) return undefined;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const wanted = folder + location.replace(/^\.\//, '');
  return files.find((file) => file.path === wanted);
}

function unread(
  file: TemplateFile,
  files: readonly TemplateFile[],
  assets: Assets,
): readonly string[] {
  const nested = nestedStacks(file)
    .filter((stack) => childOf(stack, file, files, assets) === undefined)
    .map(({ id }) => `${file.path}: the nested stack ${id} is not in these files, and is not read`);
  const loops = [...mapAt(file.template, 'Resources').keys()]
    .filter((id) => id.startsWith('Fn::'))
    .map((id) => `${file.path}: ${id} in Resources is not expanded`);
  return [...nested, ...loops];
}
