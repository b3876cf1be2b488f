// Lets a run open the canary of a rollout that another run left at 0%, once a person has approved of it. The tags alone do
// not say what may be released (decision 17): the deployment that was created for the rollout must have its seal.

import type { RestApi } from '../../aws/rest-api.ts';
import { KnownError } from '../../base/errors.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import { sealOf } from '../seal.ts';
import type { Trust } from '../trust.ts';
import { parseSeal } from './deployment-text.ts';
import { stageOf } from './stage-record.ts';

export async function admitStage(
  bound: { readonly api: Pick<RestApi, 'readDescription'>; readonly trust: Trust },
  { record, canaryDeploymentId }: StoredRollout,
): Promise<void> {
  const { api, trust } = bound;
  if (trust.isOwn(record)) return;
  const seal = sealOf(record);
  const own = canaryDeploymentId !== stageOf(record).deploymentId ? canaryDeploymentId : undefined;
  const shown = own === undefined ? '' : ((await api.readDescription(own)) ?? '');
  if (parseSeal(shown) !== seal) {
    throw new KnownError(
      'only its tags say what it releases: no deployment of the API was created for it. Run command: rollback, and release again',
    );
  }
  trust.knows(seal);
}
