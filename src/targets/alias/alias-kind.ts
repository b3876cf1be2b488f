// Weighted aliases of Lambda functions, as a kind of target.

import type { TargetKind } from '../kind.ts';
import {
  ALIAS_EFFECTS,
  ALIAS_INPUTS,
  type AliasInputs,
  namesAliases,
  readAliasInputs,
} from './alias-inputs.ts';
import { aliasCodec } from './alias-record.ts';

export const aliasKind: TargetKind<AliasInputs> = {
  kind: 'alias',
  plural: 'aliases',
  words: 'an alias',
  inputs: ALIAS_INPUTS,
  effects: ALIAS_EFFECTS,
  isNamed: namesAliases,
  read: readAliasInputs,
  // Their names are in the list of functions.
  openNames: () => [],
  postInputs: () => ({}),
  codec: aliasCodec,
  metricCost: {
    // Invocations, errors and throttles: of the new version, the previous version, and the whole alias.
    traffic: (functions) => 3 * 3 * functions,
    measures: () => 0,
    history: ({ functions }) => 3 * functions,
  },
  freeCalls: 'API Gateway and Lambda',
  outputs: [],
  connect: async ({ kind: _, ...policies }, services) => {
    const { connectAliases } = await import('./alias-target.ts');
    return connectAliases({ ...services, ...policies });
  },
};
