// The alias of a function in Terraform's files, as edits of their text: comments, order and spacing stay.

import type { Block, Body, Expression, HclFile } from '../hcl/hcl-model.ts';
import { applyEdits, type TextEdit } from './planned-file.ts';

export interface FileEdit extends TextEdit {
  readonly path: string;
}

interface Placed {
  readonly file: HclFile;
  readonly block: Block;
}

const IGNORED_BY_ALIAS = ['function_version', 'routing_config'];
const IGNORED_BY_STAGE = ['deployment_id', 'variables', 'canary_settings'];

/**
 * Lets all callers of a function call its alias, and Terraform leave the alias alone.
 *
 * @param name of the resource aws_lambda_function, in the root module
 */
export function aliasEdits(
  files: readonly HclFile[],
  name: string,
  alias: string,
): readonly FileEdit[] {
  const all = resourcesIn(files);
  const fn = find(all, 'aws_lambda_function', name);
  if (!fn) return [];
  const own = all.find(
    ({ block, file }) =>
      block.labels[0] === 'aws_lambda_alias' && refersTo(file, block, 'function_name', name),
  );
  const resource = own?.block.labels[1] ?? `${name}_${alias.replace(/\W/g, '_')}`;
  return [
    ...publishEdit(fn),
    ...(own ? ignoreEdits(own, IGNORED_BY_ALIAS) : [newAlias(fn, name, alias, resource)]),
    ...all.flatMap((each) => callerEdits(each, all, name, resource)),
  ];
}

/** Lets Terraform leave a stage's deployment, variables and canary alone. */
export function stageEdits(files: readonly HclFile[], name: string): readonly FileEdit[] {
  const stage = find(resourcesIn(files), 'aws_api_gateway_stage', name);
  return stage ? ignoreEdits(stage, IGNORED_BY_STAGE) : [];
}

function resourcesIn(files: readonly HclFile[]): readonly Placed[] {
  return files.flatMap((file) =>
    file.body.blocks.filter(({ type }) => type === 'resource').map((block) => ({ file, block })),
  );
}

function find(all: readonly Placed[], type: string, name: string): Placed | undefined {
  return all.find(({ block: { labels } }) => labels[0] === type && labels[1] === name);
}

function textOf({ text }: HclFile, { body }: Block, attribute: string): string {
  const found = body.attributes.get(attribute);
  return found ? text.slice(found.start, found.end) : '';
}

function refersTo(file: HclFile, block: Block, attribute: string, name: string): boolean {
  return referencesIn(textOf(file, block, attribute), name).length > 0;
}

/** `aws_lambda_function.orders.arn`, with the key of `for_each`. */
const REFERENCES = /\baws_lambda_function\.([\w-]+)((?:\[[^[\]]*\])?)\.(\w+)/g;

/** The keys with which a text refers to attributes of the function: `[each.key]`, or empty. */
function referencesIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(REFERENCES)]
    .filter(([, own]) => own === name)
    .map(([, , index = '']) => index);
}

/** The indentation of the block's own attributes. */
function indentOf({ text }: HclFile, block: Block): string {
  const [first] = block.body.attributes.values();
  const start = first?.start ?? block.body.blocks[0]?.start;
  if (start === undefined) return '  ';
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]+$/.test(before) ? before : '  ';
}

/** An attribute before the closing brace, with its "=" under those above, as `terraform fmt` has it. */
function appendAttribute(placed: Placed, name: string, value: string): FileEdit {
  const { file, block } = placed;
  const last = [...block.body.attributes.values()]
    .filter(({ end }) => !file.text.slice(end, block.close).includes('{'))
    .at(-1);
  const above = last ? file.text.slice(last.start, last.end) : '';
  const column = /^(\w+\s*)=/.exec(above)?.[1]?.length ?? 0;
  return append(placed, `${name.padEnd(Math.max(column - 1, name.length))} = ${value}`);
}

/** A line before the closing brace. */
function append({ file, block }: Placed, line: string): FileEdit {
  const { text, path } = file;
  const lineStart = text.lastIndexOf('\n', block.close - 1) + 1;
  const isOwnLine = /^[ \t]*$/.test(text.slice(lineStart, block.close));
  const indent = indentOf(file, block);
  if (isOwnLine) return { path, start: lineStart, end: lineStart, text: `${indent}${line}\n` };
  // `resource "a" "b" { name = "x" }`
  const start = text.slice(0, block.close).trimEnd().length;
  return { path, start, end: block.close, text: `\n${indent}${line}\n` };
}

function publishEdit(fn: Placed): readonly FileEdit[] {
  const publish = fn.block.body.attributes.get('publish');
  if (!publish) return [appendAttribute(fn, 'publish', 'true')];
  const { value, start, end } = publish;
  if (value.kind === 'text' && value.text === 'true') return [];
  return [{ path: fn.file.path, start, end, text: 'publish = true' }];
}

