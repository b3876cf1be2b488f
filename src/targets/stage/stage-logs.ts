// The access logs of a stage: its own group, and the one of the canary's requests behind it.

import type { AccessLogSettings } from '../../aws/access-log-settings.ts';
import type { Clients } from '../../aws/clients.ts';
import { readLogRole } from '../../aws/gateway-account.ts';
import { gatewayArn } from '../../aws/gateway-arns.ts';
import { type GroupName, groupIn, type LogEvents } from '../../aws/log-events.ts';
import { known, orElse } from '../../base/errors.ts';
import { now } from '../../base/time.ts';
import type { Abstention } from '../../logs/abstention.ts';
import { type Compiled, compileFormat } from '../../logs/access-log-format.ts';
import { describeFormatProblem } from '../../logs/format-problem-text.ts';
import { accessInterpreter } from '../../logs/interpreters.ts';
import {
  proposeFormat,
  proposeFullFormat,
  proposeNamedFormat,
} from '../../logs/proposed-format.ts';
import { createTally } from '../../logs/tally.ts';
import type { LogSource } from '../../monitor/log-reader.ts';
import type { LoggedRelease, LogOutlook, LogTarget, OpenLogs } from '../../monitor/log-source.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { mapAll } from '../concurrency.ts';
import { ownGroup, readVersionLogs } from '../lambda/version-logs.ts';
import { inspectGroups, logPermissions } from '../log-groups.ts';
import { rememberSharing, type Sharing, settingsRead, unnamedBy } from './shared-log.ts';
import type { StageBound } from './stage-context.ts';

/** Names, times and IDs that a line has instead of its variables. */
const BYTES_OF_VALUES = 150;

export interface StageLogServices {
  readonly bound: Pick<StageBound<'normal'>, 'api' | 'functions' | 'seen'>;
  readonly clients: Clients<'normal'>;
  readonly logs: LogEvents;
  /** The account of the released functions; empty if there are none. */
  readonly readAccount: () => Promise<string>;
}

export function stageLogs(services: StageLogServices): LogTarget {
  const sharing = rememberSharing(services.clients, services.bound.api);
  return {
    inspect: async (releases) => {
      const { api } = services.bound;
      try {
        const { accessLog } = await api.readStage();
        return accessLog
          ? await inspectLog(services, accessLog, releases, sharing)
          : unusable(NO_ACCESS_LOG);
      } catch (error) {
        return unusable(known(error).message);
      }
    },
    open: async (rollout, from) => {
      const { accessLog } = await services.bound.api.readStage();
      const group = accessLog && groupIn(accessLog.destinationArn);
      const compiled = accessLog && compileFormat(accessLog.format);
      if (!accessLog || !group || compiled?.kind !== 'compiled') return undefined;
      if ((await sharing(accessLog)) !== undefined) return undefined;
      return openGroups(services, { accessLog, group, compiled }, rollout, from);
    },
    versionLogs: ({ record }) => readVersionLogs(services.bound.functions, record.functions),
  };
}

const NO_ACCESS_LOG =
  'the stage has no access log; set one up with a log group of CloudWatch Logs as its destination';

function unusable(...problems: readonly string[]): LogOutlook {
  return { problems, doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 };
}

async function inspectLog(
  services: StageLogServices,
  accessLog: AccessLogSettings,
  releases: readonly LoggedRelease[],
  sharing: Sharing,
): Promise<LogOutlook> {
  const { bound, clients, logs, readAccount } = services;
  const { destinationArn, format } = accessLog;
  const { place } = clients;
  const group = groupIn(destinationArn);
  const account = await readAccount();
  const problems = [...placeProblems(destinationArn, place.region), ...formatProblems(format)];
  if (!group || group.region !== place.region) return unusable(...problems);
  const names = [group.name, canaryGroupOf(group)];
  const found = await inspectGroups(logs, [group.name], group.account, now());
  const isForeign = account !== '' && account !== group.account;
  const role = await readLogRole(clients).catch(orElse(undefined));
  const code = await inspectCode(services, releases, group.account);
  const shared = problems.length > 0 || isForeign ? undefined : await sharing(accessLog);
  return {
    problems: [
      ...problems,
      ...(role === '' ? [NO_ROLE] : []),
      ...(isForeign ? [foreignGroup(group, account)] : found.problems),
      ...(shared === undefined
        ? []
        : [`${shared}. Change the format to: ${proposeNamedFormat(format)}`]),
    ],
    doubts: found.doubts,
    hints: [...hintsFor(format), ...code.hints],
    permissions: [
      ...logPermissions(place, [...names, ...code.groups], group.account),
      ...settingsRead(format, bound.api.restApiId).map((path) => ({
        action: 'apigateway:GET',
        resource: gatewayArn(place, path),
      })),
    ],
    sources: names.length,
    requestBytes: format.length + BYTES_OF_VALUES,
  };
}

