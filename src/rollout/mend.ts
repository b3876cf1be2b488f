// The commands that put a stage back by hand, for when the action itself could not: what is left to do,
// as far as it is known what stands.

import type { DraftChange } from './canary-change.ts';
import type { Phase } from './phase.ts';
import type { StageRecord } from './record.ts';
import type { FunctionChange } from './release.ts';
import { shownValue } from './shown-variable.ts';
import type { Standing } from './standing.ts';

/** Which stage, for a command line. */
export interface StageName {
  readonly restApiId: string;
  readonly stageName: string;
  readonly region: string;
}

/** Where a rollout is, and what is seen of it in AWS. */
export interface Seen {
  readonly phase: Phase;
  readonly standing: Standing;
}

/**
 * In order: close the canary, put the deployment and the variables back, then what is edited.
 *
 * @param seen `undefined`: what stands is not known, so whatever may be left
 * @param functions whose versions may be shown in the values of variables
 */
export function mendCommands(
  stage: StageName,
  before: StageRecord,
  seen?: Seen,
  functions: readonly FunctionChange[] = [],
): readonly string[] {
  const standing = seen?.standing;
  const open = standing === undefined || hasOurCanary(standing);
  const moved = standing === undefined || standing.kind === 'promoted';
  // The draft holds the new version while the canary is made, and for good after the promotion.
  const ours = standing?.kind !== 'foreign';
  const edited = ours && (moved || seen?.phase.kind !== 'step') ? before.drafts : [];
  const update = `aws apigateway update-stage --region ${stage.region} --rest-api-id ${stage.restApiId} --stage-name ${stage.stageName} --patch-operations`;
  return [
    ...(open ? [`${update} op=remove,path=/canarySettings`] : []),
    ...(moved ? [`${update} ${restoring(before, functions).join(' ')}`] : []),
    ...edited.map((draft) => putBack(stage, draft)),
  ];
}

/** What somebody else made of the stage is theirs; a canary of ours on it is not. */
function hasOurCanary(standing: Standing): boolean {
  if (standing.kind === 'foreign') return standing.canary === 'ours';
  return standing.kind === 'split' || standing.open === true;
}

function restoring(
  { deploymentId, variables, overrides, promote }: StageRecord,
  functions: readonly FunctionChange[],
): readonly string[] {
  const before = Object.entries(variables).map(([name, value]) => {
    if (value === null) return `op=remove,path=/variables/${name}`;
    const shown = shownValue(name, value, { functions, overrides });
    return shown === undefined
      ? replaceUnshown(name)
      : `op=replace,path=/variables/${name},value=${quoteForShell(shown)}`;
  });
  return [
    ...(promote.deployment ? [`op=replace,path=/deploymentId,value=${deploymentId}`] : []),
    ...(promote.variables ? before : []),
  ];
}

/**
 * The value may be a secret, so whoever runs this sets it first; until then the shell stops at it and says
 * so. API Gateway takes the same characters in a variable's name as a shell does.
 */
function replaceUnshown(variable: string): string {
  const name = variable.replace(/\W/g, '_');
  const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
  return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}

function putBack({ region, restApiId }: StageName, { resourceId, method, from }: DraftChange) {
  return (
    `aws apigateway update-integration --region ${region} --rest-api-id ${restApiId} --resource-id ${resourceId} ` +
    `--http-method ${method} --patch-operations op=replace,path=/uri,value=${quoteForShell(from)}`
  );
}

/** Values of stage variables hold no quotes, but `&`, `?` and `,` mean something to shell and CLI. */
function quoteForShell(value: string): string {
  return /^[A-Za-z0-9._:/-]+$/.test(value) ? value : `'"${value}"'`;
}
