// What is remembered, compared with what was asked for: tags can be copied from one place to another, and
// may remember a rollout of another part of theirs.

import type { StoredState } from './record.ts';
import { checksum } from './record-text.ts';

/** What a run was asked to release to. */
export interface AskedFor {
  /** The ARN of what has the tags that were read. */
  readonly on: string;
  /** What is moved, where that is not all that the tags may remember: `orders:live`. */
  readonly parts: readonly string[];
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
    case 'rollout': {
      // Versions of the action before wrote none.
      const { on } = stored.storedRollout.record;
      if (on === undefined || on === asked.on) return stored;
      return { kind: 'unreadable', why: `its tags are a copy of those of ${on}` };
    }
    case 'takes-part':
    case 'another':
    case 'beyond':
    case 'unproven':
    case 'unreadable':
      return stored;
  }
}

/** Tells what one last word is about from what another one is about: 8 hexadecimal digits. */
export function fingerprint({ on, parts }: AskedFor): string {
  return checksum([on, ...[...parts].sort()].join('\n'));
}
