// Finds what a written name stands for, in the resources of a stack and its nested stacks, and in outputs. An exact
// physical name comes first, then a logical ID, then the key of an output, then the name of a CDK construct.

import type { StackOutput, StackResource } from '../aws/stacks.ts';
import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Found } from '../inputs/look-up.ts';
import { bareFunction, type NameOf } from '../inputs/names.ts';
import type { Output } from './outputs-file.ts';

/** A stack that was walked. */
export interface WalkedStack {
  /** `shop`, or `shop/Payments` of a nested one. */
  readonly path: string;
  readonly resources: readonly StackResource[];
}

export interface Known {
  /** The stack, and those nested in it; empty: none is named. */
  readonly stacks: readonly WalkedStack[];
  readonly outputs: readonly StackOutput[];
  /** Of the file; empty: none is named. */
  readonly file: { readonly path: string; readonly outputs: readonly Output[] } | undefined;
}

export interface NameIndex {
  find(of: NameOf, written: string): Found;
  functionsWith(alias: string): Found;
}

interface Entry {
  readonly logicalId: string;
  /** `shop/Payments/Orders`. */
  readonly path: string;
  readonly type: string;
  readonly physicalId: string;
}

export function indexNames(known: Known): NameIndex {
  const entries = known.stacks.flatMap(({ path, resources }) =>
    resources.map(({ logicalId, type, physicalId }) => ({
      ...{ logicalId, type, physicalId },
      path: `${path}/${logicalId}`,
    })),
  );
  const where = placeOf(known);
  return {
    find: (of, written) => {
      const fitting = entries.filter(({ type }) => TYPES[of].includes(type));
      if (fitting.some((entry) => nameIn(of, entry.physicalId) === written)) {
        return { kind: 'physical' };
      }
      return (
        among(of, written, fitting.filter(isCalled(written))) ??
        inOutputs(of, written, known) ??
        among(of, written, fitting.filter(isConstruct(written))) ??
        ofAnotherType(of, written, entries, where) ??
        unknown(of, written, fitting, known, where)
      );
    },
    functionsWith: (alias) => functionsWith(alias, entries, where),
  };
}

/** The resources whose physical ID names it. */
const TYPES: Readonly<Record<NameOf, readonly string[]>> = {
  function: ['AWS::Lambda::Function', 'AWS::Lambda::Alias'],
  'function alias': ['AWS::Lambda::Alias'],
  'REST API': ['AWS::ApiGateway::RestApi'],
  'API stage': ['AWS::ApiGateway::Stage'],
  alarm: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  bucket: ['AWS::S3::Bucket'],
  'log group': ['AWS::Logs::LogGroup'],
};

/** From a physical ID, or from what an output holds: the ARN of an alias, the address of a stage. */
function nameIn(of: NameOf, text: string): string {
  const [, api, stage] =
    /^https:\/\/([a-z0-9]+)\.execute-api\.[^/]+(?:\/([^/?#]+))?/.exec(text) ?? [];
  switch (of) {
    case 'function':
      return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, '');
    case 'function alias':
      return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]*:/, '');
    case 'REST API':
      return api ?? text;
    case 'API stage':
      return (api && stage) ?? text;
    case 'log group':
      return text.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:(.*?)(?::\*)?$/, '$1');
    case 'bucket':
      return text.replace(/^arn:[^:]*:s3:::/, '');
    default:
      return text;
  }
}

/** By its logical ID, or by the end of its path: `Payments/Orders`. */
function isCalled(written: string): (entry: Entry) => boolean {
  return ({ path }) => path.endsWith(`/${written}`) || path === written;
}

/** CDK's logical IDs end in eight hexadecimal digits of a hash (CDK developer guide, "Logical IDs"). */
function isConstruct(written: string): (entry: Entry) => boolean {
  return ({ path }) => {
    const [, construct] = /^(.+)[0-9A-F]{8}$/.exec(path) ?? [];
    return construct?.endsWith(`/${written}`) === true;
  };
}

