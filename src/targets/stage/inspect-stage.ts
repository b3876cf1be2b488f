// Preflight of the API and its stage.

import { isNotFound } from '../../aws/aws-errors.ts';
import { causedBy } from '../../aws/call.ts';
import type { DeploymentReading, Draft } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { ApiReading, ServedDefinition, StageState } from '../../aws/rest-api-model.ts';
import type { StageReading } from '../../aws/stage-calls.ts';
import { awsCommand, patchWords } from '../../base/command-line.ts';
import { KnownError, known } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import { whyNotOwned } from '../../report/stored-state-text.ts';
import { formatWeight } from '../../rollout/plan.ts';
import { ourTagKeys } from '../../rollout/record.ts';
import { describeRun } from '../../rollout/release.ts';
import { checkDefaultUrl } from './default-url.ts';
import { parseDraft, parseFile } from './deployment-text.ts';
import { type DefinitionToImport, inspectDefinition } from './inspect-definition.ts';
import { inspectTwins } from './inspect-twins.ts';
import { adviceFor, compareRoutes, describeRouteDifference } from './routes.ts';
import { cacheNotes, decideCache } from './stage-cache.ts';
import type { StageInputs } from './stage-inputs.ts';
import { forgetCommandsOf, storedStateOf } from './stage-store.ts';

export interface StageFacts {
  readonly apiName: string;
  readonly reading: StageReading;
  readonly draft: Draft;
  /** The stage's own deployment; `undefined`: it could not be read, and the problem was reported. */
  readonly served: ServedDefinition | undefined;
  /** Of the whole draft as it was read; `undefined`: unread, because it is not deployed or could not be read. */
  readonly mark: string | undefined;
  readonly draftIs: DraftState;
  /** What replaces the draft; `draft` shows it as it will be then. */
  readonly definition: DefinitionToImport | undefined;
  /** The stage of the user's own that stands in for a shadow stage; absent: none does. */
  readonly lent?: StageState | undefined;
}

/** Whether a deployment of the draft would equal the one that the stage serves. */
export type DraftState = 'what is served' | typeof UNKNOWN;

const UNKNOWN = 'not known to be what is served';

/** Reads the API, its stage and its draft. `undefined` if one of them cannot be read. */
export async function inspectStage(
  api: RestApi,
  inputs: StageInputs,
  releases: 'functions' | 'no functions',
  findings: Problems,
): Promise<StageFacts | undefined> {
  const found = await attempt(findings, () => readApi(api));
  if (found === undefined) return undefined;
  const { name: apiName } = found;
  checkDefaultUrl(found.defaultUrl, inputs, findings);
  await inspectTwins(api, apiName, inputs, releases, findings);
  const reading = await attempt(findings, () => readStage(api));
  const draft = await attempt(findings, () => api.readDraft());
  if (reading === undefined || draft === undefined) return undefined;
  checkStage(api, reading, findings);
  const { cached } = reading;
  findings.notes.push(...cacheNotes(decideCache(inputs, cached), cached, inputs.compares));
  const { deploymentId } = reading.state;
  const compares = inputs.definition === 'draft' && releases === 'functions';
  const guards = inputs.definition === 'draft' && inputs.routeGuard !== 'off';
  const deployed =
    compares || guards
      ? await attempt(findings, () => api.readDeployment(deploymentId))
      : undefined;
  const served = await readServed(api, draft, inputs, releases, findings);
  const { variables } = reading.state;
  const definition =
    inputs.apiDefinition &&
    (await inspectDefinition(
      api,
      inputs.apiDefinition,
      { apiName, draft, served, servedRoutes: deployed?.routes, variables },
      findings,
    ));
  const released = definition?.draft ?? draft;
  if (guards && deployed) checkRoutes(deployed, released, inputs, findings);
  const mark =
    inputs.definition === 'draft' ? await markDraft(api, draft, releases, findings) : undefined;
  const draftIs = compares ? draftState(deployed, mark, definition) : UNKNOWN;
  return { apiName, reading, draft: released, served, mark, draftIs, definition };
}

/** By the marks that this action stores on its deployments, so that one draft is compared with another. */
function draftState(
  deployed: DeploymentReading | undefined,
  mark: string | undefined,
  definition: DefinitionToImport | undefined,
): DraftState {
  const { description = '' } = deployed ?? {};
  const isSame = mark !== undefined && parseDraft(description) === mark;
  const isImported = !definition || parseFile(description) === definition.file;
  return isSame && isImported ? 'what is served' : UNKNOWN;
}

