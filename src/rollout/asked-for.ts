// What is remembered, compared with what was asked for. A function's tags remember one rollout, whichever
// of its aliases it moves; and tags of one stage or function can be copied to another.

import { must } from '../base/assert.ts';
import type { RolloutRecord, StoredState } from './record.ts';
import { checksum } from './record-text.ts';

/** What a run was asked to release to. */
export interface AskedFor {
  readonly kind: RolloutRecord['target']['kind'];
  /** The ARN of the stage or function whose tags were read. */
  readonly on: string;
  /** Alias by function name; empty for a stage. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The same memory, where it is of what was asked for; else what there is instead. */
export function ofAskedFor(stored: StoredState, asked: AskedFor): StoredState {
  switch (stored.kind) {
    case 'none': {
      const { last } = stored;
      if (last?.of === undefined) return stored;
      const { of, ...word } = last;
      return { kind: 'none', last: of === fingerprint(asked) ? word : undefined };
    }
    case 'takes-part': {
      const { functionName, alias, id } = stored;
      if (alias === undefined || !id || alias === asked.aliases[functionName]) return stored;
      return { kind: 'another', of: `${functionName}:${alias}`, id };
    }
    case 'rollout':
      return ofRollout(stored, asked);
    case 'another':
    case 'beyond':
    case 'unproven':
    case 'unreadable':
      return stored;
  }
}

function ofRollout(
  stored: Extract<StoredState, { kind: 'rollout' }>,
  asked: AskedFor,
): StoredState {
  const { record } = stored.storedRollout;
  if (record.on !== undefined && record.on !== asked.on) {
    return { kind: 'unreadable', why: `its tags are a copy of those of ${record.on}` };
  }
  if (record.target.kind !== asked.kind) {
    const found = record.target.kind === 'stage' ? 'a stage' : 'aliases';
    return { kind: 'unreadable', why: `its tags are those of a rollout of ${found}` };
  }
  const { target } = record;
  if (target.kind !== 'alias') return stored;
  const fits = Object.entries(target.aliases).every(
    ([name, alias]) => !Object.hasOwn(asked.aliases, name) || asked.aliases[name] === alias,
  );
  return fits ? stored : { kind: 'another', of: movedBy(record), id: record.id };
}

/** What a rollout moves: `orders:staging`, `carts:live and orders:live`, or `the stage`. */
export function movedBy({ target, functions }: RolloutRecord): string {
  if (target.kind === 'stage') return 'the stage';
  const labels = functions.map(
    ({ name }) => `${name}:${must(target.aliases[name], `the record has the alias of "${name}"`)}`,
  );
  if (labels.length <= 3) return labels.join(' and ');
  return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
}

/** Tells what one last word is about from what another one is about: 8 hexadecimal digits. */
export function fingerprint({ on, aliases }: AskedFor): string {
  const labels = Object.entries(aliases).map((entry) => entry.join(':'));
  return checksum([on, ...labels.sort()].join('\n'));
}
