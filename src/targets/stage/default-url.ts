// The default address of a stage is what hooks and readers of a preview get, so it has to answer them.

import type { DefaultUrl } from '../../aws/rest-api-model.ts';
import type { Problems } from '../../base/problems.ts';
import type { StageInputs } from './stage-inputs.ts';

export const DISABLED =
  "the API's default endpoint is disabled (disableExecuteApiEndpoint), so the default address of every stage answers 403";

export const PRIVATE = 'the API is private and reachable only from its VPCs, so';

export function checkDefaultUrl(
  defaultUrl: DefaultUrl,
  {
    shadowStage,
    tellsHooks,
    smokeNeeds,
  }: Pick<StageInputs, 'shadowStage' | 'tellsHooks' | 'smokeNeeds'>,
  { problems, notes }: Problems,
): void {
  if (defaultUrl === 'everyone') return;
  if (defaultUrl === 'nobody' && shadowStage !== undefined) {
    problems.push(
      `shadow-stage: ${DISABLED}, and a shadow stage has no other address; expected no shadow-stage, or an API with its default endpoint`,
    );
  }
  if (defaultUrl === 'nobody' && smokeNeeds?.stage && shadowStage === undefined) {
    problems.push(
      `smoke: ${DISABLED}; expected checks with "event", or an API with its default endpoint`,
    );
  }
  const sends = smokeNeeds?.stage || smokeNeeds?.canary !== undefined;
  if (defaultUrl !== 'nobody' && sends) {
    notes.push(`smoke: ${PRIVATE} its stages answer only if this job runs there`);
  }
  if (!tellsHooks) return;
  notes.push(
    defaultUrl === 'nobody'
      ? `hooks: ${DISABLED}: a hook that calls its stageUrl fails; let it call a custom domain instead`
      : `hooks: ${PRIVATE} stageUrl and shadowUrl answer only a hook that runs there`,
  );
}
