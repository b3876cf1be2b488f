// What the stages of a REST API lead to: versions by their variables and by integrations,
// deployments by serving them or by an unfinished rollout.

import type { NamedStage } from '../../aws/deployments.ts';
import { RolloutError } from '../../aws/errors.ts';
import { type Integration, parseLambdaUri } from '../../rollout/integration.ts';
import { versionIn } from '../../rollout/prune.ts';
import { readMemory } from '../../rollout/record.ts';
import type { KnownUses } from '../version-sweep.ts';

/** The API's stages and definitions, seen from one of its stages. */
export interface ApiReading {
  readonly restApiId: string;
  readonly stageName: string;
  /** A stage that is made for hooks calls what the canary calls, and is gone by now. */
  readonly shadowStage: string | undefined;
  readonly stages: readonly NamedStage[];
  /** Of the draft, and of what the stages serve. */
  readonly integrations: readonly Integration[];
}

export function versionUses({
  restApiId,
  stageName,
  shadowStage,
  stages,
  integrations,
}: ApiReading): KnownUses {
  const values = stages.flatMap(({ state }) => [
    ...Object.values(state.variables),
    ...Object.values(state.canary?.overrides ?? {}),
  ]);
  const inVariables = values.map(versionIn).filter((version) => version !== undefined);
  const others = stages.filter(({ name }) => name !== stageName);
  const open = openRollouts(stages).flatMap(({ record }) => record.functions);
  const pinned = (functionName: string) =>
    integrations
      .map(({ uri }) => parseLambdaUri(uri, {}))
      .flatMap((uri) => (uri?.functionName === functionName ? [uri.qualifier ?? ''] : []));
  return {
    of: (functionName) => [
      ...inVariables,
      ...pinned(functionName),
      ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to]),
    ],
    // Of a deployment that is no stage's own AWS shows the routes, and not what they call.
    hidden: (functionName) =>
      others.length > 0 && pinned(functionName).some((qualifier) => /^\d+$/.test(qualifier))
        ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${others.map(({ name }) => name).join(', ')}) call cannot be seen`
        : undefined,
    knows: (sourceArn) => {
      const [, called] = sourceArn.split(`:${restApiId}/`);
      const stage = called?.split('/')[0];
      const ours = stage === stageName || (stage !== undefined && stage === shadowStage);
      return ours || (stage === '*' && others.length === 0);
    },
  };
}

/** Deployments that a stage serves, or an unfinished rollout may yet. */
export function deploymentUses(stages: readonly NamedStage[]): readonly string[] {
  const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
  const open = openRollouts(stages).flatMap(({ record: { target }, canaryDeploymentId }) => [
    target.kind === 'stage' ? target.deploymentId : undefined,
    canaryDeploymentId,
  ]);
  return [...served, ...open].filter((id) => id !== undefined);
}

/** Throws where it cannot be known what a rollout needs. */
function openRollouts(stages: readonly NamedStage[]) {
  return stages.flatMap(({ name, tags }) => {
    const memory = readMemory(tags);
    if (memory.kind === 'unreadable') {
      throw new RolloutError(
        `the stage "${name}" remembers a rollout that cannot be read (${memory.why})`,
      );
    }
    return memory.kind === 'rollout' ? [memory.remembered] : [];
  });
}
