// A stage after a clean preflight: what the canary will be, and how it is created.

import { CACHE_MARGIN } from '../../analysis/unequal-share.ts';
import { KnownError } from '../../base/errors.ts';
import type { RolloutRecord, StoredRollout } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { publishVersions } from '../lambda/publish-versions.ts';
import { createUploads } from '../lambda/upload-code.ts';
import { findWarmUps, type WarmUps, warmUpVersions } from '../lambda/warm-up.ts';
import type { PrepareServices, TargetSetup } from '../target.ts';
import { canaryChange } from './canary-change.ts';
import { detailedRoutes } from './detailed-routes.ts';
import type { DraftCalls } from './draft-deployment.ts';
import { importInWords } from './inspect-definition.ts';
import type { FunctionFacts } from './inspect-functions.ts';
import type { StageFacts } from './inspect-stage.ts';
import type { MovedFacts } from './inspect-variables.ts';
import { LENT_SECONDS, lentOf } from './lent-stage.ts';
import { longestAnswerSeconds } from './released-definition.ts';
import { makeShadow } from './shadow-stage.ts';
import { decideCache } from './stage-cache.ts';
import type { StageBound } from './stage-context.ts';
import { type StageInputs, shadowNames } from './stage-inputs.ts';
import { type StageNeeds, stagePolicy } from './stage-policy.ts';
import { ensureInvokable, prepareCanary, qualifierInWords } from './stage-prepare.ts';
import { type StageRecord, stableShadowOf, stageOf } from './stage-record.ts';
import { checkStageRoom } from './stage-room.ts';
import { variableOf } from './stage-state.ts';
import { stageArnOf } from './stage-store.ts';

export function setUpStage(
  bound: StageBound<'normal'> & DraftCalls,
  stage: StageFacts,
  facts: readonly FunctionFacts[],
  moved: readonly MovedFacts[],
): TargetSetup {
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(bound.functions, released);
  return {
    functions: released,
    foreseen: [
      ...(stage.definition ? [importInWords(stage.definition)] : []),
      ...shadowInWords(bound.inputs),
    ],
    uploads,
    publish: (publishing) => publishVersions(bound.functions, uploads, publishing),
    longestAnswerSeconds: longestAnswerSeconds(bound.inputs, stage),
    detailedRoutes: detailedRoutes(stage.draft.routes, stage.reading.detailed).length,
    provisionedForNew: facts.reduce((sum, { warm }) => sum + warm, 0),
    blindSpots: [
      ...(stage.reading.cached.length > 0
        ? [{ kind: 'cached', ratio: CACHE_MARGIN } as const]
        : []),
      ...(bound.inputs.smokeNeeds?.probes ? [{ kind: 'probed-functions' } as const] : []),
      { kind: 'masked-failures' },
    ],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) => stagePolicy(needsOf(bound, stage, facts, moved), bound.api.place, order),
    whyUnchanged: (changes) => whyUnchanged(bound, stage, changes),
    checkRoom: async (record, signs, findings) => {
      const warmed = Object.fromEntries(facts.map(({ input, warm }) => [input.name, warm]));
      const allocated = withAllocated(record, facts.some(({ warm }) => warm > 0) ? warmed : {});
      checkStageRoom(bound.api.stageName, stage.reading.tags, allocated, signs, findings);
    },
    storedOn: stageArnOf(bound.api),
    record: (changes) => stageRecord(bound, stage, facts, changes),
    prepare: async (begun, preparing) => {
      const { say, pause } = preparing;
      await checkInvokable(bound, facts, moved, begun.functions, say);
      const warmUps = await findWarmUps(bound.provisioned, begun.functions);
      const record = withAllocated(begun, warmUps);
      bound.trust.writes(record);
      if (stage.definition) say(importInWords(stage.definition));
      const rollout = await prepareCanary(bound, record, stage, bound.inputs, pause);
      await warmUpVersions(bound.provisioned, record.functions, warmUps, preparing);
      await preview(bound, stage, rollout, preparing);
      say(
        `The canary will serve deployment ${rollout.canaryDeploymentId}; it receives no traffic yet.`,
      );
      return rollout;
    },
  };
}

