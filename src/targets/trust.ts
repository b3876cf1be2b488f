// Decides which records this run acts on. A run recognizes the records that it wrote. Any other record must move
// only what the inputs name, and AWS must confirm it. Every read of the tags passes through here, so every later
// write is for a record that was checked (decision 17).

import type { RolloutRecord, StoredRollout, StoredState } from '../rollout/record.ts';
import { type RolloutId, sameRollout } from '../rollout/release.ts';
import { sealOf } from './seal.ts';

export interface Trust {
  /** This run or its main step wrote the record with this seal, or has found it confirmed by AWS. */
  knows(seal: string): void;
  /** Notes a record that this run is about to write. */
  writes(record: RolloutRecord): void;
  /** Whether this run wrote it. */
  isOwn(record: RolloutRecord): boolean;
  /**
   * Returns the stored state if this run may act on it; otherwise the reason. @param ask reads AWS to confirm it
   */
  vet(
    stored: StoredState,
    ask: (storedRollout: StoredRollout) => Promise<Finding>,
  ): Promise<StoredState>;
}

/** What AWS shows about a record that this run did not write. */
export type Finding =
  | { readonly kind: 'borne-out' }
  /** Traffic was changed outside this rollout, so nothing is written; a later check may differ. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'doubtful'; readonly why: string };

export const BORNE_OUT: Finding = { kind: 'borne-out' };

export function doubtful(why: string): Finding {
  return { kind: 'doubtful', why };
}

/** For a release that was interrupted before its first shift: nothing in AWS shows what it would serve. */
export const NOT_BEGUN =
  'the new version has no traffic, and only the run that started the release may start to shift';

type OfRollout = Extract<StoredState, { kind: 'rollout' }>;

/**
 * @param beyondAsked what a record would change that the inputs do not name, as part of a sentence; `undefined`:
 * nothing
 */
export function createTrust(beyondInputs: (record: RolloutRecord) => string | undefined): Trust {
  const known = new Set<string>();
  const borneOut = new Set<string>();
  let own: { readonly id: RolloutId; readonly seal: string } | undefined;
  const vetOther = async (stored: OfRollout, claim: string, ask: Parameters<Trust['vet']>[1]) => {
    const { record } = stored.storedRollout;
    const beyond = beyondInputs(record);
    if (beyond !== undefined) return { kind: 'beyond', id: record.id, why: beyond } as const;
    const finding = await ask(stored.storedRollout);
    if (finding.kind === 'doubtful') return unproven(record, finding.why);
    if (finding.kind === 'borne-out') borneOut.add(claim);
    return stored;
  };
  return {
    knows: (seal) => known.add(seal),
    writes: (record) => {
      own = { id: record.id, seal: sealOf(record) };
      known.add(own.seal);
    },
    isOwn: (record) => known.has(sealOf(record)),
    vet: async (stored, ask) => {
      if (stored.kind !== 'rollout') return stored;
      const { record, canaryDeploymentId } = stored.storedRollout;
      const seal = sealOf(record);
      const claim = `${seal} ${canaryDeploymentId}`;
      if (known.has(seal) || borneOut.has(claim)) return stored;
      return own && sameRollout(own.id, record.id)
        ? unproven(record, 'its tags were changed after this run wrote them')
        : vetOther(stored, claim, ask);
    },
  };
}

function unproven({ id }: RolloutRecord, why: string): StoredState {
  return { kind: 'unproven', id, why };
}
