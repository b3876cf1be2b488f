// The canary of a REST API's stage. The state is read before each write, and each write is read back: API Gateway
// has no lock on a stage, and accepts some requests without applying them.

import { accountOf, type Place } from '../../aws/arns.ts';
import type { ClientSets } from '../../aws/clients.ts';
import { stageUrl } from '../../aws/gateway-arns.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import { awsCommand } from '../../base/command-line.ts';
import { known, orElse } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { type LogTarget, lazyLogTarget } from '../../monitor/log-source.ts';
import {
  APPROVED,
  approvalTag,
  ownerTag,
  PAUSED,
  pauseTag,
  phaseTags,
  type StoredRollout,
} from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { versionReads } from '../lambda/version-reads.ts';
import { assertOpen, assertOwned } from '../ownership.ts';
import type { Target } from '../target.ts';
import { createTrust } from '../trust.ts';
import { detailedRoutes, type RouteName } from './detailed-routes.ts';
import { inspectFunctions, withCodes } from './inspect-functions.ts';
import { inspectPermissions } from './inspect-permissions.ts';
import { inspectStage, type StageFacts, unknownCanary } from './inspect-stage.ts';
import { uncheckedName } from './inspect-twins.ts';
import { inspectVariables } from './inspect-variables.ts';
import { readings } from './observe-stage.ts';
import { repairCommands, type StageName } from './repair-commands.ts';
import { inspectShadow, removeShadow } from './shadow-stage.ts';
import { admitStage } from './stage-admission.ts';
import { beyondStage } from './stage-claim.ts';
import { bindStage, type StageBound } from './stage-context.ts';
import { createStageCounts, type StageSeries } from './stage-counts.ts';
import { overrideDifferences, stageDifferences } from './stage-difference.ts';
import type { StageInputs } from './stage-inputs.ts';
import { promote, shift } from './stage-moves.ts';
import { stagePolicyAtMost } from './stage-policy.ts';
import { stageOf } from './stage-record.ts';
import { stageReport } from './stage-report.ts';
import { rollbackOf } from './stage-rollback.ts';
import { setUpStage } from './stage-setup.ts';
import { forgetCommands, storedStateOf } from './stage-store.ts';
import { sweepStage } from './stage-sweep.ts';
import { findStageUndo } from './stage-undo.ts';
import { shadowUrl, stageWayIn } from './stage-way-in.ts';
import { unpromotedInWords } from './unpromoted.ts';

/** Everything that the calls of a stage need. */
export interface StageConnection {
  readonly clients: ClientSets;
  readonly inputs: StageInputs;
  /** The functions to release. */
  readonly released: readonly FunctionInput[];
  /** Logs a line. */
  readonly say: (line: string) => void;
  /** Warns users, in the log and in the report. */
  readonly warn: (text: string) => void;
}

