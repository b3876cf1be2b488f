// Compares the stored state with the request. Tags can be copied from one resource to another, and may store a
// rollout of another part of the same resource.

import type { StoredState } from './record.ts';
import { checksum } from './record-text.ts';

/** Where this run should release to. */
export interface RequestedTarget {
  /** The ARN of the resource whose tags were read. */
  readonly on: string;
  /** The parts that are moved, if the tags may also store rollouts of other parts: `orders:live`. */
  readonly parts: readonly string[];
}

/** The stored state, if it belongs to the request; otherwise what was found instead. */
export function ofRequestedTarget(stored: StoredState, asked: RequestedTarget): StoredState {
  switch (stored.kind) {
    case 'none': {
      const { last } = stored;
      if (last?.of === undefined) return stored;
      const { of, ...word } = last;
      return { kind: 'none', last: of === fingerprint(asked) ? word : undefined };
    }
    case 'rollout': {
      // Earlier versions of the action did not write it.
      const { on } = stored.storedRollout.record;
      if (on === undefined || on === asked.on) return stored;
      return { kind: 'unreadable', why: `its tags are a copy of the tags of ${on}` };
    }
    case 'takes-part':
    case 'another':
    case 'beyond':
    case 'unproven':
    case 'unreadable':
      return stored;
  }
}

/** Identifies what a last outcome is about: 8 hexadecimal digits. */
export function fingerprint({ on, parts }: RequestedTarget): string {
  return checksum([on, ...[...parts].sort()].join('\n'));
}
