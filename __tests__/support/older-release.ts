// A release that an earlier version of the action left open. Its calls to AWS are a fixture; here they are sent
// to another account, with that account's ids and as if they were made a minute ago.

import { GetResourcesCommand } from '@aws-sdk/client-api-gateway';
import type { FleetScene } from './fleet-scene.ts';
import { decodeRecord, encodeRecord, readFormat, type Tags } from './formats.ts';
import type { Scene } from './rollout.ts';

export interface OlderCall {
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface OlderRelease {
  /** What the account's ids were; none in a release of aliases. */
  readonly ids?: {
    readonly restApiId: string;
    readonly deploymentId: string;
    readonly resources: Readonly<Record<string, string>>;
  };
  readonly calls: readonly OlderCall[];
}

export function readOlder(name: string): OlderRelease {
  return readFormat(`older-${name}.json`);
}

/** The tags that a call writes; `undefined`: it writes none. */
export function tagsOf({ operation, body }: OlderCall): Tags | undefined {
  if (operation !== 'TagResource') return undefined;
  return (body?.tags ?? body?.Tags) as Tags;
}

/** Leaves the release open on the stage of a scene. */
export async function leaveOnStage(scene: Scene, name: string): Promise<void> {
  const { ids, calls } = readOlder(name);
  if (!ids) throw new Error(`${name} is no release of a stage`);
  const { restApiId, clients } = scene.api;
  const { items = [] } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resources = items.map(
    ({ path = '', id = '' }) => [ids.resources[path] ?? path, id] as const,
  );
  const { deploymentId = '' } = await scene.api.stage();
  const now = new Map([[ids.restApiId, restApiId], [ids.deploymentId, deploymentId], ...resources]);
  await send(scene, calls, now);
}

/** Leaves the release open on the aliases of a scene. */
export function leaveOnAliases(scene: FleetScene, name: string): Promise<void> {
  return send(scene, readOlder(name).calls, new Map());
}

/** How long ago its last phase began, in seconds. */
const AGO = 60;

/** @param ids what each id of that account is in this one */
async function send(
  { simulator }: Pick<Scene, 'simulator'>,
  calls: readonly OlderCall[],
  ids: Map<string, string>,
): Promise<void> {
  const { clock, place } = simulator.world;
  const later = Math.floor(clock.now() / 1000) - AGO - lastPhaseOf(calls);
  const canary = valuesOf(calls, 'canary-action:canary')[0] ?? '';
  for (const call of calls) {
    const { path, body } = rewrite(call, ids, later);
    const scope = `AKIDEXAMPLE/20260101/${place.region}/${call.service}/aws4_request`;
    const response = await fetch(`${simulator.url}${path}`, {
      method: call.method,
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${call.operation}: ${response.status} ${answer}`);
    if (call.operation === 'CreateDeployment') ids.set(canary, JSON.parse(answer).id as string);
  }
}

function valuesOf(calls: readonly OlderCall[], key: string): readonly string[] {
  return calls.flatMap((call) => tagsOf(call)?.[key] ?? []);
}

/** When it began, in seconds since the epoch. */
function lastPhaseOf(calls: readonly OlderCall[]): number {
  return Number(
    valuesOf(calls, 'canary-action:phase')
      .at(-1)
      ?.match(/\d{10}/)?.[0],
  );
}

function rewrite(call: OlderCall, ids: ReadonlyMap<string, string>, later: number) {
  const here = (text: string) =>
    [...ids].reduce((so, [then, now]) => so.replaceAll(then, now), text);
  const tags = tagsOf(call);
  const body = tags
    ? { [call.body?.tags ? 'tags' : 'Tags']: rewriteTags(tags, here, later) }
    : call.body && JSON.parse(here(JSON.stringify(call.body)));
  return { path: here(call.path), body };
}

function rewriteTags(tags: Tags, here: (text: string) => string, later: number): Tags {
  const isPart = (key: string) => key.startsWith('canary-action:record.');
  const others = Object.entries(tags)
    .filter(([key]) => !isPart(key))
    .map(([key, value]) => [
      key,
      here(value).replace(
        /^(step\/\d+|baking)\/(\d+)/,
        (_, phase, at) => `${phase}/${Number(at) + later}`,
      ),
    ]);
  if (!Object.keys(tags).some(isPart)) return Object.fromEntries(others);
  const record = JSON.parse(here(JSON.stringify(decodeRecord(tags)))) as { startedAt: number };
  const moved = { ...record, startedAt: record.startedAt + later };
  return { ...Object.fromEntries(others), ...encodeRecord(moved) };
}
