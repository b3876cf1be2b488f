// Replaces an API's draft by a definition, and restores it. API Gateway shares one draft among all stages and cannot lock
// it, so a draft is only replaced as preflight read it, and only restored if it still is what was imported.

import type { Draft } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import { definitionIn, routesIn } from '../../aws/stage-export.ts';
import { KnownError, orElse } from '../../base/errors.ts';
import { parseJson } from '../../base/foreign-text.ts';
import { listed } from '../../base/listed.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { SETTLE_SECONDS } from '../ownership.ts';
import { type Calls, callsDigest, definitionChanges } from './definition-changes.ts';
import { parseDraft } from './deployment-text.ts';
import { assertUnchanged, type CheckedDraft, type DraftComparison } from './draft-deployment.ts';
import type { DefinitionToImport } from './inspect-definition.ts';
import type { ImportedDraft } from './stage-record.ts';

/**
 * Throws a `MovedError` if the draft is no longer what was checked.
 *
 * @returns the draft that was imported, to be deployed as it is
 */
export async function importDraft(
  comparison: DraftComparison,
  definition: DefinitionToImport,
): Promise<CheckedDraft> {
  const { api } = comparison;
  await assertUnchanged(comparison);
  await api.importDraft(definition.body, 'fail');
  const draft = await readImported(comparison, definition);
  const mark = await api.markDraft(draft).catch(orElse(undefined));
  return { draft, mark };
}

async function readImported(
  { api, pause }: DraftComparison,
  { expects, calls }: DefinitionToImport,
): Promise<Draft> {
  const first = await api.readDraft('none');
  if (callsDigest(first) === expects) return first;
  // AWS documents nowhere that a read shows the latest write at once.
  await pause(SETTLE_SECONDS);
  const last = await api.readDraft('none');
  if (callsDigest(last) === expects) return last;
  const differences = listed(definitionChanges(calls, last), '; ');
  throw new KnownError(
    `after the import, the API's draft is not what the file says: ${differences}. Someone else may have changed it meanwhile; nothing was deployed`,
  );
}

/**
 * Imports what the stage serves, after the rollout is rolled back. Safe to repeat. Someone else's draft is left alone, with
 * a warning.
 */
export async function restoreDraft(
  { api, warn }: { readonly api: RestApi; readonly warn: (text: string) => void },
  { before, expects }: ImportedDraft,
  { canaryDeploymentId }: Pick<StoredRollout, 'canaryDeploymentId'>,
): Promise<void> {
  const draft = await api.readDraft('none');
  const mark = await api.markDraft(draft).catch(orElse(undefined));
  // It was never replaced, or is as it was.
  if (mark !== undefined && mark === before) return;
  const body = await api.exportStage();
  const served = callsIn(body);
  const [now, wanted] = [callsDigest(draft), callsDigest(served)];
  const deployed = await deployedMark(api, canaryDeploymentId);
  const isEdited = deployed !== undefined && mark !== undefined && deployed !== mark;
  if (now !== expects || isEdited) {
    if (now === wanted) return;
    const changes = listed(definitionChanges(served, draft), '; ');
    warn(
      `The API's draft is neither what was imported nor what the stage serves: ${changes}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`,
    );
    return;
  }
  const warnings = await api.importDraft(body, 'allow');
  const after = await api.readDraft('none');
  if (callsDigest(after) !== wanted) {
    throw new KnownError(
      `the API's draft should be what the stage serves again, but differs: ${listed(definitionChanges(served, after), '; ')}`,
    );
  }
  for (const text of warnings) warn(`Restoring the API's draft, API Gateway warned: ${text}`);
}

async function deployedMark(
  api: RestApi,
  deploymentId: string | undefined,
): Promise<string | undefined> {
  if (deploymentId === undefined) return undefined;
  return parseDraft((await api.readDescription(deploymentId)) ?? '');
}

/** What an export calls. */
function callsIn(body: Uint8Array): Calls {
  const document = parseJson(Buffer.from(body).toString('utf8'));
  const found = definitionIn(document);
  if (typeof found === 'string') {
    throw new KnownError(`the export of the stage could not be parsed (${found})`);
  }
  return { routes: routesIn(document), integrations: found.integrations };
}
