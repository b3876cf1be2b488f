// A kind of target: everything that is special about it, in one place. What is the same for all kinds asks
// the kind, and tests it nowhere.

import type { ClientSets } from '../aws/clients.ts';
import type { TargetInputKind, TargetInputs } from '../inputs/target-inputs.ts';
import type { FunctionInput } from '../inputs/values.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { TargetCodec } from '../rollout/target-record.ts';
import type { Previews } from './previews.ts';
import type { Target } from './target.ts';

/** @template In its inputs, as they were read */
export interface TargetKind<In extends TargetInputs = TargetInputs> extends TargetInputKind<In> {
  /** Of its part of a record. */
  readonly codec: TargetCodec;
  /** Outputs of the action that only it sets; empty for every other kind. */
  readonly outputs: readonly string[];
  /** What one reading costs. */
  readonly asks: MetricsAsked;
  /** Its code is loaded when it is needed: wrong inputs are answered before. */
  connect(inputs: In, services: TargetServices): Promise<Target>;
  /** Where it can have previews of pull requests. */
  previews?(inputs: In, clients: ClientSets): Promise<Previews>;
}

/** How many metrics CloudWatch is asked for, at most. */
export interface MetricsAsked {
  /** By one reading of the requests and errors of both versions. */
  traffic(functions: number): number;
  /** By one reading of the slow answers. */
  readonly slow: number;
  /** By one reading of the hour before the rollout. */
  history(functions: number): number;
}

/** What a target works with. */
export interface TargetServices {
  readonly clients: ClientSets;
  /** The functions to release. */
  readonly released: readonly FunctionInput[];
  /** Takes a line for the log, where more happens than was asked for. */
  readonly say: (line: string) => void;
  /** Where a person can look at a run. */
  readonly linkTo: (id: RolloutId) => string;
}
