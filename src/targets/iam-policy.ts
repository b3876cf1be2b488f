// The minimal IAM policy of the role for one rollout. The README's table of permissions lists what each call
// needs. The tests run complete rollouts with the policy made here.

import type { Permission } from '../aws/aws-errors.ts';

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PolicyNeeds {
  /** The statements of the target and its functions. */
  readonly target: readonly Statement[];
  readonly watchesAlarms: boolean;
  /** ARNs of the functions used as hooks, as they are invoked. */
  readonly hooks: readonly string[];
  /** For reading logs. */
  readonly logs: readonly Permission[];
  /** ARNs of the stacks in which names are looked up. */
  readonly stacks: readonly string[];
}

const LOG_STATEMENTS = [
  ['Logs', 'logs:FilterLogEvents'],
  ['LogGroups', 'logs:DescribeLogGroups'],
  ['LogRole', 'apigateway:GET'],
] as const;

/** The policy as JSON, ready to attach to the role. */
export function renderPolicy({ target, watchesAlarms, hooks, logs, stacks }: PolicyNeeds): string {
  const all = [
    ...target,
    allow(
      'Watch',
      [...(watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'],
      ['*'],
    ),
    allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
    ...LOG_STATEMENTS.map(([sid, action]) =>
      allow(
        sid,
        [action],
        logs.filter((each) => each.action === action).map(({ resource }) => resource),
      ),
    ),
    allow(
      'Resolve',
      ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
      stacks,
    ),
  ];
  const Statement = all.filter(({ Resource }) => Resource.length > 0);
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}

export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}
