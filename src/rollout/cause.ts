// Why a rollout ended or is held, as data for decisions, files and workflows. Only report/ turns causes into
// text.

import type { Evidence, EvidenceSource } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import { errorName, KnownError, messageOf, rootOf } from '../base/errors.ts';
import type { Gate } from './gate.ts';
import type { Participant } from './record.ts';
import type { RolloutId } from './release.ts';

export type Cause =
  | Failing
  /** The evidence that was not enough. Without evidence, the end of the bake has not been read. */
  | { readonly kind: 'inconclusive'; readonly evidence: readonly Evidence[] }
  /** Both versions got worse. */
  | { readonly kind: 'shared-incident'; readonly incident: BothBad }
  | { readonly kind: 'cancelled' }
  /** Requested by a person: with a comment, or by running the command `rollback`. */
  | { readonly kind: 'requested'; readonly by: string; readonly through: 'comment' | 'workflow' }
  | { readonly kind: 'external-change'; readonly change: ExternalChange }
  | Lost
  /** Another release replaces it. */
  | { readonly kind: 'superseded'; readonly by: RolloutId }
  /** An earlier run left a rollout open. */
  | { readonly kind: 'unfinished'; readonly problems: readonly string[] }
  /** The main step ended before the rollout did. */
  | { readonly kind: 'cut-off' }
  /** AWS refused a call, did not respond, or does not return what was written. */
  | { readonly kind: 'aws-error'; readonly message: string; readonly code?: string }
  | { readonly kind: 'internal-error'; readonly message: string }
  /** Problems that were found before anything was changed. */
  | { readonly kind: 'preflight'; readonly problems: readonly string[] }
  /** The command is not possible or not allowed. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | Waiting
  /** What keeps the rollout from going further for now. */
  | Gate
  /** The command `start` goes no further. */
  | { readonly kind: 'started' }
  | { readonly kind: 'paused'; readonly by: RolloutId }
  /** A user reacted with 👎, and `feedback: hold` is set. */
  | { readonly kind: 'feedback'; readonly by: string }
  /** Previews of pull requests are never promoted. */
  | { readonly kind: 'preview'; readonly pull: number }
  | { readonly kind: 'nothing-new'; readonly why: string }
  | { readonly kind: 'nothing-to-do' }
  /** Previews were removed. */
  | { readonly kind: 'removed' }
  /** There was nothing to compare with. */
  | { readonly kind: 'first-release'; readonly made: string }
  /** All steps and the bake are complete. `evidence`: what was not healthy at the end. */
  | { readonly kind: 'completed'; readonly evidence: readonly Evidence[] };

/**
 * Evidence against the new version. The kind is that of the first failing comparison, or of other evidence.
 */
export interface Failing {
  readonly kind: EvidenceSource['kind'];
  readonly evidence: readonly Evidence[];
}

/** This run no longer owns the rollout. */
export type Lost =
  | { readonly kind: 'taken-over'; readonly owner: Owner }
  /** `why`: the state exists but cannot be read or trusted. Absent: the state is gone. */
  | { readonly kind: 'state-lost'; readonly why?: string };

/** Who owns what this run owned, or wanted to own. */
export type Owner =
  /** Another run continues the rollout. `before`: the run that owned it previously. */
  | { readonly kind: 'run'; readonly id: RolloutId; readonly before: RolloutId }
  /** Another release is in progress. `of`: what it moves. */
  | { readonly kind: 'release'; readonly id: RolloutId; readonly of: string }
  | Participant;

/** A change from outside this rollout. Steps are numbered from 1; weights are in %. */
export type ExternalChange =
  /** The state that was found instead of this rollout's. */
  | { readonly kind: 'state'; readonly what: string }
  | {
      readonly kind: 'weight';
      readonly step: number;
      readonly expected: number;
      readonly weight: number;
      /** The alias, if there are several. */
      readonly where?: string;
      /** The largest weight, if several differ. */
      readonly most?: number;
    }
  | { readonly kind: 'canary-closed'; readonly step: number }
  /** The stored step is not in the plan. */
  | { readonly kind: 'unknown-step'; readonly step: number }
  /** There is a split again after the promotion; without a weight, an empty canary. */
  | { readonly kind: 'reopened'; readonly weight?: number }
  /** Traffic was moved away from the new version on some of the aliases during the promotion. */
  | { readonly kind: 'lowered'; readonly weight: number; readonly most: number }
  | { readonly kind: 'promotion-undone' };

/** What a run that does not wait would have to wait for. */
export interface Waiting {
  readonly kind: 'waiting';
  /** `undefined` for a bake after the promotion. */
  readonly step: WaitingStep | undefined;
  readonly secondsLeft: number;
  /** Why the evidence is not enough yet. */
  readonly evidence: readonly Evidence[];
}

export interface WaitingStep {
  /** Numbered from 1. */
  readonly number: number;
  readonly of: number;
  /** In %. */
  readonly weight: number;
  /** It is the bake. */
  readonly bake?: true;
}

/** Why a rollout is rolled back, in the form that one workflow step passes to the next. */
export interface RollbackCause {
  readonly cause: Cause;
  /** The rollout, as formatted by `formatRolloutId`; `undefined` for the run's own. */
  readonly of?: string;
}

/** @param evidence the failing evidence; empty if a hook failed and its message is unknown */
export function failing(evidence: readonly Evidence[]): Failing {
  const [first] = [...evidence.filter(isFinding), ...evidence];
  return { kind: first?.source.kind ?? 'hook', evidence };
}

/** A known error comes from AWS: a failed call, or a change that AWS does not show. Any other is a bug in this action. */
export function errorCause(error: unknown): Cause {
  const message = messageOf(error);
  if (!(error instanceof KnownError)) return { kind: 'internal-error', message };
  const root = rootOf(error);
  const code = root instanceof KnownError ? '' : errorName(root);
  return { kind: 'aws-error', message, ...(code !== '' && { code }) };
}

/** A state that AWS shows, and that neither the version before nor this rollout explains. */
export function externalState(what: string): Cause {
  return { kind: 'external-change', change: { kind: 'state', what } };
}
