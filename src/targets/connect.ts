// The target that the inputs name.

import type { Clients } from '../aws/clients.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { connectAliases } from './alias/alias-target.ts';
import { connectStage } from './stage/stage-target.ts';
import type { Target } from './target.ts';

/** @param say takes a line for the log, where more happens than was asked for */
export function connectTarget(
  clients: Clients,
  inputs: Inputs,
  say: (line: string) => void,
): Target {
  const released = inputs.functions;
  switch (inputs.target.kind) {
    case 'stage':
      return connectStage({ clients, inputs: inputs.target, released });
    case 'alias':
      return connectAliases({ clients, released, onSplit: inputs.target.onSplit, say });
  }
}
