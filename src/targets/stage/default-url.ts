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
    lendsStage,
  }: Pick<StageInputs, 'shadowStage' | 'tellsHooks' | 'smokeNeeds' | 'lendsStage'>,
  { problems, notes }: Problems,
): void {
  if (defaultUrl === 'everyone') return;
  const isOff = defaultUrl === 'nobody';
  // Checks with an address of their own need no other; hooks are given the default one all the same.
  const sends = smokeNeeds?.address === '' && (smokeNeeds.stage || smokeNeeds.canary !== undefined);
  const isShadowUsed = sends || tellsHooks || smokeNeeds === undefined;
  if (isOff && lendsStage) {
    problems.push(...lentProblems(shadowStage ?? '', sends, smokeNeeds));
  } else if (isOff && shadowStage !== undefined && isShadowUsed) {
    problems.push(
      `shadow-stage: ${DISABLED}, and a shadow stage has no other address; expected no shadow-stage, an API with its default endpoint, a stage of your own (shadow-stage: existing=NAME), or for smoke checks an "address"`,
    );
  } else if (isOff && sends) {
    problems.push(
      `smoke: ${DISABLED}; expected an "address", checks with "event", or an API with its default endpoint`,
    );
  } else if (sends) {
    notes.push(`smoke: ${PRIVATE} its stages answer only if this job runs there`);
  }
  if (!tellsHooks) return;
  notes.push(
    defaultUrl === 'nobody'
      ? `hooks: ${DISABLED}: a hook that calls its stageUrl fails; let it call a custom domain instead`
      : `hooks: ${PRIVATE} stageUrl and shadowUrl answer only a hook that runs there`,
  );
}

/** People know the address of their own stage; checks must be told. */
function lentProblems(
  name: string,
  sends: boolean,
  needs: StageInputs['smokeNeeds'],
): readonly string[] {
  if (sends) {
    return [
      `smoke: ${DISABLED}; expected an "address", at which your stage "${name}" is reached, such as https://test.example.com`,
    ];
  }
  // The address of the suite leads to that stage, and not to the released one.
  return needs?.stage
    ? [
        `smoke: ${DISABLED}, so checks after the promotion cannot reach the released stage: the "address" leads to your stage "${name}"; expected checks without when: after`,
      ]
    : [];
}
