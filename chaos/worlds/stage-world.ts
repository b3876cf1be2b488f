// A stage of a REST API, on which the team has its own settings.

import {
  CreateDeploymentCommand,
  GetResourcesCommand,
  type PatchOperation,
  type Resource,
  TagResourceCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { logTo } from '../../__tests__/support/access-log.ts';
import { openApiNetwork } from '../../__tests__/support/api-network.ts';
import { requestStage } from '../../__tests__/support/crowd.ts';
import type { Variables } from '../../__tests__/support/runner-environment.ts';
import { type ApiWiring, createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import type { StageRecord } from '../../src/targets/stage/stage-record.ts';
import { wireAlarm } from './alarm.ts';
import { type Forgery, forgeTags } from './forgery.ts';
import { prepareSpare } from './spare-stages.ts';
import {
  followWeights,
  sendRequests,
  type Users,
  type UsersOptions,
  type WeightChange,
} from './users.ts';
import {
  APPROVED,
  differences,
  GATED,
  HELD,
  JUDGED,
  probesOf,
  SHORT,
  STOP,
  storesRollout,
  TAG_PREFIX,
  type World,
  type WorldOptions,
  type WorldState,
} from './world.ts';

/** Requests in a minute, and the share of a failing version's answers that fail. */
const TRAFFIC = { perMinute: 80, failing: 0.5 } as const;
const JUDGED_TRAFFIC = { perMinute: 120, failing: 0.9 } as const;

/** Creates the account: version 1 on the stage, version 2 uploaded, and users who call it. */
export async function openStageWorld(
  wiring: Extract<ApiWiring, 'variable' | 'pinned'>,
  options: WorldOptions,
): Promise<World> {
  const simulator = await startSimulator({
    clock: await openTurnClock(),
    lambda: { updateSeconds: 0 },
    openEnvironment: openInnerEnvironment,
  });
  const { place } = simulator.world;
  const api = await createHelloApi(
    { url: simulator.url, region: place.region, account: place.account },
    { wiring },
  );
  await addSettings(api, place);
  if (options.gated) simulator.parameters.put(STOP, 'off');
  if (options.logged) await logTo({ simulator, api });
  const { perMinute, failing: share } = options.judged ? JUDGED_TRAFFIC : TRAFFIC;
  const failing = options.failing ? share : 0;
  await api.upload({ label: 'v2', failing });
  await wireAlarm(
    {
      simulator,
      cloudWatch: api.clients.cloudWatch,
      opens: ({ operation, status, body = '' }) =>
        operation === 'UpdateStage' && status === 200 && body.includes('percentTraffic'),
    },
    options,
  );
  const network =
    options.checked || options.probed || options.lent
      ? await openApiNetwork(simulator, api.restApiId)
      : undefined;
  const spare = await prepareSpare(api, options);
  let before = await readApi(api);
  const users = callUsers(simulator, api, { perMinute, failing });
  const external = await externalDeployment(api);
  let changes = 0;
  return {
    simulator,
    inputs: { ...inputsOf(api, options), ...spare.inputs },
    ...(network && { env: network.env }),
    ...(options.imports && { files: { [DEFINITION]: definitionOf(api, place) } }),
    state: async () => spare.seenIn(stateOf(before, await readApi(api), external)),
    applyExternalChange: async (how) => {
      if (how === 'setting') {
        const description = `changed by another tool, ${++changes}`;
        await patch(api, replace('/description', description));
        before = { ...before, stage: { ...before.stage, description } };
        return true;
      }
      if (how !== 'release') return closeOrBrake(api, how);
      await patch(api, replace('/deploymentId', external));
      return true;
    },
    forge: (how) => forge(api, place, how, external),
    keepsExternalRelease: async () => (await api.stage()).deploymentId === external,
    tally: users.tally,
    close: async () => {
      await network?.close();
      await close(simulator, api, users.stop);
    },
  };
}

/** Of the release. */
function inputsOf(api: HelloApi, options: WorldOptions): Variables {
  return {
    ...SHORT,
    'rest-api-id': api.restApiId,
    'stage-name': api.stageName,
    functions: api.functionName,
    'invoke-permission': 'grant',
    ...(options.judged && JUDGED),
    ...(options.held && HELD),
    ...(options.probed && probesOf(api.path, '')),
    ...(options.approved && APPROVED),
    ...(options.gated && GATED),
    ...(options.imports && { 'api-definition': DEFINITION, 'route-guard': 'warn' }),
  };
}

const DEFINITION = 'openapi.json';
/** Only the file has it. */
const ADDED = '/offers';

function definitionOf({ apiName, functionName, path }: HelloApi, place: Place): string {
  const { region, account } = place;
  const arn = `arn:aws:lambda:${region}:${account}:function:${functionName}:\${stageVariables.version}`;
  const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
  const integration = { type: 'aws_proxy', httpMethod: 'POST', uri };
  const item = { get: { 'x-amazon-apigateway-integration': integration } };
  const paths = { [path]: item, [ADDED]: item };
  return JSON.stringify({ openapi: '3.0.1', info: { title: apiName, version: '1' }, paths });
}

/** Users of the only route. */
function callUsers(
  simulator: Simulator,
  api: HelloApi,
  traffic: Pick<UsersOptions, 'perMinute' | 'failing'>,
): Users {
  return sendRequests({
    clock: simulator.world.clock,
    ...traffic,
    weights: followWeights(simulator, weightChangeOf()),
    senders: [
      {
        to: 'stage',
        send: async () => {
          const { status } = await requestStage(simulator, api);
          return status >= 500 ? `HTTP ${status}` : undefined;
        },
      },
    ],
  });
}

/** A promotion copies the canary's deployment; removing the canary afterwards changes no traffic. */
function weightChangeOf(): (call: CallRecord) => WeightChange | undefined {
  return ({ operation, body = '{}' }) => {
    if (operation !== 'UpdateStage') return undefined;
    const { patchOperations = [] } = JSON.parse(body) as { patchOperations?: PatchOperation[] };
    const weight = (was: number) => patchOperations.reduce(patchedWeight, was);
    return { to: 'stage', weight };
  };
}

/** @param was 0 to 1; 1 means promoted: no step of these rollouts has that weight */
function patchedWeight(was: number, { op, path, value }: PatchOperation): number {
  if (path === '/deploymentId') return op === 'copy' ? 1 : 0;
  if (was === 1) return was;
  if (path === '/canarySettings/percentTraffic') return Number(value) / 100;
  return op === 'remove' && path === '/canarySettings' ? 0 : was;
}

const CLOSE: PatchOperation = { op: 'remove', path: '/canarySettings' };

function replace(path: string, value: string): PatchOperation {
  return { op: 'replace', path, value };
}

async function patch(api: HelloApi, ...patchOperations: PatchOperation[]): Promise<void> {
  const { restApiId, stageName } = api;
  await api.clients.apiGateway.send(
    new UpdateStageCommand({ restApiId, stageName, patchOperations }),
  );
}

/** @returns whether there was a canary with traffic */
async function closeOrBrake(api: HelloApi, how: 'close' | 'brake'): Promise<boolean> {
  const { canarySettings } = await api.stage();
  if (!canarySettings) return false;
  await patch(api, how === 'close' ? CLOSE : replace('/canarySettings/percentTraffic', '0'));
  return (canarySettings.percentTraffic ?? 0) > 0;
}

type Place = Simulator['world']['place'];

function stageArn({ restApiId, stageName }: HelloApi, { region }: Place): string {
  return `arn:aws:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`;
}

async function forge(api: HelloApi, place: Place, how: Forgery, external: string): Promise<void> {
  const { tags: found = {}, deploymentId = '' } = await api.stage();
  const target: StageRecord = {
    kind: 'stage',
    deploymentId: external,
    variables: {},
    overrides: {},
    useStageCache: false,
    drafts: [],
    promote: { deployment: true, variables: true, close: true },
  };
  const tags = forgeTags(found, how, {
    change: (record) => ({
      ...record,
      target: { ...(record.target as StageRecord), deploymentId: external },
    }),
    functions: [{ name: api.functionName, from: '1', to: '2' }],
    target,
    canary: deploymentId,
  });
  if (Object.keys(tags).length === 0) return;
  await api.clients.apiGateway.send(
    new TagResourceCommand({ resourceArn: stageArn(api, place), tags: { ...tags } }),
  );
}

/** Adds the settings that the team keeps on its stage, and expects to find unchanged. */
async function addSettings(api: HelloApi, place: Place): Promise<void> {
  await patch(
    api,
    replace('/description', 'of the orders team'),
    replace('/variables/table', 'orders'),
    replace('/*/*/throttling/rateLimit', '50'),
    replace('/*/*/metrics/enabled', 'true'),
  );
  await api.clients.apiGateway.send(
    new TagResourceCommand({
      resourceArn: stageArn(api, place),
      tags: { team: 'orders' },
    }),
  );
}

/** An external deployment with the same routes. */
async function externalDeployment({ clients, restApiId }: HelloApi): Promise<string> {
  const made = await clients.apiGateway.send(
    new CreateDeploymentCommand({ restApiId, description: 'an external hotfix' }),
  );
  return made.id ?? '';
}

type Stage = Awaited<ReturnType<HelloApi['stage']>>;

interface ApiState {
  readonly stage: Stage;
  readonly draft: readonly Resource[];
}

async function readApi(api: HelloApi): Promise<ApiState> {
  const [stage, { items }] = await Promise.all([
    api.stage(),
    api.clients.apiGateway.send(
      new GetResourcesCommand({ restApiId: api.restApiId, embed: ['methods'] }),
    ),
  ]);
  return { stage, draft: items ?? [] };
}

function stateOf(before: ApiState, after: ApiState, external: string): WorldState {
  const traffic = trafficOf(before.stage, after.stage, external);
  const stored = storesRollout(after.stage.tags ?? {});
  const leftOver = !stored && traffic !== 'split' && after.stage.canarySettings !== undefined;
  const { percentTraffic = 0 } = after.stage.canarySettings ?? {};
  return {
    traffic,
    weight: { stable: 0, split: percentTraffic, released: 100, external: 0 }[traffic],
    what: describe(after.stage),
    stored,
    lost: [
      ...differences(
        ownOf(before, 'stable', false),
        // The draft is that of the rollout until it ends, and remains so if the rollout is promoted.
        ownOf(
          after,
          traffic === 'released' ? 'released' : 'stable',
          traffic === 'released' || stored,
        ),
      ),
      ...(leftOver ? ['a canary without stored state is left open'] : []),
    ],
  };
}

function trafficOf(before: Stage, after: Stage, external: string): WorldState['traffic'] {
  const { deploymentId, variables, canarySettings } = after;
  if (deploymentId === external) return 'external';
  const moved = deploymentId !== before.deploymentId;
  const { version } = variables ?? {};
  if (version !== undefined && version !== (moved ? '2' : '1')) return 'external';
  // A canary with the stage's own deployment serves the same as the stage.
  const splits = canarySettings !== undefined && canarySettings.deploymentId !== deploymentId;
  if (splits) return moved ? 'external' : 'split';
  return moved ? 'released' : 'stable';
}

/** The user's own settings, which no rollout may change, or which it must leave in the right state. */
function ownOf(
  { stage, draft }: ApiState,
  served: 'stable' | 'released',
  mayHaveMore: boolean,
): unknown {
  const { description, variables, tags = {}, methodSettings, cacheClusterEnabled } = stage;
  const { tracingEnabled, accessLogSettings, documentationVersion, clientCertificateId } = stage;
  const { version: _, ...others } = variables ?? {};
  return {
    ...{ description, others, methodSettings, cacheClusterEnabled, tracingEnabled },
    ...{ accessLogSettings, documentationVersion, clientCertificateId },
    tags: Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith(TAG_PREFIX))),
    // A pinned draft changes with a promotion only, and an imported one is restored by a rollback.
    draft: JSON.stringify(callsOf(draft, mayHaveMore)).replace(
      served === 'released' ? /:2\/invocations/g : /$^/,
      ':1/invocations',
    ),
  };
}

/** What each route of a draft calls. An import draws new IDs. */
function callsOf(draft: readonly Resource[], mayHaveMore: boolean): unknown {
  return draft
    .flatMap(({ path = '', resourceMethods = {} }) =>
      Object.entries(resourceMethods).map(([method, { methodIntegration }]) => {
        const { cacheNamespace: _, ...integration } = methodIntegration ?? {};
        return { route: `${method} ${path}`, integration };
      }),
    )
    .filter(({ route }) => !mayHaveMore || route !== `GET ${ADDED}`);
}

function describe({ deploymentId, variables, canarySettings, tags }: Stage): string {
  return JSON.stringify({ deploymentId, variables, canarySettings, tags: Object.keys(tags ?? {}) });
}

async function close(
  simulator: Simulator,
  api: HelloApi,
  stopUsers: () => Promise<unknown>,
): Promise<void> {
  await stopUsers();
  for (const client of Object.values(api.clients)) client.destroy();
  await simulator.close();
}
