// Parses fault rules and policies from admin input; every error names what is wrong.

import { type Condition, unknownIn } from './conditions.ts';
import type { Effect, FaultRule } from './faults.ts';
import type { Json } from './merge-patch.ts';
import type { Statement } from './policy.ts';

/** A refusal of the admin interface (HTTP 400). */
export class BadAdminInput extends Error {}

type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadAdminInput(`${what} must be a JSON object`);
  }
  return value as Fields;
}

/** Throws for a member that is not in `known`, so that a misspelled one is reported. */
export function refuseUnknown(input: Fields, known: readonly string[]): void {
  const unknown = Object.keys(input).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  throw new BadAdminInput(`unknown: ${unknown.join(', ')}; expected: ${known.join(', ')}`);
}

export function optionalNumber(input: Fields, name: string, minimum = 0): number | undefined {
  const value = input[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= minimum) return value;
  throw new BadAdminInput(`${name} must be a number of at least ${minimum}`);
}

/** Reads the members of an effect. */
type EffectReader = (input: Fields) => Effect;

const plain =
  (
    kind: Exclude<
      Effect['kind'],
      | 'server-error'
      | 'aws-error'
      | 'wrong-answer'
      | 'marked-answer'
      | 'delay'
      | 'incomplete-metrics'
    >,
  ): EffectReader =>
  () => ({ kind });

const EFFECTS: Readonly<Record<Effect['kind'], EffectReader>> = {
  throttle: plain('throttle'),
  timeout: plain('timeout'),
  'cut-before': plain('cut-before'),
  'cut-after': plain('cut-after'),
  'expired-credentials': plain('expired-credentials'),
  'access-denied': plain('access-denied'),
  'server-error': (input) => {
    const status = optionalNumber(input, 'status', 500);
    if (status !== undefined && status > 599) {
      throw new BadAdminInput('status must be between 500 and 599');
    }
    return { kind: 'server-error', ...(status !== undefined && { status }) };
  },
  'aws-error': (input) => {
    const { name, message } = input;
    const status = optionalNumber(input, 'status', 400);
    if (typeof name !== 'string' || typeof message !== 'string' || status === undefined) {
      throw new BadAdminInput('aws-error needs name, status and message');
    }
    return { kind: 'aws-error', name, status, message };
  },
  'wrong-answer': (input) => {
    if (input.patch === undefined) throw new BadAdminInput('wrong-answer needs a patch');
    return { kind: 'wrong-answer', patch: input.patch as Json };
  },
  'marked-answer': ({ marker, open = [] }) => {
    if (typeof marker !== 'string' || marker === '') {
      throw new BadAdminInput('marked-answer needs a marker: a text');
    }
    const none = Array.isArray(open) && open.length === 0;
    return { kind: 'marked-answer', marker, open: none ? [] : texts(open, 'open') };
  },
  delay: (input) => {
    const ms = optionalNumber(input, 'ms');
    if (ms === undefined) throw new BadAdminInput('delay needs ms (simulated milliseconds)');
    return { kind: 'delay', ms };
  },
  'incomplete-metrics': (input) => {
    const { statusCode = 'InternalError', message } = input;
    const known = INCOMPLETE.find((code) => code === statusCode);
    if (!known) throw new BadAdminInput(`statusCode must be one of ${INCOMPLETE.join(', ')}`);
    if (message !== undefined && typeof message !== 'string') {
      throw new BadAdminInput('message must be a string');
    }
    return {
      kind: 'incomplete-metrics',
      metrics: texts(input.metrics, 'metrics'),
      statusCode: known,
      ...(message !== undefined && { message }),
    };
  },
};

const INCOMPLETE = ['PartialData', 'InternalError', 'Forbidden'] as const;

const MEMBERS =
  'operation service accessKeyId kind name status patch marker open ms metrics statusCode message after times until'.split(
    ' ',
  );

/** `{operation, service?, accessKeyId?, kind, after?, times?, until?}`, and the kind's own members */
export function parseFault(value: unknown): FaultRule {
  const input = fields(value, 'a fault');
  refuseUnknown(input, MEMBERS);
  const { operation, service, accessKeyId, kind } = input;
  if (typeof operation !== 'string' || operation === '') {
    throw new BadAdminInput('operation must be the name of an AWS operation, or "*"');
  }
  if (service !== undefined && typeof service !== 'string') {
    throw new BadAdminInput('service must be a string: apigateway, lambda, monitoring or sts');
  }
  if (accessKeyId !== undefined && typeof accessKeyId !== 'string') {
    throw new BadAdminInput('accessKeyId must be a string: the access key of the calls that fail');
  }
  if (typeof kind !== 'string' || !Object.hasOwn(EFFECTS, kind)) {
    throw new BadAdminInput(`kind must be one of ${Object.keys(EFFECTS).join(', ')}`);
  }
  const after = optionalNumber(input, 'after');
  const times = optionalNumber(input, 'times', 1);
  const until = optionalNumber(input, 'until');
  return {
    operation,
    effect: EFFECTS[kind as Effect['kind']](input),
    ...(service !== undefined && { service }),
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(after !== undefined && { after }),
    ...(times !== undefined && { times }),
    ...(until !== undefined && { until }),
  };
}

/** `{Statement: [{Effect, Action, Resource, Condition}]}`, as in an IAM policy. */
export function parsePolicy(value: unknown): readonly Statement[] {
  const input = fields(value, 'a policy');
  refuseUnknown(input, ['Version', 'Id', 'Statement']);
  if (input.Statement === undefined) throw new BadAdminInput('a policy needs a Statement');
  return [input.Statement].flat().map(parseStatement);
}

function parseStatement(value: unknown): Statement {
  const input = fields(value, 'a statement');
  refuseUnknown(input, ['Sid', 'Effect', 'Action', 'Resource', 'Condition']);
  if (input.Effect !== 'Allow' && input.Effect !== 'Deny') {
    throw new BadAdminInput('Effect must be Allow or Deny');
  }
  return {
    Effect: input.Effect,
    Action: texts(input.Action, 'Action'),
    Resource: texts(input.Resource, 'Resource'),
    ...(input.Condition !== undefined && { Condition: parseCondition(input.Condition) }),
  };
}

function parseCondition(value: unknown): Condition {
  const condition = mapped(fields(value, 'Condition'), (pairs, operator) =>
    mapped(fields(pairs, operator), (values, key) => texts([values].flat().map(asText), key)),
  );
  const unknown = unknownIn(condition);
  if (unknown !== undefined) throw new BadAdminInput(`not simulated: ${unknown}`);
  return condition;
}

/** IAM takes `true` for `"true"`. */
function asText(value: unknown): unknown {
  return typeof value === 'boolean' ? String(value) : value;
}

function mapped<T>(of: object, map: (value: unknown, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, map(value, name)]));
}

function texts(value: unknown, name: string): readonly string[] {
  const list = [value].flat();
  if (list.length > 0 && list.every((item) => typeof item === 'string')) return list;
  throw new BadAdminInput(`${name} must be a string or a list of strings`);
}
