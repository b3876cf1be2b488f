// The stages of previews, on the API of the stage that they are copied from. Nothing here changes a stage that is
// not a preview of this repository.

import type { ClientSets, Clients } from '../../aws/clients.ts';
import { bindDeployments, type NamedStage } from '../../aws/deployments.ts';
import { bindFunctions, readArn } from '../../aws/functions.ts';
import { stageUrl } from '../../aws/gateway-arns.ts';
import { bindRestApi, type RestApi } from '../../aws/rest-api.ts';
import type { DefaultUrl, Integration } from '../../aws/rest-api-model.ts';
import { bindStages, type NewStage } from '../../aws/stages.ts';
import { must } from '../../base/assert.ts';
import { KnownError, known, orElse } from '../../base/errors.ts';
import { sleep } from '../../base/time.ts';
import {
  describePreview,
  type Preview,
  previewStageName,
  previewTags,
  readPreview,
} from '../../rollout/preview-tags.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { wrongCode } from '../lambda/check-code.ts';
import { versionToRelease } from '../lambda/next-version.ts';
import { describeVersion } from '../lambda/version-text.ts';
import type { MadePreview, PreviewOrder, Previews } from '../previews.ts';
import { unclearCalls } from './call-notes.ts';
import { canaryChange } from './canary-change.ts';
import { DISABLED, PRIVATE } from './default-url.ts';
import { idleOverrides, strayDependents } from './dependents.ts';
import { deployDraft } from './draft-deployment.ts';
import { howToAddToPlan, keyNotes, releasedRoutes } from './inspect-keys.ts';
import { type MovedCall, movedCalls } from './moved-calls.ts';
import { previewsAmong } from './own-previews.ts';
import type { PatchOperation } from './patches.ts';
import { withResponses } from './released-definition.ts';
import { servedVersion } from './served-wiring.ts';
import type { StageInputs } from './stage-inputs.ts';
import { ensureInvokable, sourceArns } from './stage-prepare.ts';
import { variableOf } from './stage-state.ts';
import { findWiring, type Wiring } from './wiring.ts';

/** Developer guide, "Quotas for configuring and running a REST API": stages per API. */
const STAGES_PER_API = 10;

export function connectPreviews(sets: ClientSets, inputs: StageInputs): Previews {
  const { restApiId, stageName } = inputs;
  const clients = sets.normal;
  const restoring = bindRestApi(sets.rollback, restApiId, stageName);
  const deployments = bindDeployments(clients, restApiId);
  const stages = bindStages(clients, restApiId);
  const stageOf = (name: string) => bindRestApi(clients, restApiId, name);

  const list: Previews['list'] = async () =>
    previewsAmong(await deployments.readStages(), deployments);

  const find: Maker['find'] = async ({ repository, pull }) => {
    const name = previewStageName(pull);
    const found = (await deployments.readStages()).find((stage) => stage.name === name);
    if (!found) return undefined;
    const [own] = await previewsAmong([found], deployments);
    if (own?.repository !== repository) throw notOurs(found, repository);
    return found;
  };

  const remove: Previews['remove'] = async ({ repository, pull }) => {
    if (!(await find({ repository, pull }))) return false;
    await stages.remove(previewStageName(pull));
    await clearAway({ repository, pull });
    return true;
  };

  const clearAway: Maker['clearAway'] = async ({ repository, pull }, but) => {
    const made = describePreview(repository, pull);
    for (const { id, description } of await deployments.list()) {
      // AWS refuses while another stage serves it, and that is as it should be.
      if (description === made && id !== but) await deployments.remove(id).catch(orElse(undefined));
    }
  };

  const makeRoom = async (order: PreviewOrder): Promise<readonly number[]> => {
    const all = await deployments.readStages();
    if (all.length < STAGES_PER_API) return [];
    const { repository } = order.preview;
    const [oldest] = (await previewsAmong(all, deployments))
      .filter((preview) => preview.repository === repository)
      .sort((a, b) => a.at - b.at);
    const full = `the API has ${all.length} stages, which is the maximum`;
    if (!oldest) {
      throw new KnownError(
        `${full}, and none of them is a preview of ${repository} that could make room: delete a stage manually`,
      );
    }
    if (order.onLimit === 'refuse') {
      throw new KnownError(
        `${full}: close a pull request, run command: sweep, or set preview-limit: oldest`,
      );
    }
    await remove(oldest);
    return [oldest.pull];
  };

  return {
    stageName: inputs.stageName,
    list,
    remove,
    make: (order) =>
      make({ clients, inputs, restoring, stageOf, stages, find, makeRoom, clearAway }, order),
  };
}