/** Environments are stored before they are requested, so that any run that ends the rollout deallocates them. */
function withAllocated(record: RolloutRecord, warmed: WarmUps): RolloutRecord {
  const allocates = Object.keys(warmed).length > 0;
  return allocates ? { ...record, target: { ...stageOf(record), warmed } } : record;
}

function needsOf(
  { api, inputs }: StageBound,
  { draft }: StageFacts,
  facts: readonly FunctionFacts[],
  moved: readonly MovedFacts[],
): StageNeeds {
  const pinned = facts.filter(({ wiring }) => wiring.kind === 'pinned');
  const { definition, routeGuard } = inputs;
  const deploys = definition === 'draft';
  return {
    restApiId: api.restApiId,
    stageName: api.stageName,
    functions: facts.map(({ arn, input, release, warm, durable }) => ({
      arn,
      publishes: input.version === undefined,
      code: input.code?.source,
      stores: release.version === undefined && release.upload?.store,
      provisions: warm > 0,
      durable,
    })),
    calls: [
      ...new Set(moved.map(({ arn, version }) => (version === '$LATEST' ? arn : `${arn}:*`))),
    ],
    deploys,
    imports: inputs.apiDefinition !== undefined,
    readsAuthorizers: draft.asked.length > 0,
    readsServed: true,
    // A deployment created by this action stores the mark of its draft.
    comparesRoutes:
      routeGuard === 'block' ||
      (!deploys && inputs.shadowStage !== undefined) ||
      (deploys && (routeGuard === 'warn' || facts.length > 0)),
    rewrites: pinned.flatMap(({ wiring }) =>
      wiring.integrations.map(({ resourceId, method }) => `${resourceId}/methods/${method}`),
    ),
    grants: inputs.invokePermission === 'grant',
    shadows: shadowNames(inputs),
    lent: inputs.lendsStage ? inputs.shadowStage : undefined,
    smoke: inputs.smokeNeeds,
  };
}

/** The canary as a separate stage, for hooks and checks. */
async function preview(
  bound: StageBound<'normal'>,
  { reading: { state } }: StageFacts,
  rollout: StoredRollout,
  { say, pause }: Pick<PrepareServices, 'say' | 'pause'>,
): Promise<void> {
  const { shadow, lent } = stageOf(rollout.record);
  if (shadow === undefined) return;
  await makeShadow(bound, rollout, state.variables);
  bound.made.shadow = Promise.resolve();
  const until = lent ? ', and then what it served before' : '';
  say(`The stage "${shadow}" serves the canary for hooks and checks only${until}.`);
  if (lent) await pause(LENT_SECONDS);
}

/** Returned only if everything to be released was compared with what the stage serves. */
async function whyUnchanged(
  { inputs }: StageBound,
  { reading: { state }, draftIs }: StageFacts,
  changes: readonly FunctionChange[],
): Promise<string | undefined> {
  const overridesStand = Object.entries(inputs.overrides).every(
    ([name, value]) => variableOf(state.variables, name) === value,
  );
  if (changes.some((change) => change.from !== change.to) || !overridesStand) return undefined;
  // Without functions, the draft itself is the release, which the user requested.
  const draftIsServed = changes.length > 0 && draftIs === 'what is served';
  if (inputs.definition === 'draft' && !draftIsServed) return undefined;
  return changes.length > 0
    ? 'code and configuration are the same as in the version that the stage serves'
    : 'the stage already has these variables';
}

async function checkInvokable(
  { functions, api, inputs }: StageBound,
  facts: readonly FunctionFacts[],
  moved: readonly MovedFacts[],
  changes: readonly FunctionChange[],
  say: (line: string) => void,
): Promise<void> {
  const problems: string[] = [];
  const released = facts.flatMap(({ input: { name }, sourceArns }) =>
    changes
      .filter((change) => change.name === name && change.from !== change.to)
      .map(({ to }) => ({ functionName: name, version: to, sourceArns })),
  );
  await checkStableShadow({ functions, api, inputs }, facts, problems);
  for (const { functionName, version, sourceArns } of [...released, ...moved]) {
    for (const arns of [sourceArns, ofShadow(sourceArns, inputs)]) {
      const invoked = { functionName, version, sourceArns: arns };
      const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
      if (missing !== undefined) problems.push(missing);
    }
    if (problems.length === 0) {
      say(`API Gateway can invoke ${qualifierInWords(functionName, version)}`);
    }
  }
  if (problems.length > 0) throw new KnownError(problems.join('\n'));
}

