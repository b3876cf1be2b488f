// The target that the inputs name.

import type { Clients } from '../aws/clients.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';
import { connectAliases } from './alias/alias-target.ts';
import { connectStage } from './stage/stage-target.ts';
import type { Target } from './target.ts';

export interface TargetServices {
  /** Takes a line for the log, where more happens than was asked for. */
  readonly say: (line: string) => void;
  /** Where a person can look at a run. */
  readonly linkTo: (id: RolloutId) => string;
}

export function connectTarget(clients: Clients, inputs: Inputs, telling: TargetServices): Target {
  const released = inputs.functions;
  switch (inputs.target.kind) {
    case 'stage':
      return connectStage({ clients, inputs: inputs.target, released });
    case 'alias': {
      const { onSplit, firstRelease } = inputs.target;
      return connectAliases({ clients, released, onSplit, firstRelease, ...telling });
    }
  }
}