/** Needed for functions and overrides; a draft that is released as it is does not need it. */
async function readServed(
  api: RestApi,
  draft: Draft,
  { overrides }: StageInputs,
  releases: 'functions' | 'no functions',
  findings: Problems,
): Promise<ServedDefinition | undefined> {
  const read = async () => withIds(await api.readServed(), draft);
  if (releases === 'functions' || Object.keys(overrides).length > 0) {
    return attempt(findings, read);
  }
  try {
    return await read();
  } catch (error) {
    findings.notes.push(
      `definition: the action could not check what the canary will call differently from the stage (${known(error).message})`,
    );
    return undefined;
  }
}

/** Adds the authorizer IDs, which the draft contains and an export does not. */
function withIds(served: ServedDefinition, draft: Draft): ServedDefinition {
  const integrations = served.integrations.map((call) => {
    if (call.authorizerId === undefined) return call;
    const same = draft.integrations.find(
      ({ authorizerId, path }) => authorizerId && path === call.path,
    );
    return { ...call, authorizerId: same?.authorizerId ?? call.authorizerId };
  });
  return { ...served, integrations };
}

async function markDraft(
  api: RestApi,
  draft: Draft,
  releases: 'functions' | 'no functions',
  { notes }: Problems,
): Promise<string | undefined> {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    const unread =
      releases === 'functions'
        ? "the API's draft cannot be compared with what the stage serves, so every release deploys it, even if nothing changed"
        : "the API's draft cannot be read as a whole";
    notes.push(
      `definition: ${unread}; if someone changes it during the release, only a change of its methods is noticed (${known(error).message})`,
    );
    return undefined;
  }
}

async function readApi(api: RestApi): Promise<ApiReading> {
  try {
    return await api.readApi();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    throw new KnownError(
      `rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the ID and AWS_REGION`,
    );
  }
}

async function readStage(api: RestApi): Promise<StageReading> {
  try {
    return await api.readStage();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    throw new KnownError(
      `stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`,
    );
  }
}

function checkStage(
  api: RestApi,
  reading: Pick<StageReading, 'state' | 'tags'>,
  findings: Problems,
): void {
  const { tags } = reading;
  const stray = unknownCanary(api.stageName, reading);
  if (stray !== undefined) {
    findings.problems.push(`${stray}. ` + `To close it: ${closeCommand(api)}`);
  }
  const stored = storedStateOf(api, tags);
  if (stored.kind === 'unreadable') {
    const why = whyNotOwned(`the stage "${api.stageName}"`, stored, describeRun);
    findings.problems.push(`${why}. To remove them: ${forgetCommandsOf(api, tags).join('; ')}`);
  }
}

/** The command that closes the canary of a stage. */
export function closeCommand({ place, restApiId, stageName }: RestApi): string {
  return awsCommand('apigateway update-stage', {
    region: place.region,
    'rest-api-id': restApiId,
    'stage-name': stageName,
    'patch-operations': patchWords([{ op: 'remove', path: '/canarySettings' }]),
  });
}

/** Describes a canary without a stored rollout. */
export function unknownCanary(
  stageName: string,
  { state, tags }: Pick<StageReading, 'state' | 'tags'>,
): string | undefined {
  const { canary } = state;
  if (!canary || ourTagKeys(tags).length > 0) return undefined;
  // So a promotion without `close` leaves it, and so may another tool.
  const isLeft = canary.weight === 0 && canary.deploymentId === state.deploymentId;
  const has = isLeft
    ? 'has a canary that a promotion left open (with promote: close, it would be closed)'
    : 'has a canary that this action did not create';
  return `the stage "${stageName}" ${has} (deployment ${canary.deploymentId}, ${formatWeight(canary.weight)})`;
}

/** The draft shows which routes the canary would have, before a deployment is created. */
function checkRoutes(
  { routes }: DeploymentReading,
  draft: Draft,
  { routeGuard, splits }: StageInputs,
  findings: Problems,
): void {
  const difference = compareRoutes(routes, draft.routes);
  const words = describeRouteDifference(difference, splits);
  if (words === undefined) return;
  if (routeGuard === 'warn' || !splits) findings.notes.push(`routes: ${words}`);
  else findings.problems.push(`route-guard: ${words}. ${adviceFor(difference)}`);
}
