// The canary of a REST API's stage, as a kind of target.

import type { StageInputs } from '../../inputs/inputs.ts';
import type { TargetKind } from '../kind.ts';

export const stageKind: TargetKind<StageInputs> = {
  kind: 'stage',
  outputs: ['deployment-before', 'deployment-after'],
  connect: async (inputs, { clients, released }) => {
    const { connectStage } = await import('./stage-target.ts');
    return connectStage({ clients, inputs, released });
  },
};
