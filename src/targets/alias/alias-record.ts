// The aliases' part of a record: which alias of each function the rollout moves.

import { must } from '../../base/assert.ts';
import { KnownError } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { isCount, isSame, list, map, members, optional, text } from '../../rollout/shape.ts';
import type { TargetCodec, TargetRecord } from '../../rollout/target-record.ts';
import { FUNCTION_SHAPE, isFunctionName } from '../lambda/function-shape.ts';

export interface AliasRecord extends TargetRecord {
  readonly kind: 'alias';
  /** Alias by function name. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Environments of provisioned concurrency that the rollout allocated, by function name. */
  readonly warmed?: Readonly<Record<string, number>>;
  /** Functions whose alias has provisioned concurrency of its own, which is moved last. */
  readonly kept?: readonly string[];
}

/** The record of a rollout of aliases. Throws when the record is of another kind of target. */
export function aliasesOf({ target }: RolloutRecord): AliasRecord {
  if (target.kind === 'alias') return target as AliasRecord;
  throw new KnownError('the state stored here is not that of an alias rollout');
}

/** What a rollout moves: `orders:staging`, or `carts:live and orders:live`. */
export function movedBy(record: RolloutRecord): string {
  const { aliases } = aliasesOf(record);
  const labels = record.functions.map(({ name }) => `${name}:${aliasIn(aliases, name)}`);
  if (labels.length <= 3) return labels.join(' and ');
  return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
}

/** The reader of a record has checked that it has an alias for every function. */
export function aliasIn(aliases: AliasRecord['aliases'], name: string): string {
  return must(aliases[name], `the record has the alias of "${name}"`);
}

export const aliasCodec: TargetCodec = {
  kind: 'alias',
  ...FUNCTION_SHAPE,
  isCanary: () => false,
  fits: (target, functions) => {
    if (!isAlias(target)) return false;
    const { aliases, warmed = {}, kept = [] } = target as AliasRecord;
    return (
      isSame(Object.keys(aliases), functions) &&
      [...Object.keys(warmed), ...kept].every((name) => functions.includes(name))
    );
  },
};

const isAlias = members({
  kind: text(/^alias$/),
  aliases: map(isFunctionName, text(/^(?!\d+$)[A-Za-z0-9_-]{1,128}$/)),
  warmed: optional(map(isFunctionName, isCount)),
  kept: optional(list(isFunctionName)),
});
