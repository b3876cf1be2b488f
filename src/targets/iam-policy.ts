// The minimal IAM policies of the roles for one rollout: of the one that releases, and of one that only plans.
// docs/permissions.md has those of typical releases. The tests run complete rollouts with the policies made here.

import type { Permission } from '../aws/aws-errors.ts';

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Whose policy it is. */
export interface PolicyOrder {
  /** The role that releases, or one that only plans. Of the latter's statements, only what reads is used. */
  readonly role: 'release' | 'plan';
  /** Whether leftovers of earlier releases are deleted after the promotion. */
  readonly prunes: boolean;
}

export interface PolicyNeeds {
  /** The statements of the target and its functions. */
  target(role: PolicyOrder['role']): readonly Statement[];
  readonly watchesAlarms: boolean;
  /** ARNs of the functions used as hooks, as they are invoked. */
  readonly hooks: readonly string[];
  /** For reading logs. */
  readonly logs: readonly Permission[];
  /** ARNs of the stacks in which names are looked up. */
  readonly stacks: readonly string[];
  /** For reading the switch that stops all releases, and finding alarms by their tags. */
  readonly gates: readonly Permission[];
}

const LOG_STATEMENTS = [
  ['Logs', 'logs:FilterLogEvents'],
  ['LogGroups', 'logs:DescribeLogGroups'],
  ['LogRole', 'apigateway:GET'],
] as const;

/** The policy of the role that releases as JSON, ready to attach to the role. */
export function renderPolicy(needs: PolicyNeeds): string {
  return render([
    ...needs.target('release'),
    watch(needs),
    allow('Ask', ['lambda:InvokeFunction'], [...new Set(needs.hooks)]),
    ...readLogs(needs),
    resolve(needs),
    ...readGates(needs),
  ]);
}

/**
 * The policy of a role that only plans: of the same statements, what reads. It allows no change, and no code to be read.
 */
export function renderPlanPolicy(needs: PolicyNeeds): string {
  return render([
    ...needs.target('plan').map((one) => ({ ...one, Action: one.Action.filter(isPlanned) })),
    watch(needs),
    allow('LookAtHooks', ['lambda:GetFunctionConfiguration'], [...new Set(needs.hooks)]),
    ...readLogs(needs),
    resolve(needs),
    ...readGates(needs),
  ]);
}

/** The actions of the release that a plan does not need, each once: it cannot tell whether the release may do them. */
export function uncheckedActions({ target, hooks }: PolicyNeeds): readonly string[] {
  const actions = target('release')
    .flatMap(({ Action, Resource }) => (Resource.length > 0 ? Action : []))
    .filter((action) => !isPlanned(action));
  return [...new Set([...actions, ...(hooks.length > 0 ? ['lambda:InvokeFunction'] : [])])].sort();
}

/** Reads of the code: publishing waits with `GetFunction`, which gives a link to it; an upload has the others read. */
const READS_CODE: readonly string[] = [
  'lambda:GetFunction',
  's3:GetObject',
  's3:GetObjectVersion',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
];

/** Whether a plan calls it. */
function isPlanned(action: string): boolean {
  return /:(GET|Get|List|Describe)/.test(action) && !READS_CODE.includes(action);
}

function watch({ watchesAlarms }: PolicyNeeds): Statement {
  return allow(
    'Watch',
    [...only(watchesAlarms, 'cloudwatch:DescribeAlarms'), 'cloudwatch:GetMetricData'],
    ['*'],
  );
}

function readLogs({ logs }: PolicyNeeds): readonly Statement[] {
  return LOG_STATEMENTS.map(([sid, action]) =>
    allow(
      sid,
      [action],
      logs.filter((each) => each.action === action).map(({ resource }) => resource),
    ),
  );
}

function resolve({ stacks }: PolicyNeeds): Statement {
  const actions = ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'];
  return allow('Resolve', actions, stacks);
}

/** Both read. */
function readGates({ gates }: PolicyNeeds): readonly Statement[] {
  const of = (prefix: string) => gates.filter(({ action }) => action.startsWith(prefix));
  const statement = (sid: string, needed: readonly Permission[]) =>
    allow(
      sid,
      needed.map(({ action }) => action),
      [...new Set(needed.map(({ resource }) => resource))],
    );
  return [statement('StopSwitch', of('ssm:')), statement('FindAlarms', of('tag:'))];
}

function render(statements: readonly Statement[]): string {
  const Statement = statements.filter(
    ({ Action, Resource }) => Action.length > 0 && Resource.length > 0,
  );
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}

export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** These, if they are wanted. */
export function only(wanted: boolean, ...these: readonly string[]): readonly string[] {
  return wanted ? these : [];
}
