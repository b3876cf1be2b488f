// A third kind of target. It is in no list of the action, and nothing in src/ knows of it. It releases no Lambda
// functions: what it calls a function is a service whose versions are `web:7`.

import { text } from '../../../src/inputs/input-types.ts';
import { type MembersOf, membersOf, type ValuesOf } from '../../../src/inputs/members.ts';
import type { TargetKind } from '../../../src/targets/kind.ts';
import { memoryCodec } from './memory-record.ts';

const word = text((given) => ({ ok: true, value: given }));

const DECLARED = {
  'memory-router': { type: word, default: '', open: true, doc: 'The router to release to.' },
  'memory-service': { type: word, default: '', open: true, doc: 'The service to release.' },
} as const;

export interface MemoryInputs extends MembersOf<typeof DECLARED> {
  readonly kind: 'memory';
}

export const memoryKind: TargetKind<MemoryInputs> = {
  kind: 'memory',
  plural: 'routers',
  words: 'a router in memory',
  inputs: [{ title: 'Release target', inputs: DECLARED }],
  effects: { 'memory-router': 'always' },
  isNamed: ({ textOf }) => textOf('memory-router') !== '',
  read: ({ values }) => {
    const target = membersOf(DECLARED, values as ValuesOf<typeof DECLARED>);
    const service = { name: target.memoryService, account: undefined };
    return {
      target: { kind: 'memory', ...target },
      functions: [{ ...service, version: undefined, alias: undefined }],
    };
  },
  openNames: ({ memoryRouter, memoryService }) => [memoryRouter, memoryService],
  postInputs: ({ memoryRouter, memoryService }) => ({
    'memory-router': memoryRouter,
    'memory-service': memoryService,
  }),
  codec: memoryCodec,
  metricCost: { traffic: () => 0, measures: () => 0, history: () => 0 },
  freeCalls: 'the router',
  outputs: [],
  connect: async ({ memoryRouter, memoryService }, { clients }) => {
    const { connectMemory } = await import('./memory-target.ts');
    return connectMemory({ clients, router: memoryRouter, service: memoryService });
  },
};
