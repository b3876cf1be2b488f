// The names of all inputs, their defaults and parsers: one table, which action.yml, the config file
// and the README follow.

import type { CancelPolicy, InconclusivePolicy } from '../rollout/decide.ts';
import type { Parsed, Parser } from './fields.ts';
import * as field from './fields.ts';
import { hooks, hookTimeout, notifyUrl } from './hook-fields.ts';
import type {
  AlarmAtStart,
  Analysis,
  Command,
  Definition,
  Feedback,
  FirstRelease,
  Inputs,
  InvokePermission,
  OnOtherPlan,
  OnSplitAlias,
  OnUnfinished,
  RouteGuard,
  Supersede,
} from './inputs.ts';
import * as list from './list-fields.ts';
import { environment, pastPoint, stageNames, webAddress } from './list-fields.ts';

export interface FieldSchema<T> {
  /** Used when neither the workflow nor the config file gives a value. */
  readonly default: string;
  readonly parse: Parser<T>;
}

function given<T>(fallback: string, parse: Parser<T>): FieldSchema<T> {
  return { default: fallback, parse };
}

const COMMANDS: readonly Command[] = [
  'rollout',
  'plan',
  'start',
  'advance',
  'promote',
  'rollback',
  'pause',
  'resume',
  'status',
  'comment',
  'preview',
  'sweep',
];

const PREVIEWS = {
  preview: given('stage', field.oneOf<Inputs['preview']>('stage', 'canary')),
  'preview-limit': given('refuse', field.oneOf<Inputs['previewLimit']>('oldest', 'refuse')),
  'preview-age': given('336h', field.duration),
  'protected-stages': given('prod, production, live', stageNames),
} as const;

/** @param region to check ARNs against; empty when it is not known */
export function inputSchema(region: string) {
  return {
    command: given('rollout', field.oneOf<Command>(...COMMANDS)),
    'rest-api-id': given('', field.restApiId),
    'stage-name': given('', field.stageName),
    alias: given('', field.alias),
    functions: given('', list.functions(region)),
    version: given('', list.versions),
    appspec: given('', field.anyText),
    template: given('', field.anyText),
    'template-parameters': given('', field.anyText),
    steps: given('5%/5m, 25%/10m, 50%/10m', field.steps),
    advance: given('time', field.oneOf<'time' | 'evidence'>('time', 'evidence')),
    'min-step-time': given('1m', field.duration),
    'max-step-time': given('', field.optionalDuration),
    'bake-time': given('5m', field.duration),
    alarms: given('', list.alarms),
    'on-alarm-at-start': given('stop', field.oneOf<AlarmAtStart>('stop', 'continue')),
    'stage-variable-overrides': given('', list.stageVariables),
    'use-stage-cache': given('false', field.flag),
    promote: given('deployment, variables, close', list.promote),
    definition: given('draft', field.oneOf<Definition>('draft', 'deployed')),
    'route-guard': given('block', field.oneOf<RouteGuard>('block', 'warn', 'off')),
    'invoke-permission': given('check', field.oneOf<InvokePermission>('check', 'grant')),
    analysis: given('enforce', field.oneOf<Analysis>('enforce', 'observe', 'off')),
    'false-rollback-rate': given('1%', field.rate),
    dispersion: given('auto', field.dispersion),
    'min-requests': given('1', field.countOfRequests),
    metrics: given('', field.anyText),
    'on-inconclusive': given(
      'hold',
      field.oneOf<InconclusivePolicy>('hold', 'promote', 'rollback'),
    ),
    'on-cancel': given('rollback', field.oneOf<CancelPolicy>('rollback', 'hold')),
    'on-other-plan': given('fail', field.oneOf<OnOtherPlan>('fail', 'continue')),
    'plan-of': given('rollout', field.oneOf<Inputs['planOf']>('rollout', 'start')),
    'rollback-to': given('', pastPoint),
    'hold-for': given('0s', field.duration),
    'on-unfinished': given('resume', field.oneOf<OnUnfinished>('resume', 'rollback', 'fail')),
    'first-release': given('refuse', field.oneOf<FirstRelease>('refuse', 'allow')),
    'on-split-alias': given('fail', field.oneOf<OnSplitAlias>('fail', 'repair')),
    supersede: given('fail', field.oneOf<Supersede>('wait', 'replace', 'fail')),
    'canary-metric-dimension': given('{stage}/Canary', field.dimension),
    'pre-traffic-hook': given('', hooks(region)),
    'shadow-stage': given('false', field.shadowStage),
    'step-hook': given('', hooks(region)),
    'post-traffic-hook': given('', hooks(region)),
    'hook-timeout': given('60s', hookTimeout),
    'notify-url': given('', notifyUrl),
    'keep-versions': given('', field.keepVersions),
    'role-to-assume': given('', field.roleArn),
    'role-duration-seconds': given('3600', field.sessionSeconds),
    'job-timeout': given('6h', field.duration),
    ...PREVIEWS,
    'on-pull-request': given('refuse', field.oneOf<Inputs['onPullRequest']>('refuse', 'allow')),
    comment: given('true', field.flag),
    feedback: given('report', field.oneOf<Feedback>('report', 'hold')),
    environment: given('', environment),
    'environment-url': given('', webAddress),
  } as const;
}

export type Schema = ReturnType<typeof inputSchema>;
export type InputName = keyof Schema;

/** What the parsers make of all inputs. */
export type Values = {
  readonly [N in InputName]: Schema[N]['parse'] extends (t: string) => Parsed<infer T> ? T : never;
};

/** Inputs that mean something for the canary of a stage only. */
export const STAGE_ONLY: readonly InputName[] = [
  'rest-api-id',
  'stage-name',
  'stage-variable-overrides',
  'use-stage-cache',
  'promote',
  'definition',
  'route-guard',
  'invoke-permission',
  'canary-metric-dimension',
  'shadow-stage',
];

/** Secrets, and what is no setting of the rollout: they cannot stand in the config file. */
export const WORKFLOW_ONLY = ['config', 'github-token', 'hook-secret'] as const;

export function inputNames(): readonly InputName[] {
  return Object.keys(inputSchema('')) as InputName[];
}
