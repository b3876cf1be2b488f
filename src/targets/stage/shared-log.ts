// Several stages may write to one log group. Unless each line says whose it is, the failures of another stage's canary
// would be taken for those of this one.

import type { AccessLogSettings } from '../../aws/access-log-settings.ts';
import type { Clients } from '../../aws/clients.ts';
import { bindDeployments } from '../../aws/deployments.ts';
import { API_GATEWAY } from '../../aws/gateway-client.ts';
import { type GroupName, groupIn } from '../../aws/log-events.ts';
import { readRestApis } from '../../aws/twins.ts';
import { known } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import { compileFormat } from '../../logs/access-log-format.ts';
import { mapAll } from '../concurrency.ts';

export interface LoggedStage {
  readonly restApiId: string;
  readonly stageName: string;
}

/** Reading the stages of more APIs than this takes too long. */
const MOST_APIS = 50;

/** Whether it matters who else writes to the group: what lines do not say. */
export function unnamedBy(variables: ReadonlySet<string>): 'api' | 'stage' | undefined {
  if (!variables.has('apiId')) return 'api';
  return variables.has('stage') ? undefined : 'stage';
}

function unnamedIn(format: string): 'api' | 'stage' | undefined {
  const compiled = compileFormat(format);
  return compiled.kind === 'compiled' ? unnamedBy(compiled.variables) : undefined;
}

/** Why the log is not used; `undefined`: its lines can be told apart. */
export type Sharing = (accessLog: AccessLogSettings) => Promise<string | undefined>;

/** Read once: preflight and the release ask the same. */
export function rememberSharing(clients: Clients<'normal'>, own: LoggedStage): Sharing {
  const known = new Map<string, Promise<string | undefined>>();
  return ({ destinationArn, format }) => {
    const group = groupIn(destinationArn);
    const unnamed = unnamedIn(format);
    if (!group || !unnamed) return Promise.resolve(undefined);
    const key = `${unnamed} ${destinationArn}`;
    const found = known.get(key) ?? whyShared(clients, own, { group, unnamed });
    known.set(key, found);
    return found;
  };
}

/** The role that writes logs, and the stages that may share the group. */
export function settingsRead(format: string, restApiId: string): readonly string[] {
  const unnamed = unnamedIn(format);
  const stages = { api: '/restapis/*/stages', stage: `/restapis/${restApiId}/stages` };
  return ['/account', ...(unnamed ? [stages[unnamed]] : [])];
}

/**
 * Why the lines of a group may not be those of a stage; `undefined`: they are.
 *
 * @param unnamed what lines do not say: with the API, only other stages of the same API matter
 */
async function whyShared(
  clients: Clients<'normal'>,
  own: LoggedStage,
  { group, unnamed }: { readonly group: GroupName; readonly unnamed: 'api' | 'stage' },
): Promise<string | undefined> {
  try {
    const apis = unnamed === 'api' ? await readApis(clients, own) : [own.restApiId];
    if (apis.length > MOST_APIS) return unchecked(group, `there are ${apis.length} REST APIs`);
    const stages = (await mapAll(apis, (id) => stagesWriting(clients, id, group))).flat();
    const others = stages.filter((stage) => !isSame(stage, own));
    if (others.length === 0) return undefined;
    const names = others.map(({ restApiId, stageName }) => `${restApiId}/${stageName}`);
    return `the log group "${group.name}" also has the lines of ${listed(names)}, and lines do not say whose they are`;
  } catch (error) {
    return unchecked(group, known(error).message);
  }
}

function unchecked({ name }: GroupName, why: string): string {
  return `lines do not say which stage they belong to, and it could not be checked whether others write to the log group "${name}" as well (${why})`;
}

async function readApis(
  { open, place }: Clients<'normal'>,
  { restApiId }: LoggedStage,
): Promise<readonly string[]> {
  const apis = await readRestApis(open(API_GATEWAY), place);
  return [...new Set([restApiId, ...apis.flatMap(({ id }) => id ?? [])])];
}

async function stagesWriting(
  clients: Clients<'normal'>,
  restApiId: string,
  group: GroupName,
): Promise<readonly LoggedStage[]> {
  const stages = await bindDeployments(clients, restApiId).readStages();
  return stages
    .filter(({ accessLog }) => groupIn(accessLog?.destinationArn ?? '')?.name === group.name)
    .map(({ name }) => ({ restApiId, stageName: name }));
}

function isSame(a: LoggedStage, b: LoggedStage): boolean {
  return a.restApiId === b.restApiId && a.stageName === b.stageName;
}
