// What the user asked for, typed. Nothing here has been looked up in AWS. Most members are inputs under
// their own names, see the groups in schema.ts; those here are read from several inputs together.

import type { Advance } from '../rollout/plan.ts';
import type { RequestedPlan } from '../rollout/plan-difference.ts';
import type { CommonMembers } from './schema.ts';
import type { TargetInputs } from './target-inputs.ts';
import type { CustomMetric, FunctionInput, HookInputs } from './values.ts';

export interface Inputs extends CommonMembers {
  readonly region: string;
  readonly target: TargetInputs;
  readonly functions: readonly FunctionInput[];
  readonly advance: Advance;
  readonly metrics: readonly CustomMetric[];
  readonly hooks: HookInputs;
  /** Taken on by the job itself; `undefined`: the credentials of the environment are used. */
  readonly role: RoleInput | undefined;
  /** What was named of the release, to be compared with one that is open. */
  readonly asked: RequestedPlan;
  /** What a template or an AppSpec was understood to mean, for the log; empty without one. */
  readonly understood: readonly string[];
}

/** The role that a job takes on. */
export interface RoleInput {
  readonly arn: string;
  /** How long a session lasts, in seconds; the role must allow it. */
  readonly seconds: number;
}

export type Command = Inputs['command'];
export type Analysis = Inputs['analysis'];
export type Feedback = Inputs['feedback'];
