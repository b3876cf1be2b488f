// The minimal IAM policy of the role for one rollout. The README's table of permissions lists what each call
// needs. The tests run complete rollouts with the policy made here.

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
}

/** The policy as JSON, ready to attach to the role. */
export function renderPolicy({ target, watchesAlarms, hooks }: PolicyNeeds): string {
  const all = [
    ...target,
    allow(
      'Watch',
      [...(watchesAlarms ? ['cloudwatch:DescribeAlarms'] : []), 'cloudwatch:GetMetricData'],
      ['*'],
    ),
    allow('Ask', ['lambda:InvokeFunction'], [...new Set(hooks)]),
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
