// The commands for repairing a stage by hand if the action could not: what is left to do, as far as the current
// state is known.

import { awsCommand, type Patch, patchWords } from '../../base/command-line.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import type { RepairState } from '../target.ts';
import { shownValue } from './shown-variable.ts';
import type { DraftChange, StageRecord } from './stage-record.ts';

/** The stage, for a command line. */
export interface StageName {
  readonly restApiId: string;
  readonly stageName: string;
  readonly region: string;
}

/**
 * In order: close the canary, restore the deployment and the variables, then restore edited drafts.
 *
 * @param observation `undefined`: the current state is not known, so every repair that may be needed
 * @param functions whose versions may be shown in the values of variables
 */
export function repairCommands(
  stage: StageName,
  before: StageRecord,
  observation?: RepairState,
  functions: readonly FunctionChange[] = [],
): readonly string[] {
  const trafficState = observation?.trafficState;
  const open = trafficState === undefined || hasOurCanary(trafficState);
  const moved = trafficState === undefined || trafficState.kind === 'promoted';
  // The draft has the new version while the canary is created, and permanently after the promotion.
  const ours = trafficState?.kind !== 'external';
  const edited = ours && (moved || observation?.phase.kind !== 'step') ? before.drafts : [];
  const update = (patches: readonly Patch[]) =>
    awsCommand('apigateway update-stage', {
      region: stage.region,
      'rest-api-id': stage.restApiId,
      'stage-name': stage.stageName,
      'patch-operations': patchWords(patches),
    });
  const { patches, unshown } = restoring(before, functions);
  return [
    ...(open ? [update([{ op: 'remove', path: '/canarySettings' }])] : []),
    ...(moved && patches.length > 0 ? [update(patches)] : []),
    // In a separate command, because the shell stops at a value that is not set, and users must not wait for
    // that.
    ...(moved ? unshown.map((name) => `${update([])} ${replaceUnshown(name)}`) : []),
    ...edited.map((draft) => putBack(stage, draft)),
    ...(ours && before.imported ? importServed(stage) : []),
  ];
}

/** External changes to the stage are left alone; a canary of this rollout on it is not. */
function hasOurCanary(trafficState: TrafficState): boolean {
  if (trafficState.kind === 'external') return trafficState.canary === 'owned';
  return trafficState.kind === 'split' || trafficState.open === true;
}

/** `unshown`: the variables whose values are not printed. */
function restoring(
  { deploymentId, variables, overrides, promote }: StageRecord,
  functions: readonly FunctionChange[],
): { readonly patches: readonly Patch[]; readonly unshown: readonly string[] } {
  const patches: Patch[] = [];
  const unshown: string[] = [];
  if (promote.deployment) {
    patches.push({ op: 'replace', path: '/deploymentId', value: deploymentId });
  }
  for (const [name, value] of promote.variables ? Object.entries(variables) : []) {
    const path = `/variables/${name}`;
    const shown = value === null ? null : shownValue(name, value, { functions, overrides });
    if (shown === null) patches.push({ op: 'remove', path });
    else if (shown === undefined) unshown.push(name);
    else patches.push({ op: 'replace', path, value: shown });
  }
  return { patches, unshown };
}

/**
 * The value may be a secret, so the user sets it before running this; until then the shell stops with an error. API
 * Gateway allows the same characters in a variable's name as a shell does.
 */
function replaceUnshown(variable: string): string {
  const name = variable.replace(/\W/g, '_');
  const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
  return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}

/** What the stage serves becomes the draft again. */
function importServed({ region, restApiId, stageName }: StageName): readonly string[] {
  const file = 'served-definition.json';
  const read = awsCommand('apigateway get-export', {
    region,
    'rest-api-id': restApiId,
    'stage-name': stageName,
    'export-type': 'oas30',
    accepts: 'application/json',
    parameters: JSON.stringify({ extensions: 'apigateway,authorizers' }),
  });
  return [
    `${read} ${file}`,
    awsCommand('apigateway put-rest-api', {
      region,
      'rest-api-id': restApiId,
      mode: 'overwrite',
      body: `fileb://${file}`,
    }),
  ];
}

function putBack({ region, restApiId }: StageName, { resourceId, method, from }: DraftChange) {
  return awsCommand('apigateway update-integration', {
    region,
    'rest-api-id': restApiId,
    'resource-id': resourceId,
    'http-method': method,
    'patch-operations': patchWords([{ op: 'replace', path: '/uri', value: from }]),
  });
}
