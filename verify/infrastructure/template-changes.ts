// What a deployment changes: the difference of two CloudFormation templates, as CloudFormation itself compares them. Only
// resources and their properties count.

import { isDeepStrictEqual } from 'node:util';

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** `Add TYPE NAME`, `Remove TYPE NAME`, `Modify TYPE NAME PROPERTY…`; sorted. */
export function changesIn(before: Template, after: Template): readonly string[] {
  const names = new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)]);
  return [...names].flatMap((name) => changeOf(name, before, after)).sort();
}

function changeOf(name: string, before: Template, after: Template): readonly string[] {
  const [old, next] = [before.Resources[name], after.Resources[name]];
  if (!old || !next) {
    return [old ? `Remove ${old.Type} ${name}` : `Add ${next?.Type} ${name}`];
  }
  if (old.Type !== next.Type) return [`Remove ${old.Type} ${name}`, `Add ${next.Type} ${name}`];
  const properties = new Set([old, next].flatMap(({ Properties = {} }) => Object.keys(Properties)));
  const changed = [...properties].filter(
    (key) => !isDeepStrictEqual(old.Properties?.[key], next.Properties?.[key]),
  );
  return changed.length === 0 ? [] : [`Modify ${old.Type} ${name} ${changed.sort().join(' ')}`];
}

/** The changes of a deployment of new code, and of nothing else. */
export function codeOf(names: readonly string[]): readonly string[] {
  return names.map((name) => `Modify AWS::Lambda::Function ${name} Code`).sort();
}

/** The changes that would move users past the action. */
export function movesIn(changes: readonly string[]): readonly string[] {
  return changes.filter((change) =>
    / AWS::(Lambda::Alias|Lambda::Version|ApiGateway::Stage|ApiGateway::Deployment) /.test(change),
  );
}
