// What the user asked for, typed. Nothing here has been looked up in AWS.

import type { InconclusivePolicy } from '../rollout/decide.ts';
import type { Plan } from '../rollout/plan.ts';
import type { PromoteChoice } from '../rollout/release.ts';

/** A function to release. */
export interface FunctionInput {
  readonly name: string;
  /** Given when the input was an ARN, to be compared with what AWS says. */
  readonly account: string | undefined;
  /** A published version to release; `undefined`: publish `$LATEST`. */
  readonly version: string | undefined;
}

export type AlarmAtStart = 'stop' | 'continue';
export type RouteGuard = 'block' | 'warn' | 'off';
export type InvokePermission = 'check' | 'grant';
/** Which definition the canary serves: a new deployment of the draft, or the stage's own. */
export type Definition = 'draft' | 'deployed';
export type OnUnfinished = 'resume' | 'rollback' | 'fail';

export interface Inputs {
  readonly region: string;
  readonly restApiId: string;
  readonly stageName: string;
  readonly functions: readonly FunctionInput[];
  readonly plan: Plan;
  readonly alarms: readonly string[];
  readonly onAlarmAtStart: AlarmAtStart;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
  readonly promote: PromoteChoice;
  readonly definition: Definition;
  readonly routeGuard: RouteGuard;
  readonly invokePermission: InvokePermission;
  readonly onInconclusive: InconclusivePolicy;
  readonly onUnfinished: OnUnfinished;
  /** The value of CloudWatch's `Stage` dimension for canary requests; `{stage}` is filled in. */
  readonly canaryDimension: string;
  readonly jobTimeoutSeconds: number;
  readonly comment: boolean;
  /** Empty: no comment. */
  readonly githubToken: string;
}
