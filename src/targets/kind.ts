// A kind of target: everything specific to it, in one place. Other code calls the kind and never tests which kind
// it is.

import type { MeasureClass } from '../analysis/measure-class.ts';
import type { ClientSets, NormalClients } from '../aws/clients.ts';
import type { TargetInputKind, TargetInputs } from '../inputs/target-inputs.ts';
import type { FunctionInput } from '../inputs/values.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { TargetCodec } from '../rollout/target-record.ts';
import type { OpenReader } from './open-reader.ts';
import type { Orphan } from './orphans.ts';
import type { Previews } from './previews.ts';
import type { Target } from './target.ts';

/** @template In the type of its inputs after parsing */
export interface TargetKind<In extends TargetInputs = TargetInputs> extends TargetInputKind<In> {
  /** Reads and writes its part of a record. */
  readonly codec: TargetCodec;
  /** Outputs of the action that only this kind sets; every other kind leaves them empty. */
  readonly outputs: readonly string[];
  /** The cost of one reading, in metrics. */
  readonly metricCost: MetricCost;
  /** The services whose control plane it calls free of charge, for a sentence. */
  readonly freeCalls: string;
  /** Its code is loaded only when needed, so invalid inputs are reported without loading it. */
  connect(inputs: In, services: TargetServices): Promise<Target>;
  /** Reads open releases, whatever the inputs name, if its resources can be found by their tags. */
  openReader?(clients: NormalClients): Promise<OpenReader>;
  /** Previews of pull requests, if this kind supports them. */
  previews?(inputs: In, clients: ClientSets): Promise<Previews>;
  /** What releases of a repository left, if this kind makes anything. */
  orphans?(inputs: In, clients: NormalClients, repository: string): Promise<readonly Orphan[]>;
}

/** The maximum number of metrics requested from CloudWatch. */
export interface MetricCost {
  /** For one reading of the requests and errors of both versions. */
  traffic(functions: number): number;
  /** For one reading of what else is compared. */
  measures(compared: Compared): number;
  /** What a reading has in addition once all traffic goes to the new version; omitted: nothing. */
  promoted?(compared: Compared): number;
  /** For one look for failures of the canary, between two readings; omitted: everything is read instead. */
  failures?(functions: number): number;
  /** For one reading of the hour before the rollout. */
  history(compared: Compared): number;
}

/** What is compared. */
export interface Compared {
  /** The number of functions whose version changes. */
  readonly functions: number;
  readonly compare: readonly MeasureClass[];
  /** The number of names under which requests to single routes may be counted. */
  readonly routes: number;
}

/** The services that a target uses. */
export interface TargetServices {
  readonly clients: ClientSets;
  /** The functions to release. */
  readonly released: readonly FunctionInput[];
  /** Logs a line about something that was done in addition to the request. */
  readonly say: (line: string) => void;
  /** Warns users of something, once: in the log and in the timeline of the report. */
  readonly warn: (text: string) => void;
  /** The URL of a run, for people. */
  readonly linkTo: (id: RolloutId) => string;
}
