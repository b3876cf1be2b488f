// What will be different, as a table: one line for each thing that the file has, or that every release has.

import { listed } from '../base/listed.ts';
import type { TemplateRelease } from '../templates/template-releases.ts';
import { isList, isMap, mapAt, type Tree, type TreeMap } from '../templates/tree.ts';
import type { Source } from './migrated-source.ts';

export interface Difference {
  readonly what: string;
  readonly today: string;
  readonly afterwards: string;
}

export function differencesOf(
  source: Source,
  releases: readonly TemplateRelease[],
): readonly Difference[] {
  const isStage = releases.every(({ values }) => values['rest-api-id'] !== undefined);
  const places = [source.tree, source.made.template];
  const has = (key: string) => places.some((tree) => firstWith(tree, key) !== undefined);
  return [
    {
      what: isStage ? 'who moves the stage' : 'who moves the alias',
      today: MOVERS[source.kind],
      afterwards: 'a release, in a job after the deployment. A deployment alone reaches nobody',
    },
    {
      what: 'other environments',
      today: 'each deployment of the file releases',
      afterwards: 'each environment needs its release, with its own config file or inputs',
    },
    ...releases.flatMap(schedule),
    ...(isStage ? [] : together(releases)),
    {
      what: 'evidence',
      ...evidence(releases),
    },
    ...hooks(releases),
    ...rollbacks(source, has, isStage),
    ...versions(source),
    ...messages(has),
    {
      what: 'permissions',
      today: 'the role of CodeDeploy',
      afterwards: 'the role of the job; command: plan prints its policy',
    },
    ...conditional(source),
  ];
}

const MOVERS: Readonly<Record<Source['kind'], string>> = {
  sam: 'CodeDeploy, within each sam deploy',
  cloudformation: 'CodeDeploy, within each update of the stack',
  cdk: 'CodeDeploy, within each cdk deploy',
  serverless: 'CodeDeploy, within each serverless deploy',
  terraform: 'CodeDeploy, in the deployments that a script creates',
  appspec: 'CodeDeploy, in the deployments that the pipeline creates',
};

function schedule({ values }: TemplateRelease): readonly Difference[] {
  const steps = values.steps ?? '';
  if (steps === '') {
    return [
      {
        what: 'schedule',
        today: 'in the deployment group, which this file does not have',
        afterwards: 'steps in the config file: write those of the group there',
      },
    ];
  }
  const isAtOnce = /AllAtOnce$/.test(steps);
  return [
    {
      what: 'schedule',
      today: steps,
      afterwards: isAtOnce
        ? 'the same; the release is monitored for 5 more minutes afterwards (bake-time: 0s turns that off)'
        : 'the same, then 95% for 5 minutes before the rest (bake-time: 0s for the schedule alone)',
    },
  ];
}

function together(releases: readonly TemplateRelease[]): readonly Difference[] {
  const most = Math.max(...releases.map(({ functions }) => functions.length));
  if (most < 2) return [];
  return [
    {
      what: 'several functions',
      today: 'a deployment for each; one may be rolled back while another is not',
      afterwards: 'one release: all are promoted, or all are rolled back',
    },
  ];
}

function evidence(releases: readonly TemplateRelease[]): Omit<Difference, 'what'> {
  const hasAlarms = releases.some(({ values }) => (values.alarms ?? '') !== '');
  return {
    today: hasAlarms ? 'alarms' : 'none',
    afterwards: `${hasAlarms ? 'the same alarms, and ' : ''}a comparison of errors and latency of both versions. With too little traffic, a step is extended`,
  };
}

function hooks(releases: readonly TemplateRelease[]): readonly Difference[] {
  const isThere = releases.some(
    ({ values }) => values['pre-traffic-hook'] || values['post-traffic-hook'],
  );
  if (!isThere) return [];
  return [
    {
      what: 'hooks',
      today: 'report to CodeDeploy (PutLifecycleEventHookExecutionStatus), within an hour',
      afterwards:
        'return their result within hook-timeout; three lines of a hook change (docs/hooks.md). A hook that several functions share runs once',
    },
  ];
}

