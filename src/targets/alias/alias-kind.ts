// Weighted aliases of Lambda functions, as a kind of target.

import type { AliasInputs } from '../../inputs/inputs.ts';
import type { TargetKind } from '../kind.ts';

export const aliasKind: TargetKind<AliasInputs> = {
  kind: 'alias',
  outputs: [],
  connect: async ({ onSplit, firstRelease }, services) => {
    const { connectAliases } = await import('./alias-target.ts');
    return connectAliases({ ...services, onSplit, firstRelease });
  },
};
