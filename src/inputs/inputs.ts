// The typed inputs, before any AWS call. Most members are single inputs, named as in the groups of schema.ts.
// The members declared here are read from several inputs together.

import type { Suite } from '../checks/check.ts';
import type { Advance, PlannedApprovals } from '../rollout/plan.ts';
import type { RequestedPlan } from '../rollout/plan-difference.ts';
import type { CommonMembers } from './schema.ts';
import type { TargetInputs } from './target-inputs.ts';
import type { CustomMetric, FunctionInput, GateInputs, HookInputs } from './values.ts';

export interface Inputs extends CommonMembers {
  readonly region: string;
  readonly target: TargetInputs;
  readonly functions: readonly FunctionInput[];
  readonly advance: Advance;
  readonly metrics: readonly CustomMetric[];
  readonly hooks: HookInputs;
  /** Where the release waits for a person; `undefined`: nowhere. */
  readonly approvals: PlannedApprovals | undefined;
  /** `undefined`: none. */
  readonly smoke?: Suite | undefined;
  /** Of a comment: what is wrong with the smoke checks, which stops the commands that run them. */
  readonly smokeProblems?: readonly string[] | undefined;
  readonly gates: GateInputs;
  /** The role that the action assumes; `undefined` to use the credentials of the environment. */
  readonly role: RoleInput | undefined;
  /** The parts of the release that the inputs name, for comparison with an open rollout. */
  readonly asked: RequestedPlan;
  /** The stacks in which names were looked up, as ARN patterns. */
  readonly stacks: readonly string[];
  /** How a template or an AppSpec was interpreted, and what names stand for, for the log; empty without them. */
  readonly understood: readonly string[];
}

/** The role that the action assumes. */
export interface RoleInput {
  readonly arn: string;
  /** The duration of a session in seconds; the role must allow it. */
  readonly seconds: number;
}

export type Command = Inputs['command'];
export type Analysis = Inputs['analysis'];
export type Feedback = Inputs['feedback'];