function newAlias(fn: Placed, name: string, alias: string, resource: string): FileEdit {
  const { file, block } = fn;
  const isEach = block.body.attributes.has('for_each');
  const source = isEach ? 'each.value' : `aws_lambda_function.${name}`;
  const text = `

# The action moves this alias; Terraform only creates it.
resource "aws_lambda_alias" "${resource}" {
${isEach ? `  for_each         = aws_lambda_function.${name}\n` : ''}  name             = "${alias}"
  function_name    = ${source}.function_name
  function_version = ${source}.version
  lifecycle { ignore_changes = [${IGNORED_BY_ALIAS.join(', ')}] }
}`;
  return { path: file.path, start: block.end, end: block.end, text };
}

function ignoreEdits(placed: Placed, names: readonly string[]): readonly FileEdit[] {
  const { file, block } = placed;
  const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
  if (!lifecycle) {
    return [append(placed, `lifecycle { ignore_changes = [${names.join(', ')}] }`)];
  }
  const ignored = lifecycle.body.attributes.get('ignore_changes');
  const line = (all: readonly string[]) => `ignore_changes = [${all.join(', ')}]`;
  if (!ignored) return [append({ file, block: lifecycle }, line(names))];
  const own = namesOf(ignored.value);
  const missing = names.filter((name) => !own.includes(name));
  if (own.includes('all') || missing.length === 0) return [];
  const { start, end } = ignored;
  return [{ path: file.path, start, end, text: line([...own, ...missing]) }];
}

function namesOf(value: Expression): readonly string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => (item.kind === 'traversal' ? [item.root] : []));
}

/** Attributes that name what is called by an ARN. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_integration: ['uri'],
  aws_api_gateway_authorizer: ['authorizer_uri'],
  aws_apigatewayv2_api: ['target'],
  aws_apigatewayv2_integration: ['integration_uri'],
  aws_apigatewayv2_authorizer: ['authorizer_uri'],
  aws_cloudwatch_event_target: ['arn'],
  aws_lambda_event_source_mapping: ['function_name'],
  aws_sns_topic_subscription: ['endpoint'],
};

/** Resources that take the qualifier apart from the function. */
const QUALIFIED = ['aws_lambda_function_url', 'aws_lambda_permission'];

/** Services that call what another resource names, so that a further permission calls nothing. */
const FURTHER = /["']?(?:apigateway|events|sns)\.amazonaws\.com/;

function callerEdits(
  placed: Placed,
  all: readonly Placed[],
  name: string,
  alias: string,
): readonly FileEdit[] {
  const { block } = placed;
  const [type = ''] = block.labels;
  const nested = block.body.blocks.filter((inner) => inner.type === 'target');
  return [
    ...(CALLED[type] ?? []).flatMap((attribute) =>
      renamed(placed, block.body, attribute, name, alias),
    ),
    ...(type === 'aws_scheduler_schedule'
      ? nested.flatMap((inner) => renamed(placed, inner.body, 'arn', name, alias))
      : []),
    ...(QUALIFIED.includes(type) ? qualifierEdits(placed, all, name, alias) : []),
  ];
}

function renamed(
  { file }: Placed,
  { attributes }: Body,
  attribute: string,
  name: string,
  alias: string,
): readonly FileEdit[] {
  const found = attributes.get(attribute);
  if (!found) return [];
  const { start, end } = found;
  const before = file.text.slice(start, end);
  const text = before.replace(REFERENCES, (all, fn: string, index: string, part: string) => {
    if (fn !== name) return all;
    const own = part === 'invoke_arn' || part === 'qualified_invoke_arn' ? 'invoke_arn' : 'arn';
    return `aws_lambda_alias.${alias}${index}.${own}`;
  });
  return text === before ? [] : [{ path: file.path, start, end, text }];
}

function qualifierEdits(
  placed: Placed,
  all: readonly Placed[],
  name: string,
  alias: string,
): readonly FileEdit[] {
  const { file, block } = placed;
  if (block.body.attributes.has('qualifier')) return [];
  const written = textOf(file, block, 'function_name');
  const [found] = referencesIn(written, name);
  // `each.value` of a resource with `for_each = aws_lambda_function.fn`.
  const isEach = textOf(file, block, 'for_each').trimEnd().endsWith(`aws_lambda_function.${name}`);
  if (found === undefined && !(isEach && /\beach\.value\b/.test(written))) return [];
  const index = isEach ? '[each.key]' : found;
  const edit = appendAttribute(placed, 'qualifier', `aws_lambda_alias.${alias}${index}.name`);
  return FURTHER.test(textOf(file, block, 'principal'))
    ? furtherPermission(placed, all, edit)
    : [edit];
}

/**
 * A qualifier cannot be changed: Terraform would delete the permission, and create it again while callers already need
 * either. So the alias gets a permission of its own, and the old one stays.
 */
function furtherPermission(
  { file, block }: Placed,
  all: readonly Placed[],
  { start, end, text }: FileEdit,
): readonly FileEdit[] {
  const [type = '', name = ''] = block.labels;
  const label = `${name}_alias`;
  if (find(all, type, label)) return [];
  const own = applyEdits(file.text.slice(block.start, block.end), [
    { start: start - block.start, end: end - block.start, text },
  ]);
  const copy = own.replace(`"${name}"`, `"${label}"`);
  return [{ path: file.path, start: block.end, end: block.end, text: `\n\n${copy}` }];
}