/** `undefined` if there is none. */
function among(of: NameOf, written: string, found: readonly Entry[]): Found | undefined {
  const [first] = found;
  if (!first) return undefined;
  const names = [...new Set(found.map(({ physicalId }) => nameIn(of, physicalId)))];
  if (names.length > 1) {
    const each = found.map(({ path, physicalId }) => `${path} (${nameIn(of, physicalId)})`);
    return {
      kind: 'refused',
      problem: `${quote(written)} is ambiguous: ${listed(each)}; expected one of these names`,
    };
  }
  return { kind: 'found', names, what: `${first.type} ${first.path}` };
}

function inOutputs(
  of: NameOf,
  written: string,
  { outputs, file, stacks }: Known,
): Found | undefined {
  const own = outputs.find(({ key }) => key === written);
  const [main] = stacks;
  if (own) {
    const what = `the output ${own.key} of the stack "${main?.path}"`;
    return { kind: 'found', names: [nameIn(of, own.value)], what };
  }
  if (!file) return undefined;
  const called = file.outputs.filter(
    ({ key, stack }) => key === written || (stack !== '' && `${stack}/${key}` === written),
  );
  // The file may have the outputs of several stacks, and one of them is named.
  const ofStack = called.filter(({ stack }) => stack === main?.path);
  const found = ofStack.length > 0 ? ofStack : called;
  const [first] = found;
  if (!first) return undefined;
  const label = ({ stack, key }: Output) => (stack === '' ? key : `${stack}/${key}`);
  if (found.length > 1) {
    return {
      kind: 'refused',
      problem: `${quote(written)} is ambiguous in ${quote(file.path)}: ${listed(found.map(label))}; expected one of these names, or stack`,
    };
  }
  if (first.sensitive) {
    return {
      kind: 'refused',
      problem: `the output ${quote(written)} in ${quote(file.path)} is sensitive, and names are shown in logs and comments; expected an output that is not`,
    };
  }
  const what = `the output ${label(first)} in "${file.path}"`;
  return { kind: 'found', names: first.values.map((value) => nameIn(of, value)), what };
}

function ofAnotherType(
  of: NameOf,
  written: string,
  entries: readonly Entry[],
  where: string,
): Found | undefined {
  const other = entries.find(isCalled(written)) ?? entries.find(isConstruct(written));
  if (!other) return undefined;
  const hint =
    other.type === 'AWS::ApiGatewayV2::Api'
      ? '. HTTP and WebSocket APIs have no stage canary: use functions and alias'
      : '';
  return {
    kind: 'refused',
    problem: `${quote(written)} is an ${other.type} of ${where}; expected an ${TYPES[of][0]}${hint}`,
  };
}

function unknown(
  of: NameOf,
  written: string,
  fitting: readonly Entry[],
  { outputs, file }: Known,
  where: string,
): Found {
  const keys = [...outputs, ...(file?.outputs ?? [])].map(({ key }) => key);
  const ids = [...new Set(fitting.map(({ logicalId }) => logicalId))];
  const meant = didYouMean(written, [...ids, ...keys]);
  const has = ids.length > 0 && meant === '' ? ` It has ${listed(ids)}.` : '';
  return {
    kind: 'unknown',
    note: `${where} has no ${of} ${quote(written)}, so it is used as a name in the account.${meant}${has}`,
  };
}

function functionsWith(alias: string, entries: readonly Entry[], where: string): Found {
  const aliases = entries.filter(({ type }) => type === 'AWS::Lambda::Alias');
  const having = aliases.filter(({ physicalId }) => nameIn('function alias', physicalId) === alias);
  if (having.length > 0) {
    const names = [...new Set(having.map(({ physicalId }) => bareFunction(physicalId)))];
    return { kind: 'found', names, what: where };
  }
  const others = [
    ...new Set(aliases.map(({ physicalId }) => nameIn('function alias', physicalId))),
  ];
  const has =
    others.length === 0
      ? 'it has no AWS::Lambda::Alias at all'
      : `its aliases are ${listed(others)}`;
  return {
    kind: 'refused',
    problem: `no function of ${where} has an alias ${quote(alias)}, and functions is empty; ${has}.${didYouMean(alias, others)}`,
  };
}

/** For sentences. */
function placeOf({ stacks, file }: Known): string {
  const places = [
    ...(stacks[0] ? [`the stack "${stacks[0].path}"`] : []),
    ...(file ? [`the file ${quote(file.path)}`] : []),
  ];
  return places.join(' or ');
}
