// What somebody who may write tags, and nothing else, can make of the stored state of a rollout.

import { forgedRecord, forgedTags } from '../../__tests__/support/forge.ts';
import { decodeRecord, encodeRecord, type Tags } from '../../__tests__/support/formats.ts';
import type { RolloutRecord } from '../../src/rollout/record.ts';

export type Forgery =
  /** The rollout is said to be promoted, and its promotion to have been seen. */
  | 'phase'
  /** It is said to belong to another run. */
  | 'owner'
  /** Something else is said to have been served before; if no rollout is stored, one that never was. */
  | 'record';

/** How the forger wants users to be served the external version. */
export interface Lie {
  /** Changes a stored record. */
  readonly change: (record: RolloutRecord) => RolloutRecord;
  readonly functions: RolloutRecord['functions'];
  readonly target: RolloutRecord['target'];
  /** The deployment that is said to be the canary's. */
  readonly canary?: string;
}

const OWNER = 'canary-action:rollout';

/** @returns the tags to write; empty if there is nothing to forge */
export function forgeTags(tags: Tags, how: Forgery, lie: Lie): Tags {
  const stored = tags[OWNER] !== undefined;
  if (!stored && how !== 'record') return {};
  switch (how) {
    case 'owner':
      return { [OWNER]: 'octo-org/orders/actions/runs/6000000001/attempts/1' };
    case 'phase':
      return { 'canary-action:phase': 'baking/1764000600/reached' };
    case 'record':
      return stored ? changed(tags, lie) : invented(lie);
  }
}

function invented({ functions, target, canary }: Lie): Tags {
  return forgedTags({
    record: forgedRecord(functions, target),
    ...(canary !== undefined && { canary }),
  });
}

/** Records of many functions are stored on several of them; those are left alone. */
function changed(tags: Tags, { change }: Lie): Tags {
  const chunks = Object.keys(tags).filter((key) => key.startsWith('canary-action:record.'));
  if (!chunks.every((key) => key.endsWith(`-${chunks.length}`))) return {};
  const { v, ...record } = decodeRecord(tags) as RolloutRecord & { readonly v: 1 };
  return encodeRecord({ v, ...change(record as RolloutRecord) });
}