/** The logs of the functions: where they fail in their code. They decide nothing. */
async function inspectCode(
  { bound, logs }: StageLogServices,
  releases: readonly LoggedRelease[],
  account: string,
): Promise<{ readonly hints: readonly string[]; readonly groups: readonly string[] }> {
  const found = await mapAll(releases, async ({ name }) => {
    const reading = await bound.functions.read(name).catch(orElse(undefined));
    return reading?.logging?.group ?? ownGroup(name);
  });
  const groups = [...new Set(found)];
  const { problems } = await inspectGroups(logs, groups, account, now());
  return {
    groups,
    hints: problems.map(
      (problem) => `the report cannot say where in its code a function fails: ${problem}`,
    ),
  };
}

const NO_ROLE =
  "API Gateway has no role to write logs with in this Region; set the CloudWatch log role in API Gateway's settings of the account (in Terraform: aws_api_gateway_account)";

function foreignGroup({ name, account }: GroupName, own: string): string {
  return `the access log goes to the log group "${name}" of the account ${account}, which this job does not read; expected a log group of the account ${own}`;
}

function placeProblems(destinationArn: string, region: string): readonly string[] {
  const group = groupIn(destinationArn);
  if (!group) {
    return [
      /:firehose:/.test(destinationArn)
        ? `the access log goes to the Firehose stream ${destinationArn}, which cannot be read in seconds; expected a log group of CloudWatch Logs`
        : `the destination of the access log is ${destinationArn}; expected the ARN of a log group`,
    ];
  }
  return group.region === region
    ? []
    : [
        `the access log goes to the log group "${group.name}" in ${group.region}; expected a log group in ${region}`,
      ];
}

function formatProblems(format: string): readonly string[] {
  const compiled = compileFormat(format);
  if (compiled.kind === 'compiled') return [];
  const what = compiled.problems.map(describeFormatProblem).join(', and ');
  return [`the format of the access log ${what}. Change it to: ${proposeFormat(format)}`];
}

/** Without them, failures are counted, but not by route. */
function hintsFor(format: string): readonly string[] {
  const compiled = compileFormat(format);
  if (compiled.kind === 'refused') return [];
  const lacks = ['httpMethod', 'resourcePath'].filter((name) => !compiled.variables.has(name));
  if (lacks.length === 0) return [];
  const names = lacks.map((name) => `$context.${name}`).join(' and ');
  return [
    `the format of the access log does not contain ${names}, so the report cannot name routes. To add what is useful, change it to: ${proposeFullFormat(format)}`,
  ];
}

/** API Gateway developer guide, "Set up an API Gateway canary release deployment". */
function canaryGroupOf({ name }: Pick<GroupName, 'name'>): string {
  return `${name}/Canary`;
}

interface Found {
  readonly accessLog: AccessLogSettings;
  readonly group: GroupName;
  readonly compiled: Compiled;
}

function openGroups(
  { bound }: StageLogServices,
  { accessLog, group, compiled }: Found,
  rollout: StoredRollout,
  from: number,
): OpenLogs {
  const { api, seen } = bound;
  const canaryGroup = canaryGroupOf(group);
  const sources: readonly LogSource[] = [
    { name: 'canary', side: 'canary', failuresOnly: false, group: canaryGroup },
    { name: 'stable', side: 'stable', failuresOnly: false, group: group.name },
  ];
  const formats = followFormat(accessLog.format, compiled, () =>
    seen.accessLog === 'none' ? undefined : seen.accessLog?.format,
  );
  const { canaryDeploymentId: canaryDeployment } = rollout;
  const tally = createTally({
    ...{ sources, from },
    longestMs: rollout.record.longestAnswerSeconds * 1000,
    interpreter: accessInterpreter({
      ...{ formats, canaryGroup, apiId: api.restApiId, stage: api.stageName },
      ...(canaryDeployment !== undefined && { canaryDeployment }),
    }),
  });
  return {
    ...{ sources, tally },
    limits: () => limitsOf(accessLog, seen.accessLog),
    metrics: { gateway: 'own-series', functions: 'no-series' },
  };
}

/** Each check reads the stage. A format that was changed in the meantime is known from the next check on. */
function followFormat(
  first: string,
  compiled: Compiled,
  current: () => string | undefined,
): () => readonly Compiled[] {
  const known = new Set([first]);
  let formats: readonly Compiled[] = [compiled];
  return () => {
    const format = current();
    if (format !== undefined && !known.has(format)) {
      known.add(format);
      const next = compileFormat(format);
      // Lines that no longer say whose they are may be those of another stage.
      const isNamed = next.kind === 'compiled' && isAsNamed(next, compiled);
      if (isNamed) formats = [next, ...formats];
    }
    return formats;
  };
}

function isAsNamed(next: Compiled, before: Compiled): boolean {
  const unnamed = unnamedBy(next.variables);
  return unnamed === undefined || unnamed === unnamedBy(before.variables);
}

/** What somebody changed on the stage. The lines that were read before remain what they are. */
function limitsOf(
  { destinationArn }: AccessLogSettings,
  current: AccessLogSettings | undefined | 'none',
): readonly Abstention[] {
  if (current === undefined) return [];
  if (current === 'none') return [moved('the access log of the stage was turned off')];
  if (current.destinationArn !== destinationArn) {
    return [moved('the access log of the stage now has another destination')];
  }
  const compiled = compileFormat(current.format);
  return compiled.kind === 'refused' ? [{ kind: 'format', problem: compiled.problems[0] }] : [];
}

function moved(message: string): Abstention {
  return { kind: 'unreadable', message };
}
