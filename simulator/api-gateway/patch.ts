// Patch operations: reading them, and applying them to an entity by a table of its fields.

import { AwsError } from '../service.ts';
import { badRequest } from './errors.ts';
import { withMember } from './members.ts';
import { type Body, text } from './read.ts';

const OPS = ['add', 'remove', 'move', 'test', 'replace', 'copy'] as const;

export type Op = (typeof OPS)[number];

export interface PatchOperation {
  readonly op: Op;
  /** A JSON pointer, as sent. */
  readonly path: string;
  readonly value: string | undefined;
  readonly from: string | undefined;
}

/**
 * The patch operations of a body.
 * @param shape the input's name in the API's model (`updateStageInput`), for the error message
 */
export function readPatch(body: Body, shape: string): readonly PatchOperation[] {
  const list = body.patchOperations ?? [];
  if (!Array.isArray(list)) {
    throw new AwsError('SerializationException', 400, 'patchOperations must be a list');
  }
  const operations = list.map((each: Body) => ({
    op: text(each, 'op') ?? '',
    path: text(each, 'path') ?? '',
    value: text(each, 'value'),
    from: text(each, 'from'),
  }));
  const wrong = operations.flatMap(({ op }, i) => (isOp(op) ? [] : [wrongOp(shape, op, i + 1)]));
  if (wrong.length > 0) {
    const count = wrong.length === 1 ? '1 validation error' : `${wrong.length} validation errors`;
    throw new AwsError('ValidationException', 400, `${count} detected: ${wrong.join('; ')}`);
  }
  return operations as PatchOperation[];
}

const isOp = (op: string): op is Op => (OPS as readonly string[]).includes(op);

const wrongOp = (shape: string, op: string, at: number) =>
  `Value '${op}' at '${shape}.patchOperations.${at}.member.op' failed to satisfy constraint: Member must satisfy enum value set: [${OPS.join(', ')}]`;

/** `/a~1b/c` → `['a/b', 'c']` */
export const segmentsOf = (path: string) =>
  path
    .replace(/^\//, '')
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The patch operations that one member of an entity allows. */
export interface Field<T> {
  readonly ops: readonly Op[];
  /** Whether the path names an entry of the member (`/variables/x`) or the member itself (`/uri`). */
  readonly keyed: boolean;
  apply(entity: T, value: string | undefined, key: string, op: Op): T;
}

export type Fields<T> = Readonly<Record<string, Field<T>>>;

/** A plain member. `parse` may reject the value; if it returns `undefined`, the member is removed. */
export function scalar<T extends object>(
  name: keyof T & string,
  parse: (value: string | undefined) => unknown = (value) => value,
  ops: readonly Op[] = ['replace'],
): Field<T> {
  return {
    ops,
    keyed: false,
    apply: (entity, value, _key, op) =>
      put(entity, name, op === 'remove' ? undefined : parse(value)),
  };
}

/** A member that is a map: its entries are added, replaced and removed. An empty map is removed. */
export function entries<T extends object>(
  name: keyof T & string,
  parse: (value: string | undefined) => unknown = (value) => value ?? '',
  absent: () => AwsError = () => badRequest('Invalid parameter name specified'),
): Field<T> {
  return {
    ops: ['add', 'remove', 'replace'],
    keyed: true,
    apply: (entity, value, key, op) => {
      const map = (entity[name] ?? {}) as Readonly<Record<string, unknown>>;
      if (op === 'remove' && !Object.hasOwn(map, key)) throw absent();
      const next = put(map, key, op === 'remove' ? undefined : parse(value));
      return put(entity, name, Object.keys(next).length > 0 ? next : undefined);
    },
  };
}

/** A member that is a list of strings: `add /x/v`, `remove /x/v`, `replace /x/v` by a value. */
export function items<T extends object>(name: keyof T & string, keepEmpty: boolean): Field<T> {
  return {
    ops: ['add', 'remove', 'replace'],
    keyed: true,
    apply: (entity, value, key, op) => {
      const list = (entity[name] ?? []) as readonly string[];
      const rest = list.filter((each) => each !== key);
      const next = { add: [...rest, key], remove: rest, replace: [...rest, value ?? ''] };
      const result = op === 'add' || op === 'remove' ? next[op] : next.replace;
      return put(entity, name, result.length > 0 || keepEmpty ? result : undefined);
    },
  };
}

/** Like `withMember`, for a value whose type the table has checked. */
const put = <T extends object>(entity: T, name: keyof T & string, value: unknown): T =>
  withMember(entity, name, value as T[keyof T & string] | undefined);

/** Applies the operations in order. */
export function patchEntity<T>(
  entity: T,
  operations: readonly PatchOperation[],
  fields: Fields<T>,
): T {
  return operations.reduce((current, { op, path, value }) => {
    const [name = '', key, ...deeper] = segmentsOf(path);
    const field = fields[name];
    if (!field || deeper.length > 0 || field.keyed !== (key !== undefined)) {
      throw badRequest(`Invalid patch path ${path}`);
    }
    if (!field.ops.includes(op)) {
      throw badRequest(
        `Invalid patch operation specified. Must be one of: [${field.ops.join(', ')}]`,
      );
    }
    return field.apply(current, value, key ?? '', op);
  }, entity);
}

/** Some entities allow `replace` only, and have other error messages. */
export function replaceOnly<T>(
  entity: T,
  operations: readonly PatchOperation[],
  fields: Readonly<Record<string, (entity: T, value: string) => T>>,
): T {
  return operations.reduce((current, { op, path, value }) => {
    const where = `Invalid patch path  '${path}' specified for op '${op}'.`;
    if (op !== 'replace') throw badRequest(`${where} Please choose supported operations`);
    const replace = fields[path];
    if (!replace) {
      throw badRequest(`${where} Must be one of: [${Object.keys(fields).join(', ')}]`);
    }
    return replace(current, value ?? '');
  }, entity);
}

/** As AWS reads booleans in patches: anything but "true" is false. */
export const parseBoolean = (value: string | undefined) => value?.toLowerCase() === 'true';
