// A third kind of target. It is in no list of the action, and nothing in src/ knows of it.

import { text } from '../../../src/inputs/input-types.ts';
import { type MembersOf, membersOf, type ValuesOf } from '../../../src/inputs/members.ts';
import type { TargetKind } from '../../../src/targets/kind.ts';
import { createMemoryRouter } from './memory-router.ts';
import { connectMemory, memoryCodec } from './memory-target.ts';

const DECLARED = {
  'memory-router': {
    type: text((given) => ({ ok: true, value: given })),
    default: '',
    open: true,
    doc: 'The router in memory to release to.',
  },
} as const;

export interface MemoryInputs extends MembersOf<typeof DECLARED> {
  readonly kind: 'memory';
}

export const memoryKind: TargetKind<MemoryInputs> = {
  kind: 'memory',
  plural: 'routers',
  words: 'a router in memory',
  inputs: [{ title: 'Release target', inputs: DECLARED }],
  isNamed: ({ textOf }) => textOf('memory-router') !== '',
  read: ({ values, functions }) => ({
    target: { kind: 'memory', ...membersOf(DECLARED, values as ValuesOf<typeof DECLARED>) },
    functions,
  }),
  openNames: ({ memoryRouter }) => [memoryRouter],
  postInputs: ({ memoryRouter }) => ({ 'memory-router': memoryRouter }),
  codec: memoryCodec,
  metricCost: { traffic: () => 0, slow: 0, history: () => 0 },
  outputs: [],
  connect: async ({ memoryRouter }, { released }) =>
    connectMemory(createMemoryRouter(memoryRouter, '1'), released[0]?.name ?? ''),
};