function rollbacks(
  { kind, tree, made }: Source,
  has: (key: string) => boolean,
  isStage: boolean,
): readonly Difference[] {
  if (isStage) return [];
  const settings =
    firstWith(made.template, 'AutoRollbackConfiguration') ??
    firstWith(tree, 'AutoRollbackConfiguration');
  const rollback = settings ? mapAt(settings, 'AutoRollbackConfiguration') : undefined;
  const events = rollback?.get('Events');
  const isPartial =
    rollback !== undefined &&
    (rollback.get('Enabled') === 'false' ||
      (isList(events) && !events.includes('DEPLOYMENT_STOP_ON_ALARM')));
  const inStack = ['sam', 'cloudformation', 'cdk', 'serverless'].includes(kind);
  return [
    ...(isPartial
      ? [
          {
            what: 'rollback',
            today: 'not after an alarm (AutoRollbackConfiguration)',
            afterwards: 'always: after an alarm, a worse version, a failed hook, a cancellation',
          },
        ]
      : []),
    ...(inStack
      ? [
          {
            what: 'after a rollback',
            today: 'the whole update of the stack is rolled back',
            afterwards:
              'the stack keeps the new code, which nobody is served; deploy the next code, and release it',
          },
        ]
      : []),
    ...(has('IgnorePollAlarmFailure') && isTrue(tree, made.template)
      ? [
          {
            what: 'alarms that cannot be read',
            today: 'are ignored (IgnorePollAlarmFailure)',
            afterwards: 'extend the step, and after it the release is held',
          },
        ]
      : []),
  ];
}

function isTrue(...trees: readonly Tree[]): boolean {
  return trees.some(
    (tree) => firstWith(tree, 'IgnorePollAlarmFailure')?.get('IgnorePollAlarmFailure') === 'true',
  );
}

function versions({ kind }: Source): readonly Difference[] {
  if (kind !== 'appspec') return [];
  return [
    {
      what: 'version',
      today: 'CurrentVersion and TargetVersion, written for each deployment',
      afterwards:
        'what the alias has, and a version that is published for you (or the input version)',
    },
  ];
}

function messages(has: (key: string) => boolean): readonly Difference[] {
  if (!has('TriggerConfigurations') && !has('triggerConfigurations')) return [];
  return [
    {
      what: 'messages',
      today: 'by SNS, from triggers of CodeDeploy',
      afterwards: 'none by SNS; notify-url, the job summary, the comment and the outputs',
    },
  ];
}

/** The values of one set of parameters are written down. */
function conditional({ kind, tree, made }: Source): readonly Difference[] {
  const isIn = (each: Tree | undefined): boolean => {
    if (isList(each)) return each.some(isIn);
    if (!isMap(each)) return false;
    return (
      ['Fn::If', 'Fn::FindInMap', 'Ref', 'Fn::Sub'].some((call) => each.has(call)) ||
      [...each.values()].some(isIn)
    );
  };
  const parameters = isMap(tree) ? mapAt(tree, 'Parameters') : mapAt(made.template, 'Parameters');
  if (kind === 'appspec' || parameters.size === 0 || !isIn(tree)) return [];
  return [
    {
      what: 'values by parameters',
      today: 'resolved with each deployment',
      afterwards:
        'written down as these parameters have them. For another environment: migrate it first, with --config-only and its own --config',
    },
  ];
}

/** The first map that has a key, at any depth. */
function firstWith(tree: Tree, key: string): TreeMap | undefined {
  if (typeof tree === 'string') return undefined;
  if (isMap(tree) && tree.has(key)) return tree;
  for (const inner of isList(tree) ? tree : tree.values()) {
    const found = firstWith(inner, key);
    if (found) return found;
  }
  return undefined;
}

/** As Markdown, which is readable in a terminal as well. */
export function differencesText(all: readonly Difference[]): readonly string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ', ');
  const rows = all.map(
    ({ what, today, afterwards }) => `| ${listed([what, today, afterwards].map(cell), ' | ')} |`,
  );
  return ['| | today | afterwards |', '|---|---|---|', ...rows];
}