export function connectStage({ clients, inputs, released, ...log }: StageConnection): Target {
  const { restApiId, stageName } = inputs;
  const { place, cloudWatch } = clients.normal;
  const named = {
    functions: released.map(({ name }) => name),
    variables: Object.keys(inputs.overrides),
    imports: inputs.apiDefinition !== undefined,
  };
  const trust = createTrust((record) => beyondStage(record, named));
  const bound = bindStage(clients.normal, inputs, trust, log.warn);
  const rollback = bindStage(clients.rollback, inputs, trust, log.warn);
  const { api } = bound;
  const reads = withCodes(clients.normal, { ...bound, cloudWatch }, released);
  const name = nameOf(api, log.say);
  const routes = routesOf(api);
  let deploymentId = '';
  const series = seriesOf(bound, name, routes);
  const countSource = createStageCounts(cloudWatch, series);
  return {
    words: `the stage "${stageName}" of REST API ${restApiId}`,
    rollback: rollbackOf(rollback),
    countSource,
    logs: logsOf(bound, clients, released),
    knows: trust.knows,
    ...readings(bound),
    ...versionReads(bound.functions, place, reads.codes),
    inspect: async (findings) => {
      const releases = released.length > 0 ? 'functions' : 'no functions';
      const stage = await inspectStage(api, inputs, releases, findings);
      const facts = await inspectFunctions(reads, released, stage, findings);
      if (!stage) return undefined;
      name.is(stage.apiName);
      routes.are(stage);
      deploymentId = stage.reading.state.deploymentId;
      const moved = await inspectVariables(bound, stage, released, facts, findings);
      await inspectPermissions(clients.normal, inputs, released, facts, moved, findings);
      const lent = await inspectShadow(clients.normal, bound, stage, findings);
      checkSomething(inputs, released, findings);
      findings.notes.push(...unpromotedInWords(inputs));
      return setUpStage({ ...bound, restoring: rollback.api }, { ...stage, lent }, facts, moved);
    },
    policyAtMost: (order) => stagePolicyAtMost(inputs, released, place, order),
    differences: differencesOf(bound, log.say),
    ...storedStateCalls(api),
    admit: (rollout) => admitStage(bound, rollout),
    ...changes(bound),
    readUnknownSplit: async () => unknownCanary(stageName, await api.readStage()),
    findUndo: (to) => findStageUndo(bound, rollback.api, released, to),
    sweep: (order) => sweepStage(clients.normal, bound, order),
    ...manualCommands(api),
    closesSplit: (record) => stageOf(record).promote.close,
    wayIn: ({ record }) => stageWayIn(place, inputs, stageOf(record)),
    urls: ({ record }) => ({
      stageUrl: stageUrl(place, restApiId, stageName),
      shadowUrl: shadowUrl(place, inputs, stageOf(record)),
    }),
    reach: reaching(bound, place),
    describe: (snapshot, now) =>
      stageReport({
        ...{ kind: 'stage', region: place.region, restApiId, stageName },
        apiName: name.known(),
        canaryDimension: series.canaryDimension,
        ...deploymentsOf(deploymentId, snapshot),
        ...(now === 'unread' && { deploymentAfter: '' }),
      }),
  };
}

function reaching(bound: StageBound<'normal'>, place: Place): NonNullable<Target['reach']> {
  return async (rollout) => {
    const { keepShadow } = await import('./kept-shadow.ts');
    await keepShadow(bound, rollout);
    const { reachOfStage } = await import('./stage-reach.ts');
    return reachOfStage(bound, place, rollout);
  };
}

function logsOf(
  bound: StageBound<'normal'>,
  { normal }: ClientSets,
  [first]: readonly FunctionInput[],
): LogTarget {
  return lazyLogTarget(async () => {
    const { stageLogs } = await import('./stage-logs.ts');
    const { bindLogEvents } = await import('../../aws/log-events.ts');
    const readAccount = async () =>
      first ? accountOf((await bound.functions.read(first.name))?.arn ?? '') : '';
    return stageLogs({ bound, clients: normal, logs: bindLogEvents(normal), readAccount });
  });
}

function differencesOf(
  bound: StageBound<'normal'>,
  say: (line: string) => void,
): Target['differences'] {
  return async (rollout, of) =>
    of === 'all'
      ? stageDifferences(bound, rollout, say)
      : overrideDifferences(bound.inputs, rollout);
}

function seriesOf(
  { api, inputs }: Pick<StageBound, 'api' | 'inputs'>,
  name: ReturnType<typeof nameOf>,
  routes: ReturnType<typeof routesOf>,
): StageSeries {
  const { stageName, canaryDimension, compares, smokeNeeds } = inputs;
  return {
    stageName,
    canaryDimension: canaryDimension.replaceAll('{stage}', stageName),
    readApiName: name.read,
    readTwins: name.readTwins,
    compares,
    probed: smokeNeeds?.probes === true,
    readCached: readCachedOf(api, inputs),
    readRoutes: routes.read,
  };
}

/** The API's name, which is a dimension in CloudWatch, and other APIs that have it; read on first use. */
function nameOf(api: RestApi, say: (line: string) => void) {
  let name = '';
  let twins: readonly string[] | undefined;
  let isUncheckedSaid = false;
  const read = async () => {
    name ||= (await api.readApi()).name;
    return name;
  };
  return {
    read,
    /** Without them, the counts of the name are used as if they were those of this API alone. */
    readTwins: async () => {
      const apiName = await read();
      twins ??= await api.readTwins(apiName).catch((error: unknown) => {
        const text = uncheckedName(apiName, known(error).message);
        if (!isUncheckedSaid) say(`Warning: ${text}.`);
        isUncheckedSaid = true;
        return undefined;
      });
      return twins ?? [];
    },
    is: (found: string) => {
      name = found;
    },
    /** Empty before it is read. */
    known: () => name,
  };
}