/** The current versions, called by the stage that serves them alone. */
async function checkStableShadow(
  { functions, api, inputs }: Pick<StageBound, 'functions' | 'api' | 'inputs'>,
  facts: readonly FunctionFacts[],
  problems: string[],
): Promise<void> {
  const { shadowStage, smokeNeeds, invokePermission } = inputs;
  if (shadowStage === undefined || !smokeNeeds?.stable) return;
  for (const { release, sourceArns } of facts) {
    const arns = ofShadow(sourceArns, { ...inputs, shadowStage: stableShadowOf(shadowStage) });
    const invoked = { functionName: release.name, version: release.from, sourceArns: arns };
    const missing = await ensureInvokable(functions, api, invoked, invokePermission);
    if (missing !== undefined) problems.push(missing);
  }
}

/** The same calls from the shadow stage; empty if there is none. */
function ofShadow(
  sourceArns: readonly string[],
  { restApiId, stageName, shadowStage }: StageInputs,
): readonly string[] {
  if (shadowStage === undefined) return [];
  const partOf = (stage: string) => `:${restApiId}/${stage}/`;
  return sourceArns.map((arn) => arn.replace(partOf(stageName), partOf(shadowStage)));
}

/** For a plan. */
function shadowInWords(inputs: StageInputs): readonly string[] {
  const until =
    inputs.smokeNeeds?.canary === 'until-promotion' ? 'the promotion' : 'the first user is served';
  if (inputs.lendsStage) {
    return [
      `your stage "${inputs.shadowStage}" serves the new version, with the variables of the release, for hooks and checks, and is set back before ${until}`,
    ];
  }
  const names = shadowNames(inputs).map((name) => `"${name}"`);
  if (names.length === 0) return [];
  return [
    names.length === 1
      ? `the stage ${names} is created for hooks and checks, and removed before ${until}`
      : `the stages ${names.join(' and ')} are created for hooks and checks, and removed before ${until}`,
  ];
}

function shadowRecord({
  shadowStage,
  smokeNeeds,
}: StageInputs): Pick<StageRecord, 'shadow' | 'shadowStays' | 'stableShadow' | 'usagePlan'> {
  if (shadowStage === undefined) return {};
  return {
    shadow: shadowStage,
    ...(smokeNeeds?.canary === 'until-promotion' && { shadowStays: true }),
    ...(smokeNeeds?.stable && { stableShadow: true }),
    ...(smokeNeeds?.usagePlan && { usagePlan: smokeNeeds.usagePlan }),
  };
}

function stageRecord(
  { inputs }: StageBound,
  { reading: { state, cached }, mark = '', definition, lent }: StageFacts,
  facts: readonly FunctionFacts[],
  changes: readonly FunctionChange[],
): StageRecord {
  const wirings = facts.map((fact) => fact.wiring);
  const change = canaryChange(wirings, changes, inputs.overrides);
  if ('problems' in change) throw new KnownError(change.problems.join('\n'));
  const names = Object.keys(change.overrides);
  return {
    kind: 'stage',
    deploymentId: state.deploymentId,
    variables: Object.fromEntries(names.map((name) => [name, variableOf(state.variables, name)])),
    overrides: change.overrides,
    useStageCache: decideCache(inputs, cached).uses,
    drafts: change.drafts,
    promote: inputs.promote,
    ...(definition && { imported: { before: mark, expects: definition.expects } }),
    ...shadowRecord(inputs),
    ...(lent && { lent: lentOf(lent, { ...state.variables, ...change.overrides }) }),
  };
}
