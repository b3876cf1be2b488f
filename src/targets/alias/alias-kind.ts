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
  takesCode: true,
  reach: 'functions',
  inputs: ALIAS_INPUTS,
  effects: ALIAS_EFFECTS,
  isNamed: namesAliases,
  read: readAliasInputs,
  // Their names are in the list of functions.
  openNames: () => [],
  postInputs: () => ({}),
  codec: aliasCodec,
  metricCost: {
    // Invocations, errors and throttles of both versions.
    traffic: (functions) => 2 * 3 * functions,
    // Invocations and the slow ones above each of two thresholds, of both versions.
    measures: ({ functions, compare }) => (compare.includes('latency') ? 2 * 3 * functions : 0),
    // The same of the whole alias.
    promoted: ({ functions, compare }) => (compare.includes('latency') ? 3 + 3 : 3) * functions,
    // Errors and throttles of the new version.
    failures: (functions) => 2 * functions,
    // Invocations, errors and throttles; samples and the two quantiles, and samples and the slow ones above each.
    history: ({ functions, compare }) =>
      (3 + (compare.includes('latency') ? 3 + 3 : 0)) * functions,
  },
  freeCalls: 'API Gateway and Lambda',
  outputs: [],
  openReader: async (clients) => {
    const { openAliases } = await import('./open-aliases.ts');
    return openAliases(clients);
  },
  connect: async ({ kind: _, ...policies }, services) => {
    const { connectAliases } = await import('./alias-target.ts');
    return connectAliases({ ...services, ...policies });
  },
};
