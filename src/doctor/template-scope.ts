// A template's values as text. A reference to a resource stays a reference, because only CloudFormation knows what it
// becomes; what cannot be known at all becomes a reference that says why.

import { intrinsicOf } from '../templates/intrinsic-call.ts';
import { isList, isMap, mapAt, type Tree, type TreeMap, textAt } from '../templates/tree.ts';
import { referenceTo } from './callee.ts';
import type { Tool } from './facts.ts';

/** A template and what its values mean. */
export interface TemplateFile {
  /** Its path, for sentences. */
  readonly path: string;
  readonly tool: Tool;
  readonly template: TreeMap;
  /** What a parent stack passes for its parameters: texts with references such as `parent.yaml#Orders.Arn`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Before a reason: no logical ID begins so. */
const UNKNOWN = '?';

/** Before what only CloudFormation knows, such as the name of the stack: a name with it is not known. */
const PSEUDO = '\uE002';

/** A text for people. */
export function plainText(text: string): string {
  return text.replaceAll(PSEUDO, '');
}

/** A reference that says why it leads nowhere. */
export function unknownBecause(why: string): string {
  return referenceTo(`${UNKNOWN}${why}`);
}

/** The reason in such a reference; `undefined`: it is another. */
export function whyUnknown(path: string): string | undefined {
  return path.startsWith(UNKNOWN) ? path.slice(UNKNOWN.length) : undefined;
}

/** The value as text; a list or a map has none. */
export function symbolic(tree: Tree | undefined, file: TemplateFile): string {
  if (tree === undefined || isList(tree)) return '';
  if (!isMap(tree)) return tree;
  const call = intrinsicOf(tree);
  if (!call) return '';
  return FORMS[call.name]?.(call.argument, file) ?? unknownBecause(`${call.name} is not resolved`);
}

type Form = (argument: Tree, file: TemplateFile) => string;

const FORMS: Readonly<Record<string, Form>> = {
  Ref: (argument, file) => (typeof argument === 'string' ? refer(argument, file) : ''),
  'Fn::GetAtt': (argument) => referenceTo(isList(argument) ? argument.join('.') : String(argument)),
  'Fn::Sub': substitute,
  'Fn::Join': (argument, file) => {
    const [delimiter = '', items] = isList(argument) ? argument : [];
    const parts = isList(items) ? items.map((item) => symbolic(item, file)) : [];
    return parts.join(typeof delimiter === 'string' ? delimiter : '');
  },
  'Fn::If': (argument, file) => {
    const [condition = '', ...both] = isList(argument) ? argument : [];
    const [yes, no] = both.map((each) => symbolic(each, file));
    if (yes !== undefined && yes === no) return yes;
    return unknownBecause(`it depends on the condition "${String(condition)}"`);
  },
  'Fn::ImportValue': (argument, file) =>
    unknownBecause(`it is exported by another stack, as "${symbolic(argument, file)}"`),
};

function substitute(argument: Tree, file: TemplateFile): string {
  const [pattern, own] = isList(argument) ? argument : [argument];
  if (typeof pattern !== 'string') return '';
  return pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const given = isMap(own) ? own.get(name) : undefined;
    if (given !== undefined) return symbolic(given, file);
    return name.includes('.') ? referenceTo(name) : refer(name, file);
  });
}

function refer(name: string, { template, parameters }: TemplateFile): string {
  if (name.startsWith('AWS::')) return `${PSEUDO}${name.slice('AWS::'.length)}`;
  const parameter = mapAt(template, 'Parameters').get(name);
  if (!isMap(parameter)) return referenceTo(name);
  const passed = parameters.get(name) ?? textAt(parameter, 'Default');
  return passed ?? unknownBecause(`the parameter "${name}" has no default`);
}

/** The resources of a template, without those that are not written as maps. */
export function resourcesOf({ template }: TemplateFile): readonly Resource[] {
  return [...mapAt(template, 'Resources')].flatMap(([id, body]) =>
    isMap(body)
      ? [{ id, type: textAt(body, 'Type') ?? '', body, properties: mapAt(body, 'Properties') }]
      : [],
  );
}

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly body: TreeMap;
  readonly properties: TreeMap;
}
