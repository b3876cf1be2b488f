// Rolls back a promoted stage to an earlier deployment and its versions, as named by its history.

import type { Draft } from '../../aws/definition-calls.ts';
import type { DeploymentFacts } from '../../aws/deployments.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Integration, StageState } from '../../aws/rest-api-model.ts';
import type { StageReading } from '../../aws/stage-calls.ts';
import { KnownError, MovedError } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import type { EarlierRelease } from '../../rollout/earlier-release.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { Undo } from '../target.ts';
import { canaryChange } from './canary-change.ts';
import { movedAlong } from './dependents.ts';
import { parseDeployment } from './deployment-text.ts';
import { settleDrafts } from './drafts.ts';
import { closeCommand } from './inspect-stage.ts';
import type { PatchOperation } from './patches.ts';
import { pinnedIn } from './served-wiring.ts';
import type { StageBound } from './stage-context.ts';
import { describeStage, variableOf } from './stage-state.ts';
import { findWiring, type Wiring } from './wiring.ts';

interface UndoPlace {
  readonly stage: StageReading;
  /** What the stage calls now. */
  readonly served: readonly Integration[];
  readonly draft: Draft;
  readonly history: readonly DeploymentFacts[];
  readonly released: readonly FunctionInput[];
}

/** What to return to: a deployment, and the versions that belong to it. */
interface UndoGoal {
  readonly deploymentId: string;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Throws a `KnownError` that names what is gone, or what must be specified.
 *
 * @param rollbackApi makes the changes; once started, they run to completion
 */
export async function findStageUndo(
  bound: Pick<StageBound, 'functions' | 'api' | 'deployments' | 'warn'>,
  rollbackApi: RestApi<'rollback'>,
  released: readonly FunctionInput[],
  to: EarlierRelease,
): Promise<Undo> {
  const { functions, api, deployments, warn } = bound;
  const [stage, served, draft, history] = [
    await api.readStage(),
    (await api.readServed()).integrations,
    await api.readDraft(),
    await deployments.list(),
  ];
  if (stage.state.canary) {
    throw new KnownError(
      `the stage has a canary of deployment ${stage.state.canary.deploymentId}; close it first: ${closeCommand(api)}`,
    );
  }
  const place = { stage, served, draft, history, released };
  const goal = goalOf(place, to);
  if (!history.some(({ id }) => id === goal.deploymentId)) {
    throw new KnownError(
      `the deployment ${goal.deploymentId} no longer exists; ${inWords(history)}`,
    );
  }
  const wirings = Object.keys(goal.versions).map((name) => wiringOf(place, name));
  const changes = wirings.map(({ functionName: name, from }) => ({
    name,
    from,
    to: goal.versions[name] ?? from,
  }));
  await checkThere(functions, changes);
  const way = wayTo({ api: rollbackApi, warn }, stage, goal, wirings, changes);
  return {
    ...way,
    words: way.words + movedAlong(wirings, { integrations: served }, stage.state.variables),
  };
}

function goalOf(place: UndoPlace, to: EarlierRelease): UndoGoal {
  switch (to.kind) {
    case 'previous':
      return previous(place);
    case 'deployment': {
      const found = place.history.find(({ id }) => id === to.id);
      const changes = parseDeployment(found?.description ?? '')?.changes ?? [];
      return { deploymentId: to.id, versions: versionsOf(changes, 'to') };
    }
    case 'versions':
      return byVersions(place, to.versions);
  }
}

function previous(place: UndoPlace): UndoGoal {
  const { stage, history } = place;
  const { deploymentId } = stage.state;
  const served = history.find(({ id }) => id === deploymentId);
  const past = parseDeployment(served?.description ?? '');
  if (!past) {
    throw new KnownError(
      `the deployment ${deploymentId} that is served does not say what was served before it; name a deployment or a version instead of previous: ${inWords(history)}`,
    );
  }
  for (const { name, to } of past.changes) {
    const wiring = wiringOf(place, name);
    if (wiring.kind === 'pinned' || wiring.from === to) continue;
    throw new KnownError(
      `the deployment ${deploymentId} was created for version ${to} of "${name}", and the stage serves ${wiring.from}; name a version instead of previous`,
    );
  }
  return { deploymentId: past.after, versions: versionsOf(past.changes, 'from') };
}

function byVersions(place: UndoPlace, asked: UndoGoal['versions']): UndoGoal {
  const { stage, history, released } = place;
  const { '': lone, ...named } = asked;
  const only = released.length === 1 ? released[0]?.name : undefined;
  if (lone !== undefined && only === undefined) {
    throw new KnownError(
      `rollback-to: "${lone}" does not name its function; expected for example orders=${lone}`,
    );
  }
  const versions = lone === undefined || only === undefined ? named : { ...named, [only]: lone };
  const pinned = Object.keys(versions).filter((name) => wiringOf(place, name).kind === 'pinned');
  if (pinned.length === 0) return { deploymentId: stage.state.deploymentId, versions };
  const made = [...history]
    .sort((a, b) => b.createdAt - a.createdAt)
    .find(({ description }) => {
      const changes = parseDeployment(description)?.changes ?? [];
      return pinned.every((name) =>
        changes.some((change) => change.name === name && change.to === versions[name]),
      );
    });
  if (made) return { deploymentId: made.id, versions };
  throw new KnownError(
    `no deployment of the API is known to have version ${listed(pinned.map((name) => `${versions[name]} of "${name}"`))}, which the integration names; release it with command: rollout and version, or name a deployment: ${inWords(history)}`,
  );
}

function versionsOf(changes: readonly FunctionChange[], side: 'from' | 'to'): UndoGoal['versions'] {
  return Object.fromEntries(changes.map((change) => [change.name, change[side]]));
}

/** The version from what is served; the rewrite from the draft's integrations, which should have that version. */
function wiringOf({ served, draft, stage }: UndoPlace, name: string): Wiring {
  const found = findWiring(name, served, stage.state.variables);
  if (found.kind !== 'found') throw new KnownError(found.problem);
  const { wiring } = found;
  return wiring.kind === 'pinned'
    ? { ...wiring, integrations: pinnedIn(name, wiring.from, draft.integrations) }
    : wiring;
}

async function checkThere(
  functions: FunctionCalls,
  changes: readonly FunctionChange[],
): Promise<void> {
  for (const { name, to } of changes) {
    if (await functions.read(name, to)) continue;
    throw new KnownError(`version ${to} of "${name}" no longer exists, so it cannot be restored`);
  }
}

function wayTo(
  calls: { readonly api: RestApi<'rollback'>; readonly warn: StageBound['warn'] },
  { state }: StageReading,
  { deploymentId, versions }: UndoGoal,
  wirings: readonly Wiring[],
  changes: readonly FunctionChange[],
): Undo {
  const { api } = calls;
  const change = canaryChange(wirings, changes, {});
  if ('problems' in change) throw new KnownError(change.problems.join('\n'));
  const variables = Object.entries(change.overrides).filter(
    ([name, value]) => variableOf(state.variables, name) !== value,
  );
  const moved = state.deploymentId !== deploymentId;
  const patch: PatchOperation[] = [
    ...(moved ? [{ op: 'replace', path: '/deploymentId', value: deploymentId } as const] : []),
    ...variables.map(
      ([name, value]) => ({ op: 'replace', path: `/variables/${name}`, value }) as const,
    ),
  ];
  const isThere = (now: StageState) =>
    now.deploymentId === deploymentId &&
    variables.every(([name, value]) => variableOf(now.variables, name) === value);
  let tried = false;
  /** A retry may come hours later, and the stage may have been changed outside the action since. */
  const checkUntouched = async () => {
    const { state: now } = await api.readStage();
    const asFound =
      now.deploymentId === state.deploymentId &&
      variables.every(
        ([name]) => variableOf(now.variables, name) === variableOf(state.variables, name),
      );
    if (!asFound && !isThere(now)) {
      throw new MovedError(`someone else changed the stage to deployment ${now.deploymentId}`);
    }
  };
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return {
    functions: changes.map(({ name, from, to }) => ({ name, from: to, to: from })),
    words: `deployment ${deploymentId}${named.length > 0 ? ` with ${named.join(', ')}` : ''}`,
    done: patch.length === 0,
    go: async () => {
      if (tried) await checkUntouched();
      tried = true;
      if (patch.length > 0) await api.patchStage('going back', patch);
      const { state: after } = await api.readStage();
      if (!isThere(after)) {
        throw new KnownError(
          `AWS accepted the change, but does not show it: expected deployment ${deploymentId}, found ${describeStage(after)}`,
        );
      }
      // No other deployment may ship the version that was just rolled back.
      await settleDrafts(calls, change.drafts, 'to');
    },
  };
}

/** The newest deployments of the history, for a sentence. */
function inWords(history: readonly DeploymentFacts[]): string {
  if (history.length === 0) return 'the API has no deployments';
  const newest = [...history].sort((a, b) => b.createdAt - a.createdAt).slice(0, 10);
  const words = newest.map(({ id, createdAt, description }) => {
    const at = new Date(createdAt * 1000).toISOString().slice(0, 16);
    return `${id} (${at}Z${description && `, ${description.slice(0, 80)}`})`;
  });
  return `the API's history contains ${words.join(', ')}`;
}
