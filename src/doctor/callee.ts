// Which function a URI or an ARN calls, and by which qualifier. The text may have references to resources in it, for
// templates do not say what AWS will call them.

import type { Reach, VariableValue } from './facts.ts';

/** A reference within a text: `Orders.Arn`, `aws_lambda_alias.live.arn`. */
export function referenceTo(path: string): string {
  return `${OPEN}${path}${CLOSE}`;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
const REFERENCE = /^\uE000([^\uE001]*)\uE001/;
const ANY_REFERENCE = /\uE000([^\uE000\uE001]*)\uE001/g;

/** What a reference leads to. */
export type Referenced =
  | { readonly kind: 'function'; readonly functionId: string }
  | { readonly kind: 'alias'; readonly functionId: string; readonly alias: string }
  | { readonly kind: 'version'; readonly functionId: string; readonly version: string }
  /** The number of a version alone. */
  | { readonly kind: 'number'; readonly version: string }
  | { readonly kind: 'unknown'; readonly why: string };

export interface Lookup {
  /** @param path as it was given to `referenceTo` */
  readonly reference: (path: string) => Referenced;
  /** The ID of the function of this name in AWS; `undefined` if it is not known. */
  readonly named: (name: string) => string | undefined;
  /** Of the stage. */
  readonly variables: Readonly<Record<string, string>>;
}

export type Callee =
  | { readonly kind: 'function'; readonly functionId: string; readonly reach: Reach }
  /** A function that the survey does not have. */
  | { readonly kind: 'other'; readonly name: string; readonly reach: Reach }
  /** Not a function. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown'; readonly why: string };

/** API Gateway developer guide, "Lambda proxy integrations": both operations have this form. */
const INVOCATION = /:lambda:path\/[\d-]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/s;
const FUNCTION_ARN = /^arn:.*?:function:(.+)$/s;
const STAGE_VARIABLE = /^\$\{stageVariables\.(\w+)\}$/;
const VARIABLES = /\$\{stageVariables\.(\w+)\}/g;
/** As in AWS, or with a part that only CloudFormation knows. */
const NAME = /^[\w\uE002-]+$/;

export function calleeOf(text: string, lookup: Lookup): Callee {
  const called = INVOCATION.exec(text)?.[1] ?? text;
  const begin = REFERENCE.exec(called);
  if (begin) return afterReference(called, begin, lookup);
  const partial = FUNCTION_ARN.exec(called)?.[1];
  if (partial !== undefined) return inName(partial, lookup);
  if (called !== text) return inName(called, lookup);
  return { kind: 'elsewhere' };
}

/** `Orders.Arn`, and perhaps a qualifier. */
function afterReference(text: string, [all, path = '']: RegExpExecArray, lookup: Lookup): Callee {
  const rest = text.slice(all.length);
  const found = lookup.reference(path);
  if (found.kind === 'unknown') return found;
  if (found.kind === 'number') return { kind: 'unknown', why: `${path} is not a function` };
  const { functionId } = found;
  if (rest === '') return { kind: 'function', functionId, reach: reachOfReferenced(found) };
  if (!rest.startsWith(':')) return { kind: 'unknown', why: `${shown(text)} is not understood` };
  if (found.kind !== 'function') {
    return { kind: 'unknown', why: `${shown(text)} has a second qualifier` };
  }
  return { kind: 'function', functionId, reach: reachOfQualifier(rest.slice(1), lookup) };
}

/** `orders`, `orders:live`, `${stageVariables.fn}`: what follows `function:` or stands alone. */
function inName(partial: string, lookup: Lookup): Callee {
  const begin = REFERENCE.exec(partial);
  if (begin) return afterReference(partial, begin, lookup);
  const whole = STAGE_VARIABLE.exec(partial.split(':')[0] ?? '')?.[1];
  if (whole !== undefined) return byWholeVariable(partial, whole, lookup);
  const [name = '', ...rest] = filled(partial, lookup).split(':');
  if (!NAME.test(name)) return { kind: 'unknown', why: `${shown(partial)} is not understood` };
  // The qualifier as it is written, for its own variable.
  const written = partial.slice(partial.indexOf(':') + 1);
  const reach: Reach =
    rest.length === 0 ? { kind: 'unqualified' } : reachOfQualifier(written, lookup);
  return placed(name, reach, lookup);
}

/** A stage variable has the name of the function, and perhaps its qualifier. */
function byWholeVariable(partial: string, variable: string, lookup: Lookup): Callee {
  const value = filled(partial, lookup);
  const [name = '', qualifier] = value.replace(/^.*:function:/, '').split(':');
  if (!Object.hasOwn(lookup.variables, variable) || !NAME.test(name)) {
    const why = `the stage variable "${variable}" names the function, and its value is not known`;
    return { kind: 'unknown', why };
  }
  if (qualifier === undefined) return placed(name, { kind: 'unqualified' }, lookup);
  const isInVariable = !partial.includes(':');
  const reach: Reach = isInVariable
    ? { kind: 'variable', variable, ...readValue(qualifier, lookup) }
    : reachOfQualifier(partial.slice(partial.indexOf(':') + 1), lookup);
  return placed(name, reach, lookup);
}

function placed(name: string, reach: Reach, { named }: Lookup): Callee {
  const functionId = named(name);
  return functionId === undefined
    ? { kind: 'other', name, reach }
    : { kind: 'function', functionId, reach };
}

function reachOfReferenced(found: Referenced): Reach {
  if (found.kind === 'alias') return { kind: 'alias', alias: found.alias };
  if (found.kind === 'version') return { kind: 'version', version: found.version };
  return { kind: 'unqualified' };
}

function reachOfQualifier(written: string, lookup: Lookup): Reach {
  const variable = STAGE_VARIABLE.exec(written)?.[1];
  if (variable !== undefined) {
    return { kind: 'variable', variable, ...readValue(lookup.variables[variable] ?? '', lookup) };
  }
  const [all, path = ''] = REFERENCE.exec(written) ?? [];
  if (all === written) return reachOfNumber(lookup.reference(path));
  const qualifier = filled(written, lookup);
  if (qualifier === '$LATEST' || qualifier === '') return { kind: 'unqualified' };
  if (/^\d+$/.test(qualifier)) return { kind: 'version', version: qualifier };
  if (NAME.test(qualifier)) return { kind: 'alias', alias: qualifier };
  return { kind: 'unknown', why: `the qualifier ${shown(written)} is not understood` };
}

function reachOfNumber(found: Referenced): Reach {
  if (found.kind === 'number' || found.kind === 'version') {
    return { kind: 'version', version: found.version };
  }
  if (found.kind === 'alias') return { kind: 'alias', alias: found.alias };
  return {
    kind: 'unknown',
    why: found.kind === 'unknown' ? found.why : 'the qualifier is a function',
  };
}

/** A stage variable's value, which may be a reference to a version or an alias. */
function readValue(value: string, { reference }: Lookup): VariableValue {
  const [all, path = ''] = REFERENCE.exec(value) ?? [];
  if (all === undefined || all !== value) return { holds: kindOfValue(value), value };
  const found = reference(path);
  if (found.kind === 'number' || found.kind === 'version') {
    return { holds: 'version', value: found.version };
  }
  if (found.kind === 'alias') return { holds: 'alias', value: found.alias };
  return { holds: 'unknown', value: '' };
}

function kindOfValue(value: string): VariableValue['holds'] {
  if (value === '' || value.startsWith('$')) return 'unknown';
  return /^\d+$/.test(value) ? 'version' : 'alias';
}

function filled(text: string, { variables }: Lookup): string {
  return text.replace(VARIABLES, (all, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? '') : all,
  );
}

/** A text for a sentence, with its references as they are written. */
export function shown(text: string): string {
  const plain = text.replace(ANY_REFERENCE, '${$1}').replaceAll('\uE002', '');
  return `"${plain.length > 100 ? `${plain.slice(0, 97)}...` : plain}"`;
}
