// What the user asked for, typed. Nothing here has been looked up in AWS.

import type { CancelPolicy, InconclusivePolicy } from '../rollout/decide.ts';
import type { EarlierRelease } from '../rollout/past-releases.ts';
import type { Advance, Step } from '../rollout/plan.ts';
import type { RequestedPlan } from '../rollout/plan-difference.ts';
import type { PromoteChoice } from '../rollout/release.ts';
import type { CustomMetric, FunctionInput, HookInputs, UrlHook } from './values.ts';

/** What is done: a whole rollout, a look, or a piece of a rollout that other runs go on with. */
export type Command =
  | 'rollout'
  | 'plan'
  | 'start'
  | 'advance'
  | 'promote'
  | 'rollback'
  | 'pause'
  | 'resume'
  | 'status'
  | 'comment'
  | 'preview'
  | 'sweep';
export type AlarmAtStart = 'stop' | 'continue';
export type RouteGuard = 'block' | 'warn' | 'off';
export type InvokePermission = 'check' | 'grant';
/** Which definition the canary serves: a new deployment of the draft, or the stage's own. */
export type Definition = 'draft' | 'deployed';
/** What the comparison of the two versions is used for. */
export type Analysis = 'enforce' | 'observe' | 'off';

/** What a 👎 by somebody with write access does. */
export type Feedback = 'report' | 'hold';

/** When the open rollout is not the one that is asked for. */
export type OnOtherPlan = 'fail' | 'continue';

/** Whether an alias that is not there is made. */
export type FirstRelease = 'refuse' | 'allow';

/** What to do with an alias that somebody else left split. */
export type OnSplitAlias = 'fail' | 'repair';
/** What a release does that meets another one which is open. */
export type Supersede = 'wait' | 'replace' | 'fail';
export type OnUnfinished = 'resume' | 'rollback' | 'fail';

/** The canary of a REST API's stage. */
export interface StageInputs {
  readonly kind: 'stage';
  readonly restApiId: string;
  readonly stageName: string;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
  readonly promote: PromoteChoice;
  readonly definition: Definition;
  readonly routeGuard: RouteGuard;
  readonly invokePermission: InvokePermission;
  /** The name of a stage to be made for the pre-traffic hook; `undefined`: none. */
  readonly shadowStage: string | undefined;
  /** The value of CloudWatch's `Stage` dimension for canary requests; `{stage}` is filled in. */
  readonly canaryDimension: string;
}

/** Weighted aliases: which alias of which function is among the functions. */
export interface AliasInputs {
  readonly kind: 'alias';
  readonly onSplit: OnSplitAlias;
  readonly firstRelease: FirstRelease;
}

export type TargetInputs = StageInputs | AliasInputs;

export interface Inputs {
  readonly region: string;
  /** Taken on by the job itself; `undefined`: the credentials of the environment are used. */
  readonly role: RoleInput | undefined;
  readonly command: Command;
  readonly target: TargetInputs;
  readonly functions: readonly FunctionInput[];
  /** `auto`: weights that follow the traffic of the last day. */
  readonly steps: readonly Step[] | 'auto';
  readonly advance: Advance;
  readonly bakeSeconds: number;
  readonly alarms: readonly string[];
  readonly onAlarmAtStart: AlarmAtStart;
  readonly analysis: Analysis;
  /** The most that a rollout whose version is not worse may be rolled back, 0 to 1. */
  readonly falseRollbackRate: number;
  /** How many failures may belong together: found out, or given. */
  readonly dispersion: 'auto' | number;
  /** Canary requests that a step must have seen before it may end. */
  readonly minRequests: number;
  readonly metrics: readonly CustomMetric[];
  readonly onInconclusive: InconclusivePolicy;
  readonly onUnfinished: OnUnfinished;
  readonly supersede: Supersede;
  readonly onCancel: CancelPolicy;
  readonly onOtherPlan: OnOtherPlan;
  /** What was named of the release, to be compared with one that is open. */
  readonly asked: RequestedPlan;
  /** Which command a plan is made for. */
  readonly planOf: 'rollout' | 'start';
  /** Behind a promotion; `undefined`: only an open rollout is taken back. */
  readonly rollbackTo: EarlierRelease | undefined;
  /** How long `start` stays after its first weight. */
  readonly holdSeconds: number;
  readonly hooks: HookInputs;
  /** Is told what becomes of the rollout. */
  readonly notify: UrlHook | undefined;
  /** How many of the newest versions stay after a promotion; `undefined`: all. */
  readonly keepVersions: number | undefined;
  readonly jobTimeoutSeconds: number;
  /** A stage of its own, or a small weight on a shared one. */
  readonly preview: 'stage' | 'canary';
  readonly previewLimit: 'oldest' | 'refuse';
  readonly previewAgeSeconds: number;
  /** Stages that no preview may touch. */
  readonly protectedStages: readonly string[];
  /** Whether a release may run for code that is not merged. */
  readonly onPullRequest: 'refuse' | 'allow';
  readonly comment: boolean;
  readonly feedback: Feedback;
  /** The GitHub environment whose deployments are kept true; empty: none. */
  readonly environment: string;
  /** Where it can be seen; may be empty. */
  readonly environmentUrl: string;
  /** What a template or an AppSpec was understood to mean, for the log; empty without one. */
  readonly understood: readonly string[];
  /** Empty: no comment. */
  readonly githubToken: string;
}

/** The role that a job takes on. */
export interface RoleInput {
  readonly arn: string;
  /** How long a session lasts, in seconds; the role must allow it. */
  readonly seconds: number;
}