/** Whether the stage caches answers; read once, and only if anything is compared. */
function readCachedOf(api: RestApi, { compares }: StageInputs): () => Promise<boolean> {
  let cached: boolean | undefined;
  return async () => {
    cached ??= compares && (await api.readStage()).cached.length > 0;
    return cached;
  };
}

/**
 * The routes that API Gateway may count by themselves; read on first use. The draft has them too, unless the guard of
 * routes is off. If they cannot be read, single routes are not compared.
 */
function routesOf(api: RestApi) {
  let names: readonly RouteName[] | undefined;
  return {
    read: async () => {
      names ??= await readNames(api).catch(orElse([]));
      return names;
    },
    are: ({ draft, reading }: StageFacts) => {
      names = detailedRoutes(draft.routes, reading.detailed);
    },
  };
}

/** Most stages have no detailed metrics, so that nothing but the stage is read. */
async function readNames(api: RestApi): Promise<readonly RouteName[]> {
  const { detailed } = await api.readStage();
  if (!Object.values(detailed).includes(true)) return [];
  const { routes } = await api.readDraft('none');
  return detailedRoutes(routes, detailed);
}

/** The changes that move users to the new version. */
function changes(bound: StageBound<'normal'>): Pick<Target, 'shift' | 'promote'> {
  return {
    shift: async (rollout, weight) => {
      await endPreview(bound, rollout, 'shift');
      await shift(bound, rollout, weight);
    },
    promote: async (rollout) => {
      await endPreview(bound, rollout, 'promotion');
      await promote(bound, rollout);
    },
  };
}

function manualCommands(
  api: RestApi,
): Pick<Target, 'showCommands' | 'repairCommands' | 'forgetCommands'> {
  const { restApiId, stageName } = api;
  const { region } = api.place;
  const stage: StageName = { restApiId, stageName, region };
  return {
    forgetCommands: () => forgetCommands(api),
    showCommands: () => [
      awsCommand('apigateway get-stage', {
        region,
        'rest-api-id': restApiId,
        'stage-name': stageName,
      }),
    ],
    repairCommands: (record, observation) =>
      repairCommands(stage, stageOf(record), observation, record.functions),
  };
}

function storedStateCalls(
  api: RestApi<'normal'>,
): Pick<Target, 'claim' | 'savePhase' | 'pause' | 'saveApprovals'> {
  return {
    claim: async (id) => {
      await assertStillOpen(api);
      await api.tag(ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      await api.tag(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      await assertStillOpen(api);
      await (pause ? api.tag(pauseTag(pause)) : api.untag([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? api.tag(tag) : api.untag([APPROVED]));
    },
  };
}

async function assertStillOpen(api: RestApi): Promise<void> {
  assertOpen(storedStateOf(api, (await api.readStage()).tags));
}

/**
 * The shadow is not needed once users are served, unless checks run in each step. If its removal fails, it is repeated at the end of the
 * rollout.
 */
async function endPreview(
  bound: StageBound<'normal'>,
  rollout: StoredRollout,
  before: 'shift' | 'promotion',
): Promise<void> {
  const { phase, record } = rollout;
  const { shadowStays } = stageOf(record);
  const isOver = shadowStays
    ? before === 'promotion' && phase.kind !== 'baking'
    : phase.kind === 'preparing';
  if (!isOver) return;
  await removeShadow(bound, rollout).catch(orElse(undefined));
}

function checkSomething(
  inputs: StageInputs,
  released: readonly FunctionInput[],
  findings: Problems,
): void {
  const overrides = Object.keys(inputs.overrides).length;
  if (released.length === 0 && inputs.definition === 'deployed' && overrides === 0) {
    findings.problems.push(
      'there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them',
    );
  }
}

function deploymentsOf(
  before: string,
  snapshot: { readonly rollout: StoredRollout; readonly trafficState: TrafficState } | undefined,
) {
  if (!snapshot) {
    return { deploymentBefore: before, deploymentAfter: before, canaryDeployment: '' };
  }
  const { rollout, trafficState } = snapshot;
  const stage = stageOf(rollout.record);
  const canaryDeployment = rollout.canaryDeploymentId ?? '';
  const moved = trafficState.kind === 'promoted' && stage.promote.deployment;
  const ours = moved ? canaryDeployment : stage.deploymentId;
  return {
    deploymentBefore: stage.deploymentId,
    deploymentAfter: trafficState.kind === 'external' ? (trafficState.deploymentId ?? '') : ours,
    canaryDeployment,
  };
}
