// What confirms the record of a stage's rollout: the description of the deployment created for it, or what is
// served. Changing either needs release permissions; changing tags does not.

import type { FunctionCalls } from '../../aws/functions.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { StageState } from '../../aws/rest-api-model.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { createVoucher } from '../lambda/voucher.ts';
import { sealOf } from '../seal.ts';
import { BORNE_OUT, doubtful, type Finding } from '../trust.ts';
import { parseDeployment, parseSeal } from './deployment-text.ts';
import { endsIn, shownUri } from './integration.ts';
import { shownValue } from './shown-variable.ts';
import { rewrittenFor } from './stage-claim.ts';
import { type StageRecord, stageOf } from './stage-record.ts';
import { trafficStateOf, variableOf } from './stage-state.ts';
import { findWiring } from './wiring.ts';

export interface StageProof {
  readonly api: Pick<RestApi, 'readDescription' | 'readDraft' | 'readServed'>;
  readonly functions: Pick<FunctionCalls, 'read'>;
}

/** Until something is promoted, the stage itself shows the previous state, and no other proof is needed. */
export async function proveStage(
  { api, functions }: StageProof,
  { record, canaryDeploymentId }: StoredRollout,
  state: StageState,
): Promise<Finding> {
  const stage = stageOf(record);
  const trafficState = trafficStateOf(state, { record, canaryDeploymentId, ...ANY_PHASE });
  if (trafficState.kind === 'external') return { kind: 'moved' };
  const unexplained = unexplainedDraft(stage, record.functions, state);
  if (unexplained !== undefined) return doubtful(unexplained);
  const made = canaryDeploymentId === stage.deploymentId ? undefined : canaryDeploymentId;
  const description = (made && (await api.readDescription(made))) ?? '';
  const seal = parseSeal(description);
  if (seal !== undefined) {
    return seal === sealOf(record) ? BORNE_OUT : doubtful(otherRelease(made));
  }
  const past = parseDeployment(description);
  const promoted = trafficState.kind === 'promoted';
  if (promoted && stage.promote.deployment && made && past?.after !== stage.deploymentId) {
    return doubtful(
      `only its tags say that the deployment ${stage.deploymentId} was served before ${made}`,
    );
  }
  const vouches = createVoucher(functions, past?.changes);
  const asking = { api, vouches, stage, functions: record.functions, state };
  const doubt =
    (promoted && stage.promote.variables ? await doubtVariables(asking) : undefined) ??
    (await doubtDrafts(asking, promoted));
  return doubt === undefined ? BORNE_OUT : doubtful(doubt);
}

function otherRelease(deploymentId = ''): string {
  return `the deployment ${deploymentId} was created for another release, or the record of this one was changed`;
}

/** The stage is compared independently of the phase. */
const ANY_PHASE = { phase: { kind: 'preparing' }, stepStartTimes: [] } as const;

interface Asking {
  readonly api: StageProof['api'];
  readonly vouches: (change: FunctionChange) => Promise<boolean>;
  readonly stage: StageRecord;
  readonly functions: readonly FunctionChange[];
  readonly state: StageState;
}

/** Describes an integration that is not rewritten from one version of a released function to the other. */
function unexplainedDraft(
  stage: StageRecord,
  functions: readonly FunctionChange[],
  state: StageState,
): string | undefined {
  const variables = before(stage, state);
  const unexplained = stage.drafts.find((draft) => !rewrittenFor(draft, functions, variables));
  return (
    unexplained &&
    `it rewrites ${unexplained.method} on resource ${unexplained.resourceId} from ${shownUri(unexplained.from)} to ${shownUri(unexplained.to)}, which are not the two versions of a function that it releases`
  );
}

function before({ variables }: StageRecord, state: StageState): Readonly<Record<string, string>> {
  const own = Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return { ...state.variables, ...Object.fromEntries(own) };
}

/** Each variable must be one that what is served reads a version from, and the version must be confirmed. */
async function doubtVariables({
  api,
  vouches,
  stage,
  functions,
  state,
}: Asking): Promise<string | undefined> {
  const names = Object.keys(stage.overrides);
  if (names.length === 0) return undefined;
  const { integrations } = await api.readServed();
  for (const name of names) {
    const change = functions.find((fn) => {
      const found = findWiring(fn.name, integrations, state.variables);
      if (found.kind !== 'found' || found.wiring.kind !== 'variable') return false;
      const { variable, prefix } = found.wiring;
      return (
        variable === name &&
        variableOf(stage.overrides, name) === prefix + fn.to &&
        variableOf(stage.variables, name) === prefix + fn.from
      );
    });
    if (change && (await vouches(change))) continue;
    const value = variableOf(stage.variables, name);
    const shown = shownValue(name, value, { functions, overrides: stage.overrides });
    const was =
      value === null ? 'was not set' : shown === undefined ? 'had another value' : `was "${shown}"`;
    return `only its tags say that the stage variable "${name}" ${was} before`;
  }
  return undefined;
}

/** If the draft has none of the new versions, nothing in it is restored, so it needs no proof. */
async function doubtDrafts(
  { api, vouches, stage, functions, state }: Asking,
  promoted: boolean,
): Promise<string | undefined> {
  for (const draft of stage.drafts) {
    const change = rewrittenFor(draft, functions, before(stage, state));
    if (change && endsIn(draft.from, change.from) && (await vouches(change))) continue;
    const { integrations } = await api.readDraft();
    const holds = (uri: string) =>
      integrations.some(
        (one) =>
          one.resourceId === draft.resourceId && one.method === draft.method && one.uri === uri,
      );
    if (!promoted && state.canary === undefined && !holds(draft.to)) continue;
    return `only its tags say that ${draft.method} on resource ${draft.resourceId} called ${shownUri(draft.from)} before`;
  }
  return undefined;
}
