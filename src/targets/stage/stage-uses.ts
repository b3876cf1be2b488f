// What the stages of a REST API use: versions, by their variables and by what the API's definition calls;
// deployments, by serving them or through an unfinished rollout.

import { nameOf } from '../../aws/definition-calls.ts';
import type { NamedStage } from '../../aws/deployments.ts';
import type { Integration, StageState } from '../../aws/rest-api-model.ts';
import { KnownError } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import { readStoredState } from '../../rollout/record.ts';
import type { KnownUses } from '../lambda/version-sweep.ts';
import { endsIn, reachOf, shownUri } from './integration.ts';
import { stageCodec, stageOf } from './stage-record.ts';

type Variables = Readonly<Record<string, string>>;

/** The API's stages and definitions, seen from one of its stages. */
export interface ApiReading {
  readonly restApiId: string;
  readonly stageName: string;
  /** Stages that were created for hooks and checks. They call what the canary calls, and are removed by now. */
  readonly shadowStages: readonly string[];
  readonly stages: readonly NamedStage[];
  /** From the draft, and from what the stages serve; includes authorizers. */
  readonly integrations: readonly Integration[];
}

export function versionUses({
  restApiId,
  stageName,
  shadowStages,
  stages,
  integrations,
}: ApiReading): KnownUses {
  const views = stages.flatMap(({ state }) => viewsOf(state));
  const values = views.flatMap((variables) => Object.values(variables));
  const inVariables = values.map(versionIn).filter((version) => version !== undefined);
  const others = stages.filter(({ name }) => name !== stageName);
  const open = openRollouts(stages).flatMap(({ record }) => record.functions);
  const reachesOf = ({ uri }: Integration, seenBy: readonly Variables[]) =>
    [{}, ...seenBy].map((variables) => ({ uri, scope: reachOf(uri, variables) }));
  const called = (functionName: string) =>
    integrations
      .flatMap((integration) => reachesOf(integration, views))
      .flatMap(({ uri, scope }) => {
        if (scope.kind !== 'lambda' || scope.functionName !== functionName) return [];
        const { qualifier = '' } = scope;
        return [{ qualifier, isPinned: /^\d+$/.test(qualifier) && endsIn(uri, qualifier) }];
      });
  // It may lead anywhere, so it may lead to this function. A URI may not make sense with the variables of other
  // stages, because they have other deployments.
  const own = stages
    .filter(({ name }) => name === stageName)
    .flatMap(({ state }) => viewsOf(state));
  const unparsed = integrations.find((integration) =>
    reachesOf(integration, own).some(({ scope }) => scope.kind === 'unknown'),
  );
  return {
    of: (functionName) => [
      ...new Set([
        ...inVariables,
        ...called(functionName).map(({ qualifier }) => qualifier),
        ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to]),
      ]),
    ],
    hidden: (functionName) => {
      if (unparsed) {
        return `it is unclear what ${nameOf(unparsed)} calls (${shownUri(unparsed.uri)})`;
      }
      // For a deployment that is not a stage's own, AWS shows the routes but not what they call.
      return others.length > 0 && called(functionName).some(({ isPinned }) => isPinned)
        ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${listed(others.map(({ name }) => name))}) call is unknown`
        : undefined;
    },
    knows: (sourceArn) => {
      const [, source] = sourceArn.split(`:${restApiId}/`);
      const stage = source?.split('/')[0];
      const ours = stage === stageName || (stage !== undefined && shadowStages.includes(stage));
      // The permission of an authorizer names no stage.
      const anyStage = stage === '*' || stage === 'authorizers';
      return ours || (anyStage && others.length === 0);
    },
  };
}

/** A stage's variables as its base uses them, and as its canary does. */
function viewsOf({ variables, canary }: StageState): readonly Variables[] {
  return canary ? [variables, { ...variables, ...canary.overrides }] : [variables];
}

/** Deployments that a stage serves, or that an unfinished rollout may still need. */
export function deploymentUses(stages: readonly NamedStage[]): readonly string[] {
  const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
  const open = openRollouts(stages).flatMap(({ record, canaryDeploymentId }) => [
    stageOf(record).deploymentId,
    canaryDeploymentId,
  ]);
  return [...served, ...open].filter((id) => id !== undefined);
}

/** Throws if the needs of a rollout cannot be determined. */
function openRollouts(stages: readonly NamedStage[]) {
  return stages.flatMap(({ name, tags }) => {
    const stored = readStoredState(tags, stageCodec);
    if (stored.kind === 'unreadable') {
      throw new KnownError(
        `the stage "${name}" has stored state that cannot be read (${stored.why})`,
      );
    }
    return stored.kind === 'rollout' ? [stored.storedRollout] : [];
  });
}

/** The version in the value of a stage variable: `7`, or the end of `orders:7`. */
export function versionIn(value: string): string | undefined {
  return /(?:^|:)(\d+)$/.exec(value)?.[1];
}