interface Maker {
  readonly clients: Clients<'normal'>;
  readonly inputs: StageInputs;
  /** Restores the draft. */
  readonly restoring: RestApi<'rollback'>;
  readonly stageOf: (name: string) => RestApi<'normal'>;
  readonly stages: ReturnType<typeof bindStages>;
  /** The stage of a preview, if it exists. Throws if a stage of that name is something else. */
  readonly find: (of: Pick<Preview, 'repository' | 'pull'>) => Promise<NamedStage | undefined>;
  readonly makeRoom: (order: PreviewOrder) => Promise<readonly number[]>;
  /** Deletes the deployments that were created for a preview. @param but the one that it serves */
  readonly clearAway: (of: Pick<Preview, 'repository' | 'pull'>, but?: string) => Promise<void>;
}

async function make(maker: Maker, order: PreviewOrder): Promise<MadePreview> {
  const { clients, inputs, stageOf, find, makeRoom } = maker;
  const base = stageOf(inputs.stageName);
  const notes = [...(await addressNotes(base))];
  const name = previewStageName(order.preview.pull);
  const own = stageOf(name);
  const { state } = await base.readStage();
  const isNeeded = order.functions.length > 0 || inputs.definition === 'deployed';
  const deployed = isNeeded ? await base.readServed() : undefined;
  const draft = await base.readDraft();
  const { variables: stands } = state;
  const definition = inputs.definition === 'deployed' && deployed ? deployed : draft;
  const { integrations: released } = definition;
  const served = deployed?.integrations ?? [];
  const wirings = order.functions.map((f) => wiringOf(f.name, served, released, stands));
  const moves = { served: released, released, variables: stands, overrides: inputs.overrides };
  const moved = movedCalls(
    moves,
    order.functions.map((each) => each.name),
  );
  const names = Object.keys(inputs.overrides);
  const read = await withResponses(base, definition, names, 'if needed', []);
  mustBeSound([
    ...strayDependents(wirings, { integrations: released }, stands).map(
      (words) => `functions: ${words}`,
    ),
    ...idleOverrides(inputs.overrides, read, stands),
    ...moved.problems,
  ]);
  notes.push(
    ...unclearCalls(moves),
    ...keyNotes(
      await releasedRoutes(base, inputs.definition, draft, state.deploymentId),
      'the preview',
      howToAddToPlan(base, name),
    ),
  );
  const there = await find(order.preview);
  const removed = there ? [] : await makeRoom(order);
  const changes = await publish(maker, order, wirings);
  const change = canaryChange(wirings, changes, inputs.overrides);
  if ('problems' in change) throw new KnownError(change.problems.join('\n'));
  const description = describePreview(order.preview.repository, order.preview.pull);
  const warn = (text: string) => notes.push(text);
  const checked = { draft, mark: undefined };
  const deploying = { api: base, restoring: maker.restoring, warn, checked, pause: sleep };
  const deploymentId =
    inputs.definition === 'deployed'
      ? state.deploymentId
      : await deployDraft(deploying, change.drafts, () => base.snapshot(description));
  await permit(maker, own, calledBy(wirings, changes, moved.calls));
  const variables = { ...state.variables, ...change.overrides };
  await serve(maker, order, there, { deploymentId, description, variables });
  const url = stageUrl(clients.place, inputs.restApiId, name);
  return { url, label: `${inputs.restApiId}/${name}`, changes, removed, notes };
}

/** Creates the stage of the preview, or updates the one that is there. */
async function serve(
  { stageOf, stages, clearAway }: Maker,
  { preview }: PreviewOrder,
  there: NamedStage | undefined,
  served: Pick<NewStage, 'deploymentId' | 'description' | 'variables'>,
): Promise<void> {
  const { deploymentId, description, variables } = served;
  const stageName = previewStageName(preview.pull);
  const tags = previewTags(preview);
  if (!there) return stages.create({ stageName, tags, ...served });
  const own = stageOf(stageName);
  await own.patchStage('updating the preview', [
    { op: 'replace', path: '/description', value: description },
    { op: 'replace', path: '/deploymentId', value: deploymentId },
    ...variablePatch(there.state.variables, variables),
  ]);
  await own.tag(tags);
  // What stays for now goes when the pull request closes.
  await clearAway(preview, deploymentId).catch(orElse(undefined));
}

