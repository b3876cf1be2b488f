// Compares all of what an open rollout releases on a stage with what the inputs of this run request, except for the
// versions of functions. A run continues an open rollout only if there is no difference.

import type { RestApi } from '../../aws/rest-api.ts';
import { known } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import { type DefinitionFile, readDefinitionText } from '../../inputs/api-definition.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { quoted } from '../claim.ts';
import { DEPLOYMENT_MARK, parseDraft, parseFile, parseSeal } from './deployment-text.ts';
import { withSide } from './draft-changes.ts';
import { fileDigest } from './inspect-definition.ts';
import { isVersionOf } from './stage-claim.ts';
import type { StageBound } from './stage-context.ts';
import type { StageInputs } from './stage-inputs.ts';
import { type DraftChange, type PromoteChoice, stageOf } from './stage-record.ts';
import { variableOf } from './stage-state.ts';

/**
 * Each difference continues a sentence about the rollout. Values of variables may be secret and are not shown.
 *
 * @param say logs a line about what could not be compared
 */
export async function stageDifferences(
  { api, inputs }: Pick<StageBound, 'api' | 'inputs'>,
  rollout: StoredRollout,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const settings = settingDifferences(inputs, rollout);
  const definition = await definitionDifference(api, inputs, rollout, say);
  return definition === undefined ? settings : [...settings, definition];
}

/** Only those in overrides that the inputs name. */
export function overrideDifferences(
  { overrides }: Pick<StageInputs, 'overrides'>,
  { record }: Pick<StoredRollout, 'record'>,
): readonly string[] {
  const open = stageOf(record).overrides;
  return differing(Object.keys(overrides), overrides, open);
}

function settingDifferences(
  inputs: StageInputs,
  { record }: Pick<StoredRollout, 'record'>,
): readonly string[] {
  const open = stageOf(record);
  const set = Object.keys(open.overrides).filter(
    (name) => !isVersionOf(open, name, record.functions),
  );
  const names = [...new Set([...set, ...Object.keys(inputs.overrides)])];
  const found = [...differing(names, inputs.overrides, open.overrides)];
  if (promoteInWords(open.promote) !== promoteInWords(inputs.promote)) {
    found.push(
      `promotes ${promoteInWords(open.promote)} (promote: ${promoteInWords(inputs.promote)} is requested)`,
    );
  }
  if (inputs.useStageCache !== 'auto' && open.useStageCache !== inputs.useStageCache) {
    found.push(
      open.useStageCache
        ? "uses the stage's cache (use-stage-cache: false is requested)"
        : "does not use the stage's cache (use-stage-cache: true is requested)",
    );
  }
  return found;
}

function differing(
  names: readonly string[],
  requested: Readonly<Record<string, string>>,
  open: Readonly<Record<string, string>>,
): readonly string[] {
  const other = names.filter((name) => variableOf(requested, name) !== variableOf(open, name));
  return other.length === 0
    ? []
    : [`has other values of the stage variable ${quoted(other)} than stage-variable-overrides`];
}

function promoteInWords({ deployment, variables, close }: PromoteChoice): string {
  const parts = { deployment, variables, close };
  const chosen = Object.entries(parts).filter(([, wanted]) => wanted);
  return chosen.map(([name]) => name).join(', ') || 'nothing';
}

async function definitionDifference(
  api: RestApi,
  { definition, apiDefinition }: StageInputs,
  { record, canaryDeploymentId }: StoredRollout,
  say: (line: string) => void,
): Promise<string | undefined> {
  const { deploymentId, drafts } = stageOf(record);
  if (canaryDeploymentId === undefined) return 'has no deployment of its own yet';
  const open = canaryDeploymentId === deploymentId ? 'deployed' : 'draft';
  if (open !== definition) {
    return `releases ${open === 'draft' ? "a deployment of the API's draft" : 'no deployment of its own'} (definition: ${definition} is requested)`;
  }
  if (open === 'deployed') return undefined;
  return (
    (await fileDifference(api, canaryDeploymentId, apiDefinition)) ??
    draftDifference(api, canaryDeploymentId, drafts, say)
  );
}

/** By the digest of the file that the deployment's description stores. */
async function fileDifference(
  api: RestApi,
  canaryDeploymentId: string,
  file: DefinitionFile | undefined,
): Promise<string | undefined> {
  if (!file) return undefined;
  const read = readDefinitionText(file);
  if ('problem' in read) return `cannot be compared with the requested one (${read.problem})`;
  const imported = parseFile((await api.readDescription(canaryDeploymentId)) ?? '');
  return imported === fileDigest(read.text)
    ? undefined
    : `releases another API definition than that in api-definition ${quote(file.path)}`;
}

/** By the mark that the deployment's description stores. A draft that cannot be compared is not the same. */
async function draftDifference(
  api: RestApi,
  canaryDeploymentId: string,
  drafts: readonly DraftChange[],
  say: (line: string) => void,
): Promise<string | undefined> {
  try {
    const { description } = await api.readDeployment(canaryDeploymentId);
    if (isOfEarlierVersion(description)) {
      say(
        `The open rollout was begun by an earlier version of this action, which did not record the API's draft: the deployment ${canaryDeploymentId} is not compared with it.`,
      );
      return undefined;
    }
    const deployed = parseDraft(description);
    if (deployed === undefined) {
      return `serves the deployment ${canaryDeploymentId}, which cannot be compared with the API's draft, because its description has no mark of the draft`;
    }
    const now = await api.markDraft(withSide(await api.readDraft('none'), drafts, 'to'));
    return deployed === now
      ? undefined
      : `serves the deployment ${canaryDeploymentId}, and the API's draft has changed since that was created`;
  } catch (error) {
    return `serves the deployment ${canaryDeploymentId}, which could not be compared with the API's draft (${known(error).message})`;
  }
}

/**
 * A release that was open while the action was updated must still be continued. The description shows it: writing
 * one needs the permission to release, unlike tags.
 */
function isOfEarlierVersion(description: string): boolean {
  return description.startsWith(DEPLOYMENT_MARK) && parseSeal(description) === undefined;
}
