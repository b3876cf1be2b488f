// Why a rollout ended as it did, or is left as it is: as data, for decisions, files and workflows. Only
// report/ makes words of it.

import type { Evidence, EvidenceSource } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import { errorName, KnownError, messageOf, rootOf } from '../base/errors.ts';
import type { Participant } from './record.ts';
import type { RolloutId } from './release.ts';

export type Cause =
  | Failing
  /** The evidence that was not enough; none: the end of the bake has not been read. */
  | { readonly kind: 'inconclusive'; readonly evidence: readonly Evidence[] }
  /** Both versions got worse. */
  | { readonly kind: 'shared-incident'; readonly incident: BothBad }
  | { readonly kind: 'cancelled' }
  /** A person asked for it: by a comment, or by running the command `rollback`. */
  | { readonly kind: 'requested'; readonly by: string; readonly through: 'comment' | 'workflow' }
  | { readonly kind: 'external-change'; readonly change: ExternalChange }
  | Lost
  /** Another release is to take its place. */
  | { readonly kind: 'superseded'; readonly by: RolloutId }
  /** An earlier run left a rollout open. */
  | { readonly kind: 'unfinished'; readonly problems: readonly string[] }
  /** The main step ended before the rollout did. */
  | { readonly kind: 'cut-off' }
  /** AWS refused a call, did not answer, or does not show what was written. */
  | { readonly kind: 'aws-error'; readonly message: string; readonly code?: string }
  | { readonly kind: 'internal-error'; readonly message: string }
  /** Found before anything was changed. */
  | { readonly kind: 'preflight'; readonly problems: readonly string[] }
  /** The command cannot be carried out, or may not. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | Waiting
  /** As far as the command `start` goes. */
  | { readonly kind: 'started' }
  | { readonly kind: 'paused'; readonly by: RolloutId }
  /** Somebody reacted with 👎, and `feedback: hold` is set. */
  | { readonly kind: 'feedback'; readonly by: string }
  /** Previews of pull requests are never promoted. */
  | { readonly kind: 'preview'; readonly pull: number }
  | { readonly kind: 'nothing-new'; readonly why: string }
  | { readonly kind: 'nothing-to-do' }
  /** Previews were. */
  | { readonly kind: 'removed' }
  /** There was nothing to compare with. */
  | { readonly kind: 'first-release'; readonly made: string }
  /** All steps and the bake; the evidence that was not healthy at the end. */
  | { readonly kind: 'completed'; readonly evidence: readonly Evidence[] };

/** Evidence against the new version. The kind is that of the first: a comparison, else whatever fails. */
export interface Failing {
  readonly kind: EvidenceSource['kind'];
  readonly evidence: readonly Evidence[];
}

/** The rollout is not this run's any more. */
export type Lost =
  | { readonly kind: 'taken-over'; readonly owner: Owner }
  /** `why`: it is there, and cannot be read or believed; absent: it is gone. */
  | { readonly kind: 'state-lost'; readonly why?: string };

/** Who has what this run had, or was to have. */
export type Owner =
  /** Another run goes on with it. `before`: whose it was. */
  | { readonly kind: 'run'; readonly id: RolloutId; readonly before: RolloutId }
  /** Something else is being released. `of`: what it moves. */
  | { readonly kind: 'release'; readonly id: RolloutId; readonly of: string }
  | Participant;

/** What somebody else has changed of a rollout. Steps count from 1, weights are per cent. */
export type ExternalChange =
  /** Found instead of what this rollout had made. */
  | { readonly kind: 'state'; readonly what: string }
  | {
      readonly kind: 'weight';
      readonly step: number;
      readonly expected: number;
      readonly weight: number;
      /** Of several aliases, the one that is meant. */
      readonly where?: string;
      /** Of several with different weights, the largest. */
      readonly most?: number;
    }
  | { readonly kind: 'canary-closed'; readonly step: number }
  /** A step is stored that the plan does not have. */
  | { readonly kind: 'unknown-step'; readonly step: number }
  /** After the promotion there is a split again; without a weight, an empty canary. */
  | { readonly kind: 'reopened'; readonly weight?: number }
  /** Traffic was taken off some of the aliases during the promotion. */
  | { readonly kind: 'lowered'; readonly weight: number; readonly most: number }
  | { readonly kind: 'promotion-undone' };

/** What a run that does not wait would wait for. */
export interface Waiting {
  readonly kind: 'waiting';
  /** `undefined`: the bake. */
  readonly step: WaitingStep | undefined;
  readonly secondsLeft: number;
  /** Why the evidence is not enough yet. */
  readonly evidence: readonly Evidence[];
}

export interface WaitingStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Per cent. */
  readonly weight: number;
}

/** Why a rollout is rolled back, as one step leaves it to the next. */
export interface RollbackCause {
  readonly cause: Cause;
  /** Of the rollout, as `formatRolloutId` writes it; `undefined`: the run's own. */
  readonly of?: string;
}

/** @param evidence that fails; none: a hook does, and what it said is not known */
export function failing(evidence: readonly Evidence[]): Failing {
  const [first] = [...evidence.filter(isFinding), ...evidence];
  return { kind: first?.source.kind ?? 'hook', evidence };
}

/** A failure that this action can explain is AWS's; any other is its own. */
export function errorCause(error: unknown): Cause {
  const message = messageOf(error);
  if (!isExplained(error)) return { kind: 'internal-error', message };
  const root = rootOf(error);
  const code = root instanceof KnownError ? '' : errorName(root);
  return { kind: 'aws-error', message, ...(code !== '' && { code }) };
}

function isExplained(error: unknown): boolean {
  const isSdk = typeof error === 'object' && error !== null && '$metadata' in error;
  return error instanceof KnownError || isSdk;
}

/** A state that AWS shows, and that neither the version before nor this rollout explains. */
export function externalState(what: string): Cause {
  return { kind: 'external-change', change: { kind: 'state', what } };
}
