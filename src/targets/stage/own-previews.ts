// Which stages are previews. Their tags are a claim, because permission to tag is not permission to change a stage:
// a stage is a preview only if its own description, or that of the deployment it serves, says so as well. Those of
// previews that older releases of this action made are on the deployment alone.

import type { Deployments, NamedStage } from '../../aws/deployments.ts';
import { describePreview, type Preview, readPreview } from '../../rollout/preview-tags.ts';

export async function previewsAmong(
  stages: readonly NamedStage[],
  deployments: Pick<Deployments, 'list'>,
): Promise<readonly Preview[]> {
  const claims = stages.flatMap((stage) => {
    const preview = readPreview(stage.name, stage.tags);
    if (!preview) return [];
    const made = describePreview(preview.repository, preview.pull);
    return [{ preview, made, stage }];
  });
  const isOpen = claims.some(({ stage, made }) => stage.description !== made);
  const history = isOpen ? await deployments.list() : [];
  const served = ({ state }: NamedStage) =>
    history.find(({ id }) => id === state.deploymentId)?.description;
  return claims
    .filter(({ stage, made }) => stage.description === made || served(stage) === made)
    .map(({ preview }) => preview);
}