/** A preview is nothing but its address. */
async function addressNotes(api: RestApi): Promise<readonly string[]> {
  let defaultUrl: DefaultUrl;
  try {
    ({ defaultUrl } = await api.readApi());
  } catch (error) {
    return [
      `preview: the action could not check whether the API answers at its default address (${known(error).message})`,
    ];
  }
  if (defaultUrl === 'nobody') {
    throw new KnownError(
      `${DISABLED}, and a preview has no other address. Nothing was changed; turn the default endpoint on, or set preview: canary`,
    );
  }
  return defaultUrl === 'its VPCs' ? [`preview: ${PRIVATE} the preview answers only there`] : [];
}

function notOurs({ name, tags }: NamedStage, repository: string): KnownError {
  const claims = readPreview(name, tags)?.repository === repository;
  const why = claims
    ? ' (only its tags say so, and neither its description nor its deployment)'
    : '';
  return new KnownError(
    `the stage "${name}" is not a preview of ${repository}${why}, so it was not changed; rename it, or delete it manually`,
  );
}

function wiringOf(
  name: string,
  served: readonly Integration[],
  released: readonly Integration[],
  variables: Readonly<Record<string, string>>,
): Wiring {
  const found = findWiring(name, released, variables);
  if (found.kind !== 'found') throw new KnownError(`functions: ${found.problem}`);
  // No version serves what is new in the draft.
  const version = servedVersion(name, served, variables);
  return { ...found.wiring, from: 'is' in version ? version.is : '' };
}

async function publish(
  { clients }: Maker,
  { functions, source }: PreviewOrder,
  wirings: readonly Wiring[],
): Promise<readonly FunctionChange[]> {
  const lambda = bindFunctions(clients);
  const changes: FunctionChange[] = [];
  for (const [i, input] of functions.entries()) {
    const { name } = input;
    const { from } = must(wirings[i], 'each function has its wiring');
    const latest = await lambda.read(name);
    if (!latest) throw new KnownError(`functions: there is no function "${name}"`);
    const wrong = input.version === undefined ? wrongCode(input, latest) : undefined;
    if (wrong !== undefined) throw new KnownError(wrong);
    const serving = from === '' ? undefined : await lambda.read(name, from);
    const next = versionToRelease(input, from, latest, serving);
    const description = describeVersion(source, '');
    const to = next.version ?? (await lambda.publish(name, description, next.latest)).version;
    changes.push({ name, from, to });
  }
  return changes;
}

function mustBeSound(problems: readonly string[]): void {
  if (problems.length > 0) throw new KnownError(problems.join('\n'));
}

/** A version or an alias that only the preview's stage calls. */
interface Called {
  readonly functionName: string;
  readonly version: string;
  readonly integrations: readonly Integration[];
}

function calledBy(
  wirings: readonly Wiring[],
  changes: readonly FunctionChange[],
  moved: readonly MovedCall[],
): readonly Called[] {
  const versionOf = (functionName: string) =>
    must(
      changes.find(({ name }) => name === functionName),
      `a version of "${functionName}" is released`,
    ).to;
  return [
    ...wirings.map((wiring) => ({ ...wiring, version: versionOf(wiring.functionName) })),
    ...moved.map((call) => ({ ...call, version: call.qualifier })),
  ];
}

async function permit(
  { clients, inputs }: Maker,
  own: RestApi<'normal'>,
  called: readonly Called[],
): Promise<void> {
  const functions = bindFunctions(clients);
  for (const { functionName, version, integrations } of called) {
    const arn = await readArn(functions, functionName);
    const invoked = { functionName, version, sourceArns: sourceArns(own, arn, integrations) };
    const missing = await ensureInvokable(functions, own, invoked, inputs.invokePermission);
    if (missing !== undefined) throw new KnownError(missing);
  }
}

/** Sets every variable to its current value on the base stage, and removes those that the base no longer has. */
function variablePatch(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): PatchOperation[] {
  const gone = Object.keys(before).filter((name) => variableOf(after, name) === null);
  return [
    ...Object.entries(after).map(
      ([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value }) as const,
    ),
    ...gone.map((name) => ({ op: 'remove', path: `/variables/${name}` }) as const),
  ];
}
