// What the new values of stage variables apply to: what the canary serves and, if only variables are promoted, what
// the stage goes on serving.

import type { Draft } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { ServedDefinition, VariableReader } from '../../aws/rest-api-model.ts';
import { known } from '../../base/errors.ts';
import { type Definition, knowsVariable } from './dependents.ts';
import type { StageFacts } from './inspect-stage.ts';
import type { StageInputs } from './stage-inputs.ts';

export function releasedDefinition(
  { definition, promote }: Pick<StageInputs, 'definition' | 'promote'>,
  { draft, served }: Pick<StageFacts, 'draft' | 'served'>,
): Definition {
  const deploys = definition === 'draft';
  const stays = deploys && promote.deployment ? undefined : served;
  const parts = [...(deploys ? [draft] : []), ...(stays ? [stays] : [])];
  return {
    integrations: parts.flatMap(({ integrations }) => integrations),
    readers: parts.flatMap(({ readers }) => readers),
  };
}

/** Of what users can meet during the rollout: what the stage serves, and what the canary does. */
export function longestAnswerSeconds(
  { definition }: Pick<StageInputs, 'definition'>,
  {
    draft,
    served,
  }: {
    readonly draft: Pick<Draft, 'longestAnswerSeconds'>;
    readonly served: Pick<ServedDefinition, 'longestAnswerSeconds'> | undefined;
  },
): number {
  if (served === undefined) return draft.longestAnswerSeconds;
  const released = definition === 'draft' ? draft : served;
  return Math.max(served.longestAnswerSeconds, released.longestAnswerSeconds);
}

/**
 * Adds the gateway responses that read variables. AWS shows those of the draft.
 *
 * @param names the variables that get another value
 * @param when `if needed`: only if nothing else reads one of them
 */
export async function withResponses(
  api: Pick<RestApi, 'readResponseReaders'>,
  released: Definition,
  names: readonly string[],
  when: 'always' | 'if needed',
  notes: string[],
): Promise<Definition> {
  const open = when === 'always' ? names : names.filter((name) => !knowsVariable(released, name));
  const found = open.length > 0 ? await readResponses(api, notes) : [];
  const inDraft = when === 'always' ? '' : ' of the draft';
  const readers = found.map(({ where, names: read }) => ({ where: where + inDraft, names: read }));
  return { ...released, readers: [...released.readers, ...readers] };
}

async function readResponses(
  api: Pick<RestApi, 'readResponseReaders'>,
  notes: string[],
): Promise<readonly VariableReader[]> {
  try {
    return await api.readResponseReaders();
  } catch (error) {
    notes.push(
      `stage variables: the action could not check whether gateway responses read one that changes (${known(error).message})`,
    );
    return [];
  }
}
